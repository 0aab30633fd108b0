// Asks for the case and shows it.
// Not the view's texts: case_view.cpp.
#include "adapters/web/case/case_page.hpp"

#include "adapters/web/case/case_view.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"

namespace kallad::web {

namespace {

void show(api::House& house, const Within& within, const api::Call& call) {
  const Language language = language_of(call.request);
  with_case(within, call, language, [&house, call, language](const ShownCase& now) {
    const CasePageView view = case_page_view(now, house, language);
    call.answer(page_of(house, call, view,
                        {.title = view.heading,
                         .trail = {{"/", said("menu.my_day"_text, language)}},
                         .here = "/"}));
  });
}

}  // namespace

std::vector<api::Route> case_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/cases/{case}", "page_case",
                      [&house, &within](const api::Call& call) { show(house, within, call); })};
}

}  // namespace kallad::web
