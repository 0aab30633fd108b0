// Authority is asked as each kind of reader would, at each moment from which the answer can change
// by itself: the day consent begins and the day after it ends. Equal answers become one line.
// Not asked as any real person: names matter only in lines that say so (`named`, the offer).
#include "adapters/brain/lists/entries.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "adapters/brain/lists/readers.hpp"

namespace kallad::lists {

namespace {

/// Somebody of one kind, as authority knows people.
struct Sample {
  Kind kind;
  std::vector<Position> positions;
};

/// Stands for the unit of the council's secretary; no unit has such an id.
const UnitId& any_unit() {
  static const UnitId unit{"-"};
  return unit;
}

const std::vector<Sample>& unit_samples() {
  using enum Position;
  static const std::vector<Sample> all{{Kind::leading, {coordinator, unit_head}},
                                       {Kind::staff, {attendee}},
                                       {Kind::reporting_staff, {attendee, report_reader}},
                                       {Kind::reporting, {report_reader}}};
  return all;
}

const std::vector<Sample>& council_samples() {
  using enum Position;
  static const std::vector<Sample> all{
      {Kind::keeping, {council_secretary}},
      {Kind::council_reporting, {report_reader}},
      {Kind::keeping_and_reporting, {council_secretary, report_reader}}};
  return all;
}

bool is_same_but_for_time(ListEntry one, ListEntry other) {
  for (ListEntry* entry : {&one, &other}) {
    entry->sight.clear();
    entry->begins = {};
    entry->ends = entry->frozen = {};
  }
  return one == other;
}

bool is_same_but_for_readers(ListEntry one, const ListEntry& other) {
  one.readers = other.readers;
  return one == other;
}

/// One list of one case in the making.
class Lines {
 public:
  Lines(const Listing& listing, std::string list, const Register& known)
      : listing_(listing), list_(std::move(list)), known_(known) {
    const auto& given = running().consent.given;
    if (!given) return;
    const Zone& zone = listing.calendar.zone();
    turn_at(zone.start_of(given->from));
    if (given->until)
      turn_at(zone.start_of(Date{std::chrono::sys_days{*given->until} + std::chrono::days{1}}));
    // Also where consent ends before it begins: each span of time follows the one before.
    std::ranges::sort(turns_);
    turns_.erase(std::ranges::unique(turns_).begin(), turns_.end());
  }

  /// Adds lines for such a caller; returns whether there are any. `named`: for those named for the
  /// case. The offered one's are only those that nothing but the offer gives.
  bool add(Kind kind, const Caller& caller, bool named) {
    std::vector<ListEntry> spans;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const Sight seen = sight_at(turns_[i], caller);
      const bool is_offers = kind != Kind::offered || seen.of_case == CaseSight::overview;
      if (seen.is_none() || !is_offers) continue;
      ListEntry entry = told(seen);
      entry.list = list_;
      entry.readers = bit(kind);
      entry.named = named;
      if (named || kind == Kind::offered) put_names(entry, caller.unit);
      entry.begins = turns_[i];
      if (i + 1 < turns_.size()) entry.ends = turns_[i + 1];
      if (seen.of_case == CaseSight::frozen) entry.frozen = entry.begins;
      put(spans, std::move(entry));
    }
    for (ListEntry& entry : spans) join(std::move(entry));
    return !spans.empty();
  }

  void take_into(std::vector<ListEntry>& all) {
    int part = 0;
    for (ListEntry& line : lines_) {
      line.part = part++;
      all.push_back(std::move(line));
    }
  }

 private:
  const Case& running() const { return listing_.file.running; }

  /// What lies before the case's last event has no reader any more.
  void turn_at(Instant moment) {
    if (moment > running().last_at) turns_.push_back(moment);
  }

  Sight sight_at(Instant turn, const Caller& caller) const {
    const Instant at = std::max(turn, running().last_at);
    return authority::sight(caller, listing_.file, {known_, listing_.calendar, at});
  }

