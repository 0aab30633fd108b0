// The lists of a worker, and when its loop ends.
// Not the accepting: server.cpp. Rule kept: while there is a connection the loop runs, so that no
// connection is destroyed half way.
#include "adapters/http/worker.hpp"

#include <vector>

#include "adapters/http/wire/response_head.hpp"

namespace kallad::http {

unsigned Worker::refusal(const Visit& visit) {
  if (visit.room() == Door::Room::enough) return 0;
  if (visit.room() == Door::Room::full && make_room()) return 0;
  state.counts.turned_away.fetch_add(1);
  return visit.room() == Door::Room::full ? 503 : 429;
}

bool Worker::make_room() {
  if (idle_.empty()) return false;
  idle_.front()->close_now();
  state.counts.gave_way.fetch_add(1);
  return true;
}

void Worker::wind_down() {
  winding_down_ = true;
  std::vector<Session*> all(busy_.begin(), busy_.end());
  all.insert(all.end(), idle_.begin(), idle_.end());
  for (Session* session : all) session->wind_down();
  leave_when_empty();
}

void Worker::close_all() {
  std::vector<Session*> all(busy_.begin(), busy_.end());
  all.insert(all.end(), idle_.begin(), idle_.end());
  for (Session* session : all) session->close_now();
}

const std::string& Worker::date() {
  const Instant now = state.now();
  const auto second = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch());
  if (second != dated_) {
    dated_ = second;
    date_ = http_date(now);
  }
  return date_;
}

void Worker::leave_when_empty() {
  if (winding_down_ && busy_.empty() && idle_.empty()) stay_.reset();
}

Place::Place(Worker& worker, Session& session)
    : worker_(worker), here_(worker.busy_.insert(worker.busy_.end(), &session)) {}

Place::~Place() {
  set_idle(false);
  worker_.busy_.erase(here_);
  worker_.leave_when_empty();
}

void Place::set_idle(bool idle) {
  if (idle == idle_) return;
  idle_ = idle;
  auto& from = idle ? worker_.busy_ : worker_.idle_;
  auto& to = idle ? worker_.idle_ : worker_.busy_;
  to.splice(to.end(), from, here_);
}

}  // namespace kallad::http
