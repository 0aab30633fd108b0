// Help and the accessibility statement: pages that are templates and texts alone.
// Not help in context: that stands where it is needed. Rule kept (lag 2018:1937): the statement
// says how to tell of a shortcoming and who supervises.
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/start_page.hpp"

namespace kallad::web {

namespace {

struct HelpView {
  static constexpr std::string_view page = "help";
};
BOOST_DESCRIBE_STRUCT(HelpView, (), ())

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
                 [&house](const api::Call& call) { return page_of(house, call, HelpView{}); }),
      page_route(
          "GET", "/accessibility", "page_accessibility", api::Entry::anyone,
          [&house, settings = std::move(settings)](const api::Call& call) {
            const std::string tell = house.feedback == nullptr ? "" : "/accessibility/tell";
            return page_of(house, call, AccessibilityView{settings.accessibility_contact, tell});
          })};
}

}  // namespace kallad::web
