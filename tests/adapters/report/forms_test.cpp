// The forms of reports: the same bytes for the same log, years later too; JSON that is read back
// and knows when it was changed; spreadsheets another program reads; HTML that holds together. Not
// what the counts are. Rules kept: issue 6 ("frozen by date and version"), domain 6 (tables).
#include <cstdio>
#include <fstream>

#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/form/form.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_page.hpp"
#include "adapters/report/report_texts.hpp"
#include "adapters/report/sheet/chart.hpp"
#include "adapters/report/sheet/csv.hpp"
#include "adapters/report/sheet/html.hpp"
#include "adapters/report/sheet/xlsx.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "tests/adapters/report/played.hpp"

namespace kallad::report::test::forms {
namespace {

/// What a program prints; empty where it fails.
std::string printed(const std::string& command) {
  std::string out;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return out;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) out += static_cast<char>(c);
  return pclose(pipe) == 0 ? out : "failed: " + out;
}

sheet::Sheet dangerous() {
  return {"sheet",
          "Titel <b>",
          "",
          {{"Vad", false}, {"Antal", true}},
          {{sheet::said("=HYPERLINK(\"http://x\")"), sheet::counted(-3)},
           {sheet::said("+46 <script>"), {sheet::CellKind::hidden, "skyddat", 0}},
           {sheet::said("två\nrader; \"citat\""), sheet::counted(12)}},
          1};
}

TEST(Csv, HasMarkSeparatorAndNoFormula) {
  EXPECT_EQ(sheet::to_csv(dangerous()),
            "\xEF\xBB\xBF"
            "Vad;Antal\r\n"
            "\"'=HYPERLINK(\"\"http://x\"\")\";-3\r\n"
            "'+46 <script>;skyddat\r\n"
            "\"två\nrader; \"\"citat\"\"\";12\r\n");
}

TEST(Html, WritesTextAsTextAndHeadsRowsAndColumns) {
  const std::string html = sheet::to_html(dangerous(), "t1");
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_NE(html.find("<caption id=\"t1-caption\">Titel &lt;b&gt;</caption>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"col\">Vad</th>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"row\">+46 &lt;script&gt;</th>"), std::string::npos);
  EXPECT_NE(html.find("<td class=\"number hidden-count\">skyddat</td>"), std::string::npos);
}

TEST(Chart, TellsInWordsWhatItDrawsAndNothingByLengthOfAHiddenOne) {
  sheet::Sheet table{"c", "Orsaker", "", {{"Orsak", false}, {"Antal", true}}, {}, 1};
  table.rows = {{sheet::said("SIP"), sheet::counted(10)},
                {sheet::said("rutiner"), sheet::counted(5)},
                {sheet::said("bemötande"), {sheet::CellKind::hidden, "skyddat", 0}},
                {sheet::said("Mina planer"), sheet::counted(0)}};
  const std::string svg = sheet::to_svg(table, "c", "SIP 10, rutiner 5");
  EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"c-title c-desc\""), std::string::npos);
  EXPECT_NE(svg.find("<title id=\"c-title\">Orsaker</title>"), std::string::npos);
  EXPECT_NE(svg.find("width=\"520\""), std::string::npos);
  EXPECT_NE(svg.find("width=\"260\""), std::string::npos);
  EXPECT_NE(svg.find("width=\"60\" height=\"18\" fill=\"none\""), std::string::npos);
  EXPECT_EQ(svg.find("style="), std::string::npos);
  table.rows[2] = {sheet::said("bemötande"), {sheet::CellKind::hidden, "skyddat", 4}};
  EXPECT_EQ(sheet::to_svg(table, "c", "SIP 10, rutiner 5"), svg);
}

TEST(Xlsx, IsReadByAnotherProgramAndHasNoFormula) {
  const scene::TemporaryFolder folder;
  const auto file = folder.path() / "report.xlsx";
  std::ofstream{file, std::ios::binary}
      << sheet::xlsx_of({dangerous(), dangerous()}, {"Titel", "Ämne", end_of(2026, 12, 31)});
  const std::string read = printed(
      "/usr/bin/python3 -c \"import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); "
      "print(z.testzip(), sorted(n for n in z.namelist() if 'sheet' in n)); "
      "print(''.join(z.read(n).decode() for n in z.namelist()))\" " +
      file.string());
  EXPECT_NE(read.find("None ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']"),
            std::string::npos);
  EXPECT_NE(read.find("=HYPERLINK"), std::string::npos);
  EXPECT_EQ(read.find("<f>"), std::string::npos) << "a formula";
  EXPECT_NE(read.find("2026-12-31T22:59:59Z"), std::string::npos);
}

TEST(Xlsx, HasTabsInWordsCutToWhatTheFormatTakes) {
  const scene::TemporaryFolder folder;
  const auto file = folder.path() / "report.xlsx";
  sheet::Sheet named = dangerous();
  named.title = "Hur långt: de/har [kommit], till och med årets slut";
  sheet::Sheet whole = dangerous();
  whole.id = "data";
  std::ofstream{file, std::ios::binary}
      << sheet::xlsx_of({named, named, whole}, {"Titel", "Ämne", end_of(2026, 12, 31)});
  const std::string read = printed(
      "/usr/bin/python3 -c \"import zipfile,sys,re; z=zipfile.ZipFile(sys.argv[1]); "
      "print('|'.join(re.findall('sheet name=.([^\\\"]*)', "
      "z.read('xl/workbook.xml').decode())))\" " +
      file.string());
  EXPECT_EQ(read, "Hur långt dehar kommit, till oc|Hur långt dehar kommit, till-2|data\n");
}

