// Every template rendered with everything there and with nothing there.
// Not how pages look: tests/browser. Rules kept: what is filled in is escaped; a template asks only
// for what its view has.
#include "adapters/web/template/templates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <filesystem>
#include <fstream>
#include <regex>

#include "adapters/clock/stockholm.hpp"
#include "adapters/web/frame/form.hpp"
#include "adapters/web/pages.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/web/template/views.hpp"

namespace kallad::web::templates_testing {

namespace {

/// Linked, so that all views are known.
[[maybe_unused]] const auto all_pages = &pages;

/// The shell's values; what every page has is there in both.
Data frame(bool is_full, Language language) {
  const auto shell = std::ranges::find(view_kinds(), "_shell", &ViewKind::page);
  Data data = is_full ? shell->full() : shell->empty();
  data.set("language", Data{std::string{tag_of(language)}});
  data.set("other_language", Data{language == Language::swedish ? "en" : "sv"});
  for (const char* name : {"style", "script", "mark", "path"}) data.set(name, Data{"/x"});
  return data;
}

/// A form with a value, an error and choices in each field the template has.
Form full_form(const std::string& page) {
  static const std::regex field{"form\\.([a-z0-9_-]+)\\."};
  Form form;
  for (std::sregex_iterator it{page.begin(), page.end(), field}, end; it != end; ++it) {
    const std::string name = (*it)[1];
    if (!form.value(name).empty()) continue;
    form.put(name, "<b>1</b>");
    form.offer(name, {{"1", "Ett & två"}, {"2", "\"Tre\""}});
    form.wrong(name, "<b>fel</b>");
  }
  return form;
}

Data whole(const ViewKind& kind, bool is_full, Language language) {
  Data data = is_full ? kind.full() : kind.empty();
  data.set("frame", frame(is_full, language));
  data.set("form", is_full ? full_form(expanded(kind.page, language)).data() : Form{}.data());
  return data;
}

/// For tests/browser, which holds each against the rules of HTML.
void keep(const ViewKind& kind, bool is_full, Language language, const std::string& html) {
  const std::filesystem::path folder{KALLAD_BINARY_DIR "/tests/adapters/web/rendered"};
  std::filesystem::create_directories(folder);
  std::ofstream{folder / (std::string{kind.page} + (is_full ? "-full-" : "-empty-") +
                          std::string{tag_of(language)} + ".html")}
      << html;
}

}  // namespace

TEST(Templates, EachHasAView) {
  for (const std::string& name : template_names()) {
    EXPECT_TRUE(std::ranges::any_of(view_kinds(), [&](const auto& kind) {
      return kind.page == name;
    })) << name;
  }
}

TEST(Templates, AskOnlyForWhatTheirViewsHave) {
  for (const ViewKind& kind : view_kinds()) {
    if (kind.page == "_shell") continue;
    for (const bool is_full : {true, false}) {
      auto missing =
          names_missing(kind.page, whole(kind, is_full, Language::swedish), Language::swedish);
      std::erase_if(missing, [](const std::string& name) { return name.starts_with("form."); });
      EXPECT_EQ(missing, std::set<std::string>{}) << kind.page << (is_full ? " full" : " empty");
    }
  }
}

TEST(Templates, EscapeAllThatIsFilledIn) {
  for (const ViewKind& kind : view_kinds()) {
    if (kind.page == "_shell") continue;
    for (const Language language : {Language::swedish, Language::english}) {
      const std::string full = render(kind.page, whole(kind, true, language), language);
      EXPECT_EQ(full.find("<b>"), std::string::npos) << kind.page;
      EXPECT_EQ(full.find("{{"), std::string::npos) << kind.page;
      EXPECT_NE(full.find("&lt;b&gt;"), std::string::npos) << kind.page;
      const std::string empty = render(kind.page, whole(kind, false, language), language);
      EXPECT_NE(empty.find("<h1"), std::string::npos) << kind.page;
      keep(kind, true, language, full);
      keep(kind, false, language, empty);
    }
  }
}

TEST(Days, AreToldInBothLanguagesAndLocalTime) {
  using namespace std::chrono_literals;
  const Calendar calendar{stockholm()};
  const Instant summer = std::chrono::sys_days{2026y / 6 / 30} + 22h + 30min;
  EXPECT_EQ(moment_told(summer, calendar, Language::swedish).text, "onsdag 1 juli 2026 kl. 00.30");
  EXPECT_EQ(moment_told(summer, calendar, Language::english).text,
            "Wednesday 1 July 2026 at 00:30");
  EXPECT_EQ(moment_told(summer, calendar, Language::english).iso, "2026-06-30T22:30:00Z");
  EXPECT_EQ(day_told(2026y / 3 / 20, Language::swedish).text, "fredag 20 mars 2026");
  EXPECT_EQ(nearness(2026y / 7 / 1, summer, calendar, Language::swedish), "i dag");
  EXPECT_EQ(nearness(2026y / 7 / 4, summer, calendar, Language::english), "in 3 days");
}

}  // namespace kallad::web::templates_testing
