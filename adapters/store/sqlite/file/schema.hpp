// The tables, and how a connection to a store file is opened and checked.
// Rule kept: a file of a newer program, or of another program, is refused with a clear text and
// left untouched.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace kallad {

inline constexpr int schema_version = 3;
inline constexpr int store_application_id = 0x4b414c44;  ///< "KALD"

/// Where a store is, through which SQLite file system (tests put one in between; empty: the usual),
/// and of which version it has to be.
struct StorePlace {
  std::filesystem::path file;
  std::string vfs;
  int version = schema_version;
};

/// What a connection may do.
enum class Access {
  create,    ///< write; a missing or empty file becomes a new store
  write,     ///< write to an existing store
  maintain,  ///< checkpoint an existing store
  read,
};

/// The tables of a new store as SQL, as schemas/sql shows them.
std::string store_tables();

/// Opens and checks a store. Throws StoreError: missing, foreign, newer, outdated, failed, damaged.
SQLite::Database open_store(const StorePlace& place, Access access);

/// Makes those projections that are missing, empty; `lists` says then that they have to be rebuilt.
void make_projections(SQLite::Database& database);

/// The version a store has, which is not after `place.version`. Throws as open_store does.
int version_of_store(const StorePlace& place);

}  // namespace kallad