/// Every form of both reports as one text.
std::string everything(Played& played, Instant frozen_at) {
  const auto year = year_2026(played, frozen_at, 5);
  const auto figures = figures_2026(played, frozen_at, 5);
  std::string all;
  for (const Form form : {Form::json, Form::csv, Form::xlsx, Form::html, Form::pdf}) {
    all += made(form, year, Language::swedish).bytes + made(form, figures, Language::english).bytes;
  }
  return all;
}

TEST(Frozen, TheSameMomentGivesTheSameBytesAlsoAfterMoreHasHappened) {
  Played before{stories_in("deficiency_way")};
  Played later{stories_in("deficiency_way")};
  const auto march = end_of(2026, 3, 31);
  const std::string first = everything(before, march);
  EXPECT_EQ(everything(before, march), first);
  EXPECT_EQ(everything(later, march), first) << "another store with the same log";
  EXPECT_NE(everything(before, end_of(2026, 12, 31)), first);
}

TEST(Json, IsReadBackAndKnowsWhenItWasChanged) {
  Played played{stories_in("deficiency_way")};
  const auto year = year_2026(played, end_of(2026, 12, 31));
  const std::string json = to_json(year);
  ASSERT_TRUE(read_year(json).ok());
  EXPECT_EQ(read_year(json).value(), year);
  std::string changed = json;
  const auto at = changed.find("\"value\":5");
  ASSERT_NE(at, std::string::npos);
  changed.replace(at, 9, "\"value\":6");
  ASSERT_FALSE(read_year(changed).ok());
  EXPECT_EQ(read_year(changed).errors().front().rule, "wrong_digest");
  const auto figures = figures_2026(played, end_of(2026, 12, 31));
  EXPECT_EQ(read_figures(to_json(figures)).value(), figures);
  EXPECT_FALSE(read_history("{}").ok());
}

TEST(Texts, EveryTextStandsInBothLanguages) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<FigureId>>([](auto each) {
    EXPECT_TRUE(has_text(std::string{"figure."} + each.name));
    EXPECT_TRUE(has_text(std::string{"definition."} + each.name));
    EXPECT_NE(definition_of(each.value, Language::swedish),
              definition_of(each.value, Language::english));
  });
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Section>>(
      [](auto each) { EXPECT_TRUE(has_text(std::string{"section."} + each.name)); });
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Dimension>>(
      [](auto each) { EXPECT_TRUE(has_text(std::string{"dimension."} + each.name)); });
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<AgeGroup>>(
      [](auto each) { EXPECT_TRUE(has_text(std::string{"age_group."} + each.name)); });
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Outcome>>(
      [](auto each) { EXPECT_TRUE(has_text(std::string{"outcome."} + each.name)); });
}

TEST(Data, EveryColumnStandsInTheDictionary) {
  Played played{stories_in("deficiency_way")};
  const auto data = data_of(year_2026(played, end_of(2026, 12, 31)), Language::swedish);
  const auto dictionary = year_dictionary(Language::swedish);
  ASSERT_EQ(data.columns.size(), dictionary.rows.size());
  for (std::size_t at = 0; at < data.columns.size(); ++at) {
    EXPECT_EQ(data.columns[at].head, dictionary.rows[at][0].text);
    EXPECT_NE(dictionary.rows[at][1].text, "data." + data.columns[at].head) << "has no text";
  }
  for (const auto& row : data.rows) EXPECT_EQ(row.size(), data.columns.size());
}

TEST(Data, EveryColumnAndEveryFigureStandsInTheDictionaryOfFigures) {
  Played played{stories_in("no_show")};
  const auto data = data_of(figures_2026(played, end_of(2026, 12, 31)), Language::swedish);
  const auto dictionary = figure_dictionary(Language::swedish);
  const auto meaning_of = [&](const std::string& id) {
    const auto found = std::ranges::find_if(
        dictionary.rows, [&](const auto& row) { return row.front().text == id; });
    return found == dictionary.rows.end() ? std::string{} : found->back().text;
  };
  for (const auto& column : data.columns) {
    EXPECT_FALSE(meaning_of(column.head).empty() || meaning_of(column.head).starts_with("figure_"))
        << column.head;
  }
  for (const auto& row : data.rows) {
    EXPECT_EQ(row.size(), data.columns.size());
    EXPECT_FALSE(meaning_of(row[2].text).empty()) << row[2].text;
  }
}

TEST(Page, HoldsTogetherAsXml) {
  Played played{stories_in("no_show")};
  const scene::TemporaryFolder folder;
  for (const auto& [name, page] :
       {std::pair{"year.html", page_of(year_2026(played, end_of(2026, 12, 31)), Language::swedish)},
        std::pair{"figures.html",
                  page_of(figures_2026(played, end_of(2026, 12, 31)), Language::english)}}) {
    std::ofstream{folder.path() / name} << page;
    EXPECT_EQ(printed("/usr/bin/python3 -c \"import sys,xml.dom.minidom as m; "
                      "d=m.parse(sys.argv[1]); i=[e.getAttribute('id') for e in "
                      "d.getElementsByTagName('*') if e.getAttribute('id')]; "
                      "print(len(i)==len(set(i)))\" " +
                      (folder.path() / name).string()),
              "True\n")
        << name;
  }
}

}  // namespace
}  // namespace kallad::report::test::forms
