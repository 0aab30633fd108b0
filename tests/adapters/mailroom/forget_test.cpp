// What the file of mail lets go of, and what it never does.
// Not when that happens: each day, by the mailroom's loops.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::forgetting {
namespace {

using kallad::testing::ScratchFolder;
using mailroom::Copy;
using mailroom::CopyState;
using mailroom::MailFile;
using mailroom::Suggestion;
using mailroom::SuggestionState;
using std::chrono::days;

struct OldMail : ::testing::Test {
  Copy copy(std::int64_t position, CopyState state, mailroom::SeatReport report = {}) {
    Copy planned;
    planned.key = {position, 0};
    planned.of_case = of_case;
    planned.wish = {WishKind::summons, 1, PartyId{"region"}};
    planned.address = "rut" + std::to_string(position) + "@region.example";
    planned.token = "token";
    planned.made_at = at;
    const Copy kept = copies.keep(planned);
    copies.note(kept.number, {state, at, {}, {}, report});
    return kept;
  }
  void suggest(const std::string& mail, bool settled) {
    Suggestion one;
    one.of_case = of_case;
    one.words = "Berit kan inte komma";
    one.sender = "rut@region.example";
    one.came_at = at;
    suggestions.keep({mail, "words", {one}, {}, {}, at});
    const auto number = suggestions.of_case(of_case).back().number;
    if (settled) suggestions.settle(number, SuggestionState::taken, "Siv", at);
  }
  bool stands_in_file(const std::string& text) const {
    bool found = false;
    for (const auto& each : std::filesystem::directory_iterator(folder.path())) {
      std::ifstream in{each.path(), std::ios::binary};
      const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
      found = found || bytes.find(text) != std::string::npos;
    }
    return found;
  }

  ScratchFolder folder;
  CaseId of_case{"sip-1"};
  Instant at = monday_at_ten;
  std::optional<MailFile> file{std::in_place, folder / "mail.sqlite"};
  mailroom::Copies copies{*file};
  mailroom::Suggestions suggestions{*file};
};

TEST_F(OldMail, IsLetGoOfWhenItHasBeenDoneWithForLong) {
  copy(1, CopyState::delivered);
  copy(2, CopyState::bounced);
  EXPECT_EQ(file->forget_old(at + days{400}), 0);
  EXPECT_EQ(file->forget_old(at + days{401}), 2);
  EXPECT_TRUE(copies.of_case(of_case).empty());
  file.reset();
  EXPECT_FALSE(stands_in_file("@region.example")) << "overwritten on disk as well";
}

TEST_F(OldMail, StaysWhileItWaitsOrHasSomethingToSay) {
  copy(1, CopyState::waiting);
  copy(2, CopyState::failed, mailroom::SeatReport::failed);
  suggest("mail 1", false);
  file->forget_old(at + days{4000});
  EXPECT_EQ(copies.of_case(of_case).size(), 2U);
  const auto open = suggestions.of_case(of_case);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open.front().words, "Berit kan inte komma");
}

TEST_F(OldMail, LosesItsWordsAndNamesBeforeItIsForgotten) {
  suggest("mail 1", true);
  EXPECT_EQ(file->forget_old(at + days{90}), 0);
  EXPECT_EQ(file->forget_old(at + days{91}), 1);
  EXPECT_EQ(file->forget_old(at + days{91}), 0) << "once";
  const auto kept = suggestions.of_case(of_case);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().words + kept.front().sender, "");
  EXPECT_EQ(kept.front().settled_by, "Siv");
  file->forget_old(at + days{401});
  EXPECT_TRUE(suggestions.of_case(of_case).empty());
  file.reset();
  EXPECT_FALSE(stands_in_file("Berit"));
}

}  // namespace
}  // namespace kallad::mail_house::forgetting
