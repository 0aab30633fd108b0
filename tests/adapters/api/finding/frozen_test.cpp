// A deficiency after the person has withdrawn consent, seen by its counterpart over the API: what
// goes on without identity is found, read and answered; what was received with it stays readable as
// it was. Not the rule itself: tests/engine/authority. Rules kept: rulings "Consent", "Edge cases".
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::frozen_testing {
namespace {

struct FrozenStory : RegionStory {
  /// The region did not come, and the draft about that is filled in and lies with the manager.
  explicit FrozenStory(const json& about_identity) {
    hold();
    json form = {{"number", 1},
                 {"event_date", "2026-03-20"},
                 {"found_at", "På mötet"},
                 {"parties_concerned", "Kliniken och socialtjänsten"},
                 {"what_happened", "Ingen kom till mötet."},
                 {"measures_for_person", "Nytt möte bokades."},
                 {"measures_by_parties", "Samtal mellan enheterna."},
                 {"causes", {"sip"}},
                 {"registered_by", {{"name", "Siv"}, {"title", "sekreterare"}, {"contact", "1"}}},
                 {"nearest_manager", {{"name", "Eva"}, {"title", "chef"}, {"contact", "2"}}}};
    form.update(about_identity);
    house.must(siv, place + "/complete_deficiency", form);
    house.must(siv, place + "/hand_to_own_manager", {{"number", 1}});
  }
  void withdraw() {
    house.must(siv, place + "/withdraw_consent", {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  }
  void send(const char* command) { house.must(siv, place + command, {{"number", 1}}); }
  /// The one deficiency as the region's clinic sees it; nothing where it sees none.
  json seen_by_clinic() {
    const json all = shown(rut)["case"].value("deficiencies", json::array());
    return all.empty() ? json{} : all[0];
  }
  std::string paper_of_clinic() {
    return house.get(rut, place + "/papers/deficiency?number=1&format=html").text;
  }
  std::size_t waiting_at_clinic() {
    const json items = house.get(rut, "/api/v1/unit-inbox").body().value("items", json::array());
    return static_cast<std::size_t>(std::ranges::count_if(
        items, [](const json& item) { return item["kind"] == "deficiency"; }));
  }
};

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

TEST(ApiFrozen, WhatIsSentWithoutIdentityAfterwardsIsFoundReadAndAnswered) {
  FrozenStory story{{{"withhold_identity", true}}};
  story.withdraw();
  EXPECT_EQ(story.seen_by_clinic(), json{});
  EXPECT_EQ(story.waiting_at_clinic(), 0U);
  story.send("/send_to_counterpart");
  EXPECT_EQ(story.seen_by_clinic()["state"], "with_counterpart");
  EXPECT_EQ(story.waiting_at_clinic(), 1U);
  const std::string paper = story.paper_of_clinic();
  EXPECT_TRUE(has(paper, "lämnas inte ut"));
  EXPECT_FALSE(has(paper, "Anna Påhittad"));
  story.house.must(story.rut, story.place + "/answer_deficiency",
                   {{"number", 1}, {"measures", "Ny rutin för bevakning."}});
  EXPECT_EQ(story.seen_by_clinic()["state"], "answered");
  EXPECT_EQ(story.waiting_at_clinic(), 0U);
  EXPECT_EQ(story.shown(story.rut)["case"]["step"], "meeting") << "the case as it stood then";
}

TEST(ApiFrozen, WhatWasReceivedWithIdentityStaysAsItWasWhileItGoesOnWithout) {
  FrozenStory story{{{"consent_to_pass_on", true}}};
  story.send("/send_to_counterpart");
  EXPECT_TRUE(has(story.paper_of_clinic(), "Anna Påhittad"));
  story.withdraw();
  EXPECT_EQ(story.seen_by_clinic()["identity_withheld"], false);
  EXPECT_TRUE(has(story.paper_of_clinic(), "Anna Påhittad")) << "received is received";
  EXPECT_EQ(story.house
                .post(story.rut, story.place + "/answer_deficiency",
                      {{"number", 1}, {"measures", "Ny rutin."}}, {{"idempotency-key", "answer"}})
                .status,
            403U);
  story.house.must(story.siv, story.place + "/answer_deficiency",
                   {{"number", 1}, {"measures", "Ny rutin, sagt i telefon."}});
  EXPECT_EQ(story.seen_by_clinic()["state"], "with_counterpart") << "nothing new is seen";
  story.send("/send_to_council_secretary");
  EXPECT_EQ(story.shown(story.siv)["case"]["deficiencies"][0]["identity_withheld"], true);
  EXPECT_EQ(story.seen_by_clinic()["state"], "with_counterpart");
  EXPECT_TRUE(has(story.paper_of_clinic(), "Anna Påhittad"));
}

}  // namespace
}  // namespace kallad::testing::frozen_testing
