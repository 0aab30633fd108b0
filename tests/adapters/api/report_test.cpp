// A council's reports over the API: who reads, who publishes, which version is shown, in which
// forms, and what the access log says of it. Not the counts: tests/adapters/report.
#include "engine/spine/table.hpp"
#include "tests/adapters/api/api_house.hpp"

namespace kallad::testing::reports {
namespace {

std::vector<std::filesystem::path> stories() {
  std::vector<std::filesystem::path> all;
  const auto folder = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes/deficiency_way";
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (entry.path().extension() == ".scene") all.push_back(entry.path());
  }
  std::ranges::sort(all);
  return all;
}

const std::string council = "/api/v1/reports/northwest";

/// In January after the stories' year.
struct Reports {
  Reports() : house{stories()} {
    house.clock.now = Instant{std::chrono::sys_days{std::chrono::year{2027} / 1 / 15}};
    house.sign_in(house.administrator);
    carin = house.invite("carin", "Carin Psykiatrisamordnare", "helsingborg/psykiatrisamordning",
                         {"council_secretary"});
    rita = house.invite("rita", "Rita Rapportläsare", "helsingborg/vuxen", {"report_reader"});
    stina = house.invite("stina", "Stina Personal", "helsingborg/vuxen", {"attendee"});
    ove = house.invite("ove", "Ove Sekreterare", "hoganas/vuxen", {"council_secretary"});
  }

  json publish(const json& form = json::object()) {
    const Reply reply = house.post(carin, council + "/2026", form);
    EXPECT_EQ(reply.status, 201U) << reply.text;
    return reply.body();
  }
  Reply read(const std::string& below) { return house.get(rita, council + below); }

