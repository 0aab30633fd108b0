// Asks for the case and shows it; says what is one press on it, an answer or a report.
// Not the view's texts: case_view.cpp.
#include "adapters/web/case/case_page.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/case/case_view.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

void show_case(api::House& house, const Within& within, const api::Call& call, const Form& form,
               unsigned status) {
  const Language language = language_of(call.request);
  with_case(within, call, language, [&house, call, form, status, language](const ShownCase& now) {
    CasePageView view = case_page_view(now, call.caller.unit, house, language);
    if (authority::has(call.caller, Position::auditor))
      view.access_log = "/access-log?case=" + http::form_encoded(now.shown.id.text);
    call.answer(page_of(house, call, view,
                        {.status = status,
                         .title = view.heading,
                         .trail = {{"/", said("menu.my_day"_text, language)}},
                         .form = &form,
                         .here = "/"}));
  });
}

/// Of a command's id, as the API takes it.
constexpr std::size_t longest_key = 128;

/// A press as the API is told it, and the part of the page it was about.
struct Pressed {
  std::string command;
  json data;
  std::string part;
};

/// "2.1.region/vc": meeting, version and party of a seat as it was shown, so that an answer to a
/// summons that has been replaced is none to the new one.
std::optional<json> seat_in(const std::string& text) {
  const auto first = text.find('.');
  const auto second = text.find('.', first + 1);
  if (first == std::string::npos || second == std::string::npos) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t until) {
    std::uint32_t value = 0;
    std::from_chars(text.data() + from, text.data() + until, value);
    return value;
  };
  return json{{"meeting", number(0, first)},
              {"version", number(first + 1, second)},
              {"party", text.substr(second + 1)}};
}

std::optional<Pressed> pressed_in(const Form& form) {
  const std::string act = form.value("act");
  if (act == "attends" || act == "attends_digitally") {
    auto data = seat_in(form.value("seat"));
    if (!data) return std::nullopt;
    (*data)["answer"] = act;
    return Pressed{"answer", *std::move(data), "seat-" + form.value("number")};
  }
  if (act != "done") return std::nullopt;
  return Pressed{"report_activity",
                 {{"activity", form.value("activity")}, {"status", "done"}},
                 "activities-heading"};
}

void say_press(api::House& house, const Within& within, const api::Call& call, const Form& form,
               const Pressed& said_one, const std::string& version) {
  const std::string back = case_address(CaseId{call.values.at(0)}) + "#" + said_one.part;
  const std::string about = form.value("seat") + form.value("activity");
  const std::string key =
      (form.value("key") + "-" + form.value("act") + "-" + about).substr(0, longest_key);
  within.say(said_one.command, call, {call.values.at(0)}, said_one.data.dump(), key, version,
             [&house, &within, call, back](const HttpResponse& response) {
               if (response.status < 400) return call.answer(go_to(call.request, back));
               Form wrong;
               wrong.wrong(response, language_of(call.request), std::vector<std::string_view>{});
               show_case(house, within, call, wrong, response.status);
             });
}

void press_on_case(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const auto said_one = form ? pressed_in(*form) : std::nullopt;
  if (!said_one) return call.answer(api::problem(400, "bad_form"));
  with_case(within, call, language_of(call.request),
            [&house, &within, call, form = *form, said_one = *said_one](const ShownCase& now) {
              say_press(house, within, call, form, said_one, now.version);
            });
}

}  // namespace

std::vector<api::Route> case_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/cases/{case}", "page_case",
                      [&house, &within](const api::Call& call) {
                        show_case(house, within, call, Form{}, 200);
                      }),
          later_route(
              "POST", "/cases/{case}", "page_case_press",
              [&house, &within](const api::Call& call) { press_on_case(house, within, call); })};
}

}  // namespace kallad::web
