// An SQLite file beside the case store: made, opened and checked the same way whoever owns it.
// Not the event store and no part of the log: what lies here may be changed or erased by its owner.
// Rule kept: what is committed survives a power cut; a file of a newer program, or of another
// program, is refused with a clear text and left untouched.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "engine/spine/instant.hpp"

namespace kallad {

/// Whose file it is.
struct SideKind {
  std::string_view what;  ///< for errors: "the people file"
  int application_id;
  int version;         ///< kept in user_version
  const char* tables;  ///< SQL that makes them in a new file, as they were in version 1
  std::span<const char* const> later = {};  ///< SQL that raises version 1 to 2, 2 to 3, …
};

/// Opens the file, makes it where it is missing or empty, and raises it where it is of an older
/// version, in one transaction. Throws StoreError: foreign, newer, damaged, failed. The connection
/// is for one thread at a time.
SQLite::Database open_side_file(const std::filesystem::path& file, const SideKind& kind);

/// Opens an existing file for reading only.
SQLite::Database open_side_file_to_read(const std::filesystem::path& file, const SideKind& kind);

/// A statement with its values bound in order.
template <class... Values>
SQLite::Statement query(SQLite::Database& database, const std::string& sql,
                        const Values&... values) {
  SQLite::Statement statement{database, sql};
  SQLite::bind(statement, values...);
  return statement;
}

/// Runs a statement that changes rows; tells how many.
template <class... Values>
int change(SQLite::Database& database, const std::string& sql, const Values&... values) {
  return query(database, sql, values...).exec();
}

/// A moment as it is stored, and back.
inline std::int64_t stored(Instant moment) { return moment.time_since_epoch().count(); }
inline Instant moment_of(std::int64_t stored_moment) {
  return Instant{std::chrono::milliseconds{stored_moment}};
}

}  // namespace kallad
