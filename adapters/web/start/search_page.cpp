// Cases by a number or words in one field, and by the person's identity number, with a reason. Not
// the search: the API's routes, which ask authority, and log who looks for a person. Rules kept
// (domain 6): what was typed as words or as an identity number stands in no address, and the latter
// is not sent back to the page that shows what was found.
#include <nlohmann/json.hpp>

#include "adapters/api/lists/search.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/day_view.hpp"
#include "adapters/web/start/start_page.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct SearchView {
  static constexpr std::string_view page = "search";
  std::string number;      ///< of the case that was asked for
  std::string text;        ///< what was typed: a number, or words
  std::string count;       ///< how many have them
  std::string step;        ///< of those that are looked for; empty: any
  std::string closed;      ///< "true", "false"; empty: either
  bool is_chosen = false;  ///< something of these
  bool is_done = false;
  bool has_cases = false;
  std::vector<CaseLine> cases;
  std::string more;  ///< where the next page begins
};
BOOST_DESCRIBE_STRUCT(SearchView, (),
                      (number, text, count, step, closed, is_chosen, is_done, has_cases, cases,
                       more))

/// What can be chosen among, and what is.
void offer_choices(Form& form, Language language) {
  std::vector<Choice> steps;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Step>>([&](auto each) {
    steps.push_back(
        {std::string{table::state_id(each.value)}, words::capitalised(word(each.value, language))});
  });
  form.offer("step", std::move(steps));
  form.offer("closed", {{"false", said("search.going_on"_text, language)},
                        {"true", said("search.closed"_text, language)}});
}

HttpResponse show(const api::House& house, const api::Call& call, SearchView view, Form form,
                  unsigned status) {
  offer_choices(form, language_of(call.request));
  view.step = form.value("step");
  view.closed = form.value("closed");
  view.is_chosen = !view.step.empty() || !view.closed.empty();
  if (view.text.empty()) view.text = form.value("text").empty() ? view.number : form.value("text");
  return page_of(house, call, view, {.status = status, .form = &form, .here = "/search"});
}

CaseLine found_line_of(const api::House& house, const api::FoundCase& one, Language language) {
  CaseLine line;
  line.href = "/cases/" + http::form_encoded(one.id.text);
  line.id = one.id.text;
  line.kind = word(one.kind, language);
  line.step = word(one.step, language);
  line.unit = unit_name(house, one.coordinator);
  return line;
}

SearchView view_of(const api::House& house, const api::FoundCases& found, std::string number,
                   Language language) {
  SearchView view;
  view.number = std::move(number);
  view.is_done = true;
  for (const api::FoundCase& one : found.cases)
    view.cases.push_back(found_line_of(house, one, language));
  view.has_cases = !view.cases.empty();
  return view;
}

/// The number stands in the address, as it does in that of the case.
void find(const api::House& house, const Within& within, const api::Call& call) {
  std::string number;
  for (const auto& [name, value] :
       http::read_form(call.request.query).value_or(http::FormFields{})) {
    if (name == "number") number = value;
  }
  if (number.empty()) return call.answer(show(house, call, {}, {}, 200));
  within.read<api::FoundCases>("find_case", call, {}, "number=" + http::form_encoded(number),
                               [&house, call, number](const api::FoundCases& found) {
                                 const auto view =
                                     view_of(house, found, number, language_of(call.request));
                                 return show(house, call, view, {}, 200);
                               });
}

constexpr std::string_view page_of_words = "&limit=20";

/// The place in the address of the next page, to be sent by a button.
std::string place_in(const api::CasePage& page) {
  if (!page.next) return {};
  return api::query_value(page.next->substr(page.next->find('?') + 1), "after");
}

/// So many have the words, told without saying more than was counted.
std::string counted(const api::CasePage& all, Language language) {
  const std::string number = std::to_string(all.count.value_or(0));
  return said(all.and_more.value_or(false) ? "search.more_than"_text : "search.so_many"_text,
              language, {{"count", number}});
}

void show_words(const api::House& house, const api::Call& call, const Form& form,
                const api::CasePage& page, std::string count) {
  const Language language = language_of(call.request);
  SearchView view;
  view.text = form.value("text");
  view.count = std::move(count);
  view.is_done = true;
  for (const api::ListedCase& row : page.cases) view.cases.push_back(line_of(house, row, language));
  mark_examples(house, view.cases);
  view.has_cases = !view.cases.empty();
  view.more = place_in(page);
  call.answer(show(house, call, view, form, 200));
}

