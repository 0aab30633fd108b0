// Judging due rows before their turn, on a thread of its own: their streams are read from the log
// and asked, so that the writer has only to write. Not a second writer, and nothing is stored here.
// Rule kept: what was judged holds only while its stream and what the brain rests on are as they
// were; the writer looks, and judges anew itself where they are not.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "adapters/desk/stream_cache.hpp"

namespace kallad {

/// A way to see the log and judge beside the writer: a connection and a brain that nobody else
/// uses. They are used from one thread at a time.
struct Foresight {
  ReadStored read;
  Brain& brain;
};

/// What the brain says to one due row.
struct JudgedRow {
  Submission submission;
  ShortDigest content{};
  Decision decision;
};

/// A stream with its due rows judged one after the other.
struct JudgedStream {
  CachedStream stream;  ///< its state is after the rows, all else before them
  std::vector<JudgedRow> rows;
  std::vector<DueRow> due;   ///< what falls due after them, sorted
  std::string lookup;        ///< after them
  Shown shown;               ///< after them
  std::uint64_t ground = 0;  ///< Brain::ground
};

/// The streams whose rows are fired next.
struct Ahead {
  std::vector<DueItem> first;  ///< of each stream the row to begin with, in the order of firing
  Instant until{};             ///< what falls due until and with then is fired
  Instant now{};               ///< what is stamped
};

/// The thread that judges, and what it has ready. Thread-safe.
class Forerunner {
 public:
  explicit Forerunner(Foresight eyes);
  ~Forerunner();
  Forerunner(const Forerunner&) = delete;
  Forerunner& operator=(const Forerunner&) = delete;

  /// Goes on with these; what is ready of them stays so, all else is forgotten.
  void want(Ahead ahead);
  /// The stream, judged, once; nothing where it has not been begun, and then it will not be. Waits
  /// where it is being judged. Nothing also where reading or judging threw.
  std::optional<JudgedStream> take(const std::string& stream);
  /// What the brain rests on has changed: what is ready holds no more.
  void renew();

 private:
  using Ready = std::unordered_map<std::string, std::optional<JudgedStream>>;
  void run(const std::stop_token& stop);
  std::optional<JudgedStream> judge(const DueItem& first, Instant until, Instant now);

  Foresight eyes_;
  std::mutex mutex_;
  std::condition_variable_any wake_;  ///< something is wanted
  std::condition_variable done_;      ///< what was being judged is ready
  std::deque<DueItem> wanted_;
  Instant until_{};
  Instant now_{};
  std::string at_work_;  ///< the stream that is being judged; empty: none
  bool is_stale_ = false;
  Ready ready_;
  std::jthread thread_;  ///< last: it uses all of the above
};

/// The submission with which the alarm reports a due row. Its command id follows from the row, so
/// that firing twice stores once.
Submission due_submission(const DueItem& item, const std::string& actor);

/// The row of a stream that is fired after this one; nothing where none falls due until then.
std::optional<DueRow> next_due_of(const std::vector<DueRow>& sorted, const DueRow& after,
                                  Instant until);

}  // namespace kallad
