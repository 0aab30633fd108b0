// Days are reckoned by the engine's calendar, with the routine that counts for the case today.
// Not anybody's own calendar: a proposed time is one that the rules allow and at which who asks has
// no other meeting in Kallad, and no more. Rule kept (domain 6): of nobody else's meetings is told.
#include "adapters/web/case/fields/form_help.hpp"

#include <algorithm>
#include <array>

#include "adapters/brain/messages.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

namespace {

/// A proposal: so many working days after the first, at that hour.
struct Slot {
  int working_days;
  int hour;
};
constexpr auto proposals = std::to_array<Slot>({{0, 13}, {1, 10}, {3, 13}});
/// Where that hour is taken, the others of the day are tried.
constexpr auto office_hours = std::to_array({13, 10, 15, 9});
constexpr std::chrono::hours apart{2};
constexpr int longest_search_days = 60;

std::optional<LocalTime> free_on(Date day, int wanted, const std::vector<LocalTime>& taken) {
  const auto at = [day](int hour) {
    return LocalTime{std::chrono::local_days{day} + std::chrono::hours{hour}};
  };
  const auto is_free = [&taken](LocalTime start) {
    return std::ranges::none_of(
        taken, [&](LocalTime one) { return std::chrono::abs(one - start) < apart; });
  };
  if (is_free(at(wanted))) return at(wanted);
  const auto other =
      std::ranges::find_if(office_hours, [&](int hour) { return is_free(at(hour)); });
  return other == office_hours.end() ? std::nullopt : std::optional{at(*other)};
}

std::string day_and_hour(LocalTime reading, const Calendar& calendar, Language language) {
  return moment_told(calendar.zone().to_instant(reading), calendar, language).text;
}

void tell_follow_up(FormHelp& help, const CaseView& shown, Language language) {
  if (!shown.next_follow_up) return;
  help.told.push_back(said("help.follow_up"_text, language,
                           {{"day", day_told(*shown.next_follow_up, language).text}}));
}

/// Discharge follows the act (2017:612), which has no shortest notice.
void tell_times(FormHelp& help, const CaseView& shown, const Routine& routine,
                const Calendar& calendar, Instant now, const std::vector<LocalTime>& taken,
                Language language) {
  const bool has_lead = shown.kind != CaseKind::discharge;
  const int lead = has_lead ? routine.summons_lead_working_days : 0;
  const Date first = first_day_without_reason(calendar, now, lead);
  if (has_lead) {
    help.told.push_back(
        said("help.notice"_text, language,
             {{"day", day_told(first, language).text}, {"count", std::to_string(lead)}}));
  }
  const Date ahead = first_day_without_reason(calendar, now, std::max(lead, 1));
  for (const LocalTime each : proposed_times(calendar, ahead, taken)) {
    std::string value;
    codec::put_local_time(value, each);
    help.times.push_back({std::move(value), day_and_hour(each, calendar, language)});
  }
}

}  // namespace

Date first_day_without_reason(const Calendar& calendar, Instant now, int lead_working_days) {
  return calendar.add_working_days(calendar.zone().day_of(now), lead_working_days);
}

std::vector<LocalTime> proposed_times(const Calendar& calendar, Date first,
                                      const std::vector<LocalTime>& taken) {
  const Date from = calendar.working_day_on_or_after(first);
  std::vector<LocalTime> times;
  int later = 0;  // days that were full push all that follow
  for (const Slot& slot : proposals) {
    auto time =
        free_on(calendar.add_working_days(from, slot.working_days + later), slot.hour, taken);
    while (!time && later < longest_search_days) {
      ++later;
      time = free_on(calendar.add_working_days(from, slot.working_days + later), slot.hour, taken);
    }
    if (time) times.push_back(*time);
  }
  return times;
}

bool proposes_times(std::string_view command) {
  return command == SendSummons::id || command == ChangeMeeting::id;
}

FormHelp help_for(std::string_view command, const CaseView& shown,
                  const std::vector<Routine>& routines, const std::vector<LocalTime>& taken,
                  const api::House& house, Language language) {
  FormHelp help;
  const Instant now = house.now();
  if (command == HoldFollowUp::id) tell_follow_up(help, shown, language);
  if (proposes_times(command)) {
    const Date today = house.calendar.zone().day_of(now);
    const Routine* found = routine_at(routines, shown.council, today);
    tell_times(help, shown, found == nullptr ? Routine{} : *found, house.calendar, now, taken,
               language);
  }
  return help;
}

std::optional<FormTimesView> times_view(const FormHelp& help, const Form& form) {
  if (help.times.empty()) return std::nullopt;
  FormTimesView view;
  const std::string chosen = form.value(proposed_field);
  for (const Choice& each : help.times) {
    view.slots.push_back({std::string{proposed_field} + "-" + std::to_string(view.slots.size()),
                          each.value, each.text, each.value == chosen});
  }
  return view;
}

Form with_proposed_time(Form form) {
  const std::string chosen = form.value(proposed_field);
  if (!chosen.empty() && form.value("starts").empty()) form.put("starts", chosen);
  return form;
}

}  // namespace kallad::web
