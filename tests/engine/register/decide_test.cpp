// What may be written into the register: references lead somewhere, ids and names are there, and
// what stands already is no news. Not who may write: that is the authority's.
#include <gtest/gtest.h>

#include "engine/register/register_messages.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::registry {
namespace {

using support::adults;
using support::agreement;
using support::council;
using support::day;
using support::helsingborg;
using support::north_west;
using support::provider;
using support::reception;
using support::region;
using support::we_mind;
using Rules = std::vector<std::string>;

/// "rule field value" for each reason; empty where the wish is granted.
Rules refused(const Register& known, const RegisterCommand& wish) {
  Rules told;
  const auto verdict = decide(known, wish);
  if (verdict) return told;
  for (const auto& refusal : verdict.refusals()) {
    std::string text{refusal.rule};
    for (const auto& [key, value] : refusal.data) text += value.empty() ? "" : " " + value;
    told.push_back(text);
  }
  return told;
}

const PrincipalId lund{"lund"};

TEST(RecordPrincipal, HasIdAndName) {
  const Register empty;
  EXPECT_EQ(
      refused(empty, RecordPrincipal{{lund, "Lunds kommun", PrincipalKind::municipality, {}}}),
      Rules{});
  EXPECT_EQ(refused(empty, RecordPrincipal{}),
            (Rules{"id_required principal.id", "name_required principal.name"}));
}

TEST(RecordPrincipal, IsBoundLikeOneThatIsRegistered) {
  const RecordPrincipal wish{{we_mind, "We Mind", PrincipalKind::private_provider, region}};
  EXPECT_EQ(refused(Register{}, wish), Rules{"principal_unknown principal.bound_like region"});
  EXPECT_EQ(refused(north_west(), wish), Rules{});
}

TEST(RecordUnit, HasIdNameAndARegisteredPrincipal) {
  EXPECT_EQ(refused(north_west(), RecordUnit{{adults, helsingborg, "Vuxna", "", "", "", {}, {}}}),
            Rules{});
  EXPECT_EQ(refused(north_west(), RecordUnit{}),
            (Rules{"id_required unit.id", "name_required unit.name",
                   "principal_unknown unit.principal"}));
  EXPECT_EQ(
      refused(north_west(), RecordUnit{{UnitId{"lund/vuxen"}, lund, "V", "", "", "", {}, {}}}),
      Rules{"principal_unknown unit.principal lund"});
}

/// Whether a unit may carry this HSA-id.
bool is_taken(const std::string& hsa_id) {
  Unit unit = north_west().units.at(adults);
  unit.hsa_id = hsa_id;
  const auto told = refused(north_west(), RecordUnit{unit});
  if (told.empty()) return true;
  EXPECT_EQ(told, Rules{"hsa_id_malformed unit.hsa_id" + (hsa_id.empty() ? "" : " " + hsa_id)});
  return false;
}

TEST(RecordUnit, AnHsaIdHasItsForm) {
  EXPECT_TRUE(is_taken("SE2120001157-A1"));
  EXPECT_TRUE(is_taken("SE2120001157-a"));
  EXPECT_TRUE(is_taken("SE2120001157-ABCDEFGH1234567890"));    // 31 characters
  EXPECT_FALSE(is_taken("SE2120001157-ABCDEFGH12345678901"));  // 32
  EXPECT_FALSE(is_taken("SE2120001157-"));
  EXPECT_FALSE(is_taken("SE2120001157"));
  EXPECT_FALSE(is_taken("NO2120001157-A1"));
  EXPECT_FALSE(is_taken("SE212000115-A1"));    // nine digits
  EXPECT_FALSE(is_taken("SE21200011570-A1"));  // eleven
  EXPECT_FALSE(is_taken("SE212000115X-A1"));
  EXPECT_FALSE(is_taken("SE2120001157-A_1"));
  EXPECT_FALSE(is_taken("SE2120001157-Å1"));
  EXPECT_FALSE(is_taken(""));
}

/// What is refused of a unit with this function mailbox.
Rules refused_with(const std::string& mailbox) {
  Unit unit = north_west().units.at(adults);
  unit.mailbox = mailbox;
  return refused(north_west(), RecordUnit{unit});
}

TEST(RecordUnit, AMailboxIsAnAddress) {
  for (const char* good : {"", "vuxen@helsingborg.example", "a.b+c@sub.stad.example.se",
                           "sdk:0203:2120001234-social"})
    EXPECT_EQ(refused_with(good), Rules{}) << good;
  for (const std::string wrong :
       {"stad.example", "@stad.example", "a@stad", "a@@stad.example", "a b@stad.example",
        "a@b.se,c@d.se", "a@stad.", "a@.se", "a@b..se", "Vuxen <a@b.se>", "a@b.se\r\nBcc:x@y.se",
        "042-10 00 00", "vuxen@hälsa.example", "sdk:", "sdk:a b"})
    EXPECT_EQ(refused_with(wrong), Rules{"address_malformed unit.mailbox " + wrong});
  EXPECT_EQ(refused_with(std::string(250, 'a') + "@b.se").size(), 1U);
}

TEST(RecordUnit, AUnitMayLackAnHsaId) {
  Unit unit = north_west().units.at(provider);
  unit.hsa_id.reset();
  EXPECT_EQ(refused(north_west(), RecordUnit{unit}), Rules{});
}

Agreement good_agreement() { return north_west().agreements.at(agreement); }

TEST(RecordAgreement, HasIdNameAndARegisteredCouncil) {
  EXPECT_EQ(refused(north_west(), RecordAgreement{good_agreement()}), Rules{});
  Agreement bare;
  bare.valid_from = day(2026, 1, 1);
  EXPECT_EQ(refused(north_west(), RecordAgreement{bare}),
            (Rules{"id_required agreement.id", "name_required agreement.name",
                   "council_unknown agreement.council"}));
}

TEST(RecordAgreement, DoesNotEndBeforeItBegins) {
  auto wish = good_agreement();
  wish.valid_until = day(2019, 12, 31);
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}),
            Rules{"until_before_from agreement.valid_until"});
  wish.valid_until = wish.valid_from;
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}), Rules{});
}

