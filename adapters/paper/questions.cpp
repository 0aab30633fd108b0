// The person's own papers: questions at drawing-up and at follow-up, and the sheet in plain words.
// Not records: the answers are the person's until the person wants them in the plan.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

namespace {

void put_meeting(Writer& to, const PersonPaper& in) {
  to.heading("sheet.meeting");
  if (!in.meets && !in.of.case_number.empty()) return to.say("sheet.no_meeting");
  to.fields({to.field("day_and_time", to.moment(in.meets)), to.field("place", in.place)});
  std::vector<std::vector<std::string>> rows;
  for (const Attending& each : in.comes) {
    const std::string answer = each.answer ? to.word(each.answer) : to.text("sheet.not_answered");
    rows.push_back({each.who.empty() ? each.party : each.who + ", " + each.party, answer});
  }
  to.table("sheet.who_comes", {to.column("sheet.who", 3), to.column("sheet.comes", 2)},
           std::move(rows), 4, true);
}

void put_agreed(Writer& to, const PersonPaper& in) {
  to.heading("sheet.activities");
  std::vector<std::vector<std::string>> rows;
  for (const ActivityLine& each : in.activities) {
    const std::string who =
        each.named_person.empty() ? each.owner : each.named_person + ", " + each.owner;
    rows.push_back({each.what, who, to.day(each.due), to.word(each.status)});
  }
  to.table("",
           {to.column("sheet.what", 5), to.column("sheet.does", 4), to.column("sheet.by", 3),
            to.column("sheet.state", 2)},
           std::move(rows), 5, true);
}

void put_follow_up(Writer& to, const PersonPaper& in) {
  to.heading("sheet.follow_up");
  if (!in.follow_up_on && !in.of.case_number.empty()) return to.say("sheet.no_follow_up");
  to.box("sheet.follow_up_on", to.day(in.follow_up_on), 1);
}

}  // namespace

Document person_sheet(const PersonPaper& in, Language language) {
  Writer to{language, "sheet.title", in.of.case_number};
  to.say("sheet.lead", Tone::lead);
  to.box("name", in.of.name, 1);
  put_meeting(to, in);
  to.heading("sheet.goals");
  if (in.goals.empty()) {
    to.box("plan.goals", "", 3);
  } else {
    to.put(List{in.goals, false});
  }
  put_agreed(to, in);
  put_follow_up(to, in);
  to.heading("sheet.no");
  to.list({"sheet.no.1", "sheet.no.2", "sheet.no.3", "sheet.no.4"});
  to.heading("sheet.seen");
  to.say("sheet.seen.1");
  to.say("sheet.seen.2");
  to.heading("sheet.ask");
  to.fields({to.field("coordinator", in.of.coordinator), to.field("unit", in.of.unit),
             to.field("contact", in.of.contact)});
  return to.done();
}

Document questions(const QuestionsPaper& in, Language language) {
  Writer to{language, "questions.title", in.case_number};
  to.say("questions.lead", Tone::lead);
  to.fields({to.field("name", "", 1, 2), to.field("date", "", 1, 1)});
  for (const char* key :
       {"questions.well", "questions.hard", "questions.important", "questions.goal",
        "questions.help", "questions.with", "questions.not_told", "questions.place"}) {
    to.box(key, "", 5);
  }
  to.say("questions.yours");
  return to.done();
}

Document questions_at_follow_up(const QuestionsPaper& in, Language language) {
  Writer to{language, "questions_after.title", in.case_number};
  to.say("questions.lead", Tone::lead);
  to.fields({to.field("name", "", 1, 2), to.field("date", "", 1, 1)});
  std::vector<std::vector<std::string>> rows;
  for (const std::string& goal : in.goals) rows.push_back({goal, ""});
  to.table("questions_after.goals",
           {to.column("questions_after.goal", 1), to.column("questions_after.nearer", 1)},
           std::move(rows), 4, true, 2);
  for (const char* key :
       {"questions_after.done", "questions_after.better", "questions_after.worse",
        "questions_after.listened", "questions_after.change", "questions_after.end"}) {
    to.box(key, "", 4);
  }
  to.say("questions.yours");
  return to.done();
}

}  // namespace kallad::paper
