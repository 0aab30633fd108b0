// What somebody should know while they fill in a command's form, and cannot remember: which day a
// follow-up was promised for, from which day on a summons needs no reason, and which times would
// do. Not rules: the engine refuses, and this only says beforehand what it would say.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/view/case_view.hpp"
#include "adapters/web/frame/form.hpp"
#include "engine/deadline/calendar.hpp"
#include "engine/deadline/routine.hpp"

namespace kallad::web {

struct FormHelp {
  std::vector<std::string> told;
  std::vector<Choice> times;  ///< for the field `starts`, as it takes them
};

/// A time that is proposed, as a radio button.
struct FormTimeView {
  std::string id;
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(FormTimeView, (), (id, value, text, chosen))

struct FormTimesView {
  std::vector<FormTimeView> slots;
};
BOOST_DESCRIBE_STRUCT(FormTimesView, (), (slots))

/// The name of the radio buttons.
inline constexpr std::string_view proposed_field = "proposed";

/// The first day for which a summons sent now needs no reason for short notice.
Date first_day_without_reason(const Calendar& calendar, Instant now, int lead_working_days);

/// Three times on three working days from that day on, in office hours, none of them within two
/// hours of one that is taken: how long a meeting lasts nobody has said.
std::vector<LocalTime> proposed_times(const Calendar& calendar, Date first,
                                      const std::vector<LocalTime>& taken = {});

/// Whether that command's help proposes times.
bool proposes_times(std::string_view command);

/// `taken`: when whoever fills in the form has other meetings; local time.
FormHelp help_for(std::string_view command, const CaseView& shown,
                  const std::vector<Routine>& routines, const std::vector<LocalTime>& taken,
                  const api::House& house, Language language);

/// The times as they stand in the form; nothing where none are proposed.
std::optional<FormTimesView> times_view(const FormHelp& help, const Form& form);

/// A form in which a proposed time was chosen, and none was written, says that time.
Form with_proposed_time(Form form);

}  // namespace kallad::web
