// How the invented cases are removed: said, and not done.
// Not a way to delete: the store is append-only. Rule kept: no button pretends to do what it
// cannot.
#include <filesystem>

#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"

namespace kallad::web {

namespace {

struct DemoView {
  static constexpr std::string_view page = "demo";
  std::string command;
};
BOOST_DESCRIBE_STRUCT(DemoView, (), (command))

/// The folder as a shell takes it, whatever its name.
std::string quoted(const std::string& folder) {
  std::string text = "'";
  for (const char c : folder) text += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return text + "'";
}

}  // namespace

std::vector<api::Route> demo_pages(api::House& house, const Within&) {
  if (house.demo_folder.empty()) return {};
  const std::string folder = std::filesystem::absolute(house.demo_folder).string();
  return {admin_route("GET", "/admin/demo", "page_demo", [&house, folder](const api::Call& call) {
    const DemoView view{"rm -r -- " + quoted(folder)};
    const std::string title = said("demo.title"_text, language_of(call.request));
    call.answer(page_of(house, call, view, admin_showing(call, title, {})));
  })};
}

}  // namespace kallad::web
