// Cases and the register as they are on disk, read beside the writer for those who ask.
// Not the desk's state and not an authority: what may be shown of it is decided by the caller. Rule
// kept: readers have connections of their own and never wait for the writer.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/memory/case_memory.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::api {

/// The register as it is, and how many events it has.
struct ReadLedger {
  Ledger ledger;
  std::uint64_t version = 0;
};

/// Thread-safe. Connections are kept and lent, one to each call at a time.
class Shelf {
 public:
  /// `tail` is that of the writer in this process.
  Shelf(StorePlace place, const Tail& tail) : place_(std::move(place)), tail_(tail) {}

  /// The case as it is, or null where there is none of that name. Throws StoreError `damaged`.
  std::shared_ptr<const ReadCase> find_case(std::string_view id);
  /// What a command has added to a case, so that it need not be read from the log. To be called
  /// once it is on disk.
  void grow(std::string_view id, Growth growth) { cases_.grow(id, std::move(growth)); }
  /// The same as find_case, folded of what `reached` says yes to; its version is that of the whole
  /// case.
  using Reached = std::function<bool(const EventView&)>;
  std::shared_ptr<const ReadCase> find_reached(std::string_view id, const Reached& reached);
  /// All events of a stream in order; nothing where there is no such stream. Throws StoreError.
  void read(std::string_view stream, const TakeEvent& take);
  /// Events of all streams in the order of the log, after a position; and the position of the last.
  std::vector<LoggedEvent> after(std::int64_t position, std::size_t limit);
  std::int64_t end();
  /// The register as it was when it was last read: now, the first time and after each forget.
  std::shared_ptr<const ReadLedger> ledger();
  /// The register has changed. To be called once the change is on disk.
  void forget_ledger();
  /// A page of a list of cases; how many lines it has; who coordinates for its owner in some line.
  std::vector<ListedEntry> entries(const EntryQuery& query);
  std::uint64_t count_entries(const EntryQuery& query);
  std::vector<std::string> leads(const std::string& list);
  /// Numbers and names of streams, in the order of their first events, after a number.
  std::vector<std::pair<std::int64_t, std::string>> streams(std::int64_t after, std::size_t limit);
  /// Streams that are found by the text, an identity number's digits.
  std::vector<std::string> find(std::string_view text);

 private:
  class Lent;
  bool is_last(const StreamHead& head) const;
  static constexpr std::size_t most_remembered = 1000;

  StorePlace place_;
  const Tail& tail_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> free_;
  CaseMemory cases_{most_remembered};
  std::shared_ptr<const ReadLedger> ledger_;
  std::uint64_t forgotten_ = 0;  ///< times
};

}  // namespace kallad::api