TEST(RecordAgreement, ItsMembersAreRegistered) {
  auto wish = good_agreement();
  wish.members.push_back({lund, true, {}});
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}),
            Rules{"principal_unknown agreement.members lund"});
}

TEST(RecordAgreement, TheUnitsItNamesAreTheMembersOwn) {
  auto wish = good_agreement();
  wish.members = {{region, true, {reception, UnitId{"region/okand"}}}};
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}),
            Rules{"unit_unknown agreement.members.units region/okand"});
  wish.members = {{region, true, {adults}}};
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}),
            Rules{"unit_unknown agreement.members.units helsingborg/vuxen"});
  wish.members = {{region, true, {reception}}};
  EXPECT_EQ(refused(north_west(), RecordAgreement{wish}), Rules{});
}

TEST(RecordCouncil, HasIdAndNameAndAKnownSecretarysUnitWhereOneIsNamed) {
  EXPECT_EQ(refused(Register{}, RecordCouncil{{council, "Nordväst", UnitId{}}}), Rules{});
  EXPECT_EQ(refused(Register{}, RecordCouncil{{council, "Nordväst", adults}}),
            Rules{"unit_unknown council.secretary_unit helsingborg/vuxen"});
  EXPECT_EQ(refused(Register{}, RecordCouncil{}),
            (Rules{"id_required council.id", "name_required council.name"}));
}

TEST(RegisterDecide, WhatStandsAlreadyIsNoNews) {
  const auto known = north_west();
  EXPECT_TRUE(decide(known, RecordPrincipal{known.principals.at(region)}).events().empty());
  EXPECT_TRUE(decide(known, RecordUnit{known.units.at(adults)}).events().empty());
  EXPECT_TRUE(decide(known, RecordAgreement{known.agreements.at(agreement)}).events().empty());
  EXPECT_TRUE(decide(known, RecordCouncil{known.councils.at(council)}).events().empty());
}

/// The register after the command, which must be granted with one event.
Register after(const Register& known, const RegisterCommand& wish) {
  const auto verdict = decide(known, wish);
  EXPECT_EQ(verdict.events().size(), 1U);
  return evolve(known, verdict.events().front());
}

/// North-west Skåne with an address for the reception.
Register with_mailbox() {
  Register known = north_west();
  known.units.at(reception).mailbox = "psykos@skane.example";
  return known;
}

TEST(RecordUnit, LettersAreInALanguageThereIs) {
  Register known = north_west();
  Unit unit = known.units.at(adults);
  unit.language = "fi";
  EXPECT_EQ(refused(known, RecordUnit{unit}), Rules{"language_unknown unit.language fi"});
  unit.language = "en";
  EXPECT_EQ(refused(known, RecordUnit{unit}), Rules{});
}

TEST(RecordHeadAbsence, IsOfARegisteredUnitAndEndsNotBeforeItBegins) {
  const Register known = north_west();
  const Absence away{day(2026, 7, 1), day(2026, 7, 31)};
  EXPECT_EQ(refused(known, RecordHeadAbsence{adults, away}), Rules{});
  EXPECT_EQ(refused(known, RecordHeadAbsence{UnitId{"lund/vuxen"}, away}),
            Rules{"unit_unknown unit lund/vuxen"});
  const Absence back{day(2026, 7, 2), day(2026, 7, 1)};
  EXPECT_EQ(refused(known, RecordHeadAbsence{adults, back}), Rules{"until_before_from away.until"});
}

