// Filling the view in, field by field: a new field of the engine is not seen until it is named
// here. Not a page. Free texts of the case are shown only where they do not name the person or
// those beside the person.
#include "adapters/answer_link/link_view.hpp"

#include <algorithm>

#include "adapters/answer_link/link_command.hpp"
#include "engine/case/case.hpp"
#include "engine/mention/running_text.hpp"

namespace kallad::answer_link {

namespace {

/// What filling in looks at.
struct Look {
  const CaseFile& file;
  const LinkTarget& target;
  const Ground& ground;
  Instant now;

  LocalTime local(Instant moment) const { return ground.calendar.zone().to_local(moment); }
  std::optional<LocalTime> local(const std::optional<Instant>& moment) const {
    return moment ? std::optional{local(*moment)} : std::nullopt;
  }
  std::optional<LocalTime> local(const std::optional<Cited>& fact) const {
    return fact ? std::optional{local(fact->at)} : std::nullopt;
  }
};

LinkUnit named(const UnitId& id, const Register& known) {
  const Unit* unit = find_unit(known, id);
  return {id, unit ? unit->name : id.text};
}

LinkCaller caller_of(const Case& running, const Register& known) {
  const Coordinator& by = running.coordinator;
  const Unit* unit = find_unit(known, by.unit);
  return {by.name, named(by.unit, known).name, unit ? unit->mailbox : std::string{}};
}

bool names(const std::string& text, const Person& person) {
  return std::ranges::any_of(find_identity(text, person), [](const TextFinding& finding) {
    return finding.severity == TextSeverity::refuse;
  });
}

bool is_close(const Party& party) {
  return party.kind == PartyKind::person || party.kind == PartyKind::guardian ||
         party.kind == PartyKind::relative;
}

/// Whether the text names the person, or a guardian or relative who takes part.
bool names_anybody(const std::string& text, const Case& running) {
  return names(text, running.person) ||
         std::ranges::any_of(running.parties, [&](const Party& party) {
           return is_close(party) && names(text, {party.name, "", Protection::none});
         });
}

void put(std::optional<std::string>& into, const std::optional<std::string>& text,
         std::string_view field, LinkView& view, const Case& running) {
  if (!text || text->empty()) return;
  if (names_anybody(*text, running)) {
    if (std::ranges::count(view.withheld, field) == 0) view.withheld.push_back(field);
  } else {
    into = text;
  }
}

std::optional<std::string> expected_of(const Meeting& meeting, const PartyId& party) {
  const auto& all = meeting.notice.expectations;
  const auto own = std::ranges::find(all, party, &Expectation::party);
  return own == all.end() ? std::nullopt : std::optional{own->text};
}

void put_meeting(LinkView& view, const Look& look) {
  const MeetingNotice& notice = look.target.meeting->notice;
  const Case& running = look.file.running;
  view.starts = look.local(notice.starts);
  put(view.place, notice.place, "place", view, running);
  put(view.link, notice.link, "link", view, running);
}

std::vector<LinkSubstitute> substitutes_of(const Look& look) {
  std::vector<LinkSubstitute> all;
  for (const ChainLink& link : look.target.seat->chain) {
    const Substitute& who = link.who;
    all.push_back({who.name, who.role, who.mandate, who.briefed, look.local(link.named.at),
                   look.local(link.confirmed), all.size() + 1 == look.target.place});
  }
  return all;
}

LinkSeat seat_view(const Look& look) {
  const Seat& seat = *look.target.seat;
  LinkSeat view;
  view.state = seat.state;
  view.calling = seat.calling;
  view.has_duty = seat.has_duty;
  view.opened_at = look.local(seat.opened);
  view.acknowledged_at = look.local(seat.acknowledged);
  if (const auto* answer = seat::standing_answer(seat)) {
    view.answer = answer->kind;
    view.answered_at = look.local(answer->given_at);
  }
  view.answered_by = seat.representative;
  if (seat.forwarded_to) {
    view.forwarded_to = named(unit_of(*seat.forwarded_to), look.ground.known);
  }
  view.substitutes = substitutes_of(look);
  if (seat.mark) view.attendance = seat.mark->attendance;
  return view;
}

/// A check-in may hang at the door: it shows where and when, and whether it was made.
void put_seat(LinkView& view, const Look& look) {
  const Seat& seat = *look.target.seat;
  if (view.holder == LinkHolder::check_in) {
    if (seat.mark) view.seat.attendance = seat.mark->attendance;
    return;
  }
  view.seat = seat_view(look);
  view.acknowledge_by = look.local(seat.acknowledge_by);
  view.answer_by = look.local(seat.answer_by);
  put(view.expectation, expected_of(*look.target.meeting, seat.party), "expectation", view,
      look.file.running);
}

std::string_view notice_of(const LinkTarget& target, LinkAct act) {
  const bool explains = act == LinkAct::cannot_come && target.seat->has_duty;
  return explains ? cannot_come_notice : std::string_view{};
}

void put_acts(LinkView& view, const Look& look) {
  for (const LinkAct act : acts_of(look.target)) {
    view.acts.push_back({act, why_not(look.file, look.target, act, look.ground, look.now),
                         notice_of(look.target, act)});
    if (act != LinkAct::forwarded || !view.acts.back().is_allowed()) continue;
    for (const UnitId& unit : receivers_of(look.target, look.ground.known)) {
      view.receivers.push_back(named(unit, look.ground.known));
    }
  }
}

bool is_own(const LinkTarget& target, const PartyId& owner, const Case& running) {
  const Party* party = casework::find_party(running, owner);
  const PartyId& whom = *target.agrees_for;
  return party && (party->id == whom || PartyId{party->principal.text} == whom);
}

void put_activities(LinkView& view, const Look& look) {
  const Case& running = look.file.running;
  for (const ActivityInPlan& each : running.plan.activities) {
    if (!is_own(look.target, each.activity.owner, running)) continue;
    std::optional<std::string> what;
    put(what, each.activity.what, "activities", view, running);
    if (what) view.agreement->activities.push_back({*what, each.activity.due});
  }
}

/// Whether yes or no, the own last word on the plan as it is now.
void put_own_word(LinkView& view, const Plan& plan, const PartyId& whom, const Look& look) {
  LinkAgreement& own = *view.agreement;
  for (const PlanAgreed& each : plan.agreements) {
    if (each.by == whom && each.content == plan.content) own.agreed_at = look.local(each.fact.at);
  }
  if (const PlanDeclined* no = plan::standing_no(plan, whom)) {
    own.declined_at = look.local(no->fact.at);
    put(own.reason, no->reason, "reason", view, look.file.running);
  }
}

void put_agreement(LinkView& view, const Look& look) {
  const Case& running = look.file.running;
  const Plan& plan = running.plan;
  const PartyId& whom = look.target.agrees_for.value();
  const bool is_unit = look.target.party->id == whom;
  view.starts = look.local(look.target.meeting->notice.starts);
  view.seat.answered_by = look.target.seat->representative;
  LinkAgreement& own = view.agreement.emplace();
  own.for_whom = is_unit ? named(look.target.party->unit, look.ground.known).name
                         : principal_name(look.ground.known, PrincipalId{whom.text});
  own.content = plan.content;
  for (const Responsibility& each : plan.points.responsibilities) {
    if (each.principal == look.target.party->principal)
      put(own.efforts, each.efforts, "efforts", view, running);
  }
  put_activities(view, look);
  if (plan.points.overall_responsible) {
    own.overall_responsible = principal_name(look.ground.known, *plan.points.overall_responsible);
  }
  own.follow_up = running.next_follow_up;
  put_own_word(view, plan, whom, look);
}

}  // namespace

LinkView show(const CaseFile& file, const LinkName& name, const Ground& ground, Instant now) {
  LinkView view;
  view.state = state_of(file, name, ground, now);
  view.holder = name.holder;
  if (view.state == LinkState::dead) return view;
  view.case_number = file.running.id;
  view.called_by = caller_of(file.running, ground.known);
  if (!rule_of(view.state).empty()) return view;
  const LinkTarget target = find(file, name).value();
  const Look look{file, target, ground, now};
  if (!target.party->unit.empty()) view.unit = named(target.party->unit, ground.known);
  if (view.state == LinkState::agreement) {
    put_agreement(view, look);
    put_acts(view, look);
    return view;
  }
  put_meeting(view, look);
  put_seat(view, look);
  put_acts(view, look);
  return view;
}

}  // namespace kallad::answer_link
