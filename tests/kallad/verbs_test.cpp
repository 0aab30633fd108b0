// The program's verbs as a user meets them: exit codes, output, and what is not printed.
// Not what lies below: stories, views and stores have tests of their own.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

using nlohmann::json;

TEST(Program, ConfigCheckSaysWhatHoldsOrAllThatIsWrong) {
  const Bench bench;
  bench.write("good.toml", "[http]\nport = 8443\nthreads = 3\n");
  const Told run = bench.run("config check --config HERE/good.toml --http-threads 4");
  EXPECT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(has(run.out, "http.port = 8443\n") && has(run.out, "http.threads = 4\n")) << run.out;
  bench.write("bad.toml", "[http]\nprot = 1\nport = 70000\n");
  const Told bad = bench.run("config check --config HERE/bad.toml --http-threads zero");
  EXPECT_EQ(bad.code, 2);
  EXPECT_TRUE(has(bad.errors, "rad 2: http.prot finns inte (unknown_setting)")) << bad.errors;
  EXPECT_TRUE(has(bad.errors, "rad 3: http.port ska ligga inom 0–65535")) << bad.errors;
  EXPECT_TRUE(has(bad.errors, "--http-threads: http.threads ska vara ett heltal")) << bad.errors;
  EXPECT_EQ(bench.run("config check --config HERE/none.toml").code, 2);
}

TEST(Program, HelpIsInSwedishOnEachVerb) {
  const Bench bench;
  for (const std::string verb :
       {"", "process", "scene", "submit", "import", "show", "overview", "verify", "rebuild",
        "backup", "restore", "config", "config check", "fhir"}) {
    const Told run = bench.run(verb + " --help");
    EXPECT_EQ(run.code, 0) << verb;
    EXPECT_TRUE(has(run.out, "Användning") && has(run.out, "Slutkoder")) << run.out;
  }
}

TEST(Program, WrongUsageIsTwo) {
  const Bench bench;
  for (const std::string words :
       {"", "banana", "show", "process banana", "overview", "overview --data HERE/nowhere",
        "submit --data DATA HERE/none", "scene HERE/none.scene", "verify --data HERE/nowhere"}) {
    const Told run = bench.run(words);
    EXPECT_EQ(run.code, 2) << words << "\n" << run.errors;
    EXPECT_NE(run.errors, "") << words;
  }
}

TEST(Program, PrintsEachMachineInEachForm) {
  const Bench bench;
  for (const std::string machine : {"case", "seat", "deficiency"}) {
    EXPECT_TRUE(has(bench.run("process " + machine + " --format mermaid").out, "stateDiagram-v2"));
    EXPECT_FALSE(json::parse(bench.run("process " + machine + " --format json").out).empty());
    EXPECT_GT(bench.run("process " + machine + " --format matrix").out.size(), 500U);
    EXPECT_EQ(bench.run("process " + machine).code, 0);
  }
}

TEST(Program, AStoryThatDoesNotComeOutIsOneAndOneThatMakesNoSenseIsTwo) {
  const Bench bench;
  bench.write("wrong.scene", "clock runs\ncase anna parties anna\n2026-03-02 09:00 clock\n");
  bench.write("senseless.scene", "2026-03-02 09:00 banana eats\n");
  const Told wrong = bench.run("scene HERE/wrong.scene");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_TRUE(has(wrong.errors, "wrong.scene:2: case anna")) << wrong.errors;
  const Told senseless = bench.run("scene HERE/senseless.scene");
  EXPECT_EQ(senseless.code, 2);
  EXPECT_TRUE(has(senseless.errors, "senseless.scene:1:1: ")) << senseless.errors;
}

TEST(Program, OverviewNamesNobody) {
  const Bench bench;
  bench.fill();
  const Told text = bench.run("overview --data DATA");
  EXPECT_EQ(text.code, 0);
  EXPECT_TRUE(has(text.out, "nv-2026-003")) << text.out;
  EXPECT_TRUE(has(text.out, "svarade att ingen kan komma")) << "a draft cites its facts";
  const Told rows = bench.run("overview --data DATA --json");
  for (const std::string& out : {text.out, rows.out}) {
    EXPECT_FALSE(has(out, "hittad") || has(out, "19121212-1212") || has(out, "19701063-2391"));
  }
  EXPECT_EQ(json::parse(rows.out.substr(0, rows.out.find('\n'))).at("id"), "nv-2026-001");
}

TEST(Program, OverviewTellsWhatWaitsAtTheMomentThatIsSaid) {
  const Bench bench;
  bench.run("scene --data DATA tests/scenes/demo/17_under_way_at_new_year.scene");
  const std::string overview = "overview --data DATA --at ";
  const Told after = bench.run(overview + "2026-12-30T16:00");
  EXPECT_TRUE(has(after.out, "Läget 2026-12-30 16:00: 4 ärenden")) << after.out;
  EXPECT_TRUE(has(after.out, "stäng närvaron för mötet 2026-12-22 10:00")) << after.out;
  EXPECT_TRUE(has(after.out, "2027-01-07        nv-2026-018  sista tid att svara°")) << after.out;
  const Told before = bench.run(overview + "2026-12-21T16:00");
  EXPECT_FALSE(has(before.out, "stäng närvaron för mötet")) << before.out;
  EXPECT_EQ(bench.run(overview + "2026-13-01T16:00").code, 2);
}

TEST(Program, OverviewReadsWellInAHundredColumns) {
  const Bench bench;
  bench.fill();
  std::size_t columns = 0;
  for (const char c : bench.run("overview --data DATA").out) {
    if (c == '\n')
      columns = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      ++columns;
    ASSERT_LE(columns, 100U);
  }
}

