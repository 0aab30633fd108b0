// The published years, fact by fact: what the council's documents state stands in the report made
// from the file, and what they do not state does not. Places refer to the documents the project was
// given: 000 (report on 2020), 003 (on the cases of 2019). Not the texts: they are in our own
// words.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "adapters/report/report_json.hpp"
#include "adapters/report/report_page.hpp"
#include "adapters/report/sheet/csv.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "engine/report/cause_lists.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report::test::history {
namespace {

YearlyReport published(int year) {
  std::ifstream in{std::string{KALLAD_SOURCE_DIR} + "/adapters/report/history/northwest-" +
                   std::to_string(year) + ".json"};
  std::ostringstream text;
  text << in.rdbuf();
  auto read = read_history(text.str());
  EXPECT_TRUE(read.ok()) << year << " " << (read ? "" : read.errors().front().path)
                         << (read ? "" : std::string{read.errors().front().rule});
  return read ? read.value() : YearlyReport{};
}

/// The report of 2020 as the program makes it, compared with 2019.
const YearlyReport& made() {
  static const YearlyReport report = [] {
    YearlyReport year = published(2020);
    year.earlier.push_back(as_earlier(published(2019)));
    return year;
  }();
  return report;
}

std::int64_t shown(Section section, std::string_view row = {}, std::string_view column = {}) {
  const Count* count = find_count(made().cells, section, row, column);
  if (!count) return -2;
  return count->value ? std::int64_t{*count->value} : -1;
}

std::vector<std::string> rows_of(const YearlyReport& report, Section section,
                                 std::string_view column = {}) {
  std::vector<std::string> rows;
  for (const ReportCell& cell : report.cells) {
    if (cell.section == section && cell.column == column) rows.push_back(cell.row);
  }
  return rows;
}

std::vector<std::string> names_of(ActorGroup group, std::string_view principal = {}) {
  std::vector<std::string> names;
  for (const Organisation& one : made().organisations) {
    if (one.group == group && one.principal == principal) names.push_back(one.name);
  }
  return names;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

using Names = std::vector<std::string>;

struct Fact {
  const char* place;
  const char* what;
  std::function<bool()> holds;
};

using Facts = std::vector<Fact>;
using enum Section;

Facts counts_of_2020() {
  return {
      {"000 Bakomliggande orsaker, 1; Sammanfattning, 1", "48 reports came in",
       [] { return shown(came_in) == 48; }},
      {"000 Bakomliggande orsaker, 1", "eight causes, in that order",
       [] {
         Names causes;
         for (const Cause cause : causes_of(2020)) causes.emplace_back(table::state_id(cause));
         return rows_of(made(), cause) == causes;
       }},
      {"000 Bakomliggande orsaker, 1", "no numbers are given for causes",
       [] {
         return std::ranges::all_of(rows_of(made(), cause),
                                    [](const auto& row) { return shown(cause, row) == -1; });
       }},
      {"000 Bristande kommunikation, 1", "communication is the most common cause",
       [] { return made().most_common == Cause::communication_information; }},
      {"000 Ej brist, 1", "three are no deficiency",
       [] { return shown(outcome, "not_a_deficiency") == 3; }},
      {"000 Ej brist, 2", "one against the police, outside the council",
       [] { return shown(reason, "outside_agreement") == 1; }},
      {"000 Ej brist, 3", "one against a municipality outside the council",
       [] { return shown(reason, "other_municipality") == 1; }},
      {"000 Ej brist, 4", "one internal incident",
       [] { return shown(reason, "internal_incident") == 1; }},
  };
}

Facts kinds_of_2020() {
  return {
      {"000 SIP, 1", "parties stayed away; meetings were called off at the table or held without",
       [] {
         return find_count(made().cells, kind, "absent") &&
                find_count(made().cells, kind, "meeting_not_held");
       }},
      {"000 SIP, 2", "summons not seen, not answered, declined when pressed",
       [] {
         return find_count(made().cells, kind, "not_acknowledged") &&
                find_count(made().cells, kind, "not_answered") &&
                find_count(made().cells, kind, "declined_without_substitute");
       }},
  };
}

Facts actors_and_words_of_2020() {
  return {
      {"000 Berörda aktörer, Region Skåne", "twelve units of the region",
       [] { return names_of(ActorGroup::region, "region").size() == 12; }},
      {"000 Berörda aktörer, Privata", "Laro Sund Helsingborg and We Mind",
       [] {
         return names_of(ActorGroup::private_provider) == Names{"Laro Sund", "We Mind"} &&
                names_of(ActorGroup::private_provider, "laro-sund") ==
                    Names{"Laro Sund Helsingborg"};
       }},
      {"000 Berörda aktörer, kommuner", "nine municipalities, Ängelholm not among them",
       [] {
         return names_of(ActorGroup::municipality) ==
                Names{"Båstads kommun", "Bjuvs kommun",    "Helsingborgs stad",
                      "Höganäs kommun", "Klippans kommun", "Landskrona stad",
                      "Svalövs kommun", "Åstorps kommun",  "Örkelljunga kommun"};
       }},
      {"000 Berörda aktörer, Helsingborg", "three units of Helsingborg",
       [] { return names_of(ActorGroup::municipality, "helsingborg").size() == 3; }},
      {"000 Goda exempel", "two good examples",
       [] { return made().words.good_examples.size() == 2; }},
      {"000 Öppna frågor", "six open questions",
       [] { return made().words.open_questions.size() == 6; }},
      {"000 Rutiner, 3; SIP, 5", "substitute routines failed in the pandemic",
       [] {
         return std::ranges::any_of(made().words.analysis, [](const Passage& one) {
           return one.about == Cause::routines && has(one.text, "ersättare");
         });
       }},
      {"000 Inledning, 4–6", "who was in the working group, and that all was de-identified before",
       [] {
         return std::ranges::any_of(made().words.analysis, [](const Passage& one) {
           return !one.about && has(one.text, "avidentifierades") && has(one.text, "Höganäs");
         });
       }},
      {"000 SIP, 2", "BUP declined when pressed; twice the handling failed",
       [] {
         return std::ranges::any_of(made().words.analysis, [](const Passage& one) {
           return one.about == Cause::sip && has(one.text, "i två av fallen");
         });
       }},
  };
}

Facts facts_of_2019() {
  return {
      {"003, 1", "30 cases came in during 2019",
       [] {
         const Count* count = find_count(made().earlier[0].cells, came_in);
         return made().earlier[0].year == 2019 && count && count->value == 30U;
       }},
      {"003, 1", "nine causes, in that order",
       [] {
         Names causes;
         for (const Cause cause : causes_of(2019)) causes.emplace_back(table::state_id(cause));
         return rows_of(published(2019), cause) == causes;
       }},
      {"003, 2", "communication was the most common cause of 2019",
       [] { return made().earlier[0].most_common == Cause::communication; }},
      {"003, 8", "two cases for want of resources",
       [] {
         const Count* count = find_count(made().earlier[0].cells, cause, "resources");
         return count && count->value == 2U;
       }},
      {"003, 3", "SIP meetings cancelled or not answered",
       [] {
         return rows_of(published(2019), kind) ==
                Names{"not_answered", "declined_without_substitute", "meeting_not_held"};
       }},
  };
}

TEST(History, TheReportOf2020AgreesWithTheDocumentOnEveryFact) {
  std::size_t held = 0;
  for (const auto& facts :
       {counts_of_2020(), kinds_of_2020(), actors_and_words_of_2020(), facts_of_2019()}) {
    for (const Fact& fact : facts) {
      EXPECT_TRUE(fact.holds()) << fact.place << ": " << fact.what;
      ++held;
    }
  }
  EXPECT_EQ(held, 24U);
}

TEST(History, IsMarkedAndShownAsPublishedInEveryForm) {
  const std::string page = page_of(made(), Language::swedish);
  EXPECT_TRUE(has(page, "Historiskt år"));
  EXPECT_TRUE(has(page, "<td class=\"number\">48</td>"));
  EXPECT_TRUE(has(page, "inte angivet"));
  EXPECT_FALSE(has(page, "skyddat")) << "what the council has published is not hidden";
  EXPECT_FALSE(has(page, "har det som lämnat sin enhet")) << "our definition is not the council's";
  EXPECT_FALSE(has(page, "cause-chart")) << "nothing to draw where no number is given";
  const std::string csv = sheet::to_csv(data_of(made(), Language::swedish));
  EXPECT_TRUE(has(csv, "2020;1;came_in;Kommit in;;Kommit in;;;shown;48\r\n"));
  EXPECT_TRUE(has(csv, "2019;1;came_in;Kommit in;;Kommit in;;;shown;30\r\n"));
  EXPECT_TRUE(has(csv, "2019;1;cause;Orsaker;resources;resurser;;;shown;2\r\n"));
}

TEST(History, ComparesOverTheChangedListWithoutAddingUp) {
  const auto sheets = sheets_of(made(), Language::swedish);
  const auto found = std::ranges::find(sheets, "comparison-2019", &sheet::Sheet::id);
  ASSERT_NE(found, sheets.end());
  const std::string table = sheet::to_csv(*found);
  EXPECT_TRUE(has(table, "Kommit in;48;30;"));
  EXPECT_TRUE(has(table, "resurser;;2;finns inte längre"));
  EXPECT_TRUE(has(table, "Mina planer;inte angivet;;ny orsak"));
  EXPECT_TRUE(has(table, "(2019: kompetens + förståelse);inte angivet;;sammanslagen"));
}

TEST(History, NamesNobody) {
  for (const int year : {2019, 2020}) {
    const std::string page = page_of(published(year), Language::swedish);
    for (const char* name :
         {"Åkerman", "Bergström", "Bogren", "Tutein", "Fahlén", "Liljedahl", "Åberg", "Helltoft",
          "Håkansson", "Gundel", "Ejlertsson", "Häll "}) {
      EXPECT_FALSE(has(page, name)) << year << name;
    }
  }
}

}  // namespace
}  // namespace kallad::report::test::history
