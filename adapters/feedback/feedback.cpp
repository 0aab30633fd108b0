// The table and its lines.
// Not an archive: what has been read is gone, and so is what nobody has read in a year.
#include "adapters/feedback/feedback.hpp"

namespace kallad {

namespace {

constexpr std::chrono::hours kept_for{24 * 365};

constexpr const char* tables = R"sql(
CREATE TABLE notes(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  place TEXT NOT NULL,
  words TEXT NOT NULL,
  reach TEXT NOT NULL
) STRICT;
)sql";

const SideKind& kind_of_file() {
  static const SideKind kind{"the file of feedback", 0x4b666462, 1, tables};
  return kind;
}

std::int64_t count(SQLite::Database& database) {
  auto row = query(database, "SELECT count(*) FROM notes");
  return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

}  // namespace

Feedback::Feedback(const std::filesystem::path& file) : file_(file, kind_of_file()) {}

bool Feedback::put(const FeedbackNote& note) {
  return file_.write([&](SQLite::Database& database) {
    change(database, "DELETE FROM notes WHERE at < ?", std::int64_t{stored(note.at - kept_for)});
    if (count(database) >= most_notes) return false;
    change(database, "INSERT INTO notes (at, place, words, reach) VALUES (?, ?, ?, ?)",
           std::int64_t{stored(note.at)}, note.where, note.text, note.reach);
    return true;
  });
}

std::vector<FeedbackNote> Feedback::all() {
  return file_.read([](SQLite::Database& database) {
    auto rows =
        query(database, "SELECT number, at, place, words, reach FROM notes ORDER BY number");
    std::vector<FeedbackNote> notes;
    while (rows.executeStep()) {
      notes.push_back({rows.getColumn(0).getInt64(), moment_of(rows.getColumn(1).getInt64()),
                       rows.getColumn(2).getString(), rows.getColumn(3).getString(),
                       rows.getColumn(4).getString()});
    }
    return notes;
  });
}

bool Feedback::erase(std::int64_t number) {
  return file_.write([&](SQLite::Database& database) {
    const auto before = count(database);
    change(database, "DELETE FROM notes WHERE number = ?", std::int64_t{number});
    return count(database) < before;
  });
}

}  // namespace kallad