  ApiHouse house;
  Guest carin;
  Guest rita;
  Guest stina;
  Guest ove;
};

TEST(ApiReport, OnlyWhatWasPublishedIsReadAndByThoseWhoMay) {
  Reports world;
  EXPECT_EQ(world.read("/2026").rule(), "report_unknown");
  const json head = world.publish();
  EXPECT_EQ(head["version"], 1);
  const json report = world.read("/2026").body();
  EXPECT_EQ(report["digest"], head["digest"]);
  EXPECT_EQ(report["report"]["head"]["council"], "northwest");
  for (const Guest& other : {world.stina, world.ove, world.house.administrator}) {
    EXPECT_EQ(world.house.get(other, council + "/2026").rule(), "reports_for_readers_only");
    EXPECT_EQ(world.house.get(other, council + "/1999").rule(), "reports_for_readers_only");
    EXPECT_EQ(world.house.get(other, "/api/v1/reports").body()["councils"].size(), 0U);
  }
  EXPECT_EQ(world.house.get(world.rita, "/api/v1/reports/another/2026").status, 403U);
  const json list = world.house.get(world.rita, "/api/v1/reports").body();
  ASSERT_EQ(list["councils"].size(), 1U);
  EXPECT_FALSE(list["councils"][0]["may_publish"]);
  EXPECT_EQ(list["councils"][0]["reports"].size(), 3U) << "2026, and two historical years";
}

TEST(ApiReport, OnlyTheCouncilsSecretaryDraftsAndPublishes) {
  Reports world;
  for (const Guest& other : {world.rita, world.stina, world.ove}) {
    EXPECT_EQ(world.house.get(other, council + "/2026/draft").rule(), "council_secretary_only");
    EXPECT_EQ(world.house.post(other, council + "/2026", json::object()).rule(),
              "council_secretary_only");
    EXPECT_EQ(world.house.post(other, council + "/2026/figures", json::object()).rule(),
              "council_secretary_only");
  }
  const json draft = world.house.get(world.carin, council + "/2026/draft").body();
  EXPECT_EQ(draft["report"]["head"]["version"], 1);
  EXPECT_EQ(world.read("/2026").status, 404U) << "a draft is not published";
}

TEST(ApiReport, IsFrozenByDateAndVersion) {
  Reports world;
  const json first = world.publish({{"frozen_at", "2026-03-31T21:59:59Z"}, {"threshold", 3}});
  world.house.clock.now += std::chrono::hours{24 * 9};
  world.house.sign_in(world.carin);
  world.house.sign_in(world.rita);
  const json second = world.publish({{"threshold", 3}});
  EXPECT_EQ(second["version"], 2);
  EXPECT_EQ(world.read("/2026").body()["digest"], second["digest"]);
  EXPECT_EQ(world.read("/2026?version=1").body()["digest"], first["digest"]);
  EXPECT_EQ(world.read("/2026?as_of=2027-01-20T00:00:00Z").body()["digest"], first["digest"]);
  EXPECT_EQ(world.read("/2026?as_of=2027-01-01T00:00:00Z").rule(), "report_unknown");
  EXPECT_EQ(world.read("/2026?version=3").status, 404U);
  const std::string once = world.read("/2026?version=1&format=pdf").text;
  EXPECT_TRUE(once.starts_with("%PDF"));
  EXPECT_EQ(world.read("/2026?version=1&format=pdf").text, once);
}

TEST(ApiReport, StandsInEveryForm) {
  Reports world;
  world.publish();
  const std::vector<std::array<std::string, 3>> forms{
      {"csv", "text/csv; charset=utf-8", "\xEF\xBB\xBFyear;version"},
      {"dictionary", "text/csv; charset=utf-8", "\xEF\xBB\xBF"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"},
      {"html", "text/html; charset=utf-8", "<!doctype html>"},
      {"pdf", "application/pdf", "%PDF"},
      {"json", "application/json", "{\"digest\""}};
  for (const auto& [form, media, begins] : forms) {
    for (const std::string below : {"/2026", "/2020"}) {
      const Reply reply = world.read(below + "?format=" + form);
      EXPECT_EQ(reply.status, 200U) << form << reply.text;
      EXPECT_EQ(reply.header("content-type"), media) << form;
      EXPECT_TRUE(reply.text.starts_with(begins)) << form;
    }
  }
  EXPECT_EQ(world.read("/2026?format=csv").header("content-disposition"),
            "attachment; filename=\"brister-northwest-2026-1.csv\"");
  EXPECT_NE(world.read("/2020?format=csv").text.find("shown;48"), std::string::npos);
  EXPECT_NE(world.read("/2026?format=html&language=en").text.find("Deficiencies in cooperation"),
            std::string::npos);
  for (const std::string wrong :
       {"/2026?format=doc", "/2026?version=-1", "/2026?as_of=today", "/year", "/2026x"}) {
    EXPECT_EQ(world.read(wrong).rule(), "bad_report_query") << wrong;
  }
}

TEST(ApiReport, KeyFiguresArePublishedBesideIt) {
  Reports world;
  EXPECT_EQ(world.read("/2026/figures").status, 404U);
  const Reply made = world.house.post(world.carin, council + "/2026/figures", {{"threshold", 3}});
  ASSERT_EQ(made.status, 201U) << made.text;
  const json read = world.read("/2026/figures").body();
  EXPECT_EQ(read["digest"], made.body()["digest"]);
  EXPECT_EQ(read["figures"]["figures"].size(), 16U);
  EXPECT_TRUE(world.read("/2026/figures?format=csv").text.starts_with("\xEF\xBB\xBFyear;"));
  EXPECT_EQ(world.read("/2026/figures?format=svg").rule(), "bad_report_query");
}

TEST(ApiReport, WhatIsPublishedIsCheckedFirst) {
  Reports world;
  const auto said = [&](const json& form) {
    return world.house.post(world.carin, council + "/2026", form).rule();
  };
  EXPECT_EQ(said({{"frozen_at", "2027-02-01T00:00:00Z"}}), "report_not_quiet");
  EXPECT_EQ(said({{"threshold", 2}}), "report_threshold");
  EXPECT_EQ(said({{"words", {{"open_questions", {"Hur gick det för Anna?"}}}}}),
            "report_names_somebody");
  EXPECT_EQ(world.read("/2026").status, 404U);
  world.publish({{"words", {{"open_questions", {"Hur når vi fram?"}}}}});
  EXPECT_EQ(world.read("/2026").body()["report"]["words"]["open_questions"][0], "Hur når vi fram?");
}

TEST(ApiReport, EveryOpeningIsInTheAccessLogFirst) {
  Reports world;
  world.publish();
  world.read("/2026");
  world.house.get(world.stina, council + "/2026");
  const auto page = world.house.access_reader().page({}, 10, {});
  std::vector<std::string> told;
  for (const AccessRow& row : page.rows) {
    if (row.opening.kind != "report") continue;
    told.push_back(row.opening.name + ": " + row.opening.ground + ", " + row.opening.outcome);
    EXPECT_TRUE(row.opening.subject.empty());
  }
  EXPECT_EQ(told,
            (std::vector<std::string>{"Stina Personal: read northwest 2026, refused",
                                      "Rita Rapportläsare: read northwest 2026 version 1, shown",
                                      "Carin Psykiatrisamordnare: publish northwest 2026, shown"}));
}

}  // namespace
}  // namespace kallad::testing::reports
