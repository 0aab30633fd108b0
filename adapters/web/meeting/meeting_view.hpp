// The meeting's page as texts: what is to be done at the table, and how far one has come.
// Not rules: what cannot be done is not offered, by the API's own word. Rule kept (2009:981): the
// law's four points are shown with what answers them, or that nothing does yet.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/web/case/case_view.hpp"
#include "adapters/web/case/fields/conflict.hpp"

namespace kallad::web {

/// One of the ways somebody can have been there. `value` is what its button sends.
struct AttendanceButton {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(AttendanceButton, (), (value, text, chosen))

struct OptionView {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (value, text, chosen))

/// A party at the table. `number` makes the ids of its fields.
struct TableSeat {
  std::size_t number = 0;
  std::string party;
  std::string calling;
  std::string who;   ///< the substitute, or nothing
  std::string said;  ///< what it has answered
  std::string mark;  ///< how it came; empty before it is marked
  std::string tone;
  std::string detail;  ///< mandate, and when it came
  bool has_buttons = false;
  std::vector<AttendanceButton> buttons;
  std::string undo;     ///< what its button sends; empty where there is nothing to undo
  std::string more;     ///< the same for mandate and time
  std::string correct;  ///< the same for a correction after attendance was closed
  std::vector<OptionView> mandates;
  std::string arrived;
  std::vector<OptionView> attendances;
};
BOOST_DESCRIBE_STRUCT(TableSeat, (),
                      (number, party, calling, who, said, mark, tone, detail, has_buttons, buttons,
                       undo, more, correct, mandates, arrived, attendances))

/// One of the law's four points.
struct PointLine {
  std::string name;
  std::vector<std::string> answers;
  bool is_answered = false;
};
BOOST_DESCRIBE_STRUCT(PointLine, (), (name, answers, is_answered))

/// Which efforts one huvudman answers for, as a field.
struct ResponsibilityField {
  std::string name;
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(ResponsibilityField, (), (name, label, value))

/// One whose agreement the plan needs. `agree` is what its button sends.
struct AgreementLine {
  std::string who;
  bool has_agreed = false;
  std::string declined;  ///< why not; empty where it has not said no
  std::string agree;
};
BOOST_DESCRIBE_STRUCT(AgreementLine, (), (who, has_agreed, declined, agree))

/// What can be said at the table now.
struct TableCan {
  bool open = false;
  bool roles = false;
  bool came = false;  ///< several have said that they come, and are not marked
  bool close = false;
  bool call_off = false;
  bool goal = false;
  bool activity = false;
  bool points = false;
  bool agree_all = false;  ///< several huvudmän at the table have not said yes or no
  bool end = false;
};
BOOST_DESCRIBE_STRUCT(TableCan, (),
                      (open, roles, came, close, call_off, goal, activity, points, agree_all, end))

/// The form that stays open after a no.
struct MeetingOpens {
  bool roles = false;
  bool goal = false;
  bool activity = false;
  bool points = false;
};
BOOST_DESCRIBE_STRUCT(MeetingOpens, (), (roles, goal, activity, points))

struct MeetingPageView {
  static constexpr std::string_view page = "meeting";
  std::string heading;
  std::string lead;
  std::optional<CaseNav> nav;
  std::string id;
  std::string version;
  std::string here;
  std::string kind;
  std::string status;
  std::string round;
  std::string place;
  std::string link;
  bool link_opens = false;  ///< whether it is an address to press; else it is shown as text
  std::string purpose;
  bool has_questions = false;
  std::vector<std::string> questions;
  std::string chair;
  std::string secretary;
  std::string held_without;
  std::string called_off;
  std::string not_started;
  std::string attendance_closed;
  std::vector<TableSeat> seats;
  std::string check_in;  ///< address of the codes to scan; empty: not for this reader, or not now
  bool has_goals = false;
  std::vector<std::string> goals;
  bool has_activities = false;
  std::vector<ActivityLine> activities;
  std::vector<PointLine> points;
  std::vector<ResponsibilityField> responsibilities;
  bool has_agreements = false;
  std::vector<AgreementLine> agreements;
  std::string decline;  ///< address of the form for a no; empty: it cannot be said
  std::string follow_up;
  TableCan can;
  MeetingOpens opens;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(MeetingPageView, (),
                      (heading, lead, nav, id, version, here, kind, status, round, place, link,
                       link_opens, purpose, has_questions, questions, chair, secretary,
                       held_without, called_off, not_started, attendance_closed, seats, check_in,
                       has_goals, goals, has_activities, activities, points, responsibilities,
                       has_agreements, agreements, decline, follow_up, can, opens, conflict))

/// The meeting's number in a page's address; 0, the latest, where it has none.
std::uint32_t meeting_asked(const api::Call& call);

/// The meeting of that number, the latest where it is 0; null where there is none.
const MeetingView* meeting_in(const CaseView& shown, std::uint32_t number);

/// "/cases/sip-1/meetings/1".
std::string meeting_address(const CaseId& id, std::uint32_t number);

/// What a huvudman is called; its id where the register does not know it.
std::string principal_name(const api::House& house, const PrincipalId& id);

MeetingPageView meeting_page_view(const ShownCase& now, const MeetingView& meeting,
                                  const api::House& house, Language language);

}  // namespace kallad::web
