// Disposals after a backup: written down before they are, and done once more where the backup is
// restored. The real store, desk and engine. Not the disposal itself (tests/adapters/brain) and not
// sealed backups (tests/adapters/backup); the program is tried in tests/kallad.
// Rules kept (domain 6, gallring): what has gone does not come back; nothing of the person beside.
#include <gtest/gtest.h>

#include <fstream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/gone/remembering_store.hpp"
#include "adapters/gone/repeat.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad::gone_testing {
namespace {

const PrincipalId municipality{"helsingborg"};
const PrincipalId region{"region"};
constexpr int eleven_years = 24 * 366 * 11;

std::string bytes_in(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    std::ifstream in{entry.path(), std::ios::binary};
    if (entry.is_regular_file()) all.append(std::istreambuf_iterator<char>{in}, {});
  }
  return all;
}

/// A server's store, desk and brain, with the file beside.
struct Live {
  SqliteStore store;
  RememberingStore remembering;
  EngineBrain brain;
  VirtualClock clock{hour(eleven_years)};
  Desk desk;

  Live(const StorePlace& place, const GoneFile& file, std::vector<std::string>& told)
      : store(place, Access::write),
        remembering(store, file, [&told](const std::string& line) { told.push_back(line); }),
        brain(log_of(remembering), Calendar{stockholm()}),
        desk(remembering, brain, [this] { return clock.now(); }) {}

  std::string dispose(const std::string& id, const PrincipalId& principal) {
    return said(desk.submit_now(submission_of(id, "dispose " + id + " " + principal.text,
                                              administrator, FileCommand{DisposeCopy{principal}})));
  }
  std::string say(const std::string& id, const std::string& key, FileCommand command) {
    return kallad::said(desk.submit_now(submission_of(id, key, administrator, std::move(command))));
  }
  std::string open_example(const std::string& id) {
    OpenCase open;
    open.person.name = "Anna Andersson";
    open.need = "Boende";
    open.council = CouncilId{"northwest"};
    open.agreement = AgreementId{"northwest"};
    open.coordinator = {UnitId{"helsingborg/vuxen"}, "Siv Samordnare"};
    say(id, "open " + id, open);
    return say(id, "mark " + id, MarkExample{});
  }
};

struct AfterABackup : ::testing::Test {
  std::filesystem::path folder;
  std::filesystem::path copy;
  std::vector<std::string> told;

  AfterABackup() {
    std::string name = (std::filesystem::temp_directory_path() / "kallad-gone-XXXXXX").string();
    folder = mkdtemp(name.data());
    copy = folder / "backup.db";
    House house;
    house.fill_register();
    for (const char* id : {"2026-1", "2026-2"}) {
      house.open(id);
      house.say(id, std::string{"close "} + id,
                CloseCase{ClosingReason::persons_wish, "Anna Andersson ville det"});
    }
    house.desk().stop();
    backup(house.store().place(), copy);
    std::filesystem::create_directories(folder / "backups");
  }
  ~AfterABackup() override { std::filesystem::remove_all(folder); }

  GoneFile file() const { return GoneFile{folder / "backups" / gone_file_name}; }
  StorePlace restored(const std::string& name) const {
    std::filesystem::create_directories(folder / name);
    StorePlace place{folder / name / "kallad.db", {}};
    restore(copy, place);
    return place;
  }
  Repeated repeat(const StorePlace& place) const {
    return repeat_disposals(place, file(), Calendar{stockholm()});
  }
  std::string key_of(const StorePlace& place) const {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement row{
        database, "SELECT key FROM keys JOIN streams ON number = stream WHERE name = '2026-1'"};
    row.executeStep();
    return row.getColumn(0).getString();
  }
  void dispose_both(const std::string& name) {
    Live live{restored(name), file(), told};
    EXPECT_EQ(live.dispose("2026-1", municipality), "copy_disposed");
    EXPECT_EQ(live.dispose("2026-1", region), "case_disposed");
  }
};

TEST_F(AfterABackup, DisposalsAreWrittenDownWithNothingOfThePerson) {
  dispose_both("live");
  const GoneCases all = file().read();
  ASSERT_EQ(all.cases.size(), 2U);
  EXPECT_EQ(all.cases[0].of_case.text, "2026-1");
  EXPECT_EQ(all.cases[0].principal, municipality);
  EXPECT_EQ(all.cases[0].at, hour(eleven_years));
  EXPECT_EQ(all.cases[0].opened_at, hour(0));
  EXPECT_EQ(all.cases[1].principal, region);
  EXPECT_EQ(all.cases[1].command_id, "dispose 2026-1 region");
  EXPECT_EQ(bytes_in(folder / "backups").find("Anna"), std::string::npos);
  EXPECT_TRUE(told.empty());
}

