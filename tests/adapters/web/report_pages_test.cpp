// The pages of a council's reports: what is shown to whom, charts beside their tables, and the
// secretary's form. Not the report: tests/adapters/report. Rule kept: who may not publish sees no
// form, and nothing typed is lost where the answer is no.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::report_pages_testing {
namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

struct ReportPages {
  ReportPages() {
    carin = house.invite("carin", "Carin Psykiatrisamordnare", "helsingborg/psykiatrisamordning",
                         {"council_secretary"});
    rita = house.invite("rita", "Rita Rapportläsare", "helsingborg/vuxen", {"report_reader"});
    stina = house.invite("stina", "Stina Personal", "helsingborg/vuxen", {"attendee"});
  }

  WebHouse house;
  Guest carin;
  Guest rita;
  Guest stina;
};

TEST(ReportPages, AHistoricalYearIsShownAsItWasPublished) {
  ReportPages world;
  const Reply page = world.house.see(world.rita, "/reports/northwest/2020");
  EXPECT_EQ(page.status, 200U);
  EXPECT_TRUE(has(page, "Brister i samverkan 2020"));
  EXPECT_TRUE(has(page, "som samrådet publicerade det"));
  EXPECT_TRUE(has(page, "<td class=\"number\">48</td>"));
  EXPECT_TRUE(has(page, "inte angivet"));
  EXPECT_TRUE(has(page, "Hur hittar vi former för samverkan om bristande rutiner?"));
  EXPECT_TRUE(has(page, "/api/v1/reports/northwest/2020?language=sv&amp;version=1&amp;format=pdf"));
  EXPECT_FALSE(has(page, "/publish")) << "a reader publishes nothing";
}

TEST(ReportPages, AChartStandsBesideItsTable) {
  ReportPages world;
  const Reply page = world.house.see(world.rita, "/reports/northwest/2020");
  EXPECT_TRUE(has(page, "id=\"outcome-chart-title\""));
  EXPECT_TRUE(has(page, "id=\"outcome-chart-told\">ej brist: 3</desc>"));
  EXPECT_TRUE(has(page, "<rect class=\"bar\" x=\"0\" y=\"22\" width=\"520\" height=\"18\"/>"));
  EXPECT_TRUE(has(page, "<th scope=\"row\">Ej brist</th>"));
  EXPECT_FALSE(has(page, "cause-chart-title")) << "no number, no chart";
}

TEST(ReportPages, TheMenuAndTheListAreForThoseWhoRead) {
  ReportPages world;
  EXPECT_TRUE(has(world.house.see(world.rita, "/"), "href=\"/reports\""));
  EXPECT_TRUE(has(world.house.see(world.carin, "/"), "href=\"/reports\""));
  EXPECT_FALSE(has(world.house.see(world.stina, "/"), "href=\"/reports\""));
  const Reply list = world.house.see(world.rita, "/reports");
  EXPECT_TRUE(has(list, "Brister i samverkan 2020, som samrådet publicerade det"));
  EXPECT_FALSE(has(list, "/draft"));
  EXPECT_TRUE(has(world.house.see(world.carin, "/reports"), "/reports/northwest/2026/draft"));
  EXPECT_TRUE(has(world.house.see(world.stina, "/reports"), "inga rapporter för dig"));
  EXPECT_EQ(world.house.see(world.stina, "/reports/northwest/2020").status, 403U);
}

TEST(ReportPages, TheSecretaryReadsTheDraftAndPublishes) {
  ReportPages world;
  const std::string year = "/reports/northwest/2026";
  const Reply draft = world.house.see(world.carin, year + "/draft");
  EXPECT_TRUE(has(draft, "Det här är ett utkast") && has(draft, "href=\"" + year + "/publish\""));
  EXPECT_EQ(world.house.see(world.rita, year + "/publish").status, 403U);
  EXPECT_EQ(world.house.see(world.rita, year).status, 404U);
  EXPECT_TRUE(has(world.house.see(world.carin, year + "/publish"), "name=\"analysis\""));
  const Reply sent = world.house.send(world.carin, year + "/publish",
                                      {{"key", "one"},
                                       {"what", "year"},
                                       {"analysis", "Bättre än i fjol.\r\n\r\nMer att göra."},
                                       {"questions", "Hur når vi fram?\r\n\r\nVem ringer?"},
                                       {"examples", "Kommunen och regionen\r\nDe ringer nu."}});
  EXPECT_EQ(sent.status, 303U);
  EXPECT_EQ(sent.header("location"), year);
  const Reply page = world.house.see(world.rita, year);
  for (const char* said :
       {"<p>Bättre än i fjol.</p>", "<p>Mer att göra.</p>", "<li>Hur når vi fram?</li>",
        "<li>Vem ringer?</li>", "Kommunen och regionen</h3>", "<p>De ringer nu.</p>"}) {
    EXPECT_TRUE(has(page, said)) << said;
  }
  EXPECT_TRUE(has(world.house.see(world.rita, "/reports"), "2026, version 1, publicerad"));
}

TEST(ReportPages, KeyFiguresArePublishedByThemselves) {
  ReportPages world;
  const std::string year = "/reports/northwest/2026";
  const Reply sent =
      world.house.send(world.carin, year + "/publish", {{"key", "two"}, {"what", "figures"}});
  EXPECT_EQ(sent.header("location"), year + "/figures");
  const Reply page = world.house.see(world.rita, year + "/figures");
  EXPECT_TRUE(has(page, "Nya SIP") && has(page, "Ärenden som öppnats under året."));
  EXPECT_TRUE(has(page, year + "\"")) << "leads to the year's report";
}

TEST(ReportPages, WhatWasTypedStaysWhereTheAnswerIsNo) {
  ReportPages world;
  const Guest siv =
      world.house.invite("siv", "Siv Samordnare", "helsingborg/vuxen", {"coordinator"});
  const Reply opened = world.house.post(
      siv, "/api/v1/cases",
      {{"kind", "sip"},
       {"person", {{"name", "Anna Påhittad"}, {"identity_number", ""}, {"protection", "none"}}},
       {"need", "Stöd"},
       {"council", "northwest"},
       {"agreement", "northwest"},
       {"coordinator", {{"unit", "helsingborg/vuxen"}, {"name", "Siv Samordnare"}}},
       {"law", "sol_hsl"}},
      {{"idempotency-key", "open"}});
  ASSERT_EQ(opened.status, 201U) << opened.text;
  world.house.clock.now += std::chrono::minutes{5};
  const Reply page = world.house.send(
      world.carin, "/reports/northwest/2026/publish",
      {{"key", "three"}, {"what", "year"}, {"questions", "Hur gick det för Påhittad?"}});
  EXPECT_EQ(page.status, 422U);
  EXPECT_TRUE(has(page, "Samrådets text nämner någon i ett ärende (open_question 1)"));
  EXPECT_TRUE(has(page, ">Hur gick det för Påhittad?</textarea>"));
  EXPECT_EQ(world.house.see(world.rita, "/reports/northwest/2026").status, 404U);
}

}  // namespace
}  // namespace kallad::testing::report_pages_testing
