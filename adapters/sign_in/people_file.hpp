// The file of accounts, one-time links, sessions and counted tries: one connection, one lock.
// Not part of the event log: people must be erasable, and what is erased is overwritten.
// Rule kept: a stolen file holds nothing that signs anybody in; what was answered is on disk.
#pragma once

#include <boost/variant2/variant.hpp>
#include <filesystem>

#include "adapters/store/side/side_store.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// What a wish about people came to: a value, or why not.
template <class Value>
using OrRefusals = boost::variant2::variant<Value, Refusals>;

/// Where there is nothing to tell but that it was done.
struct Done {
  bool operator==(const Done&) const = default;
};

/// Safe for many threads. `work` gets the connection alone, and must be short: no password is
/// hashed in it.
class PeopleFile : public SideStore {
 public:
  /// Opens or makes the file. Throws StoreError.
  explicit PeopleFile(const std::filesystem::path& file);
};

}  // namespace kallad
