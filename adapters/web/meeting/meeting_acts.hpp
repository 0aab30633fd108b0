// What the buttons of a meeting's page say to the API: the act in a button's value, the fields
// beside it, and the command they come to. Not what becomes of it: meeting_page.cpp. Rule kept: a
// press is a plain form; it works without scripts and can be undone.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/frame/form.hpp"

namespace kallad::web {

/// "mark:0:present": an act, the seat's place at the table or whom it is about, and more.
std::string act_of(std::string_view what, std::string_view whom, std::string_view more = {});

/// A command as it is said to the API.
struct Saying {
  std::string command;
  nlohmann::json data;
  /// Whether it builds on the page as it was shown: what somebody agrees to must be what was read.
  bool on_what_was_shown = true;
  std::string part;                       ///< of the page, to come back to
  std::vector<nlohmann::json> then = {};  ///< the same command again, for others
  std::string opens = {};                 ///< the form that is open then, for another of the kind
};

/// How somebody was there who came as was said, and is not marked yet; nothing where nothing was
/// said, or a substitute has not confirmed.
std::optional<Attendance> came_as_said(const SeatView& seat);

/// Those who came, have been asked to agree to the plan as it is now, and have said neither yes nor
/// no: huvudmän, under LPT units.
std::vector<PartyId> at_the_table(const CaseView& shown, const MeetingView& meeting);

/// The command of the form's act; nothing where there is no such act.
std::optional<Saying> saying_of(const Form& form, const ShownCase& now, const MeetingView& meeting,
                                const Calendar& calendar);

/// The parties' huvudmän, each once, in the order of the parties.
std::vector<PrincipalId> principals_of(const CaseView& shown);

}  // namespace kallad::web
