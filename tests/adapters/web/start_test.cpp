// Min dag as a page, in the story of the region that sends nobody: what waits for one's unit in
// groups, what is chosen standing in the address, and nothing of the person.
// Not which cases wait: tests/adapters/api. Not how it looks: tests/browser.
#include <gtest/gtest.h>

#include <regex>

#include "adapters/web/start/day_view.hpp"
#include "tests/adapters/api/region_story.hpp"
#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::start_testing {

namespace {

using WebStory = RegionStoryIn<WebHouse>;

bool has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

std::string see(WebStory& story, const Guest& who, const std::string& target = "/") {
  const Reply reply = story.house.see(who, target);
  EXPECT_EQ(reply.status, 200U) << target;
  return reply.text;
}

/// What the group's link counts.
std::string count_of(const std::string& page, const std::string& group) {
  const std::regex link{"group=" + group +
                        "\"[^>]*><span>[^<]*</span> <span class=\"day-count\">([^<]*)<"};
  std::smatch found;
  return std::regex_search(page, found, link) ? found[1].str() : "none";
}

bool shows(const std::string& page, const std::string& group) {
  return has(page, "id=\"group-" + group + "\"");
}

TEST(StartPage, SaysSoWhereNothingWaits) {
  WebStory story;
  const std::string page = see(story, story.ove);
  EXPECT_TRUE(has(page, "Inget väntar på dig just nu."));
  EXPECT_EQ(count_of(page, "unanswered"), "0");
  EXPECT_EQ(count_of(page, "orphans"), "none") << "told to a unit's head alone";
  EXPECT_TRUE(has(page, "Det finns inga ärenden att visa. Här står"));
}

TEST(StartPage, ShowsASummonsToAnswerWithItsLastDay) {
  WebStory story;
  story.summon();
  const std::string page = see(story, story.rut);
  EXPECT_EQ(count_of(page, "unanswered"), "1");
  EXPECT_TRUE(shows(page, "unanswered"));
  EXPECT_FALSE(shows(page, "drafts"));
  EXPECT_TRUE(has(page, "sista tid att kvittera"));
  EXPECT_TRUE(has(page, "onsdag 4 mars 2026")) << "two working days, and not the day after";
  EXPECT_TRUE(has(page, "Svar saknas"));
  EXPECT_TRUE(has(page, "#seats-heading\"")) << "to where it is answered";
  for (const char* untold : {"Påhittad", "19701063", "Boende", "Siv"})
    EXPECT_FALSE(has(page, untold)) << untold;
  EXPECT_EQ(count_of(see(story, story.ove), "unanswered"), "0");
}

TEST(StartPage, KeepsWhatIsChosenInTheAddress) {
  WebStory story;
  story.summon();
  const std::string chosen = see(story, story.siv, "/?unit=helsingborg%2Fvuxen&mine=true");
  EXPECT_EQ(count_of(chosen, "unanswered"), "1");
  EXPECT_TRUE(has(chosen, "/?unit=helsingborg%2Fvuxen&amp;mine=true&amp;group=unanswered\""));
  EXPECT_TRUE(has(chosen, "<option value=\"helsingborg&#x2F;vuxen\" selected>") ||
              has(chosen, "<option value=\"helsingborg/vuxen\" selected>"));
  EXPECT_TRUE(has(chosen, "value=\"true\" checked"));
  const std::string other = see(story, story.siv, "/?unit=hoganas%2Fvuxen");
  EXPECT_EQ(count_of(other, "unanswered"), "0");
  EXPECT_TRUE(has(other, "Inget väntar i det du har valt."));
  EXPECT_EQ(story.house.see(story.siv, "/?group=nothing").status, 400U);
}

TEST(StartPage, OneGroupStandsAlone) {
  WebStory story;
  story.hold();
  const std::string page = see(story, story.siv, "/?group=drafts");
  EXPECT_TRUE(shows(page, "drafts"));
  EXPECT_TRUE(has(page, "1 utkast till brist"));
  EXPECT_TRUE(has(page, "/deficiencies/draft\"")) << "to the draft, and not to the case it is in";
  EXPECT_TRUE(has(page, "aria-current=\"true\""));
  EXPECT_TRUE(has(page, "Visa hela dagen"));
  EXPECT_FALSE(has(page, "id=\"cases-heading\""));
  EXPECT_TRUE(has(see(story, story.siv, "/?group=overdue"), "Inget väntar i det du har valt."));
}

TEST(StartPage, TellsAHeadOfCasesWithoutCoordinator) {
  WebStory story;
  story.open();
  const Guest head = story.house.invite("hilda", "Hilda Chef", "helsingborg/vuxen", {"unit_head"});
  EXPECT_EQ(count_of(see(story, head), "orphans"), "0");
  story.house.post(story.house.administrator, "/api/v1/accounts/" + story.siv.account + "/close",
                   nullptr);
  const std::string page = see(story, head);
  EXPECT_EQ(count_of(page, "orphans"), "1");
  EXPECT_TRUE(has(page, "Lämna över ärendet till någon annan."));
}

/// A case that is not opened has no place inside; the council's line leads to its deficiencies.
TEST(StartPage, LeadsIntoNoCaseThatIsNotOpened) {
  const api::House* inside = nullptr;
  const ApiHouse house{
      {std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes/northwest_skane.scene"},
      [&](api::House& made) {
        inside = &made;
        return web::pages(made);
      }};
  api::MyDay day;
  for (const CaseSight sight : {CaseSight::none, CaseSight::overview, CaseSight::whole}) {
    api::ListedCase row;
    row.id = CaseId{"c"};
    row.sight = sight;
    day.drafts.cases.push_back(row);
  }
  std::string led;
  for (const web::GroupView& group : web::groups_of(*inside, day, {}, false, Language::swedish)) {
    for (const web::CaseLine& line : group.cases) led += line.href + " ";
  }
  EXPECT_EQ(led, "/cases/c/deficiencies  /cases/c/deficiencies/draft ");
}

TEST(CasePage, LeadsAnAuditorWhoTakesPartToTheCasesOwnLog) {
  WebStory story;
  story.open();
  const std::string id = story.place.substr(std::string{"/api/v1/cases/"}.size());
  const Guest eva =
      story.house.invite("eva", "Eva Ek", "helsingborg/vuxen", {"coordinator", "auditor"});
  const std::string log = "/access-log?case=" + id;
  EXPECT_FALSE(has(see(story, story.siv, "/cases/" + id), "/access-log"));
  EXPECT_TRUE(has(see(story, eva, "/cases/" + id), "href=\"" + log + "\""));
  EXPECT_TRUE(has(see(story, eva, log), "Siv"));
}

TEST(StartPage, LeadsWhoWorksInNoCaseToTheirOwnPages) {
  WebStory story;
  const std::string page = see(story, story.house.administrator);
  EXPECT_TRUE(has(page, "id=\"roads-heading\"") && has(page, "href=\"/admin\""));
  EXPECT_FALSE(has(page, "id=\"day-heading\"")) << "groups that would always be empty";
  EXPECT_FALSE(has(page, "id=\"cases-heading\"")) << "nor a list of nothing";
  EXPECT_FALSE(has(see(story, story.siv), "id=\"roads-heading\""));
}

/// Of two cases one has a deficiency that waits for the council; the other's is decided.
TEST(StartPage, BeginsWithWhatWaitsForTheCouncilForItsSecretary) {
  const auto scenes = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes/demo";
  WebHouse house{{scenes / "02_never_seen.scene", scenes / "15_consent_withdrawn.scene"},
                 scene::Telling::plain};
  house.pass_to(Instant{std::chrono::sys_days{std::chrono::year{2027} / 1 / 15}});
  house.sign_in(house.administrator);
  const Guest carin = house.invite("carin", "Carin Samråd", "helsingborg/psykiatrisamordning",
                                   {"council_secretary"});
  const std::string page = house.see(carin, "/").text;
  const auto waiting = page.find("id=\"council-heading\"");
  const auto first = page.find("/cases/nv-2026-015/deficiencies");
  const auto roads = page.find("id=\"roads-heading\"");
  const auto rest = page.find("id=\"cases-heading\"");
  const auto decided = page.find("/cases/nv-2026-002/deficiencies");
  ASSERT_NE(decided, std::string::npos) << page;
  EXPECT_TRUE(waiting < first && first < roads && roads < rest && rest < decided) << page;
  EXPECT_TRUE(has(page, "1 väntar på samrådet"));
  const Guest rita =
      house.invite("rita", "Rita Läsare", "helsingborg/psykiatrisamordning", {"report_reader"});
  EXPECT_FALSE(has(house.see(rita, "/").text, "id=\"council-heading\""));
}

TEST(StartPage, HelpBeginsWithThePageOneComesFrom) {
  WebStory story;
  const std::string page = see(story, story.siv, "/search");
  EXPECT_TRUE(has(page, "href=\"/help?page=search\""));
  EXPECT_TRUE(has(see(story, story.siv, "/help?page=search"), "Sidan du kom från: Sök ärende"));
  EXPECT_FALSE(has(see(story, story.siv, "/help?page=title"), "Sidan du kom från"));
}

TEST(StartPage, LeadsOnThroughAGroupAndThroughTheList) {
  WebStory story;
  story.summon();
  for (int i = 0; i < 21; ++i) {
    json body = story.opening();
    body["existing_sip_acknowledged"] = true;
    ASSERT_EQ(story.house.say(story.siv, "/api/v1/cases", body).status, 201U);
  }
  const std::string page = see(story, story.siv);
  std::smatch more;
  ASSERT_TRUE(std::regex_search(page, more, std::regex{"href=\"(/\\?after=[^\"]*)\""}));
  const std::string address = std::regex_replace(more[1].str(), std::regex{"&amp;"}, "&");
  const std::string next = see(story, story.siv, address);
  EXPECT_FALSE(has(next, "id=\"day-heading\"")) << "further pages are the list alone";
  EXPECT_TRUE(has(next, "id=\"cases-heading\""));
}

}  // namespace
}  // namespace kallad::testing::start_testing
