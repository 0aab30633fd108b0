// From a case and a sight to a line. What is demanded of a unit is its own; who sees the whole case
// is told of all that people have to do in it.
// Not due rows: what only the program does (reminders, presumed delivery) is in no list.
#include "adapters/brain/lists/facts.hpp"

#include <algorithm>
#include <set>

#include "adapters/brain/lists/marks.hpp"
#include "adapters/codec/describe.hpp"
#include "engine/authority/redaction.hpp"

namespace kallad::lists {

namespace {

using authority::DeficiencyStanding;

template <class Enum>
std::string name_of_value(Enum value) {
  std::string name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    if (each.value == value) name = each.name;
  });
  return name;
}

/// One case through one sight.
class Telling {
 public:
  Telling(const Listing& listing, const Sight& seen)
      : listing_(listing),
        running_(listing.file.running),
        seen_(seen),
        own_(party_of(seen.unit)),
        is_beyond_(seen.of_case == CaseSight::frozen &&
                   !seen.horizon.reaches(running_.events, running_.last_at)) {}

  ListEntry told() {
    entry_.sight = name_of_value(seen_.of_case);
    entry_.words = running_.id.text;
    if (seen_.of_case == CaseSight::none) return entry_;
    if (is_beyond_) {
      tell_deficiencies();
      entry_.closed = entry_.drafts == 0 && entry_.demand.empty();
      return entry_;
    }
    entry_.kind = name_of_value(running_.kind);
    entry_.step = name_of_value(running_.step);
    entry_.round = running_.round;
    entry_.closed = running_.step == Step::closed;
    tell_words();
    if (seen_.of_case == CaseSight::overview) return entry_;
    entry_.unit = running_.coordinator.unit.text;
    entry_.lead = running_.coordinator.name;
    entry_.own = running_.coordinator.unit == seen_.unit;
    entry_.is_protected = running_.person.protection != Protection::none;
    tell_meeting();
    tell_deficiencies();
    tell_lateness();
    return entry_;
  }

 private:
  /// By what it is found besides its number; with protected identity by nothing.
  void tell_words() {
    if (running_.person.protection != Protection::none) return;
    std::set<std::string> marks{mark_of(running_.kind), mark_of(running_.step)};
    if (seen_.of_case != CaseSight::overview) {
      entry_.words += " " + running_.coordinator.name;
      marks.insert(mark_of(running_.coordinator.unit));
      for (const Party& party : running_.parties) {
        if (party.left || party.unit.empty()) continue;
        marks.insert(mark_of(party.unit));
        if (!party.principal.empty()) marks.insert(mark_of(party.principal));
      }
    }
    for (const std::string& each : marks) entry_.words += " " + each;
  }

  bool is_whole() const { return seen_.of_case == CaseSight::whole; }

  void demand(Instant at, DueKind kind) {
    if (at >= entry_.due) return;
    entry_.due = at;
    entry_.demand = name_of_value(kind);
  }

  void tell_meeting() {
    if (running_.meetings.empty()) return;
    const Meeting& latest = running_.meetings.back();
    if (!meeting::is_live(latest)) return;
    entry_.meeting = latest.notice.starts;
    const Seat* seat = meeting::find_seat(latest, own_);
    entry_.unanswered = seat && seat->sent && seat->answers.empty() && !seat->mark;
  }

  void tell_deficiencies() {
    for (const Deficiency& one : listing_.file.deficiencies) {
      const auto standing = authority::standing_to(one, running_, seen_);
      if (standing == DeficiencyStanding::own && !has_left_unit(one) && is_open(one))
        ++entry_.drafts;
    }
    for (const Due& due : listing_.dues) {
      if (concerns(due)) demand(due.at, due.kind);
    }
  }

  bool concerns(const Due& due) const {
    if (is_the_programs(due.kind)) return false;
    if (due.kind == DueKind::deficiency_answer_due) return is_party_to(due.number);
    if (is_beyond_) return false;
    if (is_whole()) return true;
    if (due.kind == DueKind::activity_due) return owns_activity(due.about);
    return due.about == own_.text;
  }

  bool is_party_to(std::uint32_t number) const {
    const auto& all = listing_.file.deficiencies;
    const auto one = std::ranges::find(all, number, &Deficiency::number);
    if (one == all.end()) return false;
    const auto standing = authority::standing_to(*one, running_, seen_);
    return standing == DeficiencyStanding::own ||
           (standing == DeficiencyStanding::counterpart && (!is_beyond_ || one->identity_withheld));
  }

  bool owns_activity(const std::string& id) const {
    const auto* entry = plan::find_activity(running_.plan, ActivityId{id});
    return entry && entry->activity.owner == own_;
  }

  /// What has not been done is late from the second after its day, whether noted or not.
  void tell_lateness() {
    if (entry_.closed) return;
    for (const ActivityInPlan& each : running_.plan.activities) {
      const bool waits = each.activity.due && each.status != ActivityStatus::done;
      if (waits && (is_whole() || each.activity.owner == own_))
        be_late_after(*each.activity.due, DueKind::activity_due);
    }
    const bool follows =
        running_.step == Step::activity_follow_up || running_.step == Step::follow_up;
    if (is_whole() && follows && running_.next_follow_up)
      be_late_after(*running_.next_follow_up, DueKind::follow_up_due);
    if (is_whole()) tell_noes();
  }

  /// A no to the plan burns from the moment it is said, until the plan is another or agreed to.
  void tell_noes() {
    for (const PlanDeclined& one : running_.plan.declined) {
      if (plan::standing_no(running_.plan, one.by)) be_late(one.fact.at, DueKind::plan_declined);
    }
  }

  void be_late_after(Date day, DueKind kind) {
    be_late(listing_.calendar.zone().end_of(day) + after_the_last_second, kind);
  }

  void be_late(Instant at, DueKind kind) {
    if (!entry_.late || at < *entry_.late) entry_.late = at;
    demand(at, kind);
  }

  const Listing& listing_;
  const Case& running_;
  const Sight& seen_;
  PartyId own_;
  bool is_beyond_;
  ListEntry entry_;
};

}  // namespace

ListEntry facts(const Listing& listing, const Sight& seen) { return Telling{listing, seen}.told(); }

}  // namespace kallad::lists