TEST(Program, ShowTellsTheCaseThatWasAskedFor) {
  const Bench bench;
  bench.fill();
  EXPECT_TRUE(has(bench.run("show nv-2026-003 --data DATA").out, "Den enskilde: "));
  const json view = json::parse(bench.run("show nv-2026-003 --data DATA --json").out);
  EXPECT_EQ(view.at("deficiencies").size(), 1U);
  EXPECT_FALSE(view.at("deficiencies")[0].at("facts").empty());
  EXPECT_EQ(bench.run("show nv-9999 --data DATA").code, 1);
  EXPECT_EQ(bench.run("show register --data DATA").code, 1);
}

TEST(Program, FhirTellsTheWholeCaseTheSameEachTime) {
  const Bench bench;
  bench.fill();
  const Told told = bench.run("fhir nv-2026-003 --data DATA");
  EXPECT_EQ(told.code, 0) << told.errors;
  const json bundle = json::parse(told.out);
  EXPECT_EQ(bundle.at("resourceType"), "Bundle");
  EXPECT_TRUE(has(told.out, "Cleo Påhittad"));
  EXPECT_EQ(bench.run("fhir nv-2026-003 --data DATA").out, told.out);
  const Told none = bench.run("fhir nv-9999 --data DATA");
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(bench.run("fhir nv-2026-003").code, 2) << "without a store";
}

std::string envelope(const std::string& id, const std::string& command) {
  return R"({"actor":{"role":"administrator","unit":"","name":""},"command_id":")" + id +
         R"(","command":)" + command + "}\n";
}

std::string principal(const std::string& id, const std::string& more = {}) {
  return envelope(id, R"({"type":"record_principal","data":{"principal":{"id":"a","name":"A",)"
                      R"("kind":"region")" +
                          more + "}}}");
}

TEST(Program, SubmitAnswersEachLine) {
  const Bench bench;
  const Told first = bench.run("submit --data DATA --register -", principal("1") + principal("1"));
  EXPECT_EQ(first.code, 0) << first.out;
  const auto second = first.out.find('\n') + 1;
  EXPECT_EQ(json::parse(first.out.substr(0, second)).at("answer"), "accepted");
  EXPECT_EQ(json::parse(first.out.substr(second)).at("answer"), "repeated");
  const Told other =
      bench.run("submit --data DATA --register -", principal("1", R"(,"bound_like":"a")"));
  EXPECT_EQ(other.code, 1);
  EXPECT_EQ(json::parse(other.out).at("answer"), "command_id_reused");
}

TEST(Program, AFollowUpOnARedDayIsShownAsTheWorkingDayBefore) {
  const Bench bench;
  bench.write("a.scene", "use " KALLAD_SOURCE_DIR R"(/tests/scenes/northwest_skane.scene
case anna number=nv-1 at="2026-03-02 08:00" parties helsingborg/vuxen, region/fact, anna
2026-03-02 09:00 coordinator record_consent until=2027-03-02
2026-03-02 09:05 coordinator send_summons starts=2026-03-20T13:00 purpose=Stöd questions="Vem?"
2026-03-20 13:10 chair close_attendance helsingborg=present region=present
2026-03-20 14:00 chair end_meeting follow_up_on=2026-05-14
)");
  ASSERT_EQ(bench.run("scene --data DATA HERE/a.scene").code, 0);
  const std::string at = " --at \"2026-03-21 09:00\"";
  for (const std::string verb : {"overview --data DATA", "show nv-1 --data DATA"}) {
    const std::string all = bench.run(verb + at).out;
    const std::string out = all.substr(0, all.find("Händelser"));  // the log says what was said
    EXPECT_NE(out.find("2026-05-13  nv-1"), std::string::npos) << out;
    EXPECT_EQ(out.find("2026-05-14"), std::string::npos) << out;
    EXPECT_NE(out.find("följs upp"), std::string::npos) << out;
  }
  const std::string overview = bench.run("overview --data DATA" + at).out;
  EXPECT_NE(overview.find("1 ärende\n"), std::string::npos) << overview;
  EXPECT_NE(overview.find("Brister i samverkan: inga"), std::string::npos);
  EXPECT_NE(overview.find("Att göra nu\n  Inget."), std::string::npos);
}

TEST(Program, SubmitNamesThePathAndTheRuleOfAMistake) {
  const Bench bench;
  const auto errors = [&](const std::string& line) {
    const Told run = bench.run("submit --data DATA --register -", line);
    EXPECT_EQ(run.code, 2) << run.out;
    const json error = json::parse(run.out).at("errors").at(0);
    return error.at("path").get<std::string>() + " " + error.at("rule").get<std::string>();
  };
  EXPECT_EQ(errors(principal("1", R"(,"extra":1)")), "/command/data/principal/extra unknown_field");
  EXPECT_EQ(errors("{\n"), " not_json");
  EXPECT_EQ(errors("[]\n"), " wrong_type");
  EXPECT_EQ(errors(R"({"banana":1})"), "/banana unknown_field");
  EXPECT_EQ(errors(envelope("", "{}")), "/command_id bad_id");
  EXPECT_EQ(errors(envelope("x", R"({"type":"banana","data":{}})")),
            "/command/type unknown_command");
}

TEST(Program, SubmitRefusesWithRuleAndText) {
  const Bench bench;
  const Told run = bench.run("submit --data DATA --case 2026-1 -",
                             envelope("1", R"({"type":"open_meeting","data":{}})"));
  EXPECT_EQ(run.code, 1);
  const json answer = json::parse(run.out);
  EXPECT_EQ(answer.at("refusals").at(0).at("rule"), "case_unknown");
  EXPECT_GT(answer.at("refusals").at(0).at("text").get<std::string>().size(), 20U);
}

}  // namespace
}  // namespace kallad::program
