// The table of forms and what records them; how far the case has come with each.
// Not rules: which command can be said now is the API's own word.
#include "adapters/web/papers/afterwards_page.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "adapters/paper/fill/catalogue.hpp"
#include "adapters/web/case/case_view.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using paper::PaperKind;
using Commands = std::span<const std::string_view>;

constexpr auto consent = std::to_array<std::string_view>({"record_consent"});
constexpr auto calling = std::to_array<std::string_view>(
    {"send_summons", "answer", "name_substitute", "confirm_substitute"});
constexpr auto mapping = std::to_array<std::string_view>({"record_mapping"});
constexpr auto attendance = std::to_array<std::string_view>(
    {"open_meeting", "mark_attendance", "close_attendance", "call_off_meeting"});
constexpr auto planning = std::to_array<std::string_view>(
    {"take_over_plan", "record_goal", "record_activity", "record_plan_points", "agree_plan",
     "decline_plan", "end_meeting", "hand_out_copy"});
constexpr auto following =
    std::to_array<std::string_view>({"report_activity", "hold_follow_up", "continue_plan"});
constexpr auto evaluating = std::to_array<std::string_view>({"record_evaluation", "close_case"});
constexpr auto deficient = std::to_array<std::string_view>({"write_deficiency"});

/// A printed form: its commands in the order in which they are said, and which time counts.
struct FormRow {
  PaperKind paper;
  Commands commands;
  TextKey time;
};
constexpr auto form_rows = std::to_array<FormRow>({
    {PaperKind::consent, consent, "afterwards.time_consent"_text},
    {PaperKind::summons, calling, "afterwards.time_summons"_text},
    {PaperKind::mapping, mapping, "afterwards.time_mapping"_text},
    {PaperKind::attendance_list, attendance, "afterwards.time_attendance"_text},
    {PaperKind::plan, planning, "afterwards.time_plan"_text},
    {PaperKind::follow_up, following, "afterwards.time_follow_up"_text},
    {PaperKind::evaluation, evaluating, "afterwards.time_evaluation"_text},
    {PaperKind::deficiency, deficient, "afterwards.time_deficiency"_text},
});

/// What is to be done; `why_not` in place of the way there where it cannot be done now.
struct StepTo {
  std::string href;
  std::string text;
  std::string why_not;
};
BOOST_DESCRIBE_STRUCT(StepTo, (), (href, text, why_not))

struct PaperForm {
  std::string id;
  std::string name;
  std::string recorded;  ///< what the case has of it already
  std::string time;
  bool has_steps = false;
  std::vector<StepTo> steps;
};
BOOST_DESCRIBE_STRUCT(PaperForm, (), (id, name, recorded, time, has_steps, steps))

struct AfterwardsView {
  static constexpr std::string_view page = "afterwards";
  std::optional<CaseNav> nav;
  std::string back;
  std::vector<PaperForm> forms;
};
BOOST_DESCRIBE_STRUCT(AfterwardsView, (), (nav, back, forms))

/// What the case has of such a form, so that nothing is written twice.
std::string recorded_of(PaperKind kind, const CaseView& shown, const api::House& house,
                        Language language) {
  const MeetingView* last = shown.meetings.empty() ? nullptr : &shown.meetings.back();
  switch (kind) {
    case PaperKind::consent:
      return std::string{
          word_of("consent_standing", table::state_id(shown.consent.standing), language)};
    case PaperKind::summons:
      return last == nullptr
                 ? std::string{}
                 : said("afterwards.called"_text, language,
                        {{"when", moment_told(last->starts, house.calendar, language).text}});
    case PaperKind::attendance_list:
      return last == nullptr || !last->attendance_closed_at
                 ? std::string{}
                 : said(
                       "afterwards.closed"_text, language,
                       {{"when",
                         moment_told(*last->attendance_closed_at, house.calendar, language).text}});
    case PaperKind::plan:
      return said("afterwards.planned"_text, language,
                  {{"goals", std::to_string(shown.plan.goals.size())},
                   {"activities", std::to_string(shown.plan.activities.size())}});
    case PaperKind::deficiency:
      return said("afterwards.deficiencies"_text, language,
                  {{"count", std::to_string(shown.deficiencies.size())}});
    default:
      return {};
  }
}

std::vector<StepTo> steps_of(Commands commands, const ShownCase& now, Language language) {
  std::vector<StepTo> steps;
  for (const std::string_view id : commands) {
    const auto found = std::ranges::find(now.commands, id, &CommandNow::id);
    if (found == now.commands.end() || !found->may) continue;
    StepTo step{command_address(now.shown, found->id), heading_of(id, language), {}};
    if (!found->allowed && !found->why_not.empty()) step.why_not = found->why_not.front();
    steps.push_back(std::move(step));
  }
  return steps;
}

void show_afterwards(const api::House& house, const api::Call& call, const ShownCase& now) {
  const Language language = language_of(call.request);
  AfterwardsView view;
  view.nav = case_places(now.shown.id, "/papers", language, leads(now));
  view.back = case_address(now.shown.id) + "/papers";
  for (const FormRow& row : form_rows) {
    PaperForm form;
    form.id = table::state_id(row.paper);
    form.name = paper::empty_paper(row.paper, language).title;
    form.recorded = recorded_of(row.paper, now.shown, house, language);
    form.time = said(row.time, language);
    form.steps = steps_of(row.commands, now, language);
    form.has_steps = !form.steps.empty();
    view.forms.push_back(std::move(form));
  }
  Showing shown = case_showing(call, now.shown.id, said("afterwards.title"_text, language));
  shown.trail.push_back({view.back, said("place.papers"_text, language)});
  call.answer(page_of(house, call, view, shown));
}

}  // namespace

std::vector<api::Route> afterwards_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/cases/{case}/afterwards", "page_afterwards",
                      [&house, &within](const api::Call& call) {
                        with_case(within, call, language_of(call.request),
                                  [&house, call](const ShownCase& now) {
                                    show_afterwards(house, call, now);
                                  });
                      })};
}

}  // namespace kallad::web
