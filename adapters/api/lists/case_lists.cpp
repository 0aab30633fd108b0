// Each list is asked by itself and the answers are merged; what stands in the own unit's list is
// left out of the councils'.
// Not sorting more than a page: every list comes sorted.
#include "adapters/api/lists/case_lists.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "adapters/brain/lists/readers.hpp"
#include "adapters/codec/describe.hpp"
#include "engine/authority/redaction.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t accounts_at_once = 200;

template <class Enum>
std::string name_of_value(Enum value) {
  std::string name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    if (each.value == value) name = each.name;
  });
  return name;
}

template <class Enum>
std::optional<Enum> value_named(std::string_view name) {
  std::optional<Enum> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

EntryReader reader_of(const Caller& caller, std::string list, std::uint32_t kinds) {
  EntryReader reader;
  reader.list = std::move(list);
  reader.readers = kinds;
  reader.offered = lists::bit(lists::Kind::offered);
  reader.unit = caller.unit.text;
  reader.name = caller.name;
  if (!caller.name.empty()) reader.offer = lists::offer_text({caller.unit, caller.name});
  for (const CaseId& id : caller.named_for) reader.named_for.push_back(id.text);
  return reader;
}

EntryFilter entry_filter(const CaseFilter& asked, bool closed) {
  EntryFilter filter;
  filter.closed = closed;
  if (asked.step) filter.step = name_of_value(*asked.step);
  if (asked.unit) filter.unit = asked.unit->text;
  filter.due_before = asked.due_before;
  filter.late_at = asked.late_at;
  filter.meeting_from = asked.meeting_from;
  filter.meeting_before = asked.meeting_before;
  filter.unanswered = asked.unanswered;
  filter.drafts = asked.drafts;
  filter.words = asked.words;
  return filter;
}

/// Whether one line stands before another in that order.
bool stands_before(const ListedEntry& one, const ListedEntry& other, EntryOrder order) {
  const auto key = [&](const ListedEntry& listed) {
    const ListEntry& entry = listed.found.entry;
    const bool by_meeting = order == EntryOrder::meeting;
    return std::pair{by_meeting ? entry.meeting.value_or(nothing_due) : entry.due,
                     listed.found.stream};
  };
  return order == EntryOrder::latest_due ? key(one) > key(other) : key(one) < key(other);
}

template <class Value>
bool read_number(std::string_view& text, Value& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

ListReaders readers_for(const Caller& caller, const Register& known) {
  ListReaders readers;
  if (const auto kinds = lists::kinds_in_unit(caller); kinds != 0)
    readers.unit = reader_of(caller, lists::list_of(caller.unit), kinds);
  const auto kinds = lists::kinds_in_council(caller);
  for (const auto& [id, council] : known.councils) {
    if (kinds != 0 && council.secretary_unit == caller.unit)
      readers.councils.push_back(reader_of(caller, lists::list_of(id), kinds));
  }
  return readers;
}

std::string text_of(const CasePlace& place) {
  return std::string{place.closed ? "c" : "o"} + "." +
         std::to_string(place.at.due.time_since_epoch().count()) + "." +
         std::to_string(place.at.stream);
}

std::optional<CasePlace> place_in(std::string_view text) {
  CasePlace place;
  place.closed = !text.empty() && text.front() == 'c';
  std::int64_t due = 0;
  const bool read = (take(text, 'o') || take(text, 'c')) && take(text, '.') &&
                    read_number(text, due) && take(text, '.') &&
                    read_number(text, place.at.stream) && text.empty();
  if (!read) return std::nullopt;
  place.at.due = Instant{std::chrono::milliseconds{due}};
  return place;
}

CaseLists::CaseLists(House& house, const Caller& caller, const Register& known, Instant now)
    : house_(house),
      caller_(caller),
      known_(known),
      readers_(readers_for(caller, known)),
      now_(now) {
  house.desk.catch_up();
}

/// The names of those who coordinate for the unit in some case, and cannot any more.
std::vector<std::string> CaseLists::leads_who_left() const {
  std::set<std::string> active;
  std::string after;
  for (auto page = house_.people.accounts.list(after, accounts_at_once); !page.empty();
       page = house_.people.accounts.list(after, accounts_at_once)) {
    for (const Account& one : page) {
      const bool may = std::ranges::count(one.positions, "coordinator") > 0;
      if (may && one.unit == caller_.unit && one.state == AccountState::active)
        active.insert(one.shown_name);
    }
    after = page.back().user_name;
  }
  std::vector<std::string> left = house_.shelf.leads(lists::list_of(caller_.unit));
  std::erase_if(left, [&](const std::string& name) { return active.contains(name); });
  return left;
}

/// Who coordinates what is asked for: each by themselves, since so their lines lie. Nothing:
/// anybody.
std::vector<std::optional<std::string>> CaseLists::leads_asked(const CaseFilter& filter) const {
  if (!filter.orphan && !filter.mine) return {std::nullopt};
  std::vector<std::optional<std::string>> names;
  if (!filter.orphan) return {caller_.name};
  for (std::string& name : leads_who_left()) {
    if (!filter.mine || name == caller_.name) names.emplace_back(std::move(name));
  }
  return names;
}

std::vector<EntryQuery> CaseLists::queries(const CaseFilter& filter, bool closed) const {
  std::vector<EntryQuery> all;
  if (filter.closed && *filter.closed != closed) return all;
  EntryQuery query;
  query.now = now_;
  query.filter = entry_filter(filter, closed);
  const bool is_led = filter.orphan || filter.mine;  // for the own unit, so no council's
  for (auto& lead : leads_asked(filter)) {
    if (!readers_.unit) break;
    query.reader = *readers_.unit;
    query.filter.lead = std::move(lead);
    all.push_back(query);
  }
  query.not_of = readers_.unit;
  for (const EntryReader& council : readers_.councils) {
    if (is_led) break;
    query.reader = council;
    all.push_back(query);
  }
  return all;
}

CaseSlice CaseLists::page(const CaseFilter& filter, std::size_t limit, EntryOrder order,
                          const std::optional<CasePlace>& after) const {
  CaseSlice slice;
  std::vector<std::pair<CasePlace, ListedEntry>> found;
  for (const bool closed : {false, true}) {
    if (after && after->closed && !closed) continue;
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    if (found.size() > limit) break;
    for (EntryQuery& query : queries(filter, closed)) {
      query.order = order;
      query.limit = limit + 1 - static_cast<std::size_t>(first);
      if (after && after->closed == closed) query.after = after->at;
      for (ListedEntry& one : house_.shelf.entries(query)) {
        const CasePlace place{closed, {one.found.entry.due, one.found.stream}};
        found.emplace_back(place, std::move(one));
      }
    }
    std::sort(found.begin() + first, found.end(), [&](const auto& one, const auto& other) {
      return stands_before(one.second, other.second, order);
    });
  }
  if (found.size() > limit) {
    found.resize(limit);
    slice.next = found.back().first;
  }
  for (const auto& [place, listed] : found) {
    ListedCase line = shown(listed);
    if (!may_see(line)) continue;
    if (line.sight == CaseSight::none) line.at_council = waiting_at_council(line.id);
    slice.cases.push_back(std::move(line));
  }
  return slice;
}

CaseCount CaseLists::count(const CaseFilter& filter, std::uint64_t most) const {
  std::uint64_t lines = 0;
  for (const bool closed : {false, true}) {
    for (EntryQuery& query : queries(filter, closed)) {
      query.limit = most + 1;
      lines += house_.shelf.count_entries(query);
    }
  }
  return {std::min(lines, most), lines > most};
}

/// A line of the council's tells nothing of the case; what waits for the council is its own.
std::uint32_t CaseLists::waiting_at_council(const CaseId& id) const {
  const auto found = house_.shelf.find_case(id.text);
  if (!found) return 0;
  const auto count = std::ranges::count_if(found->file.deficiencies, [&](const Deficiency& one) {
    const bool waits = one.state == DeficiencyState::with_council_secretary ||
                       one.state == DeficiencyState::at_council;
    return waits && authority::standing_to(one, found->file.running, sights_.at(id)) ==
                        authority::DeficiencyStanding::council;
  });
  return static_cast<std::uint32_t>(count);
}

/// The case has the last word: lines are read in a snapshot of their own, and follow from the log
/// as long as nobody else has written them.
bool CaseLists::may_see(const ListedCase& line) const {
  auto seen = sights_.find(line.id);
  if (seen == sights_.end()) {
    const auto found = house_.shelf.find_case(line.id.text);
    if (!found) return false;
    const Occasion occasion{known_, house_.calendar, now_};
    seen = sights_.emplace(line.id, authority::sight(caller_, found->file, occasion)).first;
  }
  const Sight& sight = seen->second;
  const bool is_shared = sight.of_case == CaseSight::party || sight.of_case == CaseSight::whole;
  return !sight.is_none() &&
         (sight.of_case == line.sight || (is_shared && sight.of_case > line.sight));
}

ListedCase CaseLists::shown(const ListedEntry& listed) const {
  const ListEntry& entry = listed.found.entry;
  ListedCase out;
  out.id = CaseId{listed.found.name};
  out.sight = value_named<CaseSight>(entry.sight).value_or(CaseSight::none);
  const bool is_frozen = entry.frozen && *entry.frozen <= now_;
  if (is_frozen) out.sight = CaseSight::frozen;
  out.closed = entry.closed;
  out.kind = value_named<CaseKind>(entry.kind);
  out.step = value_named<Step>(entry.step);
  if (out.step) out.round = entry.round;
  if (out.sight >= CaseSight::frozen && !entry.unit.empty()) {
    out.coordinator = UnitId{entry.unit};
    out.coordinator_name = entry.lead;
  }
  out.demand = value_named<DueKind>(entry.demand);
  if (out.demand) out.due = entry.due;
  if (entry.late && *entry.late <= now_) out.overdue_since = entry.late;
  out.next_meeting = entry.meeting;
  out.unanswered = entry.unanswered && !is_frozen;
  out.drafts = entry.drafts;
  out.protected_identity = entry.is_protected;
  if (out.sight != CaseSight::none && out.sight != CaseSight::frozen) {
    out.version = listed.version;
    out.changed = listed.changed;
  }
  return out;
}

}  // namespace kallad::api
