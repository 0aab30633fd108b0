// Tests of which act a plan rests on, by the day it was made.
// Not a test of the references at discharge: those stand with their rules.
#include "engine/deadline/legal_reference.hpp"

#include <gtest/gtest.h>

namespace kallad::legal_reference_test {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> cited_all(PlanLaw law, Date made) {
  std::vector<std::string> texts;
  for (const LegalReference& reference : plan_references(law, made))
    texts.push_back(cited(reference));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(PlanReferences, TheOldSocialServicesActThroughJune2025) {
  const Texts old{"2 kap. 7 § SoL (2001:453)", "16 kap. 4 § HSL (2017:30)"};
  EXPECT_EQ(cited_all(PlanLaw::sol_hsl, 2025y / 6 / 30), old);
  EXPECT_EQ(cited_all(PlanLaw::sol_hsl, 2020y / 2 / 1), old);
}

TEST(PlanReferences, TheNewOneFromJuly2025) {
  const Texts now{"10 kap. 8–9 §§ SoL (2025:400)", "16 kap. 4 § HSL (2017:30)"};
  EXPECT_EQ(cited_all(PlanLaw::sol_hsl, 2025y / 7 / 1), now);
  EXPECT_EQ(cited_all(PlanLaw::sol_hsl, 2026y / 3 / 2), now);
}

TEST(PlanReferences, CompulsoryCareAndSupportActsStandAlone) {
  EXPECT_EQ(cited_all(PlanLaw::lpt, 2026y / 3 / 2), Texts{"7 a § LPT (1991:1128)"});
  EXPECT_EQ(cited_all(PlanLaw::lss, 2026y / 3 / 2), Texts{"10 § LSS (1993:387)"});
}

TEST(Cited, AWholeActHasNoPlace) { EXPECT_EQ(cited({"lag", "1930:173", ""}), "lag (1930:173)"); }

}  // namespace
}  // namespace kallad::legal_reference_test
