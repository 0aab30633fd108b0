// How far a store's log had come, in a small file beside it: `<store>.mark`.
// Not needed to read the store, and not synced: after power loss it may be missing or older, and
// then it says less. Rule kept (faults, row 5): an older copy in the store's place, or a
// write-ahead log that was cut or damaged, is told; without the mark both look like a good store
// that is shorter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "adapters/desk/digest/digest.hpp"

namespace kallad {

/// Where the log ended when this was written, and the hash over all events until there.
struct Mark {
  std::int64_t last = 0;
  Digest root{};
};

/// The file that holds the mark of a store.
std::filesystem::path mark_file(const std::filesystem::path& store);

/// The mark of a store; nothing where there is none, or it is not whole.
std::optional<Mark> read_mark(const std::filesystem::path& store);

/// Throws StoreError `older` when the log ends before the mark, or at the mark with another past.
void refuse_older(const std::filesystem::path& store, const std::optional<Mark>& mark,
                  const Mark& log);

/// Writes the mark after each commit. The kernel has it at once, so it outlives the process. Where
/// it cannot be written the store works all the same.
class MarkWriter {
 public:
  explicit MarkWriter(const std::filesystem::path& store);
  ~MarkWriter();
  MarkWriter(const MarkWriter&) = delete;
  MarkWriter& operator=(const MarkWriter&) = delete;
  void write(const Mark& mark);

 private:
  int descriptor_ = -1;
  Hasher hasher_;
};

}  // namespace kallad
