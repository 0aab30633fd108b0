// Those who follow what happens as it happens (server-sent events), each told what they may see.
// Not content: a case's number, the event's and its type; whoever wants more asks for the case.
// Rules kept: authority is asked for each event; a session that has ended gets nothing more, and
// following is no activity that keeps one alive; what a follower missed is made up for, or it is
// told to read anew.
#pragma once

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "adapters/api/way/call.hpp"

namespace kallad::api {

/// Looks at the log some times a second and pushes. Thread-safe.
class Followers {
 public:
  explicit Followers(House& house);
  /// Ends all feeds.
  ~Followers();
  Followers(const Followers&) = delete;
  Followers& operator=(const Followers&) = delete;

  /// A feed for whoever shows that token, from after `position` on (the id of the last event that
  /// was received), or from now on where that is nothing. Null where there is no room.
  std::shared_ptr<EventFeed> follow(std::string token, Caller caller,
                                    std::optional<std::int64_t> position);

 private:
  struct Follower {
    std::string token;
    Caller caller;
    std::int64_t position = 0;
    std::shared_ptr<EventFeed> feed;
  };
  class Round;
  void run(const std::stop_token& stop);
  void look(bool sign_of_life);
  bool tell(Follower& follower, Round& round);
  void let_go(const std::function<bool(Follower&)>& is_to_go);

  House& house_;
  std::list<Follower> followers_;  ///< the thread's own
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Follower> joining_;
  std::size_t count_ = 0;  ///< of both lists
  std::jthread thread_;    ///< last: it uses all of the above
};

}  // namespace kallad::api
