// What people tell of the pages: what is hard to use, where, and how they can be reached.
// Not part of the log and not about any case. Rules kept (lag 2018:1937): whoever meets a barrier
// can tell it without an account; what was answered is on disk. Nobody can fill the disk by it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/store/side/side_store.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// One thing told. `number` is the file's own; `reach` is empty where no answer is wanted.
struct FeedbackNote {
  std::int64_t number = 0;
  Instant at{};
  std::string where;
  std::string text;
  std::string reach;
};

/// Safe for many threads. All throw StoreError.
class Feedback {
 public:
  static constexpr std::int64_t most_notes = 500;

  /// Opens or makes the file.
  explicit Feedback(const std::filesystem::path& file);

  /// Keeps it, whatever its number; false, and nothing kept, where `most_notes` wait to be read.
  bool put(const FeedbackNote& note);
  /// All that waits, the oldest first.
  std::vector<FeedbackNote> all();
  /// It has been read, and is erased; false where it was not there.
  bool erase(std::int64_t number);

 private:
  SideStore file_;
};

}  // namespace kallad
