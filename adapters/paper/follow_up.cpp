// Uppföljning and utvärdering: what became of the plan.
// Not the case's own steps: what the paper says is registered afterwards.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

Document follow_up(const FollowUpPaper& in, Language language) {
  Writer to{language, "follow_up.title", in.of.case_number};
  to.say("follow_up.lead", Tone::lead);
  put_subject(to, in.of);
  to.fields({to.field("follow_up.held", to.day(in.held_on), 1, 1),
             to.field("follow_up.present", "", 1, 2)});
  to.heading("follow_up.activities");
  std::vector<std::vector<std::string>> activities;
  for (const ActivityLine& each : in.activities) {
    activities.push_back(
        {each.what, each.owner, Writer::short_day(each.due), to.word(each.status), each.note});
  }
  to.table("",
           {to.column("plan.activity", 5), to.column("plan.owner", 4), to.column("plan.due", 3),
            to.column("plan.status", 3), to.column("plan.note", 5)},
           std::move(activities), 6, true);
  to.heading("follow_up.goals");
  std::vector<std::vector<std::string>> goals;
  for (const std::string& goal : in.goals) goals.push_back({goal, ""});
  to.table("", {to.column("follow_up.goal", 1), to.column("follow_up.nearer", 1)}, std::move(goals),
           4, true, 2);
  to.box("follow_up.works", "", 4);
  to.box("follow_up.changed", "", 4);
  to.heading("follow_up.then");
  for (const char* key :
       {"follow_up.goes_on", "follow_up.change", "follow_up.new_meeting", "follow_up.evaluate"}) {
    to.tick(key);
  }
  to.box("follow_up.next", to.day(in.next), 1);
  put_foot(to);
  return to.done();
}

Document evaluation(const EvaluationPaper& in, Language language) {
  Writer to{language, "evaluation.title", in.of.case_number};
  to.say("evaluation.lead", Tone::lead);
  put_subject(to, in.of);
  to.heading("evaluation.goals");
  std::vector<std::vector<std::string>> goals;
  for (const EvaluatedGoal& goal : in.goals) {
    goals.push_back({goal.text, to.word(goal.verdict), goal.words});
  }
  to.table("",
           {to.column("evaluation.goal", 4), to.column("evaluation.verdict", 3),
            to.column("evaluation.words", 4)},
           std::move(goals), 4, true, 2);
  to.box("evaluation.person", in.persons_verdict, 5);
  to.box("evaluation.cooperation", "", 4);
  to.heading("evaluation.then");
  to.tick("evaluation.goes_on");
  to.tick("evaluation.close", in.reason.has_value());
  to.box("evaluation.reason", words::capitalised(to.word(in.reason)), 2);
  to.fields({to.field("signature", "", 2, 3), to.field("name_in_print", in.of.coordinator, 2, 3),
             to.field("date", "", 2, 2)});
  to.say("evaluation.coordinator_closes");
  put_foot(to);
  return to.done();
}

}  // namespace kallad::paper
