// Each route: may the caller, which report, in which form; then the access log, then the answer.
// Not a report's content. Rule kept: who may not read a council's reports is told so alike whether
// there is a report or not.
#include "adapters/api/reports/report_routes.hpp"

#include <charconv>

#include "adapters/api/reports/report_answers.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/report/form/form.hpp"
#include "adapters/report/report_json.hpp"
#include "engine/authority/report_access.hpp"

namespace kallad::api {

namespace {

using report::KeptReport;
using report::ReportKind;

constexpr std::chrono::minutes until_quiet{1};  // what was said before then is on disk

/// What a call asks for; or the problem with it.
struct Asked {
  report::AskedReport which;
  report::Form form = report::Form::json;
  Language language = Language::swedish;
  std::optional<HttpResponse> wrong;
};

std::optional<std::int32_t> number_in(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  return is_number && number > 0 ? std::optional{number} : std::nullopt;
}

HttpResponse bad(std::string_view rule, std::string path) {
  return problem(400, std::vector{Reason{std::string{rule}, std::move(path), {}}});
}

Asked asked_in(const Call& call, ReportKind kind) {
  Asked asked;
  asked.which.kind = kind;
  asked.which.council = CouncilId{call.values.at(0)};
  const auto said = [&](std::string_view name) { return query_value(call.request.query, name); };
  const auto year = number_in(call.values.at(1));
  if (!year) asked.wrong = bad("bad_report_query", "/year");
  asked.which.year = year.value_or(0);
  if (const auto text = said("version"); !text.empty()) {
    asked.which.version = number_in(text);
    if (!asked.which.version) asked.wrong = bad("bad_report_query", "/version");
  }
  if (const auto text = said("as_of"); !text.empty()) {
    asked.which.as_of = codec::read_instant(text);
    if (!asked.which.as_of) asked.wrong = bad("bad_report_query", "/as_of");
  }
  if (const auto text = said("format"); !text.empty()) {
    const auto form = report::form_named(text);
    asked.form = form.value_or(report::Form::json);
    if (!form) asked.wrong = bad("bad_report_query", "/format");
  }
  if (said("language") == "en") asked.language = Language::english;
  return asked;
}

HttpResponse file_of(const report::Made& made) {
  HttpResponse response{
      200, {{"content-type", made.media_type}, {"cache-control", "no-store"}}, made.bytes};
  response.headers.emplace_back("content-disposition",
                                "attachment; filename=\"" + made.name + "\"");
  return response;
}

HttpResponse shown(const report::YearlyReport& report, const Asked& asked) {
  if (asked.form == report::Form::json) return json(report::to_json(report));
  return file_of(report::made(asked.form, report, asked.language));
}

HttpResponse shown(const report::KeyFigures& figures, const Asked& asked) {
  if (asked.form == report::Form::json) return json(report::to_json(figures));
  if (asked.form == report::Form::svg) return bad("bad_report_query", "/format");
  return file_of(report::made(asked.form, figures, asked.language));
}

HttpResponse shown(const KeptReport& kept, const Asked& asked) {
  return asked.which.kind == ReportKind::figures ? shown(report::figures_in(kept), asked)
                                                 : shown(report::year_in(kept), asked);
}

std::string ground_of(const report::AskedReport& which, std::string_view act) {
  return std::string{act} + " " + which.council.text + " " + std::to_string(which.year) +
         (which.kind == ReportKind::figures ? " figures" : "");
}

/// Logs and answers. What was opened is told by the ground: a report is of no single case.
void answer_logged(House& house, const Call& call, std::string ground, bool may,
                   HttpResponse response) {
  Opening opening = opening_by(call, "report");
  opening.subject = {};
  opening.ground = std::move(ground);
  opening.outcome = may && response.status < 400 ? "shown" : "refused";
  answer_logged(house, std::move(opening), house.now(), call.answer, std::move(response));
}

Date today(const House& house) { return house.calendar.zone().day_of(house.now()); }

bool may_read(const House& house, const Call& call) {
  return authority::may_read_reports(call.caller, CouncilId{call.values.at(0)},
                                     house.shelf.ledger()->ledger.known, today(house));
}

bool may_publish(const House& house, const Call& call) {
  return authority::may_publish_reports(call.caller, CouncilId{call.values.at(0)},
                                        house.shelf.ledger()->ledger.known);
}

HttpResponse list(House& house, const Call& call) {
  const auto ledger = house.shelf.ledger();
  const Register& known = ledger->ledger.known;
  ReportList all;
  for (const auto& [id, council] : known.councils) {
    if (!authority::may_read_reports(call.caller, id, known, today(house))) continue;
    all.councils.push_back({id, council.name,
                            authority::may_publish_reports(call.caller, id, known),
                            house.reports->file.list(id)});
  }
  return json(codec::write_compact(all));
}

void show(House& house, const Call& call, ReportKind kind) {
  const Asked asked = asked_in(call, kind);
  const std::string ground = ground_of(asked.which, "read");
  if (!may_read(house, call)) {
    return answer_logged(house, call, ground, false, problem(403, "reports_for_readers_only"));
  }
  if (asked.wrong) return call.answer(*asked.wrong);
  house.reports->workers.run([&house, call, asked, ground] {
    const auto kept = house.reports->file.find(asked.which);
    const std::string version = kept ? " version " + std::to_string(kept->head.version) : "";
    answer_logged(house, call, ground + version, true,
                  kept ? shown(*kept, asked) : problem(404, "report_unknown"));
  });
}

/// What is to be counted, out of a form; or the problem with it.
template <class Form>
std::optional<HttpResponse> fill(const House& house, const Form& said, const Asked& asked,
                                 report::Wanted& wanted, report::Settings& settings) {
  constexpr std::int32_t least = 3;
  constexpr std::int32_t most = 100;
  const Instant latest = std::chrono::floor<std::chrono::seconds>(house.now() - until_quiet);
  wanted = {asked.which.council, asked.which.year, said.frozen_at.value_or(latest)};
  if (wanted.frozen_at > latest) {
    return problem(422, std::vector{Reason{"report_not_quiet", "/frozen_at", {}}});
  }
  settings.threshold = said.threshold.value_or(settings.threshold);
  if (settings.threshold < least || settings.threshold > most) {
    return problem(422, std::vector{Reason{"report_threshold", "/threshold", {}}});
  }
  if constexpr (requires { said.words; })
    settings.words = said.words.value_or(report::CouncilWords{});
  if constexpr (requires { said.by_sex; }) settings.by_sex = said.by_sex.value_or(false);
  return std::nullopt;
}

/// Where in the form the words name somebody: "/words/analysis/1" of "analysis 2".
HttpResponse names_somebody(const std::vector<report::WordsFinding>& named) {
  std::vector<Reason> reasons;
  for (const auto& one : named) {
    reasons.push_back({"report_names_somebody", "/words", {{"where", one.where}}});
  }
  return problem(422, reasons);
}

/// Counts the year; publishes it where `publish`.
HttpResponse count_year(House& house, const Call& call, const Asked& asked,
                        const report::Wanted& wanted, const report::Settings& settings,
                        bool publish) {
  auto gathered = house.reports->maker.year(wanted, settings);
  if (!gathered.named.empty()) return names_somebody(gathered.named);
  if (!publish) return shown(gathered.report, asked);
  const auto kept = report::kept_of(gathered.report, house.now());
  if (!house.reports->file.keep(kept, call.caller.account)) {
    return problem(409, "report_version_taken");
  }
  return json(codec::write_compact(kept.head), 201);
}

HttpResponse publish_figures(House& house, const Call& call, const report::Wanted& wanted,
                             const report::Settings& settings) {
  const auto kept = report::kept_of(house.reports->maker.figures(wanted, settings), house.now());
  if (!house.reports->file.keep(kept, call.caller.account)) {
    return problem(409, "report_version_taken");
  }
  return json(codec::write_compact(kept.head), 201);
}

/// The secretary's way to a count: the form read, then counted on the thread for that.
template <class Form, class Count>
void for_secretary(House& house, const Call& call, ReportKind kind, std::string_view act, Form said,
                   Count count) {
  const Asked asked = asked_in(call, kind);
  const std::string ground = ground_of(asked.which, act);
  if (!may_publish(house, call)) {
    return answer_logged(house, call, ground, false, problem(403, "council_secretary_only"));
  }
  if (asked.wrong) return call.answer(*asked.wrong);
  report::Wanted wanted;
  report::Settings settings;
  if (auto wrong = fill(house, said, asked, wanted, settings)) return call.answer(*wrong);
  house.reports->workers.run([&house, call, asked, ground, wanted, settings, count] {
    HttpResponse response;
    try {
      response = count(asked, wanted, settings);
    } catch (const std::exception& error) {
      house.log.tell(LogLevel::error, "report_failed", {{"what", error.what()}});
      response = problem(503, "store_failed");
    }
    answer_logged(house, call, ground, true, std::move(response));
  });
}

void draft(House& house, const Call& call) {
  PublishForm said;
  for_secretary(house, call, ReportKind::deficiencies, "draft", said,
                [&house, call](const Asked& asked, const auto& wanted, const auto& settings) {
                  return count_year(house, call, asked, wanted, settings, false);
                });
}

void publish(House& house, const Call& call) {
  const auto form = codec::read_text<PublishForm>(call.request.body);
  if (!form) return call.answer(problem_of(form.errors()));
  for_secretary(house, call, ReportKind::deficiencies, "publish", form.value(),
                [&house, call](const Asked& asked, const auto& wanted, const auto& settings) {
                  return count_year(house, call, asked, wanted, settings, true);
                });
}

void publish_figures(House& house, const Call& call) {
  const auto form = codec::read_text<PublishFiguresForm>(call.request.body);
  if (!form) return call.answer(problem_of(form.errors()));
  for_secretary(house, call, ReportKind::figures, "publish", form.value(),
                [&house, call](const Asked&, const auto& wanted, const auto& settings) {
                  return publish_figures(house, call, wanted, settings);
                });
}

Route route(std::string method, std::string_view below, std::string id, std::string about,
            RouteHandler handle, RouteForm form) {
  return {.method = std::move(method),
          .pattern = "/api/v1/reports" + std::string{below},
          .id = std::move(id),
          .about = std::move(about),
          .handle = std::move(handle),
          .form = std::move(form)};
}

RouteForm form_of_report(const codec::Shape& shape, std::vector<QueryParameter> query) {
  return {.answer = &shape,
          .other_media = {"text/csv", "text/html", "application/pdf", "image/svg+xml",
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
          .query = std::move(query)};
}

std::vector<QueryParameter> in_a_form() {
  return {{"format", "json, csv, xlsx, html, pdf, svg eller dictionary"},
          {"language", "sv eller en"}};
}

std::vector<QueryParameter> of_a_version() {
  auto all = in_a_form();
  all.emplace_back("version", "ett tal; utelämnad: den senaste");
  all.emplace_back("as_of", "den version som gällde då, som 2027-02-01T00:00:00Z");
  return all;
}

}  // namespace

std::vector<Route> report_routes(House& house) {
  if (house.reports == nullptr) return {};
  const auto& year = codec::shape_of<report::PublishedYear>();
  const auto& figures = codec::shape_of<report::PublishedFigures>();
  return {
      route("GET", "", "reports", "samråd vars rapporter du får läsa, och vad de har publicerat",
            [&house](const Call& call) { call.answer(list(house, call)); },
            {.answer = &codec::shape_of<ReportList>()}),
      route(
          "GET", "/{council}/{year}", "report", "årets brister i samverkan, som publicerat",
          [&house](const Call& call) { show(house, call, ReportKind::deficiencies); },
          form_of_report(year, of_a_version())),
      route(
          "GET", "/{council}/{year}/figures", "report_figures",
          "överenskommelsens uppföljning och nyckeltal, som publicerat",
          [&house](const Call& call) { show(house, call, ReportKind::figures); },
          form_of_report(figures, of_a_version())),
      route(
          "GET", "/{council}/{year}/draft", "report_draft",
          "årets rapport som den vore nu, för psykiatrisamordnaren",
          [&house](const Call& call) { draft(house, call); }, form_of_report(year, in_a_form())),
      route("POST", "/{council}/{year}", "publish_report", "publicera årets rapport",
            [&house](const Call& call) { publish(house, call); },
            {.body = &codec::shape_of<PublishForm>(),
             .status = 201,
             .answer = &codec::shape_of<report::KeptHead>()}),
      route("POST", "/{council}/{year}/figures", "publish_report_figures", "publicera nyckeltal",
            [&house](const Call& call) { publish_figures(house, call); },
            {.body = &codec::shape_of<PublishFiguresForm>(),
             .status = 201,
             .answer = &codec::shape_of<report::KeptHead>()})};
}

}  // namespace kallad::api
