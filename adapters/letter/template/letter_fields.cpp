// The sample that previews are made with. Plainly invented.
// Not test data of a case: every field is filled, which no one letter ever has.
#include "adapters/letter/template/letter_fields.hpp"

namespace kallad::letter {

LetterFields sample_fields(bool is_swedish) {
  LetterFields all;
  all.case_number = "sip-2026-17";
  all.meeting_name = is_swedish ? "SIP-möte" : "SIP meeting";
  all.meeting_day = is_swedish ? "fredag den 20 mars 2026" : "Friday 20 March 2026";
  all.meeting_time = is_swedish ? "13.00" : "13:00";
  all.place = "Rådhuset, rum 4 <A & B>";
  all.meeting_link = "https://mote.example.se/17?a=1&b=2";
  all.sender_unit = "Vuxenenheten, Exempelstad";
  all.sender_mailbox = "vuxen@exempelstad.example.se";
  all.unit = "Mottagning Exempel";
  all.answer = is_swedish ? "kommer" : "attends";
  all.acknowledge_by = is_swedish ? "onsdag den 4 mars 2026" : "Wednesday 4 March 2026";
  all.answer_by = is_swedish ? "måndag den 9 mars 2026" : "Monday 9 March 2026";
  all.answer_link = "https://kallad.example.se/s/exempel";
  all.activity_day = is_swedish ? "onsdag den 15 april 2026" : "Wednesday 15 April 2026";
  all.case_link = "https://kallad.example.se/cases/sip-2026-17";
  all.letter_count = "2";
  all.is_unit = all.has_duty = all.place_withheld = true;
  all.delivery_failed = all.substitute_missing = all.was_there = all.has_left = true;
  all.letters = {{is_swedish ? "Svar saknas, ärende sip-2026-17" : "No answer, case sip-2026-17",
                  "https://kallad.example.se/s/exempel"},
                 {is_swedish ? "Svar saknas, ärende sip-2026-18" : "No answer, case sip-2026-18",
                  "https://kallad.example.se/s/exempel-2"}};
  return all;
}

}  // namespace kallad::letter
