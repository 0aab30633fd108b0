// The queue of an event feed.
// Not the heartbeat and not the writing: connection_feed.hpp. Rule kept: `wake` is called under the
// lock, so that a reader who has detached is never woken.
#include "adapters/http/event_feed.hpp"

#include <utility>

namespace kallad {

bool EventFeed::push(std::string_view event) {
  const std::lock_guard lock(guard_);
  if (closed_) return false;
  if (waiting_.size() + event.size() + 2 > most_waiting_) {
    closed_ = overrun_ = true;
  } else {
    waiting_.append(event).append("\n\n");
  }
  if (wake_) wake_();
  return !closed_;
}

void EventFeed::close() {
  const std::lock_guard lock(guard_);
  if (std::exchange(closed_, true)) return;
  if (wake_) wake_();
}

bool EventFeed::closed() const {
  const std::lock_guard lock(guard_);
  return closed_;
}

void EventFeed::attach(std::function<void()> wake) {
  const std::lock_guard lock(guard_);
  wake_ = std::move(wake);
}

void EventFeed::detach() {
  std::function<void()> forgotten;  // what it holds is let go after the lock
  const std::lock_guard lock(guard_);
  closed_ = true;
  waiting_ = {};
  forgotten = std::exchange(wake_, nullptr);
}

std::string EventFeed::take() {
  const std::lock_guard lock(guard_);
  return std::exchange(waiting_, {});
}

bool EventFeed::overrun() const {
  const std::lock_guard lock(guard_);
  return overrun_;
}

}  // namespace kallad
