// Problems out of reasons, codec errors and the desk's answers.
// Not the texts: adapters/wording. Rule kept (issue of the server): 403 may not, 409 not in this
// step, 412 another version, 422 a condition fails.
#include "adapters/api/way/problem.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/brain/rows.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

/// Rules that say that this actor may not, whatever the case stands like.
bool is_about_the_actor(std::string_view rule) {
  static constexpr auto others = std::to_array<std::string_view>(
      {"not_your_seat", "not_your_deficiency", "not_your_activity", "not_the_counterpart",
       "not_the_council_secretary", "not_the_first_representative", "not_asked_to_agree"});
  return rule.starts_with("may_not") || rule.ends_with("_only") ||
         std::ranges::find(others, rule) != others.end();
}

std::string path_of(std::string field) {
  std::ranges::replace(field, '.', '/');
  return "/" + field;
}

/// Where in the texts that were sent the reason's words stand: field, offset and length, in turn.
ordered_json places_in(const RefusalData& data) {
  ordered_json places = ordered_json::array();
  ordered_json place;
  for (const auto& [name, value] : data) {
    if (name == "field") place = {{"path", path_of(value)}};
    if (name == "offset" || name == "length") place[name] = std::stoul(value);
    if (name == "length") places.push_back(place);
  }
  return places;
}

ordered_json told(const Reason& reason) {
  ordered_json one{{"rule", reason.rule}};
  if (!reason.path.empty()) one["path"] = reason.path;
  if (auto places = places_in(reason.data); !places.empty()) one["places"] = std::move(places);
  one["text"] = {{"sv", text_of(reason.rule, reason.data, Language::swedish)},
                 {"en", text_of(reason.rule, reason.data, Language::english)}};
  return one;
}

unsigned status_of(const std::vector<Reason>& reasons) {
  if (std::ranges::any_of(reasons, is_about_the_actor, &Reason::rule)) return 403;
  const bool step = reasons.front().rule == "not_in_this_step";
  return step ? 409 : 422;
}

/// The path of a reason whose data names a field.
void point_at_field(Reason& reason) {
  for (const auto& [name, value] : reason.data) {
    if (name == "field") reason.path = path_of(value);
  }
}

std::vector<Reason> reasons_in(const std::string& refusals) {
  std::vector<Reason> reasons;
  for (const RefusalRow& row : read_refusals(refusals)) {
    Reason reason{row.rule, "", {}};
    for (const NamedValue& each : row.data) reason.data.emplace_back(each.name, each.value);
    point_at_field(reason);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

No no(unsigned status, std::string rule, int retry_after = 0) {
  return {status, {{std::move(rule), "", {}}}, retry_after};
}

constexpr int soon = 5;

}  // namespace

HttpResponse problem(unsigned status, const std::vector<Reason>& reasons) {
  const ordered_json first = told(reasons.front());
  ordered_json document{{"type", "urn:kallad:problem:" + reasons.front().rule},
                        {"title", first["text"]["sv"]},
                        {"status", status},
                        {"errors", ordered_json::array()}};
  for (const Reason& reason : reasons) document["errors"].push_back(told(reason));
  return {.status = status,
          .headers = {{"content-type", "application/problem+json"}, {"content-language", "sv, en"}},
          .body = document.dump(),
          .feed = {}};
}

HttpResponse problem(unsigned status, std::string_view rule) {
  return problem(status, std::vector{Reason{std::string{rule}, "", {}}});
}

HttpResponse problem_of(const CodecErrors& errors) {
  std::vector<Reason> reasons;
  for (const CodecError& error : errors) {
    reasons.push_back({std::string{error.rule}, error.path, error.data});
  }
  return problem(errors.front().rule == codec::rule::not_json ? 400 : 422, reasons);
}

HttpResponse problem_of_data(CodecErrors errors) {
  constexpr std::string_view data = "/data";
  for (CodecError& error : errors) {
    if (error.path.starts_with(data)) error.path.erase(0, data.size());
  }
  return problem_of(errors);
}

HttpResponse problem_of(const Denial& denial) {
  if (denial.kind == DenialKind::unknown) return problem(404, "no_such_case");
  return problem(403, std::vector{Reason{std::string{denial.why.rule}, "", denial.why.data}});
}

HttpResponse problem(const No& no) {
  HttpResponse response = problem(no.status, no.why);
  if (no.retry_after > 0) {
    response.headers.emplace_back("retry-after", std::to_string(no.retry_after));
  }
  return response;
}

No no_of(const Outcome& outcome) {
  switch (outcome.answer) {
    case Answer::refused: {
      auto reasons = reasons_in(outcome.detail);
      if (reasons.empty()) return no(500, "accident");
      const unsigned status = status_of(reasons);
      return {status, std::move(reasons)};
    }
    case Answer::version_conflict:
      return no(412, "version_conflict");
    case Answer::command_id_reused:
      return no(422, "command_id_reused");
    case Answer::overloaded:
      return no(503, "overloaded", soon);
    case Answer::store_full:
      return no(507, "store_full", soon);
    case Answer::stopped:
      return no(503, "stopped", soon);
    case Answer::store_failed:
      return no(503, "store_failed");
    default:
      return no(500, "accident");
  }
}

HttpResponse problem_of(const Outcome& outcome) { return problem(no_of(outcome)); }

No no_of(const Refusals& refusals) {
  auto reasons = reasons_of(refusals);
  const unsigned status = status_of(reasons);
  return {status, std::move(reasons)};
}

std::vector<Reason> reasons_of(const Refusals& refusals) {
  std::vector<Reason> reasons;
  for (const Refusal& each : refusals) {
    reasons.push_back({std::string{each.rule}, "", each.data});
    point_at_field(reasons.back());
  }
  return reasons;
}

}  // namespace kallad::api
