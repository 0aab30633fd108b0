// Cases by the person's identity number, as a form with a reason and what it found.
// Not the search: the API's route, which asks authority and logs. Rules kept (domain 6): the number
// stands in no address and is not sent back to the page that shows what was found.
#include <nlohmann/json.hpp>

#include "adapters/api/lists/search.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/day_view.hpp"
#include "adapters/web/start/start_page.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct SearchView {
  static constexpr std::string_view page = "search";
  bool is_done = false;
  bool has_cases = false;
  std::vector<CaseLine> cases;
};
BOOST_DESCRIBE_STRUCT(SearchView, (), (is_done, has_cases, cases))

HttpResponse show(const api::House& house, const api::Call& call, const SearchView& view,
                  const Form& form, unsigned status) {
  return page_of(house, call, view, {.status = status, .form = &form, .here = "/"});
}

CaseLine line_of(const api::House& house, const api::FoundCase& one, Language language) {
  CaseLine line;
  line.href = "/cases/" + http::form_encoded(one.id.text);
  line.id = one.id.text;
  line.kind = word(one.kind, language);
  line.step = word(one.step, language);
  line.unit = unit_name(house, one.coordinator);
  return line;
}

void search(const api::House& house, const Within& within, const api::Call& call) {
  const auto sent = Form::sent(call.request);
  if (!sent) return call.answer(api::problem(400, "bad_form"));
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
               SearchView view{.is_done = true, .cases = {}};
               for (const api::FoundCase& one : found.value().cases)
                 view.cases.push_back(line_of(house, one, language));
               view.has_cases = !view.cases.empty();
               form.forget("identity_number");
               call.answer(show(house, call, view, form, 200));
             });
}

}  // namespace

std::vector<api::Route> search_pages(api::House& house, const Within& within) {
  return {page_route("GET", "/search", "page_search", api::Entry::signed_in,
                     [&house](const api::Call& call) { return show(house, call, {}, {}, 200); }),
          later_route("POST", "/search", "page_search_send",
                      [&house, &within](const api::Call& call) { search(house, within, call); })};
}

}  // namespace kallad::web
