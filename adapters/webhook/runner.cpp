// Rounds: read the log, start what is due, note what is finished. A slow receiver holds up its own
// few messages and no others, since all are on their way at once.
// Not exact about when: a round comes at least each second.
#include "adapters/webhook/runner.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/webhook/signature.hpp"

namespace kallad::webhook {

namespace {

constexpr std::size_t events_at_once = 500;
constexpr std::size_t most_of_one_endpoint = 4;  ///< on their way at once
constexpr std::size_t most_of_all = 64;
constexpr std::chrono::milliseconds beat{1000};

/// The payload's own number of its meeting; 0 where it has none.
std::int64_t meeting_in(const std::string& payload) {
  const auto read = nlohmann::json::parse(payload, nullptr, false);
  if (!read.is_object()) return 0;
  const auto found = read.find("meeting");
  return found != read.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

CaseNews news_of(const LoggedEvent& event) {
  return {event.type, CaseId{event.stream}, static_cast<std::int64_t>(event.sequence),
          meeting_in(event.payload), event.at};
}

bool wants(const Listener& listener, const CaseNews& news) {
  const auto& kinds = listener.kinds;
  return news.at >= listener.made &&
         (kinds.empty() || std::ranges::find(kinds, news.kind) != kinds.end());
}

}  // namespace

WebhookRunner::WebhookRunner(WebhookFile& file, Surroundings around, Net net, SenderLimits limits)
    : around_(std::move(around)),
      reader_(around_.store, around_.tail),
      deliveries_(file),
      sender_(std::move(net), limits),
      cursor_(deliveries_.cursor()) {}

WebhookRunner::~WebhookRunner() { stop(); }

void WebhookRunner::start() {
  thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
}

void WebhookRunner::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  sender_.wake();
  thread_.join();
}

void WebhookRunner::wake() { sender_.wake(); }

void WebhookRunner::tick(Instant now) {
  while (round(now, beat)) {
  }
}

WebhookCounters WebhookRunner::counters() const {
  const std::lock_guard lock{mutex_};
  return counters_;
}

void WebhookRunner::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::string failure;
    try {
      // With nothing on its way this only waits.
      if (!round(around_.now(), beat)) sender_.finished(beat);
    } catch (const std::exception& error) {
      failure = error.what();
    }
    std::unique_lock lock{mutex_};
    counters_.failure = failure;
    if (!failure.empty()) ended_.wait_for(lock, stop, beat, [] { return false; });
  }
}

/// Whether there is more to do at this moment.
bool WebhookRunner::round(Instant now, std::chrono::milliseconds wait) {
  note(now);
  const bool more_events = read_log(now);
  const bool more_due = start_due(now);
  const bool more = more_events || more_due;
  if (!more && on_the_way_.empty()) return false;
  for (const Sent& sent : sender_.finished(more ? std::chrono::milliseconds{0} : wait))
    unnoted_.push_back(sent);
  note(now);
  return true;
}

bool WebhookRunner::read_log(Instant now) {
  const std::int64_t last = reader_.log().first;
  if (cursor_ == last) return false;
  const auto listeners = deliveries_.listeners();
  // A new file, a store that was put back from a backup, or nobody to tell: from here on.
  if (!cursor_ || *cursor_ > last || listeners.empty()) {
    move_cursor({}, last, now);
    return false;
  }
  const auto events = reader_.after(*cursor_, events_at_once);
  if (events.empty()) return false;
  move_cursor(told_by(events, listeners), events.back().position, now);
  return true;
}

std::vector<Deliveries::ForEndpoint> WebhookRunner::told_by(
    const std::vector<LoggedEvent>& events, const std::vector<Listener>& listeners) const {
  const auto may_see = [&](const UnitId& unit, const CaseNews& news) {
    try {
      return around_.may_see(unit, news);
    } catch (const std::exception&) {
      return true;  // asked again before it is sent
    }
  };
  std::vector<Deliveries::ForEndpoint> all;
  for (const LoggedEvent& event : events) {
    if (!std::ranges::binary_search(event_kinds(), event.type)) continue;  // the register's
    const CaseNews news = news_of(event);
    for (const Listener& listener : listeners) {
      if (wants(listener, news) && may_see(listener.unit, news))
        all.push_back({listener.endpoint, news});
    }
  }
  return all;
}

void WebhookRunner::move_cursor(const std::vector<Deliveries::ForEndpoint>& all, std::int64_t to,
                                Instant now) {
  deliveries_.put(all, to, now);
  cursor_ = to;
}

/// Whether anything that was due has left the line, so that more may be due.
bool WebhookRunner::start_due(Instant now) {
  auto listeners = deliveries_.listeners();
  if (listeners.empty()) return false;
  std::ranges::rotate(listeners,
                      listeners.begin() + static_cast<std::ptrdiff_t>(turn_++ % listeners.size()));
  bool any = false;
  for (const Listener& listener : listeners) {
    if (on_the_way_.size() >= most_of_all) break;
    any = start_due_of(listener.endpoint, now) || any;
  }
  return any;
}

bool WebhookRunner::start_due_of(const std::string& endpoint, Instant now) {
  std::vector<std::int64_t> busy;
  for (const auto& [number, of] : on_the_way_) {
    if (of == endpoint) busy.push_back(number);
  }
  if (busy.size() >= most_of_one_endpoint) return false;
  const auto due = deliveries_.due(endpoint, now, most_of_one_endpoint - busy.size(), busy);
  std::vector<std::int64_t> forbidden;
  for (const DueDelivery& one : due) {
    try {
      if (!around_.may_see(one.unit, one.delivery.news)) {
        forbidden.push_back(one.delivery.number);
        continue;
      }
    } catch (const std::exception&) {
      unnoted_.push_back({one.delivery.number, Fate::not_ready, 0});
      on_the_way_.emplace(one.delivery.number, endpoint);
      continue;
    }
    start_one(one, now);
  }
  if (forbidden.empty()) return false;
  deliveries_.drop(forbidden);
  const std::lock_guard lock{mutex_};
  counters_.dropped += forbidden.size();
  return true;
}

void WebhookRunner::start_one(const DueDelivery& due, Instant now) {
  const Delivery& one = due.delivery;
  on_the_way_.emplace(one.number, one.endpoint);
  if (due.secrets.empty()) {
    unnoted_.push_back({one.number, Fate::not_ready, 0});
    return;
  }
  Message message{one.number, due.url, one.id, timestamp_of(now), {}, body_of(one.news)};
  message.signature = signature_of(due.secrets, message.id, message.timestamp, message.body);
  sender_.start(message);
}

/// What cannot be written down now is kept for the next round.
void WebhookRunner::note(Instant now) {
  if (unnoted_.empty()) return;
  deliveries_.note(unnoted_, now, around_.jitter);
  const std::lock_guard lock{mutex_};
  for (const Sent& sent : unnoted_) {
    ++(sent.fate == Fate::delivered ? counters_.delivered : counters_.failed_attempts);
    on_the_way_.erase(sent.number);
  }
  unnoted_.clear();
}

}  // namespace kallad::webhook