TEST(RecordHeadAbsence, HoldsOnBothItsDaysUntilItIsRemoved) {
  Register known =
      after(north_west(), RecordHeadAbsence{adults, Absence{day(2026, 7, 1), day(2026, 7, 31)}});
  EXPECT_FALSE(is_head_away(known, adults, day(2026, 6, 30)));
  EXPECT_TRUE(is_head_away(known, adults, day(2026, 7, 1)));
  EXPECT_TRUE(is_head_away(known, adults, day(2026, 7, 31)));
  EXPECT_FALSE(is_head_away(known, adults, day(2026, 8, 1)));
  EXPECT_FALSE(is_head_away(known, reception, day(2026, 7, 1)));
  EXPECT_TRUE(
      decide(known, RecordHeadAbsence{adults, known.head_absences.at(adults)}).events().empty())
      << "no news";
  known = after(known, RecordHeadAbsence{adults, std::nullopt});
  EXPECT_FALSE(is_head_away(known, adults, day(2026, 7, 1)));
  EXPECT_TRUE(decide(known, RecordHeadAbsence{adults, std::nullopt}).events().empty());
}

TEST(RecordMailboxCheck, IsOfARegisteredUnitWithAMailbox) {
  Register known = with_mailbox();
  const RecordMailboxCheck wish{reception, day(2026, 3, 2), false};
  EXPECT_EQ(refused(known, wish), Rules{});
  EXPECT_EQ(refused(known, RecordMailboxCheck{UnitId{"lund/vuxen"}, day(2026, 3, 2), false}),
            Rules{"unit_unknown unit lund/vuxen"});
  known.units.at(reception).mailbox.clear();
  EXPECT_EQ(refused(known, wish), Rules{"mailbox_missing unit " + reception.text});
}

TEST(RecordMailboxCheck, TheLaterDayCounts) {
  Register known = after(with_mailbox(), RecordMailboxCheck{reception, day(2026, 3, 2), true});
  EXPECT_EQ(known.mailbox_checks.at(reception), (MailboxCheck{day(2026, 3, 2), true}));
  for (const RecordMailboxCheck& no_news :
       {RecordMailboxCheck{reception, day(2026, 3, 2), true},
        RecordMailboxCheck{reception, day(2026, 3, 1), false}}) {
    EXPECT_TRUE(decide(known, no_news).events().empty());
  }
  known = after(known, RecordMailboxCheck{reception, day(2026, 3, 2), false});
  EXPECT_FALSE(known.mailbox_checks.at(reception).bounced) << "seen to on the same day";
  known = after(known, RecordMailboxCheck{reception, day(2026, 3, 3), true});
  EXPECT_TRUE(known.mailbox_checks.at(reception).bounced);
}

TEST(RecordMailboxCheck, SaysNothingOfAnotherAddress) {
  Register known = after(with_mailbox(), RecordMailboxCheck{reception, day(2026, 3, 2), true});
  Unit unit = known.units.at(reception);
  unit.head = "Ingrid Invented";
  known = after(known, RecordUnit{unit});
  EXPECT_TRUE(known.mailbox_checks.contains(reception)) << "the address is the same";
  unit.mailbox = "ny@skane.example";
  known = after(known, RecordUnit{unit});
  EXPECT_FALSE(known.mailbox_checks.contains(reception));
}

TEST(RegisterEvolve, WhatIsNewIsAdded) {
  Register known =
      after(Register{}, RecordPrincipal{{lund, "Lund", PrincipalKind::municipality, {}}});
  const UnitId unit{"lund/vuxen"};
  known = after(known, RecordUnit{{unit, lund, "Vuxna", "", "", "", {}, {}}});
  known = after(known, RecordCouncil{{CouncilId{"lund"}, "Mellersta", unit}});
  const AgreementId id{"lund-2026"};
  const auto today = day(2026, 3, 2);
  known =
      after(known, RecordAgreement{{id, "Lund", CouncilId{"lund"}, today, {}, {{lund, true, {}}}}});
  EXPECT_EQ(known.principals.at(lund).name, "Lund");
  EXPECT_EQ(known.councils.at(CouncilId{"lund"}).secretary_unit, unit);
  EXPECT_EQ(duty_of(known, unit, id, today), Duty::bound);
}

TEST(RegisterEvolve, WhatIsRegisteredAgainTakesThePlaceOfWhatStood) {
  auto known = north_west();
  Unit moved = known.units.at(reception);
  moved.mailbox = "ny@example.se";
  known = after(known, RecordUnit{moved});
  EXPECT_EQ(known.units.at(reception), moved);
  EXPECT_EQ(known.units.size(), north_west().units.size());
  Agreement shorter = known.agreements.at(agreement);
  shorter.members.pop_back();
  known = after(known, RecordAgreement{shorter});
  EXPECT_EQ(duty_of(known, reception, agreement, day(2026, 3, 2)), Duty::outsider);
}

TEST(RegisterEvolve, ARefusedWishChangesNothingAndTheOthersStandAsTheyWere) {
  const auto known = north_west();
  EXPECT_FALSE(decide(known, RecordUnit{}).is_accepted());
  Principal renamed = known.principals.at(region);
  renamed.name = "Region Skåne";
  const auto changed = after(known, RecordPrincipal{renamed});
  EXPECT_EQ(changed.units, known.units);
  EXPECT_EQ(changed.agreements, known.agreements);
  EXPECT_EQ(changed.councils, known.councils);
  EXPECT_EQ(changed.principals.at(helsingborg), known.principals.at(helsingborg));
}

}  // namespace
}  // namespace kallad::registry