TEST_F(AfterABackup, RestoringItRepeatsThemAndTheKeyIsGoneAgain) {
  dispose_both("live");
  const StorePlace place = restored("again");
  const std::string key = key_of(place);
  ASSERT_NE(bytes_in(folder / "again").find(key), std::string::npos);
  const Repeated repeated = repeat(place);
  EXPECT_TRUE(repeated.file_is_there);
  EXPECT_EQ(repeated.done, file().read().cases);
  EXPECT_TRUE(repeated.refused.empty());
  EXPECT_EQ(bytes_in(folder / "again").find(key), std::string::npos);
  EXPECT_TRUE(verify(place).clean());
  Reader reader{place};
  const auto gone = load_case(streams_of(reader), "2026-1");
  ASSERT_TRUE(gone && gone->disposal.fact);
  EXPECT_EQ(gone->disposal.fact->at, hour(eleven_years)) << "with the moment it had";
  EXPECT_FALSE(load_case(streams_of(reader), "2026-2")->disposal.fact);
}

/// An example that was there when the backup was made, and removed afterwards.
TEST_F(AfterABackup, AnExampleThatWasRemovedGoesOnceMore) {
  {
    Live live{restored("examples"), file(), told};
    ASSERT_EQ(live.open_example("ex-1"), "example_marked");
  }
  const StorePlace before{folder / "examples" / "kallad.db", {}};
  const auto second = folder / "examples.db";
  backup(before, second);
  {
    Live live{before, file(), told};
    EXPECT_EQ(live.say("ex-1", "gone", RemoveExample{}), "example_removed");
    EXPECT_EQ(live.say("2026-1", "no", RemoveExample{}), "case_is_no_example");
  }
  ASSERT_EQ(file().read().cases.size(), 1U);
  EXPECT_EQ(file().read().cases[0].principal, PrincipalId{});
  std::filesystem::create_directories(folder / "back");
  const StorePlace place{folder / "back" / "kallad.db", {}};
  restore(second, place);
  const Repeated repeated = repeat(place);
  EXPECT_EQ(repeated.done, file().read().cases);
  EXPECT_TRUE(verify(place).clean());
  Reader reader{place};
  const auto gone = load_case(streams_of(reader), "ex-1");
  ASSERT_TRUE(gone && gone->disposal.fact);
  EXPECT_FALSE(gone->running.is_opened());
  EXPECT_FALSE(load_case(streams_of(reader), "2026-1")->disposal.fact) << "that is a real one";
  EXPECT_TRUE(repeat(place).done.empty()) << "and not a second time";
}

TEST_F(AfterABackup, ASecondRepeatFindsNothingAndTheCommandIdIsTaken) {
  dispose_both("live");
  const StorePlace place = restored("again");
  repeat(place);
  EXPECT_TRUE(repeat(place).done.empty());
  Live live{place, file(), told};
  EXPECT_EQ(live.dispose("2026-1", region), "command_id_reused") << "by the restore, not by her";
  EXPECT_EQ(file().read().cases.size(), 2U);
}

TEST_F(AfterABackup, OfOneHuvudmanAloneOnlyThatCopyGoes) {
  {
    Live live{restored("live"), file(), told};
    live.dispose("2026-1", municipality);
  }
  const StorePlace place = restored("again");
  EXPECT_EQ(repeat(place).done.size(), 1U);
  Reader reader{place};
  const auto left = load_case(streams_of(reader), "2026-1");
  EXPECT_TRUE(left->running.is_opened());
  ASSERT_EQ(left->disposal.disposed.size(), 1U);
  EXPECT_EQ(left->disposal.disposed[0].principal, municipality);
}

