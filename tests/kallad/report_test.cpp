// `kallad report` as a user meets it: what is made, what is refused, and the exit codes.
// Not the counts: tests/adapters/report and tests/engine/report.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

constexpr const char* of_demo =
    "report --data DATA --council northwest --year 2026 --frozen-at \"2026-12-31 23:59\" ";

TEST(ReportVerb, MakesEveryFormOfTheYearAndOfTheFigures) {
  const Bench bench;
  bench.fill();
  const std::string verb = of_demo;
  EXPECT_TRUE(has(bench.run(verb).out, "<h1 id=\"report-2026-1-title\">Brister i samverkan 2026"));
  EXPECT_TRUE(has(bench.run(verb + "--language en").out, "Deficiencies in cooperation 2026"));
  EXPECT_TRUE(has(bench.run(verb + "--format csv").out, "year;version;section;"));
  EXPECT_TRUE(has(bench.run(verb + "--format dictionary").out, "section_text;"));
  EXPECT_TRUE(has(bench.run(verb + "--format svg").out, "role=\"img\""));
  EXPECT_TRUE(has(bench.run(verb + "--figures").out, "Nya SIP"));
  EXPECT_TRUE(has(bench.run(verb + "--figures --format csv").out, "new_sips"));
  EXPECT_EQ(bench.run(verb + "--format xlsx --out HERE/report.xlsx").code, 0);
  EXPECT_TRUE(bench.read("report.xlsx").starts_with("PK"));
  EXPECT_EQ(bench.run(verb + "--format pdf --out HERE/report.pdf").code, 0);
  EXPECT_TRUE(bench.read("report.pdf").starts_with("%PDF"));
  const Told once = bench.run(verb + "--format json");
  EXPECT_EQ(once.code, 0) << once.errors;
  EXPECT_EQ(nlohmann::json::parse(once.out).at("digest").get<std::string>().size(), 64U);
  EXPECT_EQ(bench.run(verb + "--format json").out, once.out);
}

TEST(ReportVerb, ComparesWithWhatWasPublished) {
  const Bench bench;
  bench.fill();
  const std::string verb = of_demo;
  ASSERT_EQ(bench.run(verb + "--format json --out HERE/one.json").code, 0);
  const Told same = bench.run(verb + "--earlier HERE/one.json");
  EXPECT_EQ(same.code, 2);
  EXPECT_TRUE(has(same.errors, "--version ska vara högre än den tidigare versionen, 1"));
  EXPECT_EQ(bench.run(verb + "--earlier HERE/one.json --version 2").code, 0);
  const Told compared =
      bench.run(verb + "--earlier adapters/report/history/northwest-2020.json --format csv");
  EXPECT_TRUE(has(compared.out, "2020;1;came_in;Kommit in;;Kommit in;;;shown;48"))
      << compared.errors;
}

TEST(ReportVerb, ShowsAHistoricalYear) {
  const Bench bench;
  const Told run = bench.run(
      "report --history adapters/report/history/northwest-2020.json "
      "--earlier adapters/report/history/northwest-2019.json");
  EXPECT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(has(run.out, "Historiskt år") && has(run.out, "Brister i samverkan 2020"));
}

TEST(ReportVerb, RefusesWhatIsMissingOrNamesSomebody) {
  const Bench bench;
  bench.fill();
  EXPECT_EQ(bench.run("report").code, 2);
  EXPECT_EQ(bench.run("report --data DATA --year 2026").code, 2);
  EXPECT_EQ(bench.run(std::string{of_demo} + "--threshold 1").code, 2);
  EXPECT_EQ(bench.run(std::string{of_demo} + "--format xlsx").code, 2);
  EXPECT_EQ(bench.run(std::string{of_demo} + "--figures --format svg").code, 2);
  bench.write("words.json", R"({"open_questions": ["Hur når vi fram?"]})");
  EXPECT_EQ(bench.run(std::string{of_demo} + "--words HERE/words.json").code, 0);
  bench.write("words.json", R"({"open_questions": ["x"], "staff": "x"})");
  EXPECT_TRUE(has(bench.run(std::string{of_demo} + "--words HERE/words.json").errors,
                  "/staff: unknown_field"));
}

}  // namespace
}  // namespace kallad::program
