// The table of faults. Anything that is not known to be harmless counts as failed: better to stop
// than to guess.
#include "adapters/store/sqlite/file/fault.hpp"

#include <sqlite3.h>

namespace kallad {

StoreFault fault_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return StoreFault::full;
    case SQLITE_CORRUPT:
      return StoreFault::damaged;
    case SQLITE_NOTADB:
      return StoreFault::foreign;
    case SQLITE_CANTOPEN:
      return StoreFault::missing;
    default:
      return StoreFault::failed;
  }
}

void rethrow_as_store_error(std::string_view doing, const SQLite::Exception& error) {
  const int code = error.getErrorCode();
  const int extended = error.getExtendedErrorCode();
  // SQLiteCpp leaves codes at -1 where the fault is a misuse of its own interface.
  throw StoreError(code < 0 ? StoreFault::failed : fault_of(code),
                   std::string{doing} + ": " + error.what() + " (SQLite " +
                       std::to_string(extended > 0 ? extended : code) + ")");
}

}  // namespace kallad
