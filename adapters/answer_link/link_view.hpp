// What the page behind a link shows: plain values, one by one, and nothing that is not named here.
// Not the case's view (adapters/view) with parts taken out: whoever holds the letter sees this, and
// has not signed in.
// Rules kept (domain 6, rulings "Mail"): never the person, the need, the purpose, what others
// answered or why; the place stands here and not in the letter; times are those on the wall.
#pragma once

#include <string>
#include <string_view>

#include "adapters/answer_link/link_act.hpp"

namespace kallad {

/// An act, and why it is not taken now; `notice` is a "warning" of the words to be read before it
/// is sent, or empty.
struct OfferedAct {
  LinkAct act = LinkAct::open_summons;
  Refusals why_not;
  std::string_view notice;
  bool is_allowed() const { return why_not.empty(); }
};

/// One of the own party's substitutes, first named first.
struct LinkSubstitute {
  std::string name;
  std::string role;
  Mandate mandate = Mandate::yes;
  bool briefed = false;
  LocalTime named_at;
  std::optional<LocalTime> confirmed_at;
  bool is_you = false;  ///< whose link this is
};

/// A unit by id and name.
struct LinkUnit {
  UnitId id;
  std::string name;
};

/// Whom to turn to.
struct LinkCaller {
  std::string name;
  std::string unit;
  std::string mailbox;
};

/// The own seat. `answered_by` is who first answered for the unit.
struct LinkSeat {
  SeatState state = SeatState::sent;
  Calling calling = Calling::invited;
  bool has_duty = false;
  std::optional<LocalTime> opened_at;
  std::optional<LocalTime> acknowledged_at;
  std::optional<AnswerKind> answer;
  std::optional<LocalTime> answered_at;
  std::string answered_by;
  std::optional<LinkUnit> forwarded_to;
  std::vector<LinkSubstitute> substitutes;
  std::optional<Attendance> attendance;
};

/// One of the activities that the own huvudman's units answer for.
struct LinkActivity {
  std::string what;
  std::optional<Date> due;
};

/// The plan as far as whoever holds the link may see it: what the own huvudman answers for, and
/// never the goals, which are the person's own words, nor what others do.
struct LinkAgreement {
  std::string for_whom;       ///< the huvudman, under LPT the unit
  std::uint32_t content = 0;  ///< the version of the plan, to be sent back with the answer
  std::optional<std::string> efforts;
  std::vector<LinkActivity> activities;
  std::string overall_responsible;
  std::optional<Date> follow_up;
  std::optional<LocalTime> agreed_at;
  std::optional<LocalTime> declined_at;
  std::optional<std::string> reason;  ///< the own no's
};

/// The whole. Of a link that is not alive only `state`, and of all but a dead one `case_number` and
/// `called_by`, are filled in.
struct LinkView {
  LinkState state = LinkState::dead;
  LinkHolder holder = LinkHolder::party;
  CaseId case_number;
  LinkCaller called_by;
  std::optional<LinkUnit> unit;  ///< the own; nothing where the party is a person
  LocalTime starts{};
  std::optional<std::string> place;
  std::optional<std::string> link;         ///< for digital attendance
  std::optional<std::string> expectation;  ///< what is expected of this party
  /// "place", "link", "expectation", "efforts" or "activities", where it names the person and is
  /// therefore not shown.
  std::vector<std::string_view> withheld;
  std::optional<LocalTime> acknowledge_by;
  std::optional<LocalTime> answer_by;
  LinkSeat seat;
  std::vector<OfferedAct> acts;
  std::vector<LinkUnit> receivers;         ///< to forward to
  std::optional<LinkAgreement> agreement;  ///< after the meeting; then little else is filled in
};

namespace answer_link {

/// What the link shows at `now` (UTC). `name` was opened from a token, `file` is its case.
LinkView show(const CaseFile& file, const LinkName& name, const Ground& ground, Instant now);

/// The "warning" of the words that says what "cannot come" means for a party with the duty to come.
inline constexpr std::string_view cannot_come_notice = "cannot_come_sends_nobody";

}  // namespace answer_link
}  // namespace kallad
