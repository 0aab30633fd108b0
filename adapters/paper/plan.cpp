// SIP-blankett: the plan as the parties agreed to it, with the law's four points.
// Not the law's text. Rule kept (domain 2, "The plan"): the four points have their own place, and
// point 3 can be answered with "none".
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

namespace {

void put_meeting(Writer& to, const PlanPaper& in) {
  to.heading("plan.meeting");
  to.fields({to.field("day_and_time", to.moment(in.met), 1, 2),
             to.field("plan.law", lines_of(in.law), 1, 3)});
  to.fields({to.field("chair", in.chair), to.field("secretary", in.secretary)});
  std::vector<std::vector<std::string>> rows;
  for (const Attending& each : in.present) {
    rows.push_back({each.party, each.who, to.word(each.mark)});
  }
  to.table("plan.present",
           {to.column("plan.present.party", 3), to.column("plan.present.who", 3),
            to.column("plan.present.how", 2)},
           std::move(rows), 6, true);
}

void put_goals(Writer& to, const PlanPaper& in) {
  to.heading("plan.goals");
  std::vector<std::string> own;
  std::vector<std::string> staffs;
  std::vector<std::string> parts;
  for (const Goal& goal : in.goals) {
    const bool long_term = goal.kind == GoalKind::long_term;
    (long_term ? (goal.own_words ? own : staffs) : parts).push_back(goal.text);
  }
  if (staffs.empty() || !own.empty()) to.box("plan.long_term", lines_of(own), 3);
  if (!staffs.empty()) to.box("plan.long_term_staff", lines_of(staffs), 3);
  to.box("plan.part_goals", lines_of(parts), 5);
}

void put_points(Writer& to, const PlanPaper& in) {
  to.heading("plan.points");
  to.box("plan.point1", in.efforts_needed, 4);
  std::vector<std::vector<std::string>> rows;
  for (const EffortsOf& each : in.responsibilities) rows.push_back({each.principal, each.efforts});
  to.table("plan.point2",
           {to.column("plan.point2.principal", 1), to.column("plan.point2.efforts", 2)},
           std::move(rows), 3, true);
  to.box("plan.point3", in.others_measures, in.no_others_measures ? 1 : 3);
  to.tick("plan.point3.none", in.no_others_measures);
  to.box("plan.point4", in.overall_responsible, 1);
}

void put_activities(Writer& to, const PlanPaper& in) {
  std::vector<std::vector<std::string>> rows;
  for (const ActivityLine& each : in.activities) {
    rows.push_back({each.what, each.owner, each.named_person, Writer::short_day(each.due)});
  }
  to.heading("plan.activities");
  to.table("",
           {to.column("plan.activity", 6), to.column("plan.owner", 4),
            to.column("plan.owner_person", 4), to.column("plan.due", 3)},
           std::move(rows), 6, true);
}

void put_agreed(Writer& to, const PlanPaper& in) {
  to.heading("plan.agreed");
  std::vector<std::vector<std::string>> rows;
  for (const AgreedBy& each : in.agreed) {
    std::string when = Writer::short_day(each.on);
    if (!each.as_it_is) when += " (" + to.text("plan.agreed.changed") + ")";
    rows.push_back({each.who, when, ""});
  }
  to.table("",
           {to.column("plan.agreed.who", 3), to.column("plan.agreed.when", 2),
            to.column("plan.agreed.sign", 3)},
           std::move(rows), 4, true);
  to.box("plan.copies", lines_of(in.copies), 2);
}

}  // namespace

Document plan(const PlanPaper& in, Language language) {
  Writer to{language, "plan.title", in.of.case_number};
  to.say("plan.lead", Tone::lead);
  put_subject(to, in.of);
  put_meeting(to, in);
  to.box("plan.need", in.need, 3);
  put_goals(to, in);
  put_points(to, in);
  put_activities(to, in);
  to.heading("plan.follow_up");
  to.fields({to.field("plan.follow_up_on", to.day(in.follow_up_on)),
             to.field("plan.follow_up_by", in.of.unit)});
  if (!in.follow_up_on) to.box("plan.no_follow_up", in.no_follow_up_motive, 2);
  put_agreed(to, in);
  put_foot(to);
  return to.done();
}

}  // namespace kallad::paper
