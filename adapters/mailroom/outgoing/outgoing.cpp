// One round: what is still to be said to seats, what leaves of each case, digests, the relay.
// Not fast by threads: one connection, letter after letter; the relay's answer is what takes time.
#include "adapters/mailroom/outgoing/outgoing.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/messages.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

namespace {

constexpr std::size_t rows_at_once = 20'000;
constexpr std::size_t reports_at_once = 1'000;

const Actor by_mail{Role::mail, {}, {}};

DeliveryReport report_of(SeatReport report) {
  switch (report) {
    case SeatReport::delivered:
      return DeliveryReport::delivered;
    case SeatReport::failed:
      return DeliveryReport::failed;
    default:
      return DeliveryReport::accepted;
  }
}

/// Whether it will be no other the next time: stored, or refused by a rule.
bool is_answered(const Outcome& outcome) {
  return outcome.stored() || outcome.answer == Answer::refused ||
         outcome.answer == Answer::command_id_reused;
}

Wish demand_about(const Wish& wish) {
  return {WishKind::demand_to_coordinator, wish.number, wish.to};
}

}  // namespace

Outgoing::Now::Now(Instant now, Ledger read, const OutgoingHouse& house)
    : at(now),
      ledger(std::move(read)),
      routines(ledger::routines_in_force(ledger)),
      texts(house.texts()),
      ground{ledger.known, routines, house.calendar, {}},
      from{ground, *texts, house.links, addresses,
           house.gateway ? house.gateway->channels() : Channels{}} {}

Outgoing::Outgoing(OutgoingHouse house, post::ServerSettings relay, std::stop_token stop)
    : house_(std::move(house)),
      reader_(house_.store, house_.tail),
      copies_(house_.file),
      wills_(house_.file),
      addresses_(house_.file),
      relay_(std::move(relay), std::move(stop)) {}

Outgoing::~Outgoing() = default;

void Outgoing::round(Instant now) {
  report();
  const auto waiting = waiting_by_case();
  std::erase_if(asleep_, [&](const auto& one) { return !waiting.contains(one.first); });
  if (waiting.empty()) return relay_.hang_up();
  Now round{now, ledger::load(streams_of(reader_)), house_};
  for (const auto& [stream, items] : waiting) take_case(stream, items, round);
  send_all(round);
  retire(round.done, now);
  report();
}

/// What became of summonses, said to their seats. The command's id follows from the copy, so what
/// was said before a kill is not said twice.
void Outgoing::report() {
  for (const Copy& copy : copies_.unreported(reports_at_once)) {
    RecordDelivery said;
    said.party = copy.wish.to;
    said.meeting = copy.wish.number;
    said.version = copy.version;
    said.report = report_of(copy.report);
    const std::string id = "mail-" + copy.token + "-" + std::string{table::state_id(said.report)};
    const Outcome outcome =
        house_.desk.submit(submission_of(copy.of_case.text, id, by_mail, FileCommand{said})).get();
    if (!is_answered(outcome)) return;
    copies_.reported(copy.number);
  }
}

std::map<std::string, std::vector<OutboxItem>> Outgoing::waiting_by_case() {
  std::map<std::string, std::vector<OutboxItem>> cases;
  auto rows = reader_.outbox(rows_at_once);
  counters_.waiting = rows.size();
  for (auto& item : rows) cases[item.stream].push_back(std::move(item));
  for (auto& item : wills_.asked(rows_at_once)) cases[item.stream].push_back(std::move(item));
  return cases;
}

void Outgoing::take_case(const std::string& stream, const std::vector<OutboxItem>& items,
                         Now& round) {
  const auto sleep = asleep_.find(stream);
  if (sleep != asleep_.end() && sleep->second.last == items.back().key &&
      round.at < sleep->second.until) {
    return;
  }
  const auto file = load_case(streams_of(reader_), stream);
  if (!file) return;
  round.addresses = addresses_.of_case(file->running.id);
  CaseRound one = round_of(*file, items, {round.from, copies_, wills_}, round.at);
  if (one.next && one.leaving.empty()) asleep_[stream] = {items.back().key, *one.next};
  for (const Untold& untold : one.untold) tell(*file, untold, round.at);
  round.done.insert(round.done.end(), one.done.begin(), one.done.end());
  for (Leaving& leaving : one.leaving) round.leaving.push_back(std::move(leaving));
}

/// A summons that could not be made has not been delivered; of other letters the coordinator gets
/// one that says so.
void Outgoing::tell(const CaseFile& file, const Untold& untold, Instant now) {
  if (untold.tell == CoordinatorFact::letter_undelivered) {
    return wills_.ask({file.running.id, demand_about(untold.wish), {}, now});
  }
  RecordDelivery said;
  said.party = untold.wish.to;
  said.meeting = untold.wish.number;
  said.version = name_of(file, untold.wish).version;
  said.report = DeliveryReport::failed;
  const std::string id = "mail-none-" + std::to_string(untold.wish.number) + "-" +
                         untold.wish.to.text + "-" + std::to_string(*said.version);
  house_.desk.submit(submission_of(file.running.id.text, id, by_mail, FileCommand{said})).wait();
}

/// Rows whose letters have been tried to the end are done with; of a letter that must be heard and
/// reached nobody the coordinator gets another.
void Outgoing::end_parts(const std::vector<Leaving>& parts, Now& round) {
  for (const Leaving& part : parts) {
    const OutboxKey& key = part.keys.front();
    if (!is_through(copies_, key)) continue;
    round.done.insert(round.done.end(), part.keys.begin(), part.keys.end());
    const auto copies = copies_.of_key(key);
    const bool none = std::ranges::all_of(
        copies, [](const Copy& copy) { return copy.state == CopyState::failed; });
    if (none && letter::must_be_heard(part.letter.wish.kind)) {
      wills_.ask({part.letter.of_case, demand_about(part.letter.wish), {}, round.at});
    }
  }
}

void Outgoing::retire(const std::vector<OutboxKey>& keys, Instant now) {
  std::vector<OutboxKey> rows;
  for (const OutboxKey& key : keys) {
    if (key.position < 0) {
      wills_.done(key, now);
    } else {
      rows.push_back(key);
    }
  }
  if (!rows.empty()) house_.desk.retire_outbox(std::move(rows));
}

}  // namespace kallad::mailroom
