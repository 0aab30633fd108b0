// Words are typed as text: a blank line parts passages, a line is a question.
// Not kept between: what was typed is shown again where the answer was no. Rule kept: the draft is
// read before the form is shown, so that who may not publish sees no form.
#include "adapters/web/report/publish_page.hpp"

#include "adapters/api/reports/report_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/web/frame/page_route.hpp"

namespace kallad::web {

namespace {

struct PublishView {
  static constexpr std::string_view page = "publish";
  std::string heading;
  std::string draft;
};
BOOST_DESCRIBE_STRUCT(PublishView, (), (heading, draft))

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

/// The pieces between separators, without those that are empty.
std::vector<std::string> parted(std::string_view text, std::string_view by) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const auto end = std::min(text.find(by), text.size());
    if (auto piece = trimmed(text.substr(0, end)); !piece.empty()) {
      pieces.push_back(std::move(piece));
    }
    text.remove_prefix(std::min(end + by.size(), text.size()));
  }
  return pieces;
}

std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// The first line of an example names the parties.
report::CouncilWords words_in(const Form& form) {
  report::CouncilWords words;
  for (auto& passage : parted(without_returns(form.value("analysis")), "\n\n")) {
    words.analysis.push_back({std::nullopt, std::move(passage)});
  }
  words.open_questions = parted(form.value("questions"), "\n");
  for (const auto& example : parted(without_returns(form.value("examples")), "\n\n")) {
    const auto end = std::min(example.find('\n'), example.size());
    words.good_examples.push_back({example.substr(0, end), trimmed(example.substr(end))});
  }
  return words;
}

std::string address_of(const api::Call& call) {
  return "/reports/" + http::form_encoded(call.values.at(0)) + "/" +
         http::form_encoded(call.values.at(1));
}

HttpResponse page(const api::House& house, const api::Call& call, const Form& form,
                  unsigned status) {
  const Language language = language_of(call.request);
  PublishView view;
  view.heading = said("publish.heading"_text, language, {{"year", call.values.at(1)}});
  view.draft = address_of(call) + "/draft";
  return page_of(house, call, view,
                 {.status = status,
                  .title = view.heading,
                  .trail = {{"/reports", said("reports.title"_text, language)}},
                  .form = &form,
                  .here = "/reports"});
}

void show(api::House& house, const Within& within, const api::Call& call) {
  within.read<report::PublishedYear>(
      "report_draft", call, call.values, {},
      [&house, call](const report::PublishedYear&) { return page(house, call, Form{}, 200); });
}

/// Why not, above the form; what was typed stays.
HttpResponse again(const api::House& house, const api::Call& call, Form form,
                   const HttpResponse& no) {
  form.wrong(no, language_of(call.request), std::vector<std::string_view>{});
  if (form.is_good()) return no;
  return page(house, call, form, no.status);
}

void send(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const bool figures = form->value("what") == "figures";
  const std::string body = figures
                               ? codec::write_compact(api::PublishFiguresForm{})
                               : codec::write_compact(api::PublishForm{{}, {}, words_in(*form)});
  within.say(figures ? "publish_report_figures" : "publish_report", call, call.values, body,
             form->value("key"), {},
             [&house, call, form = *form, figures](const HttpResponse& response) {
               if (response.status >= 400) return call.answer(again(house, call, form, response));
               call.answer(go_to(call.request, address_of(call) + (figures ? "/figures" : ""),
                                 "done.published"_text));
             });
}

}  // namespace

std::vector<api::Route> publish_pages(api::House& house, const Within& within) {
  const std::string place = "/reports/{council}/{year}/publish";
  return {later_route("GET", place, "page_publish",
                      [&house, &within](const api::Call& call) { show(house, within, call); }),
          later_route("POST", place, "page_publish_send",
                      [&house, &within](const api::Call& call) { send(house, within, call); })};
}

}  // namespace kallad::web
