// From the API's answer to words, days and addresses.
// Not counting: what the API has counted is told as it is, "1000+" where it stopped counting.
#include "adapters/web/start/day_view.hpp"

#include <algorithm>

#include "adapters/api/examples/examples.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

/// The groups, in the order of the page.
struct GroupRow {
  const char* key;
  TextKey name;
  api::DayGroup api::MyDay::*group;
};

constexpr GroupRow group_rows[] = {
    {"unanswered", "start.group_unanswered"_text, &api::MyDay::unanswered},
    {"meetings", "start.group_meetings"_text, &api::MyDay::meetings},
    {"drafts", "start.group_drafts"_text, &api::MyDay::drafts},
    {"overdue", "start.group_overdue"_text, &api::MyDay::overdue},
    {"orphans", "start.group_orphans"_text, &api::MyDay::orphans},
};

std::string drafts_told(std::uint32_t count, Language language) {
  if (count == 0) return {};
  if (count == 1) return said("start.draft"_text, language);
  return said("start.drafts"_text, language, {{"count", std::to_string(count)}});
}

std::string count_told(const api::DayGroup& group) {
  return std::to_string(group.count) + (group.and_more ? "+" : "");
}

void tell_due(CaseLine& line, const api::House& house, const api::ListedCase& row,
              Language language) {
  if (!row.due || !row.demand) return;
  // A demand falls due the second after its last day has ended.
  const Date day = house.calendar.zone().day_of(*row.due - after_the_last_second);
  line.demand = word(*row.demand, language);
  line.due = day_told(day, language);
  line.due_near = nearness(day, house.now(), house.calendar, language);
}

/// Where in the case it is that waits: whoever comes for it need not look for it. Of a case that is
/// not opened, or for its deficiencies alone, the line leads where it led.
std::string place_in_case(std::string_view group, const api::ListedCase& row) {
  if (row.sight == CaseSight::none || row.sight == CaseSight::overview) return {};
  if (group == "drafts") return "/deficiencies/draft";
  if (group == "unanswered") return "#seats-heading";
  const bool is_activity = group == "overdue" && row.demand == DueKind::activity_due;
  return is_activity ? "#activities-heading" : "";
}

}  // namespace

DayChoice choice_in(std::string_view query) {
  return {api::query_value(query, "unit"), api::query_value(query, "mine") == "true",
          api::query_value(query, "group")};
}

std::string address_of(const DayChoice& choice) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query.append(query.empty() ? "?" : "&").append(name).append("=");
    query.append(http::form_encoded(value));
  };
  add("unit", choice.unit);
  add("mine", choice.mine ? "true" : "");
  add("group", choice.group);
  return "/" + query;
}

CaseLine line_of(const api::House& house, const api::ListedCase& row, Language language) {
  CaseLine line;
  // Who reads reports knows of the case and opens nothing; the council comes for its deficiencies.
  const bool is_council = row.sight == CaseSight::none;
  if (row.sight != CaseSight::overview)
    line.href = "/cases/" + http::form_encoded(row.id.text) + (is_council ? "/deficiencies" : "");
  if (is_council) line.kind = said("case_row.of_council"_text, language);
  line.id = row.id.text;
  if (row.kind) line.kind = word(*row.kind, language);
  if (row.step) line.step = word(*row.step, language);
  line.late = row.overdue_since.has_value();
  line.unanswered = row.unanswered;
  line.shielded = row.protected_identity;
  line.deficiencies = drafts_told(row.drafts, language);
  if (row.at_council > 0)
    line.deficiencies =
        said("start.at_council"_text, language, {{"count", std::to_string(row.at_council)}});
  tell_due(line, house, row, language);
  if (row.next_meeting) {
    line.meeting = moment_told(*row.next_meeting, house.calendar, language);
    const Date day = house.calendar.zone().day_of(*row.next_meeting);
    line.near = nearness(day, house.now(), house.calendar, language);
  }
  if (row.coordinator) line.unit = unit_name(house, *row.coordinator);
  line.no_meeting = !row.next_meeting && row.coordinator && !row.closed;
  return line;
}

void mark_examples(const api::House& house, std::vector<CaseLine>& lines) {
  if (lines.empty()) return;
  const std::vector<CaseId> examples = api::example_cases(house);
  for (CaseLine& line : lines) line.example = std::ranges::binary_search(examples, CaseId{line.id});
}

std::vector<GroupView> groups_of(const api::House& house, const api::MyDay& day,
                                 const DayChoice& choice, bool is_head, Language language) {
  std::vector<GroupView> groups;
  for (const GroupRow& row : group_rows) {
    const api::DayGroup& group = day.*row.group;
    const std::string key{row.key};
    if (key == "orphans" && !is_head) continue;
    GroupView view;
    view.key = key;
    view.name = said(row.name, language);
    if (key == "orphans") view.hint = said("start.orphans_hint"_text, language);
    view.count = count_told(group);
    view.here = choice.group == key;
    view.href = address_of({choice.unit, choice.mine, key});
    for (const api::ListedCase& each : group.cases)
      view.cases.push_back(line_of(house, each, language));
    for (std::size_t i = 0; i < view.cases.size(); ++i)
      view.cases[i].href += place_in_case(key, group.cases[i]);
    mark_examples(house, view.cases);
    view.is_shown = !view.cases.empty() && (view.here || choice.group.empty());
    const bool has_more = group.and_more || group.count > view.cases.size();
    if (has_more && !view.here)
      view.rest = said("start.all_of_group"_text, language, {{"count", view.count}});
    if (has_more && view.here)
      view.hint = said("start.first_of_group"_text, language,
                       {{"count", std::to_string(view.cases.size())}});
    groups.push_back(std::move(view));
  }
  return groups;
}

std::vector<DayPlace> day_places(bool has_inbox, std::string_view here, Language language) {
  if (!has_inbox) return {};
  return {{"/", said("day.mine"_text, language), here == "/"},
          {"/inbox", said("day.unit"_text, language), here == "/inbox"}};
}

std::vector<Link> units_of(const api::House& house, const api::MyDay& day, const DayChoice& choice,
                           const UnitId& own) {
  std::vector<Link> units;
  const auto add = [&](const UnitId& unit) {
    if (unit.empty() || std::ranges::count(units, unit.text, &Link::href) > 0) return;
    units.push_back({unit.text, unit_name(house, unit)});
  };
  add(own);
  add(UnitId{choice.unit});
  for (const GroupRow& row : group_rows) {
    for (const api::ListedCase& each : (day.*row.group).cases)
      add(each.coordinator.value_or(UnitId{}));
  }
  std::ranges::sort(units, {}, &Link::text);
  return units;
}

}  // namespace kallad::web
