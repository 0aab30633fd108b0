// Lists the forms that are filled in by hand, and prints one.
// Not what stands in them: adapters/paper.
#include "adapters/web/papers/forms_page.hpp"

#include "adapters/api/papers/printed.hpp"
#include "adapters/paper/fill/catalogue.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"

namespace kallad::web {

namespace {

using paper::PaperKind;

struct FormLine {
  std::string name;
  std::string pdf;
  std::string large;
};
BOOST_DESCRIBE_STRUCT(FormLine, (), (name, pdf, large))

struct FormsView {
  static constexpr std::string_view page = "forms";
  std::vector<FormLine> forms;
};
BOOST_DESCRIBE_STRUCT(FormsView, (), (forms))

/// Filled in by a person; the others are lists that the program alone can fill.
bool is_filled_in_by_hand(PaperKind kind) {
  return kind != PaperKind::access_extract && kind != PaperKind::person_sheet;
}

HttpResponse list_forms(const api::House& house, const api::Call& call) {
  const Language language = language_of(call.request);
  const std::string lang = "?lang=" + std::string{tag_of(language)};
  FormsView view;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>([&](auto each) {
    if (!is_filled_in_by_hand(each.value)) return;
    const std::string at = "/forms/" + std::string{each.name} + lang;
    view.forms.push_back({paper::empty_paper(each.value, language).title, at, at + "&size=large"});
  });
  return page_of(house, call, view, {.here = "/"});
}

HttpResponse print_form(const api::House& house, const api::Call& call) {
  const std::string& wanted = call.values.at(0);
  PaperKind kind{};
  const bool is_known = boost::describe::enum_from_string(wanted.c_str(), kind);
  if (!is_known || !is_filled_in_by_hand(kind)) return api::problem(404, "path_unknown");
  const api::PaperForm form = api::paper_form_of(call);
  return api::printed(paper::empty_paper(kind, form.language), form, wanted, house.now());
}

}  // namespace

std::vector<api::Route> forms_pages(api::House& house) {
  api::Route one =
      later_route("GET", "/forms/{kind}", "page_form",
                  [&house](const api::Call& call) { call.answer(print_form(house, call)); });
  one.slow = true;
  return {later_route("GET", "/forms", "page_forms",
                      [&house](const api::Call& call) { call.answer(list_forms(house, call)); }),
          std::move(one)};
}

}  // namespace kallad::web
