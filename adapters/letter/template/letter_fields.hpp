// What may ever stand in a letter: a closed list, field by field.
// Not the case: there is no field for the person, the need, the purpose, a reason or what is
// expected of anybody, so no template can ask for them.
// Rule kept (domain 6): case number, time, place or link, and nothing that tells who or why.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

namespace kallad {

/// One letter of a digest: its subject, and where it leads.
struct DigestLine {
  std::string title;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(DigestLine, (), (title, link))

/// The fields, by the names they have in templates. An empty text, a `false` and an empty list are
/// "not there" to a section. Days are in words of the recipient's language, in local time.
struct LetterFields {
  std::string case_number;
  std::string meeting_name;  ///< the meeting's form: "SIP-möte"
  std::string meeting_day;   ///< "fredag den 20 mars 2026"
  std::string meeting_time;  ///< "13.00"
  std::string place;
  std::string meeting_link;    ///< for digital attendance
  std::string sender_unit;     ///< the unit that calls
  std::string sender_mailbox;  ///< its function mailbox, for questions
  std::string unit;            ///< the recipient's own unit
  std::string answer;          ///< what the recipient answered: "kommer"
  std::string acknowledge_by;  ///< "onsdag den 4 mars 2026"
  std::string answer_by;
  std::string answer_link;
  std::string activity_day;         ///< the last day of an activity
  std::string case_link;            ///< behind sign-in
  std::string letter_count;         ///< of a digest
  bool is_unit = false;             ///< the recipient is a unit and no person
  bool has_duty = false;            ///< must come or send a substitute
  bool place_withheld = false;      ///< place or meeting link stand only behind the answer link
  bool delivery_failed = false;     ///< a summons has not arrived
  bool substitute_missing = false;  ///< none is named, or the one named has said no
  bool was_there = false;           ///< somebody of the recipient's unit came to the meeting
  bool has_left = false;            ///< is no party any more, while the meeting may stand
  std::vector<DigestLine> letters;  ///< of a digest
};
BOOST_DESCRIBE_STRUCT(LetterFields, (),
                      (case_number, meeting_name, meeting_day, meeting_time, place, meeting_link,
                       sender_unit, sender_mailbox, unit, answer, acknowledge_by, answer_by,
                       answer_link, activity_day, case_link, letter_count, is_unit, has_duty,
                       place_withheld, delivery_failed, substitute_missing, was_there, has_left,
                       letters))

namespace letter {

/// Fields with something in each, as an administrator's preview and the tests show them. The person
/// in it is nobody: there is no field for one.
LetterFields sample_fields(bool is_swedish);

}  // namespace letter
}  // namespace kallad
