// The place where a handler's answer is put and a connection finds it.
// Not the waiting itself: the connection gives a function that wakes it. Rule kept: an answer
// counts once; a handler that lets go without answering has answered 500.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "adapters/http/message.hpp"

namespace kallad::http {

/// Safe to use from several threads at once.
class Reply {
 public:
  /// A feed in an answer that comes too late is closed.
  void answer(HttpResponse response) { put(std::move(response), false); }
  /// Answers 500 for a handler that threw or let go, where it has not answered.
  void fail() { put({.status = 500}, true); }

  /// The answer is here. Where it is not, `wake` is called when it comes, under the lock.
  bool ready_or(std::function<void()> wake) {
    const std::lock_guard lock(guard_);
    if (!given_) wake_ = std::move(wake);
    return given_;
  }

  /// The answer, or 503 where there is none yet; nobody is woken after it.
  HttpResponse take() {
    std::function<void()> forgotten;  // what it holds is let go after the lock
    const std::lock_guard lock(guard_);
    forgotten = std::exchange(wake_, nullptr);
    if (!std::exchange(given_, true)) response_.status = 503;
    return std::move(response_);
  }

  bool failed() const {
    const std::lock_guard lock(guard_);
    return failed_;
  }

 private:
  void put(HttpResponse response, bool failed) {
    std::unique_lock lock(guard_);
    if (!std::exchange(given_, true)) {
      failed_ = failed;
      response_ = std::move(response);
      if (wake_) wake_();
      return;
    }
    lock.unlock();
    if (response.feed) response.feed->close();
  }

  mutable std::mutex guard_;
  bool given_ = false;
  bool failed_ = false;
  HttpResponse response_;
  std::function<void()> wake_;
};

/// `reply` as the handler is given it.
inline HttpAnswer answer_for(std::shared_ptr<Reply> reply) {
  struct Once {
    std::shared_ptr<Reply> reply;
    explicit Once(std::shared_ptr<Reply> to) : reply(std::move(to)) {}
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;
    ~Once() { reply->fail(); }
  };
  auto once = std::make_shared<Once>(std::move(reply));
  return [once](HttpResponse response) { once->reply->answer(std::move(response)); };
}

}  // namespace kallad::http
