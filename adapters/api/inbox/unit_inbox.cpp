// Cases of the unit's list are opened one by one, and what waits in each is told by the case.
// Not more than a page of cases: those with something due come first.
#include "adapters/api/inbox/unit_inbox.hpp"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <set>
#include <span>

#include "adapters/api/lists/case_lists.hpp"
#include "adapters/sign_in/positions.hpp"
#include "adapters/takings/takings.hpp"
#include "engine/authority/redaction.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

using authority::DeficiencyStanding;

constexpr std::size_t cases_looked_through = 100;  ///< each is read whole
constexpr std::size_t accounts_at_once = 200;

bool is_staff(const Account& account) {
  return std::ranges::any_of(account.positions, [](const std::string& position) {
    return position == "coordinator" || position == "attendee" || position == "unit_head";
  });
}

/// What waits in one case for the unit that sees it so.
class Waiting {
 public:
  Waiting(const CaseFile& file, const Sight& seen, const Calendar& calendar, Instant now)
      : file_(file), seen_(seen), calendar_(calendar), now_(now), own_{seen.unit.text} {}

  /// Where its sight has ended, what goes on without identity is all that asks anything of it.
  std::vector<InboxItem> told(std::span<const Due> dues, bool orphan) {
    if (seen_.of_case == CaseSight::frozen) {
      tell_deficiencies();
      return std::move(items_);
    }
    tell_summons(dues);
    tell_activities();
    tell_deficiencies();
    tell_coordination(orphan);
    return std::move(items_);
  }

 private:
  InboxItem& add(InboxKind kind, std::string thing, std::optional<Instant> due) {
    InboxItem item;
    item.of_case = file_.running.id;
    item.kind = kind;
    item.thing = std::move(thing);
    item.due = due;
    item.late = due && *due < now_;
    items_.push_back(std::move(item));
    return items_.back();
  }

  void tell_summons(std::span<const Due> dues) {
    if (file_.running.meetings.empty()) return;
    const Meeting& latest = file_.running.meetings.back();
    const Seat* seat = meeting::is_live(latest) ? meeting::find_seat(latest, own_) : nullptr;
    if (seat == nullptr || !seat->sent || !seat->answers.empty() || seat->mark) return;
    std::optional<Instant> due;
    for (const Due& each : dues) {
      const bool is_its = each.kind == DueKind::answer_deadline && each.about == own_.text;
      if (is_its) due = each.at - after_the_last_second;
    }
    add(InboxKind::summons, std::to_string(latest.number), due ? due : latest.notice.starts);
  }

  void tell_activities() {
    for (const ActivityInPlan& each : file_.running.plan.activities) {
      const Activity& activity = each.activity;
      if (activity.owner != own_ || each.status == ActivityStatus::done) continue;
      std::optional<Instant> due;
      if (activity.due) due = calendar_.zone().end_of(*activity.due);
      add(InboxKind::activity, activity.id.text, due);
    }
  }

  void tell_deficiencies() {
    for (const Deficiency& each : file_.deficiencies) {
      const auto standing = authority::standing_to(each, file_.running, seen_);
      if (standing != DeficiencyStanding::counterpart) continue;
      if (each.state != DeficiencyState::with_counterpart) continue;
      if (seen_.of_case == CaseSight::frozen && !each.identity_withheld) continue;
      add(InboxKind::deficiency, std::to_string(each.number), each.answer_by);
    }
  }

  /// A case that nobody leads, or in which a day has passed: what falls due is noted once by the
  /// alarm and then gone, so it is the case itself that is asked.
  void tell_coordination(bool orphan) {
    if (seen_.of_case != CaseSight::whole) return;
    std::optional<Instant> late;
    const auto be_late_after = [&](Date day) {
      const Instant last = calendar_.zone().end_of(day);
      if (last < now_ && (!late || last < *late)) late = last;
    };
    const Case& running = file_.running;
    if (!running.meetings.empty() && meeting::is_live(running.meetings.back()))
      be_late_after(calendar_.zone().day_of(running.meetings.back().notice.starts));
    for (const ActivityInPlan& each : running.plan.activities) {
      if (each.activity.due && each.status != ActivityStatus::done)
        be_late_after(*each.activity.due);
    }
    if (running.next_follow_up && follows()) be_late_after(*running.next_follow_up);
    if (late || orphan) add(InboxKind::coordination, {}, late).orphan = orphan;
  }

  bool follows() const {
    const Step step = file_.running.step;
    return step == Step::activity_follow_up || step == Step::follow_up;
  }

  const CaseFile& file_;
  const Sight& seen_;
  const Calendar& calendar_;
  Instant now_;
  PartyId own_;
  std::vector<InboxItem> items_;
};

