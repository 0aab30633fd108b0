// Events on their way to one reader (text/event-stream), pushed by whoever has them.
// Not the events' content, and not the writing: the server takes what waits here. Rule kept: a
// reader slower than its events is cut off; memory does not grow for it.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace kallad {

/// Safe to use from several threads at once.
class EventFeed {
 public:
  /// `most_waiting`: bytes that may wait for the reader.
  explicit EventFeed(std::size_t most_waiting = 256 * 1024) : most_waiting_(most_waiting) {}

  /// Sends the lines of one event ("id: 7\ndata: {}"), without the empty line that ends it. False
  /// where the reader is gone, was cut off or the feed is closed: then nothing more is to be
  /// pushed.
  bool push(std::string_view event);
  /// Ends the feed when what waits is written.
  void close();
  bool closed() const;

  // For the server -------------------------------------------------------------------------------

  /// Calls `wake` on each change from now on, in the thread that made it, until detached.
  void attach(std::function<void()> wake);
  /// Closes, forgets what waits and whom to wake. No call of `wake` begins after it.
  void detach();
  /// What waits, which is then forgotten.
  std::string take();
  /// More waited than may.
  bool overrun() const;

 private:
  mutable std::mutex guard_;
  const std::size_t most_waiting_;
  std::string waiting_;
  bool closed_ = false;
  bool overrun_ = false;
  std::function<void()> wake_;
};

}  // namespace kallad
