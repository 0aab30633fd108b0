// Threads on which routes run, since the server's own must not wait for a disk or a password's
// hash. Not a scheduler: first come, first served. Rule kept: what waits is bounded by the server's
// limit of requests in flight.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kallad::api {

class Workers {
 public:
  explicit Workers(unsigned threads);
  /// Finishes what waits.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Thread-safe. `work` must not throw.
  void run(std::function<void()> work);

 private:
  void loop();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kallad::api