bool stands_before(const InboxItem& one, const InboxItem& other) {
  const auto key = [](const InboxItem& item) {
    return std::tuple{item.due.value_or(Instant::max()), item.of_case, item.kind, item.thing};
  };
  return key(one) < key(other);
}

void put_takers(std::vector<InboxItem>& items, const std::vector<Taken>& taken) {
  for (InboxItem& item : items) {
    const auto found = std::ranges::find_if(taken, [&](const Taken& one) {
      return one.what.of_case == item.of_case && one.what.kind == table::state_id(item.kind) &&
             one.what.thing == item.thing;
    });
    if (found == taken.end()) continue;
    item.taken = InboxTaker{found->by.account, found->by.name, found->by.at, {}};
    if (!found->by.by_name.empty()) item.taken->handed_by = found->by.by_name;
  }
}

std::vector<Colleague> colleagues_of(House& house, const UnitId& unit) {
  std::vector<Colleague> all;
  std::string after;
  for (auto page = house.people.accounts.list(after, accounts_at_once); !page.empty();
       page = house.people.accounts.list(after, accounts_at_once)) {
    for (const Account& each : page) {
      if (each.unit == unit && each.state == AccountState::active && is_staff(each))
        all.push_back({each.user_name, each.shown_name});
    }
    after = page.back().user_name;
  }
  std::ranges::sort(all, {}, &Colleague::name);
  return all;
}

}  // namespace

InboxReader::InboxReader(House& house, const Caller& caller)
    : house_(house), caller_(caller), ledger_(house.shelf.ledger()), now_(house.now()) {}

UnitInbox InboxReader::read() const {
  const CaseLists lists{house_, caller_, ledger_->ledger.known, now_};
  std::set<CaseId> orphans;
  for (const ListedCase& each :
       lists.page({.closed = false, .orphan = true}, cases_looked_through).cases)
    orphans.insert(each.id);
  const CaseSlice slice = lists.page({.closed = false}, cases_looked_through);
  UnitInbox inbox;
  inbox.unit = caller_.unit;
  inbox.and_more = slice.next.has_value();
  std::set<CaseId> looked_at;
  const auto look_at = [&](const CaseId& id) {
    if (!looked_at.insert(id).second) return;
    for (InboxItem& item : items_of(id, orphans.contains(id)))
      inbox.items.push_back(std::move(item));
  };
  for (const CaseId& each : orphans) look_at(each);
  for (const ListedCase& each : slice.cases) look_at(each.id);
  std::ranges::sort(inbox.items, stands_before);
  put_takers(inbox.items, house_.takings->of_unit(caller_.unit));
  inbox.colleagues = colleagues_of(house_, caller_.unit);
  return inbox;
}

std::optional<InboxItem> InboxReader::find(const CaseId& of_case, InboxKind kind,
                                           const std::string& thing) const {
  const bool may_be_orphan = kind == InboxKind::coordination && is_orphan(of_case);
  for (InboxItem& item : items_of(of_case, may_be_orphan)) {
    if (item.kind == kind && item.thing == thing) return std::move(item);
  }
  return std::nullopt;
}

std::vector<InboxItem> InboxReader::items_of(const CaseId& id, bool orphan) const {
  const auto found = house_.shelf.find_case(id.text);
  if (!found) return {};
  const Ledger& ledger = ledger_->ledger;
  const Sight seen =
      authority::sight(caller_, found->file, Occasion{ledger.known, house_.calendar, now_});
  if (seen.of_case < CaseSight::frozen || seen.unit.empty()) return {};
  const auto routines = ledger::routines_in_force(ledger);
  const auto dues = between::due(found->file, {ledger.known, routines, house_.calendar, {}});
  return Waiting{found->file, seen, house_.calendar, now_}.told(dues, orphan);
}

bool InboxReader::is_orphan(const CaseId& id) const {
  const CaseLists lists{house_, caller_, ledger_->ledger.known, now_};
  const auto all = lists.page({.closed = false, .orphan = true}, cases_looked_through).cases;
  return std::ranges::count(all, id, &ListedCase::id) > 0;
}

std::optional<Caller> colleague_named(House& house, const UnitId& unit,
                                      const std::string& user_name, const CaseId& of_case) {
  const auto account = house.people.accounts.named(user_name);
  const bool is_one = account && account->unit == unit && account->state == AccountState::active &&
                      is_staff(*account);
  if (!is_one) return std::nullopt;
  Caller caller{account->id, account->shown_name, account->unit, {}, {}};
  for (const std::string& each : account->positions) {
    Position position = Position::attendee;
    if (boost::describe::enum_from_string(each.c_str(), position))
      caller.positions.push_back(position);
  }
  for (const Account& each : house.people.accounts.named_staff(of_case)) {
    if (each.id == account->id) caller.named_for.push_back(of_case);
  }
  return caller;
}

}  // namespace kallad::api
