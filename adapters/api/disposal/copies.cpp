// Unit by unit, by the last entry: the law of the unit's huvudman says how long ago that must be.
// Not logged: a line opens no personal data. Each case is read once more before its line is shown,
// so what is listed can be decided.
#include "adapters/api/disposal/copies.hpp"

#include <algorithm>
#include <set>

#include "adapters/brain/lists/disposal_entries.hpp"
#include "engine/authority/authority.hpp"
#include "engine/deadline/deadlines.hpp"
#include "engine/disposal/disposal_decide.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t most_of_unit = 200;
constexpr std::size_t most_in_all = 200;

/// A copy once, though several units of its huvudman have it.
using Seen = std::set<std::pair<CaseId, PrincipalId>>;

template <class Copy>
void cut(std::vector<Copy>& copies, bool& and_more) {
  if (copies.size() <= most_in_all) return;
  copies.resize(most_in_all);
  and_more = true;
}

/// No last entry of this moment or later may go today.
Instant too_young(RetentionLaw law, Date today, const Zone& zone) {
  constexpr int months_of_year = 12;
  const Date day = add_months_clamped(today, -months_of_year * disposal::years_of(law));
  return zone.start_of(Date{std::chrono::sys_days{day} + std::chrono::days{1}});
}

}  // namespace

bool decides_disposal(const Caller& caller) {
  return authority::has(caller, Position::administrator) ||
         authority::has(caller, Position::unit_head);
}

CopyLists::CopyLists(House& house, const Caller& caller)
    : house_(house), caller_(caller), ledger_(house.shelf.ledger()), now_(house.now()) {
  house.desk.catch_up();
}

std::vector<const Unit*> CopyLists::units() const {
  const Register& known = ledger_->ledger.known;
  std::vector<const Unit*> all;
  if (authority::has(caller_, Position::administrator)) {
    for (const auto& [id, unit] : known.units) all.push_back(&unit);
  } else if (const Unit* own = find_unit(known, caller_.unit)) {
    all.push_back(own);
  }
  return all;
}

std::vector<ListedEntry> CopyLists::lines_of(const std::string& list, std::optional<Instant> before,
                                             EntryOrder order) const {
  EntryQuery query;
  query.reader.list = list;
  query.reader.readers = 1;
  query.filter.closed = true;
  query.filter.due_before = before;
  query.now = now_;
  query.order = order;
  query.limit = most_of_unit;
  return house_.shelf.entries(query);
}

std::string CopyLists::name_of(const PrincipalId& principal) const {
  const auto& all = ledger_->ledger.known.principals;
  const auto found = all.find(principal);
  return found == all.end() ? principal.text : found->second.name;
}

std::optional<DueCopy> CopyLists::due_copy(const ListedEntry& line,
                                           const PrincipalId& principal) const {
  const auto read = house_.shelf.find_case(line.found.name);
  if (!read || !read->file.running.is_opened()) return std::nullopt;
  const CaseFile& file = read->file;
  const Register& known = ledger_->ledger.known;
  const auto admitted = authority::admit(caller_, file, {known, house_.calendar, now_},
                                         FileCommand{DisposeCopy{principal}});
  if (!admitted) return std::nullopt;
  const auto routines = ledger::routines_in_force(ledger_->ledger);
  const Stamp stamp{now_, admitted.actor(), 0};
  const Ground ground{known, routines, house_.calendar, {}};
  for (const Refusal& no : disposal::against(
           {file.running, file.deficiencies, file.disposal, stamp, ground}, principal)) {
    if (no.rule != "copy_is_kept_for_research") return std::nullopt;
  }
  const Zone& zone = house_.calendar.zone();
  const disposal::Term term =
      disposal::term_of(known, principal, file.running.person,
                        disposal::last_entry_day(file.running, file.disposal, zone));
  const auto copies_left = std::ranges::count_if(
      disposal::owners(file.running, known), [&](const disposal::Owner& owner) {
        return std::ranges::count(file.disposal.disposed, owner.principal,
                                  &DisposedCopy::principal) == 0;
      });
  const bool late = term.by && *term.by < zone.day_of(now_);
  return DueCopy{file.running.id,
                 read->version(),
                 principal,
                 name_of(principal),
                 term.law,
                 term.last_entry,
                 term.from,
                 term.by,
                 late,
                 term.research,
                 static_cast<std::uint32_t>(copies_left)};
}

DueCopies CopyLists::due() const {
  DueCopies all;
  Seen seen;
  const Date today = house_.calendar.zone().day_of(now_);
  for (const Unit* unit : units()) {
    const Retention kept = retention_of(ledger_->ledger.known, unit->principal);
    const auto lines =
        lines_of(lists::disposal_list_of(unit->id),
                 too_young(kept.law, today, house_.calendar.zone()), EntryOrder::due);
    if (lines.size() == most_of_unit) all.and_more = true;
    for (const ListedEntry& line : lines) {
      if (!seen.emplace(CaseId{line.found.name}, unit->principal).second) continue;
      if (auto copy = due_copy(line, unit->principal)) all.copies.push_back(std::move(*copy));
    }
  }
  std::ranges::sort(all.copies, {}, [](const DueCopy& one) {
    return std::tuple{one.by.value_or(Date{std::chrono::year::max(), std::chrono::December,
                                           std::chrono::day{31}}),
                      one.from, one.of_case, one.principal};
  });
  cut(all.copies, all.and_more);
  return all;
}

GoneCopies CopyLists::gone() const {
  GoneCopies all;
  Seen seen;
  for (const Unit* unit : units()) {
    const auto lines =
        lines_of(lists::disposed_list_of(unit->id), std::nullopt, EntryOrder::latest_due);
    if (lines.size() == most_of_unit) all.and_more = true;
    for (const ListedEntry& line : lines) {
      const auto read = house_.shelf.find_case(line.found.name);
      if (!read) continue;
      for (const DisposedCopy& copy : read->file.disposal.disposed) {
        const bool is_units = std::ranges::count(copy.units, unit->id) > 0;
        if (!is_units || !seen.emplace(read->file.running.id, copy.principal).second) continue;
        all.copies.push_back({read->file.running.id, copy.principal, name_of(copy.principal),
                              copy.law, copy.last_entry, copy.disposed_on});
      }
    }
  }
  std::ranges::sort(all.copies, std::ranges::greater{}, [](const GoneCopy& one) {
    return std::tuple{one.disposed_on, one.of_case, one.principal};
  });
  cut(all.copies, all.and_more);
  return all;
}

}  // namespace kallad::api
