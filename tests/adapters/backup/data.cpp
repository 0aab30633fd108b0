// Filling and spoiling the data folder of the tests.
// Not the checks: each test says what it expects.
#include "tests/adapters/backup/data.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kallad::testing {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

DataFolder::DataFolder() {
  std::filesystem::create_directories(data);
  SQLite::Database people{(data / "people.sqlite").string(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  people.exec("PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES ('Prov')");
  std::ofstream{data / "kallad.key"} << "hemlig";
}

void DataFolder::fill(int commands) {
  AccessLog access{data / "access.sqlite"};
  SqliteStore store{place(data), Access::create};
  CounterBrain brain;
  Desk desk{store, brain, clock.reading()};
  for (int i = 0; i < commands; ++i) {
    const std::string id = "c" + std::to_string(commands_++);
    desk.submit_now(add("case" + std::to_string(i % 3), id));
    if (i % 5 == 0) desk.submit_now(wake_at("case1", id + "w", 1'900'000'000'000 + i));
    access.record_and_wait({id, "E. Prov", {}, CaseId{"case1"}, "case", "prov", "shown"},
                           clock.now);
  }
}

void DataFolder::tamper(const std::filesystem::path& file, const std::string& sql) const {
  SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec(sql);
}

}  // namespace kallad::testing
