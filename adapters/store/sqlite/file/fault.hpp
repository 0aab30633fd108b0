// From SQLite's error codes to the store's own faults, in one place.
// Rule kept: an error says operation, place, cause, and its kind says what may be done about it.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>

#include "adapters/desk/event_store.hpp"

namespace kallad {

/// Which fault an SQLite result code (primary or extended) is.
StoreFault fault_of(int code);

/// Throws the StoreError that `error` amounts to, with what was being done.
[[noreturn]] void rethrow_as_store_error(std::string_view doing, const SQLite::Exception& error);

/// Runs `work`; what SQLite throws comes out as a StoreError that says what was being done.
template <class Work>
auto guarded(std::string_view doing, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    rethrow_as_store_error(doing, error);
  }
}

/// Makes a prepared statement ready for its next use, also when it threw.
class Reset {
 public:
  explicit Reset(SQLite::Statement& statement) : statement_(statement) {}
  ~Reset() { statement_.tryReset(); }
  Reset(const Reset&) = delete;
  Reset& operator=(const Reset&) = delete;

 private:
  SQLite::Statement& statement_;
};

}  // namespace kallad
