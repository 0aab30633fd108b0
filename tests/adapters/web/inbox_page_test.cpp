// The page of the unit's inbox: who has it, what it says, and what a press does.
// Not what waits: tests/adapters/api. Rule kept (domain 6): a line names no person of the case.
#include <gtest/gtest.h>

#include "tests/adapters/api/region_story.hpp"
#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::inbox_page_testing {
namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

struct InboxPage : RegionStoryIn<WebHouse> {
  Fields summons(const std::string& act, const std::string& from = "") const {
    return {{"key", act + from}, {"act", act},   {"of_case", place.substr(place.rfind('/') + 1)},
            {"kind", "summons"}, {"thing", "1"}, {"from", from}};
  }
};

TEST(InboxPage, IsForWhoWorksInCases) {
  InboxPage world;
  world.summon();
  EXPECT_TRUE(has(world.house.see(world.rut, "/"), "href=\"/inbox\""));
  EXPECT_FALSE(has(world.house.see(world.ada, "/"), "href=\"/inbox\""));
  EXPECT_EQ(world.house.see(world.ada, "/inbox").status, 403U);
  EXPECT_EQ(world.house.see(world.house.administrator, "/inbox").status, 403U);
  EXPECT_TRUE(has(world.house.see(world.ove, "/inbox"), "Inget väntar på enheten just nu."));
}

TEST(InboxPage, SaysWhatWaitsUntilWhenAndWhoHasIt) {
  InboxPage world;
  world.summon();
  const Reply page = world.house.see(world.rut, "/inbox");
  EXPECT_TRUE(has(page, "Kallelse att svara på") && has(page, "Ingen har tagit det."));
  EXPECT_TRUE(has(page, "datetime=\"2026-03-09\"")) << "the last day, not the moment after";
  EXPECT_FALSE(has(page, "Påhittad") || has(page, "Samordna stödet"));
  EXPECT_EQ(world.house.send(world.rut, "/inbox", world.summons("take")).status, 303U);
  EXPECT_TRUE(has(world.house.see(world.rut, "/inbox"), "value=\"put_back\""));
}

TEST(InboxPage, ANoShowsThePageAnewWithWhy) {
  InboxPage world;
  world.summon();
  const Guest rolf = world.house.invite("rolf", "Rolf Region", InboxPage::region, {"attendee"});
  EXPECT_EQ(world.house.send(rolf, "/inbox", world.summons("take")).status, 303U);
  const Reply late = world.house.send(world.rut, "/inbox", world.summons("take"));
  EXPECT_EQ(late.status, 409U);
  EXPECT_TRUE(has(late, "En kollega hann före.") && has(late, "Rolf Region har tagit det."));
  Fields to_nobody = world.summons("hand_over", rolf.account);
  to_nobody.emplace_back("user_name", "");
  EXPECT_TRUE(has(world.house.send(world.rut, "/inbox", to_nobody), "Välj en kollega"));
  EXPECT_EQ(world.house.send(world.rut, "/inbox", world.summons("burn")).status, 400U);
}

}  // namespace
}  // namespace kallad::testing::inbox_page_testing
