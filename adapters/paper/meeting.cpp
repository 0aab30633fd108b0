// Checklist before the meeting, and the attendance list at it.
// Not the record of attendance: what the list says is marked in the program, by a human.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/writer.hpp"

namespace kallad::paper {

Document checklist(const ChecklistPaper& in, Language language) {
  Writer to{language, "checklist.title", in.case_number};
  to.say("checklist.lead", Tone::lead);
  to.box("case_number", in.case_number, 1);
  to.heading("checklist.person");
  for (const char* key : {"checklist.person.1", "checklist.person.2", "checklist.person.3",
                          "checklist.person.4", "checklist.person.5", "checklist.person.6"}) {
    to.tick(key);
  }
  to.heading("checklist.summons");
  for (const char* key : {"checklist.summons.1", "checklist.summons.2", "checklist.summons.3",
                          "checklist.summons.4", "checklist.summons.5", "checklist.officials"}) {
    to.tick(key);
  }
  to.heading("checklist.meeting");
  for (const char* key : {"checklist.meeting.1", "checklist.meeting.2", "checklist.meeting.3",
                          "checklist.meeting.4", "checklist.meeting.5"}) {
    to.tick(key);
  }
  return to.done();
}

Document attendance_list(const AttendancePaper& in, Language language) {
  Writer to{language, "attendance.title", in.case_number};
  to.fields({to.field("day_and_time", to.moment(in.starts), 1, 3),
             to.field("case_number", in.case_number, 1, 2)});
  to.fields({to.field("place", in.place)});
  to.fields({to.field("chair", in.chair), to.field("secretary", in.secretary)});
  std::vector<std::vector<std::string>> rows;
  for (const Attending& seat : in.seats) {
    std::string mark = to.word(seat.mark);
    if (seat.arrived) mark += " " + Writer::short_moment(seat.arrived);
    rows.push_back({seat.party, to.word(seat.calling), seat.who, mark, to.word(seat.mandate)});
  }
  if (!rows.empty()) rows.resize(rows.size() + 2, std::vector<std::string>(5));
  to.put(Paragraph{to.text("attendance.how"), Tone::normal});
  to.table("attendance.rows",
           {to.column("attendance.party", 5), to.column("attendance.calling", 3),
            to.column("attendance.who", 5), to.column("attendance.mark", 4),
            to.column("attendance.mandate", 3)},
           std::move(rows), 12, true, 1);
  to.box("attendance.not_held", "", 3);
  to.say("register_afterwards", Tone::small);
  return to.done();
}

}  // namespace kallad::paper
