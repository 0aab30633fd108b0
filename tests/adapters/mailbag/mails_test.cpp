// Every mail of the folder mails/ taken in, and held against the table.
// Not stories of several mails: several_test.cpp. Rules kept (rulings, "Mail", "Delivered"): only
// what is clear is recorded, what a person wrote waits for the coordinator, a delay is no failure.
#include <algorithm>
#include <filesystem>

#include "tests/adapters/mailbag/mails_table.hpp"

namespace kallad::mailbag {

namespace {

std::optional<AnswerKind> kind_of(Answered answered) {
  if (answered == Answered::attends) return AnswerKind::attends;
  if (answered == Answered::cannot_come) return AnswerKind::cannot_come;
  if (answered == Answered::sends_substitute) return AnswerKind::sends_substitute;
  return std::nullopt;
}

void expect_suggestion(const Expected& mail, const std::vector<Suggestion>& told) {
  if (mail.asks == Asks::nothing) {
    EXPECT_TRUE(told.empty());
    return;
  }
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].kind, mail.kind) << told[0].words;
  EXPECT_EQ(told[0].state == SuggestionState::open, mail.asks == Asks::open);
  EXPECT_NE(told[0].words.find(mail.words), std::string::npos) << told[0].words;
  EXPECT_EQ(told[0].party, reception);
}

template <std::size_t Count>
void expect_all(const Expected (&mails)[Count]) {
  for (const Expected& mail : mails) {
    SCOPED_TRACE(mail.file);
    CalledHouse house;
    EXPECT_EQ(house.take_file(mail.file), mail.what);
    EXPECT_EQ(house.answer(), kind_of(mail.answered));
    expect_suggestion(mail, house.told());
    EXPECT_EQ(house.seat().reach == Reach::proven, mail.answered != Answered::nothing);
  }
}

template <std::size_t Count>
void add_files(const auto(&mails)[Count], std::vector<std::string>& into) {
  for (const auto& mail : mails) into.emplace_back(mail.file);
}

}  // namespace

TEST(Mailbag, CalendarAnswersOfEveryProgram) { expect_all(calendar_mails); }

TEST(Mailbag, WhatPeopleWriteWaitsForTheCoordinator) { expect_all(mails_in_words); }

TEST(Mailbag, WhatProgramsWriteAnswersNothingAndFailsNothing) { expect_all(automatic_mails); }

TEST(Mailbag, ReportsCountWithOurTokenAlone) {
  for (const ReportExpected& mail : reports) {
    SCOPED_TRACE(mail.file);
    CalledHouse house;
    EXPECT_EQ(house.take_file(mail.file), mail.what);
    house.send(relay());
    EXPECT_EQ(house.seat().state == SeatState::delivery_failed, mail.reached == Reached::failed);
    EXPECT_EQ(house.seat().reach == Reach::proven, mail.reached == Reached::proven);
    EXPECT_FALSE(house.answer());
    EXPECT_TRUE(house.told().empty());
  }
}

TEST(Mailbag, EveryMailIsInTheTable) {
  std::vector<std::string> listed;
  add_files(calendar_mails, listed);
  add_files(mails_in_words, listed);
  add_files(automatic_mails, listed);
  add_files(reports, listed);
  const std::string folder = std::string{KALLAD_SOURCE_DIR} + "/tests/adapters/mailbag/mails";
  std::size_t found = 0;
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    ++found;
    EXPECT_EQ(std::ranges::count(listed, file.path().stem().string()), 1) << file.path();
  }
  EXPECT_EQ(found, listed.size());
}

}  // namespace kallad::mailbag
