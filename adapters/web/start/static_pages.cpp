// Help and the accessibility statement: pages that are templates and texts alone.
// Not hints at fields: those stand where they are needed. Rules kept: help begins with the page one
// comes from; the statement says how to tell of a shortcoming and who supervises (lag 2018:1937).
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/start_page.hpp"

namespace kallad::web {

namespace {

struct HelpView {
  static constexpr std::string_view page = "help";
  std::string of_page;  ///< what the page is for that one comes from; empty: of none that has help
  std::string name;     ///< of that page
};
BOOST_DESCRIBE_STRUCT(HelpView, (), (of_page, name))

HelpView help_view(const HttpRequest& request) {
  const Language language = language_of(request);
  const std::string page = api::query_value(request.query, "page");
  const std::string key = "help_on." + page;
  if (!texts(language).contains(key)) return {};
  return {said_of(key, language), said_of("help_name." + page, language)};
}

struct AccessibilityView {
  static constexpr std::string_view page = "accessibility";
  std::string contact;
  std::string tell;  ///< address of the form; empty where the server keeps nothing
};
BOOST_DESCRIBE_STRUCT(AccessibilityView, (), (contact, tell))

}  // namespace

std::vector<api::Route> static_pages(api::House& house, PageSettings settings) {
  return {
      page_route("GET", "/help", "page_help", api::Entry::anyone,
                 [&house](const api::Call& call) {
                   return page_of(house, call, help_view(call.request));
                 }),
      page_route(
          "GET", "/accessibility", "page_accessibility", api::Entry::anyone,
          [&house, settings = std::move(settings)](const api::Call& call) {
            const std::string tell = house.feedback == nullptr ? "" : "/accessibility/tell";
            return page_of(house, call, AccessibilityView{settings.accessibility_contact, tell});
          })};
}

}  // namespace kallad::web