TEST_F(AfterABackup, AnotherCaseOfThatNumberAndWhatTheRulesForbidAreLeftAndTold) {
  const std::vector<GoneCase> lines{
      {CaseId{"2026-1"}, hour(1), region, hour(eleven_years), "opened at another time"},
      {CaseId{"2031-7"}, hour(0), region, hour(eleven_years), "no such case"},
      {CaseId{"2026-2"}, hour(0), region, hour(24 * 366), "kept by law"}};
  file().add(lines);
  const StorePlace place = restored("again");
  const Repeated repeated = repeat(place);
  EXPECT_TRUE(repeated.done.empty());
  EXPECT_EQ(repeated.unknown, (std::vector<GoneCase>{lines[0], lines[1]}));
  EXPECT_EQ(repeated.refused, std::vector<GoneCase>{lines[2]});
  Reader reader{place};
  EXPECT_TRUE(load_case(streams_of(reader), "2026-1")->running.is_opened());
}

TEST_F(AfterABackup, WhatCannotBeRepeatedIsToldOnceAndTriedAgainWhereItCan) {
  const GoneCase kept{CaseId{"2026-2"}, hour(0), region, hour(24 * 366), "kept by law"};
  const GoneCase unknown{CaseId{"2031-7"}, hour(0), region, hour(eleven_years), "no such case"};
  const std::vector<GoneCase> lines{kept, unknown};
  file().add(lines);
  const StorePlace place = restored("again");
  const Repeated first = repeat(place);
  EXPECT_EQ(first.refused.size() + first.unknown.size(), 2U);
  EXPECT_TRUE(first.says_anything());
  const Repeated second = repeat(place);
  EXPECT_FALSE(second.says_anything()) << "every start would say it again";
  EXPECT_EQ(second.told_before, 2U);
  EXPECT_EQ(file().read().cases, lines) << "nothing is forgotten";
  const GoneCase now_allowed{CaseId{"2026-2"}, hour(0), region, hour(eleven_years), "later"};
  file().add({{now_allowed}});
  EXPECT_EQ(repeat(place).done, std::vector<GoneCase>{now_allowed});
}

TEST_F(AfterABackup, AMissingFileRefusesNothingAndIsTold) {
  const Repeated repeated = repeat(restored("again"));
  EXPECT_FALSE(repeated.file_is_there);
  EXPECT_FALSE(repeated.says_anything());
}

TEST_F(AfterABackup, ATornLineHidesNoOther) {
  dispose_both("live");
  { std::ofstream{file().path(), std::ios::app} << R"({"case":"2026-)"; }
  const GoneCase last{CaseId{"2026-2"}, hour(0), region, hour(eleven_years), "after the torn one"};
  file().add({{last}});
  const GoneCases all = file().read();
  EXPECT_EQ(all.unreadable, 1U);
  ASSERT_EQ(all.cases.size(), 3U);
  EXPECT_EQ(all.cases.back(), last);
}

TEST_F(AfterABackup, WhereTheFileCannotBeWrittenTheDisposalGoesAndTheLineFollows) {
  std::filesystem::remove_all(folder / "backups");
  { std::ofstream{folder / "backups"} << "no folder"; }
  Live live{restored("live"), file(), told};
  EXPECT_EQ(live.dispose("2026-1", municipality), "copy_disposed");
  EXPECT_EQ(told.size(), 1U);
  std::filesystem::remove(folder / "backups");
  std::filesystem::create_directories(folder / "backups");
  EXPECT_EQ(live.dispose("2026-1", region), "case_disposed");
  EXPECT_EQ(file().read().cases.size(), 2U);
}

/// A disk that is full at one commit.
struct FullOnce : RememberingStore {
  using RememberingStore::RememberingStore;
  bool is_full = false;
  void commit() override {
    if (std::exchange(is_full, false)) throw StoreError(StoreFault::full, "no space");
    RememberingStore::commit();
  }
};

TEST_F(AfterABackup, WhatWasNotStoredForWantOfRoomIsTakenBack) {
  SqliteStore store{restored("live"), Access::write};
  FullOnce full{store, GoneFile{folder / "other"}, [](const std::string&) {}};
  RememberingStore remembering{full, file(), [](const std::string&) {}};
  EngineBrain brain{log_of(remembering), Calendar{stockholm()}};
  Desk desk{remembering, brain, [] { return hour(eleven_years); }};
  const auto dispose = [&] {
    return desk.submit_now(
        submission_of("2026-1", "once", administrator, FileCommand{DisposeCopy{region}}));
  };
  full.is_full = true;  // what stands in lists was filled before
  EXPECT_EQ(dispose().answer, Answer::store_full);
  EXPECT_TRUE(file().read().cases.empty());
  EXPECT_EQ(dispose().answer, Answer::accepted);
  EXPECT_EQ(file().read().cases.size(), 1U);
}

}  // namespace
}  // namespace kallad::gone_testing