  /// Kinds that see alike are told alike.
  ListEntry told(const Sight& seen) {
    for (const auto& [sight, entry] : told_) {
      if (sight == seen) return entry;
    }
    return told_.emplace_back(seen, facts(listing_, seen)).second;
  }

  /// By which names somebody of that unit, or of the council's, is named for the case.
  void put_names(ListEntry& entry, const UnitId& unit) const {
    const Coordinator& lead = running().coordinator;
    const auto& offered = running().coordination_offered;
    const bool is_councils = unit == any_unit();
    if (entry.named && (is_councils || lead.unit == unit)) {
      entry.unit = lead.unit.text;
      entry.lead = lead.name;
    }
    if (offered && (is_councils || offered->unit == unit)) entry.offer = offer_text(*offered);
  }

  /// A span that tells what the one before told goes on with it, from then on read-only or not.
  static void put(std::vector<ListEntry>& spans, ListEntry entry) {
    const bool follows = !spans.empty() && spans.back().ends == entry.begins &&
                         (spans.back().sight == entry.sight || entry.frozen) &&
                         is_same_but_for_time(spans.back(), entry);
    if (!follows) return spans.push_back(std::move(entry));
    spans.back().ends = entry.ends;
    if (!spans.back().frozen) spans.back().frozen = entry.frozen;
  }

  void join(ListEntry entry) {
    for (ListEntry& line : lines_) {
      if (!is_same_but_for_readers(line, entry)) continue;
      line.readers |= entry.readers;
      return;
    }
    lines_.push_back(std::move(entry));
  }

  const Listing& listing_;
  std::string list_;
  const Register& known_;
  std::vector<Instant> turns_{Instant{}};
  std::vector<std::pair<Sight, ListEntry>> told_;
  std::vector<ListEntry> lines_;
};

Caller sample_caller(const UnitId& unit, std::vector<Position> positions) {
  return {
      .account = "-", .name = "", .unit = unit, .positions = std::move(positions), .named_for = {}};
}

void add_unit(const Listing& listing, const UnitId& unit, std::vector<ListEntry>& all) {
  static const Register no_register;
  const Case& running = listing.file.running;
  Lines lines{listing, list_of(unit), no_register};
  const bool named = running.person.protection != Protection::none;
  for (const Sample& sample : unit_samples()) {
    Caller caller = sample_caller(unit, sample.positions);
    if (named) caller.named_for = {running.id};
    lines.add(sample.kind, caller, named);
  }
  if (const auto& offered = running.coordination_offered; offered && offered->unit == unit) {
    Caller caller = sample_caller(unit, {Position::coordinator});
    caller.name = offered->name;
    lines.add(Kind::offered, caller, false);
  }
  lines.take_into(all);
}

/// The council's own unit stands in the register, which may change: whichever it is then.
void add_council(const Listing& listing, std::vector<ListEntry>& all) {
  const Case& running = listing.file.running;
  if (running.council.empty()) return;
  Register known;
  known.councils[running.council].secretary_unit = any_unit();
  Lines lines{listing, list_of(running.council), known};
  for (const Sample& sample : council_samples()) {
    Caller caller = sample_caller(any_unit(), sample.positions);
    if (lines.add(sample.kind, caller, false) || running.person.protection == Protection::none)
      continue;
    caller.named_for = {running.id};
    lines.add(sample.kind, caller, true);
  }
  lines.take_into(all);
}

}  // namespace

std::vector<ListEntry> entries(const Listing& listing) {
  std::vector<ListEntry> all;
  const Case& running = listing.file.running;
  if (!running.is_opened()) return all;
  std::set<UnitId> units{running.coordinator.unit};
  if (running.coordination_offered) units.insert(running.coordination_offered->unit);
  for (const Party& party : running.parties) units.insert(party.unit);
  units.erase(UnitId{});
  for (const UnitId& unit : units) add_unit(listing, unit, all);
  add_council(listing, all);
  return all;
}

}  // namespace kallad::lists