/// What was typed and chosen, as the API's list is asked for it; empty where that is nothing.
std::string asked_by(const Form& form) {
  std::string query;
  for (const char* name : {"text", "step", "closed"}) {
    const std::string value = form.value(name);
    if (value.empty()) continue;
    query.append(query.empty() ? "" : "&").append(name).append("=");
    query.append(http::form_encoded(value));
  }
  return query;
}

/// Asks for a page of the lines that have the words, and for how many there are.
void find_words(const api::House& house, const Within& within, const api::Call& call,
                const Form& form) {
  const std::string text = asked_by(form);
  if (text.empty()) {
    Form again = form;
    again.wrong("text", said("search.bad_words"_text, language_of(call.request)));
    return call.answer(show(house, call, {}, again, 422));
  }
  const std::string after = form.value("after");
  const std::string query = text + std::string{page_of_words} +
                            (after.empty() ? "" : "&after=" + http::form_encoded(after));
  within.ask("list_cases", call, {}, query,
             [&house, &within, call, form, text](const HttpResponse& response) {
               const Language language = language_of(call.request);
               const auto page = codec::read_text<api::CasePage>(response.body);
               if (response.status >= 400 || !page) {
                 Form again = form;
                 again.wrong("text", said("search.bad_words"_text, language));
                 return call.answer(show(house, call, {}, again, 422));
               }
               within.ask(
                   "list_cases", call, {}, text + "&count=only",
                   [&house, call, form, language, page = page.value()](const HttpResponse& told) {
                     const auto all = codec::read_text<api::CasePage>(told.body);
                     const bool is_told = told.status < 400 && all;
                     show_words(house, call, form, page,
                                is_told ? counted(all.value(), language) : "");
                   });
             });
}

/// One word with a digit in it can be a case's number, which is found also where no list has it.
bool can_be_number(std::string_view typed) {
  return typed.find_first_of("0123456789") != std::string_view::npos &&
         typed.find(' ') == std::string_view::npos;
}

/// By the number where it is one, else by the words.
void find_either(const api::House& house, const Within& within, const api::Call& call,
                 const Form& form) {
  const bool is_begun =
      form.value("after").empty() && form.value("step").empty() && form.value("closed").empty();
  const std::string typed = form.value("text");
  if (!is_begun || !can_be_number(typed)) return find_words(house, within, call, form);
  within.ask("find_case", call, {}, "number=" + http::form_encoded(typed),
             [&house, &within, call, form](const HttpResponse& response) {
               const auto found = codec::read_text<api::FoundCases>(response.body);
               const bool is_one = response.status < 400 && found && !found.value().cases.empty();
               if (!is_one) return find_words(house, within, call, form);
               const auto view = view_of(house, found.value(), {}, language_of(call.request));
               return call.answer(show(house, call, view, form, 200));
             });
}

void search(const api::House& house, const Within& within, const api::Call& call) {
  const auto sent = Form::sent(call.request);
  if (!sent) return call.answer(api::problem(400, "bad_form"));
  if (sent->value("act") == "words") return find_either(house, within, call, *sent);
  const json body{{"identity_number", sent->value("identity_number")},
                  {"ground", sent->value("ground")}};
  within.say("search_cases", call, {}, body.dump(), sent->value("key"), {},
             [&house, call, form = *sent](HttpResponse response) mutable {
               const Language language = language_of(call.request);
               if (response.status == 422) {
                 form.wrong(response, language);
                 return call.answer(show(house, call, {}, form, 422));
               }
               if (response.status >= 400) return call.answer(std::move(response));
               const auto found = codec::read_text<api::FoundCases>(response.body);
               if (!found) return call.answer(api::problem(500, "accident"));
               const SearchView view = view_of(house, found.value(), {}, language);
               form.forget("identity_number");
               call.answer(show(house, call, view, form, 200));
             });
}

}  // namespace

std::vector<api::Route> search_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/search", "page_search",
                      [&house, &within](const api::Call& call) { find(house, within, call); }),
          later_route("POST", "/search", "page_search_send",
                      [&house, &within](const api::Call& call) { search(house, within, call); })};
}

}  // namespace kallad::web
