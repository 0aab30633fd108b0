// One thread reads what is new once for all, folds each case that something happened in once, and
// asks for each follower whether it may know.
// Not waiting for anybody: a feed that is read too slowly is cut by the server.
#include "adapters/api/follow/followers.hpp"

#include <algorithm>
#include <map>

#include "adapters/api/way/event_sight.hpp"
#include "adapters/api/way/gate.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

namespace {

constexpr std::chrono::milliseconds between_looks{200};
constexpr std::chrono::seconds between_signs_of_life{15};
constexpr std::size_t most_followers = 1'000;
constexpr std::size_t most_at_once = 500;
constexpr std::int64_t most_missed = 10'000;  ///< more than this and reading anew is cheaper

std::string told(const LoggedEvent& event) {
  return "id: " + std::to_string(event.position) + "\nevent: case\ndata: {\"case\":\"" +
         event.stream + "\",\"sequence\":" + std::to_string(event.sequence) + ",\"type\":\"" +
         event.type + "\"}";
}

}  // namespace

/// What one look at the log found, read once however many follow.
class Followers::Round {
 public:
  explicit Round(House& house)
      : house_(house),
        ledger_(house.shelf.ledger()),
        occasion_{ledger_->ledger.known, house.calendar, house.now()} {}

  const std::vector<LoggedEvent>& after(std::int64_t position) {
    const auto [found, is_new] = events_.try_emplace(position);
    if (is_new) found->second = house_.shelf.after(position, most_at_once);
    return found->second;
  }
  bool may_know(const Caller& caller, const LoggedEvent& event) {
    const auto [found, is_new] = cases_.try_emplace(event.stream);
    if (is_new) found->second = house_.shelf.find_case(event.stream);
    if (!found->second) return false;
    const Sight sight = authority::sight(caller, found->second->file, occasion_);
    return kallad::api::may_know(sight, event.type, event.sequence, event.at);
  }
  Instant now() const { return occasion_.at; }

 private:
  House& house_;
  std::shared_ptr<const ReadLedger> ledger_;
  Occasion occasion_;
  std::map<std::int64_t, std::vector<LoggedEvent>> events_;
  std::map<std::string, std::shared_ptr<const ReadCase>> cases_;
};

Followers::Followers(House& house)
    : house_(house), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Followers::~Followers() {
  thread_.request_stop();
  thread_.join();
  for (const auto* each : {&followers_, &joining_}) {
    for (const Follower& follower : *each) follower.feed->close();
  }
}

std::shared_ptr<EventFeed> Followers::follow(std::string token, Caller caller,
                                             std::optional<std::int64_t> position) {
  const std::int64_t end = house_.shelf.end();
  auto feed = std::make_shared<EventFeed>();
  const std::int64_t from = std::clamp(position.value_or(end), std::int64_t{0}, end);
  const bool missed_much = end - from > most_missed;
  feed->push(missed_much ? "event: read_anew\ndata: {}" : ": följer");
  const std::lock_guard lock{mutex_};
  if (count_ >= most_followers) return nullptr;
  ++count_;
  joining_.push_back({std::move(token), std::move(caller), missed_much ? end : from, feed});
  return feed;
}

bool Followers::tell(Follower& follower, Round& round) {
  for (const LoggedEvent& event : round.after(follower.position)) {
    follower.position = event.position;
    if (event.stream == register_stream || !round.may_know(follower.caller, event)) continue;
    if (!follower.feed->push(told(event))) return false;
  }
  return !follower.feed->closed();
}

void Followers::run(const std::stop_token& stop) {
  auto alive = std::chrono::steady_clock::now();
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock{mutex_};
      changed_.wait_for(lock, stop, between_looks, [] { return false; });
      followers_.splice(followers_.end(), joining_);
    }
    if (stop.stop_requested() || followers_.empty()) continue;
    const auto now = std::chrono::steady_clock::now();
    const bool sign_of_life = now - alive > between_signs_of_life;
    if (sign_of_life) alive = now;
    try {
      look(sign_of_life);
    } catch (const StoreError&) {
      let_go([](const Follower&) { return true; });  // they come again with what they last had
    }
  }
}

void Followers::look(bool sign_of_life) {
  Round round{house_};
  let_go([&](Follower& follower) {
    const auto session =
        house_.people.sessions.session(follower.token, round.now(), Presence::only_watching);
    if (!session) return true;
    follower.caller = caller_of(*session);  // whom they are named for changes without a sign-in
    if (!tell(follower, round)) return true;
    return sign_of_life && !follower.feed->push(": lever");
  });
}

void Followers::let_go(const std::function<bool(Follower&)>& is_to_go) {
  const std::size_t gone = std::erase_if(followers_, [&](Follower& follower) {
    if (!is_to_go(follower)) return false;
    follower.feed->close();
    return true;
  });
  const std::lock_guard lock{mutex_};
  count_ -= gone;
}

}  // namespace kallad::api
