// A data folder backed up and restored: everything comes back, what is wrong is refused with
// nothing left behind, nothing is overwritten. Not the seal by itself: tests/adapters/store.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/backup/archive.hpp"
#include "adapters/report/kept/history.hpp"
#include "adapters/report/kept/report_file.hpp"
#include "adapters/report/report_json.hpp"
#include "tests/adapters/backup/data.hpp"

namespace kallad::testing {
namespace {

struct DataBackup : DataFolder {};

const std::vector<std::string> all_files{"kallad.db", "access.sqlite", "people.sqlite"};

TEST_F(DataBackup, EveryDatabaseComesBackAndNoKeyDoes) {
  fill(20);
  const DataReport taken = back_up();
  EXPECT_EQ(taken.files, all_files);
  EXPECT_EQ(taken.log.events, 24);
  const DataReport put_back = restore_to(folder / "other");
  EXPECT_EQ(put_back.log.root, taken.log.root);
  EXPECT_EQ(verify(place(folder / "other")).root, verify(place(data)).root);
  EXPECT_EQ(SQLite::Database{(folder / "other" / "people.sqlite").string()}
                .execAndGet("SELECT x FROM t")
                .getString(),
            "Prov");
  EXPECT_EQ(AccessReader{folder / "other" / "access.sqlite"}.head(),
            AccessReader{data / "access.sqlite"}.head());
  EXPECT_FALSE(std::filesystem::exists(folder / "other" / "kallad.key"));
}

TEST_F(DataBackup, NothingIsLeftOfTheWorkAndAllIsTheOwnersAlone) {
  fill(3);
  back_up();
  restore_to(folder / "other");
  EXPECT_FALSE(std::filesystem::exists(folder / "other" / "restore.tmp"));
  EXPECT_FALSE(std::filesystem::exists(data / "backup.tmp"));
  for (const std::string& name : all_files) {
    EXPECT_EQ(std::filesystem::status(folder / "other" / name).permissions(),
              std::filesystem::perms{0600});
  }
  EXPECT_EQ(std::filesystem::status(folder / "other").permissions(), std::filesystem::perms{0700});
  EXPECT_EQ(names_in(folder.path()),
            (std::vector<std::string>{"data", "key", "key.pub", "other", "sealed"}));
}

TEST_F(DataBackup, TheSealedFileTellsNothing) {
  fill(3);
  back_up();
  const std::string bytes = content_of(sealed);
  for (const char* secret_text : {"SQLite", "case1", "Prov", "people.sqlite", "coordinator"})
    EXPECT_EQ(bytes.find(secret_text), std::string::npos) << secret_text;
}

TEST_F(DataBackup, NothingIsOverwritten) {
  fill(3);
  back_up();
  const std::string before = content_of(sealed);
  EXPECT_EQ(fault_of([&] { back_up(); }), StoreFault::exists);
  EXPECT_EQ(content_of(sealed), before);
  EXPECT_EQ(fault_of([&] { restore_to(data); }), StoreFault::exists);
  EXPECT_TRUE(verify(place(data)).clean());
}

TEST_F(DataBackup, OneFileInTheWayStopsThemAll) {
  fill(3);
  back_up();
  std::filesystem::create_directories(folder / "other");
  std::ofstream{folder / "other" / "people.sqlite"} << "other";
  EXPECT_EQ(fault_of([&] { restore_to(folder / "other"); }), StoreFault::exists);
  EXPECT_FALSE(std::filesystem::exists(folder / "other" / "kallad.db"));
  EXPECT_FALSE(std::filesystem::exists(folder / "other" / "access.sqlite"));
  EXPECT_EQ(content_of(folder / "other" / "people.sqlite"), "other");
}

TEST_F(DataBackup, ADamagedSourceIsNotBackedUp) {
  struct Wrong {
    const char* file;
    const char* sql;
    const char* told;
  };
  fill(9);
  const std::vector<Wrong> wrongs{
      {"kallad.db", "UPDATE cases SET row = '{}' WHERE stream = 1", "list row"},
      {"kallad.db", "DELETE FROM due", "due rows"},
      {"access.sqlite", "UPDATE openings SET kind = 'none' WHERE number = 2", "access.sqlite"},
      {"kallad.db", "UPDATE events SET body = zeroblob(40) WHERE position = 4", "hash"},
  };
  for (const Wrong& wrong : wrongs) {
    const std::string good = content_of(data / wrong.file);
    tamper(data / wrong.file, std::string{"PRAGMA journal_mode=DELETE; "} + wrong.sql);
    EXPECT_EQ(fault_of([&] { back_up(); }), StoreFault::damaged) << wrong.sql;
    EXPECT_NE(said.find(wrong.told), std::string::npos) << said;
    EXPECT_FALSE(std::filesystem::exists(sealed));
    EXPECT_FALSE(std::filesystem::exists(sealed.string() + ".partial"));
    EXPECT_FALSE(std::filesystem::exists(data / "backup.tmp"));
    std::ofstream{data / wrong.file, std::ios::binary} << good;
  }
  EXPECT_EQ(fault_of([&] { back_up(); }), std::nullopt) << said;
}

TEST_F(DataBackup, AReportThatIsAnotherThanWasPublishedIsNotBackedUp) {
  fill(3);
  const report::YearlyReport year = report::historical_years().front();
  report::KeptReport kept{
      {report::ReportKind::deficiencies, year.head.council, year.head.year, year.head.version,
       year.head.frozen_at, year.head.frozen_at, false, report::digest_of(year)},
      report::to_json(year)};
  ASSERT_TRUE(report::ReportFile{data / "reports.sqlite"}.keep(kept, "carin"));
  EXPECT_EQ(fault_of([&] { back_up(); }), std::nullopt) << said;
  std::filesystem::remove(sealed);
  tamper(data / "reports.sqlite", "UPDATE published SET digest = 'another'");
  EXPECT_EQ(fault_of([&] { back_up(); }), StoreFault::damaged);
  EXPECT_NE(said.find("reports.sqlite"), std::string::npos) << said;
  EXPECT_FALSE(std::filesystem::exists(sealed));
}

/// An archive of files that no backup would have made, by one who has the public key.
void forge(const std::filesystem::path& folder, const std::vector<std::string>& names,
           const std::filesystem::path& to, const PublicSealKey& key) {
  SealWriter writer{to, key};
  pack(folder, names, writer);
}

TEST_F(DataBackup, AnArchiveThatDoesNotVerifyLeavesNothingBehind) {
  fill(9);
  tamper(data / "kallad.db", "PRAGMA journal_mode=DELETE; UPDATE events SET body = zeroblob(40)");
  forge(data, {"kallad.db"}, sealed, key);
  EXPECT_EQ(fault_of([&] { restore_to(folder / "other"); }), StoreFault::damaged);
  EXPECT_FALSE(std::filesystem::exists(folder / "other"));
}

TEST_F(DataBackup, AnArchiveWithForeignOrHostileNamesIsRefused) {
  fill(3);
  std::ofstream{data / "text.sqlite"} << "no database";
  std::ofstream{folder / "outside"} << "x";
  const std::vector<std::vector<std::string>> wrongs{
      {"people.sqlite"},             // no store
      {"kallad.db", "text.sqlite"},  // no database
      {"kallad.db", "../outside"},   // out of the folder
      {"kallad.db", "kallad.db"},    // twice
  };
  for (const auto& names : wrongs) {
    std::filesystem::remove(sealed);
    forge(data, names, sealed, key);
    EXPECT_EQ(fault_of([&] { restore_to(folder / "other"); }), StoreFault::damaged) << names.back();
    EXPECT_FALSE(std::filesystem::exists(folder / "other"));
  }
}

TEST_F(DataBackup, ACutArchiveAndAnotherKeyLeaveNothingBehind) {
  fill(9);
  back_up();
  make_seal_keys(folder / "second");
  const auto second = read_private_seal_key(folder / "second");
  EXPECT_EQ(fault_of([&] { restore_data(sealed, *second, folder / "other", counters); }),
            StoreFault::foreign);
  std::filesystem::resize_file(sealed, std::filesystem::file_size(sealed) - 1);
  EXPECT_EQ(fault_of([&] { restore_to(folder / "other"); }), StoreFault::damaged);
  EXPECT_FALSE(std::filesystem::exists(folder / "other"));
}

TEST_F(DataBackup, WhatAKilledBackupLeftIsClearedAway) {
  fill(3);
  std::filesystem::create_directories(data / "backup.tmp");
  std::ofstream{data / "backup.tmp" / "kallad.db"} << "half a copy";
  std::ofstream{sealed.string() + ".partial"} << "half a file";
  EXPECT_EQ(back_up().files, all_files);
  EXPECT_FALSE(std::filesystem::exists(data / "backup.tmp"));
  EXPECT_FALSE(std::filesystem::exists(sealed.string() + ".partial"));
}

TEST_F(DataBackup, ASecondOneAtATimeIsRefused) {
  fill(3);
  const FileLock running{data / "backup"};
  EXPECT_EQ(fault_of([&] { back_up(); }), StoreFault::locked);
  EXPECT_NE(said.find("another backup"), std::string::npos) << said;
}

TEST_F(DataBackup, OneThatIsAskedToStopLeavesNothing) {
  fill(3);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(back_up_data(data, sealed, key, counters, stop.get_token()), BackupStopped);
  EXPECT_EQ(names_in(folder.path()), (std::vector<std::string>{"data", "key", "key.pub"}));
  EXPECT_FALSE(std::filesystem::exists(data / "backup.tmp"));
}

TEST_F(DataBackup, TakenWhileADeskWritesItRestoresToWhatItSaid) {
  fill(30);
  AccessLog access{data / "access.sqlite"};
  SqliteStore store{place(data), Access::write};
  CounterBrain brain;
  Desk desk{store, brain, clock.reading()};
  desk.start();
  std::atomic<bool> enough = false;
  std::jthread writer{[&] {
    for (int i = 0; !enough; ++i) {
      desk.submit(add("case" + std::to_string(i % 40), "w" + std::to_string(i))).get();
      access.record_and_wait({"a", "E. Prov", {}, CaseId{"c"}, "case", "prov", "shown"}, clock.now);
    }
  }};
  std::vector<DataReport> taken;
  for (int i = 0; i < 3; ++i) {
    sealed = folder.path() / ("sealed" + std::to_string(i));
    taken.push_back(back_up());
  }
  enough = true;
  writer.join();
  EXPECT_GT(taken.back().log.events, taken.front().log.events);
  for (std::size_t i = 0; i < taken.size(); ++i) {
    sealed = folder.path() / ("sealed" + std::to_string(i));
    const auto other = folder.path() / ("other" + std::to_string(i));
    EXPECT_EQ(restore_to(other).log.root, taken[i].log.root);
    SqliteStore again{place(other), Access::write};
    Desk goes_on{again, brain, clock.reading()};
    EXPECT_EQ(goes_on.submit_now(add("case0", "after")).answer, Answer::accepted);
  }
}

}  // namespace
}  // namespace kallad::testing
