// What is hard to use can be told by anybody, and is read by administrators alone.
// Not the file: tests/adapters/feedback. Rule kept (lag 2018:1937): no account is asked for.
#include <gtest/gtest.h>

#include "tests/adapters/web_work/work.hpp"

namespace kallad::testing::feedback_pages_testing {
namespace {

const Guest nobody;

struct Told {
  ScratchFolder folder;
  Feedback feedback{folder / "feedback.sqlite"};
  WebHouse house{feedback};

  Reply tell(const std::string& text) {
    return house.send_bare(nobody, "/accessibility/tell",
                           {{"text", text}, {"where", "Min dag"}, {"reach", "kalle@example.se"}});
  }
};

TEST(FeedbackPages, TakeWhatAnybodyTells) {
  Told told;
  EXPECT_TRUE(has(told.house.see(nobody, "/accessibility"), "href=\"/accessibility/tell\""));
  EXPECT_EQ(told.house.see(nobody, "/accessibility/tell").status, 200);
  EXPECT_EQ(told.tell("Knappen <b>syns</b> inte").status, 303);
  ASSERT_EQ(told.feedback.all().size(), 1U);
  EXPECT_EQ(told.feedback.all().front().where, "Min dag");
}

TEST(FeedbackPages, SayWhatIsMissingAndKeepWhatWasTyped) {
  Told told;
  const Reply no = told.tell("  ");
  EXPECT_EQ(no.status, 422);
  EXPECT_TRUE(has(no, "kalle@example.se"));
  EXPECT_EQ(told.tell(std::string(2'001, 'x')).status, 422);
  EXPECT_TRUE(told.feedback.all().empty());
}

TEST(FeedbackPages, TakeSoManyFromOneNetworkAndNoMore) {
  Told told;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(told.tell("en").status, 303);
  EXPECT_EQ(told.tell("en till").status, 429);
  EXPECT_EQ(told.feedback.all().size(), 5U);
}

TEST(FeedbackPages, ShowItToAdministratorsUntilItIsRead) {
  Told told;
  told.tell("Knappen <b>syns</b> inte");
  const Guest ada = told.house.invite("ada", "Ada Admin", "helsingborg/vuxen", {"administrator"});
  const Guest bo = told.house.invite("bosse", "Bo Ek", "helsingborg/vuxen", {"coordinator"});
  EXPECT_EQ(told.house.see(bo, "/admin/feedback").status, 403);
  EXPECT_EQ(told.house.see(nobody, "/admin/feedback").status, 303);
  const Reply list = told.house.see(ada, "/admin/feedback");
  EXPECT_TRUE(has(list, "Knappen &lt;b&gt;syns&lt;/b&gt; inte"));
  EXPECT_EQ(told.house.send(bo, "/admin/feedback", {{"number", "1"}}).status, 403);
  EXPECT_EQ(told.feedback.all().size(), 1U);
  EXPECT_EQ(told.house.send(ada, "/admin/feedback", {{"number", "1"}}).status, 303);
  EXPECT_TRUE(told.feedback.all().empty());
  EXPECT_TRUE(has(told.house.see(ada, "/admin"), "href=\"/admin/feedback\""));
}

TEST(FeedbackPages, AreNotThereWhereNothingIsKept) {
  WebHouse house;
  EXPECT_FALSE(has(house.see(nobody, "/accessibility"), "/accessibility/tell"));
}

}  // namespace
}  // namespace kallad::testing::feedback_pages_testing
