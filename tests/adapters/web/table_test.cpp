// A meeting held from its page, by presses alone: attendance and its undoing, what closing would
// draft, the deficiency that came of it, and the case's papers.
// Not the rules: the engine's tests. Rules kept: what is shown before closing is what happens;
// asking changes nothing; every paper is an opening in the access log.
#include <gtest/gtest.h>

#include "adapters/web/course/step_map.hpp"
#include "engine/case/case_machine.hpp"
#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::table_testing {

namespace {

const std::string town = "helsingborg/vuxen";
const std::string clinic = "region/psykosmottagning-helsingborg";

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// A case whose two parties have been called and have said that they come; its meeting begins now.
class Table {
 public:
  explicit Table(const std::string& link = "https://mote.example/7")
      : anna_(house.invite("anna", "Anna Ek", town, {"coordinator"})) {
    const Reply opened = house.post(anna_, "/api/v1/cases",
                                    {{"kind", "sip"},
                                     {"law", "sol_hsl"},
                                     {"council", "northwest"},
                                     {"agreement", "northwest"},
                                     {"person",
                                      {{"name", "Anna Påhittad"},
                                       {"identity_number", "19701063-2391"},
                                       {"protection", "none"}}},
                                     {"need", "Boende och medicin"},
                                     {"coordinator", {{"unit", town}, {"name", "Anna Ek"}}},
                                     {"existing_sip_acknowledged", true}},
                                    {{"idempotency-key", "open"}});
    EXPECT_EQ(opened.status, 201U) << opened.text;
    id = opened.body()["case"];
    for (const std::string& party : {town, clinic}) {
      house.must(anna_, api("add_party"), {{"party", party}, {"kind", "unit"}});
    }
    house.must(anna_, api("record_consent"),
               {{"consent",
                 {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                  {"form", "oral"},
                  {"from", iso(stockholm().day_of(house.clock.now))}}}});
    const Date day = stockholm().day_of(house.clock.now + std::chrono::days{40});
    house.must(anna_, api("send_summons"),
               {{"starts", iso(day) + "T13:00"},
                {"place", "Stadshuset"},
                {"link", link},
                {"purpose", "Samordna stödet"},
                {"questions", {"Vem gör vad?"}}});
    for (const std::string& party : {town, clinic}) {
      house.must(anna_, api("answer"), {{"party", party}, {"answer", "attends"}});
    }
    const auto reading = LocalTime{std::chrono::local_days{day}} + std::chrono::hours{14};
    house.pass_to(stockholm().to_instant(reading));
    house.sign_in(anna_);
  }

  std::string api(const std::string& command) const {
    return "/api/v1/cases/" + id + "/" + command;
  }
  std::string page(const std::string& more) const { return "/cases/" + id + more; }
  Reply see(const std::string& more) { return house.see(anna_, page(more)); }
  std::string version() {
    const std::string etag = house.get(anna_, "/api/v1/cases/" + id).header("etag");
    return etag.substr(1, etag.find('-') - 1);
  }
  /// Presses a button of the page, with the version that the page was shown with.
  Reply press(const std::string& more, const std::string& act, Fields fields = {}) {
    fields.insert(
        fields.end(),
        {{"act", act}, {"key", "page-" + std::to_string(++keys_)}, {"version", version()}});
    return house.send(anna_, page(more), std::move(fields));
  }

  const Guest& anna() const { return anna_; }

  WebHouse house;
  std::string id;

 private:
  Guest anna_;
  int keys_ = 0;
};

}  // namespace

TEST(MeetingPage, TakesAttendanceByOnePressAndTakesItBack) {
  Table table;
  EXPECT_TRUE(has(table.see("/meeting"), "value=\"mark:0:present\""));
  EXPECT_FALSE(has(table.see("/meeting"), "value=\"undo:0\""));
  const Reply marked = table.press("/meetings/1", "mark:0:present");
  EXPECT_EQ(marked.status, 303U);
  EXPECT_EQ(marked.header("location"), table.page("/meetings/1#seat-1"));
  EXPECT_TRUE(has(table.see("/meeting"), "value=\"undo:0\""));
  EXPECT_EQ(table.press("/meetings/1", "undo:0").status, 303U);
  EXPECT_FALSE(has(table.see("/meeting"), "value=\"undo:0\""));
  EXPECT_EQ(table.press("/meetings/1", "mark:9:present").status, 400U);
  EXPECT_EQ(table.see("/meetings/2").status, 404U);
}

/// The meeting's page, and the page behind the link of its first party.
std::pair<Reply, Reply> pages_of(Table& table) {
  const json links = table.house.get(table.anna(), table.api("links")).body()["links"];
  return {table.see("/meeting"), table.house.see({}, "/s/" + links[0]["token"].get<std::string>())};
}

TEST(MeetingPage, ShowsALinkThatIsNoAddressOfTheWebAsText) {
  for (const std::string link :
       {"javascript:alert(1)", "data:text/html,x", " https://a.example", "teams.example/l/7"}) {
    Table table{link};
    const auto [meeting, letter] = pages_of(table);
    EXPECT_TRUE(has(meeting, "<dd>" + link + "</dd>")) << link;
    EXPECT_TRUE(has(letter, "<dd>" + link + "</dd>")) << link;
  }
}

TEST(MeetingPage, OpensALinkOfTheWeb) {
  Table table{"HTTPS://mote.example/7"};
  const auto [meeting, letter] = pages_of(table);
  EXPECT_TRUE(has(meeting, "href=\"HTTPS://mote.example/7\""));
  EXPECT_TRUE(has(letter, "href=\"HTTPS://mote.example/7\""));
}

TEST(MeetingPage, ShowsTheLawsFourPointsAsTheyAreFilledAndKeepsWhatWasTyped) {
  Table table;
  table.press("/meetings/1", "open");
  EXPECT_TRUE(has(table.see("/meeting"), "class=\"open\""));
  const Reply saved = table.press("/meetings/1", "points",
                                  {{"points-efforts_needed", "Boendestöd"},
                                   {"efforts-0", "Boendestöd två gånger i veckan"},
                                   {"points-no_others_measures", "yes"},
                                   {"points-overall_responsible", "helsingborg"}});
  EXPECT_EQ(saved.status, 303U) << saved.text;
  const Reply seen = table.see("/meeting");
  EXPECT_TRUE(has(seen, "Boendestöd två gånger i veckan"));
  EXPECT_TRUE(has(seen, "class=\"answered\""));
  const Reply no = table.press("/meetings/1", "activity", {{"activity-what", "Ringa på tisdag"}});
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "Ringa på tisdag"));
}

TEST(ClosingPage, ShowsWhatWillBeDraftedAndThatIsWhatHappens) {
  Table table;
  table.press("/meetings/1", "mark:0:present");
  const Reply early = table.see("/meetings/1/closing");
  EXPECT_TRUE(has(early, "Det går inte än")) << "the clinic is not marked";
  EXPECT_FALSE(has(early, "<button class=\"ds-button\" type=\"submit\">"));
  table.press("/meetings/1", "mark:1:absent");
  const std::string before = table.version();
  const Reply shown = table.see("/meetings/1/closing");
  EXPECT_TRUE(has(shown, "nytt utkast"));
  EXPECT_EQ(table.version(), before) << "asking changes nothing";
  const Reply closed = table.press("/meetings/1/closing", "");
  EXPECT_EQ(closed.status, 303U) << closed.text;
  EXPECT_TRUE(has(table.see("/meeting"), "Mötet hölls utan"));
  EXPECT_TRUE(has(table.see("/deficiencies"), "/deficiencies/1"));
}

TEST(ClosingPage, CallsAMeetingOffWithThoseWhoWereMissing) {
  Table table;
  EXPECT_TRUE(has(table.see("/meetings/1/calling-off"), "name=\"causes\""));
  const Reply shown = table.see("/meetings/1/calling-off?causes=" + http::form_encoded(clinic));
  EXPECT_TRUE(has(shown, "nytt utkast")) << shown.text;
  const Reply sent = table.press("/meetings/1/calling-off", "",
                                 {{"causes", clinic}, {"reason", "Kunde inte hållas"}});
  EXPECT_EQ(sent.status, 303U) << sent.text;
  EXPECT_TRUE(has(table.see("/meetings/1"), "Mötet bröts"));
}

TEST(DeficiencyPage, IsFilledInAndHandedOn) {
  Table table;
  table.press("/meetings/1", "mark:0:present");
  table.press("/meetings/1", "mark:1:absent");
  table.press("/meetings/1/closing", "");
  const Reply named = table.press("/deficiencies/1", "complete_deficiency",
                                  {{"what_happened", "Anna Påhittad fick åka hem"}});
  EXPECT_EQ(named.status, 422U) << "the person's name in running text";
  EXPECT_TRUE(has(named, "Anna Påhittad fick åka hem")) << "nothing typed is lost";
  const Reply saved = table.press("/deficiencies/1", "complete_deficiency",
                                  {{"registered_by-name", "Anna Ek"},
                                   {"what_happened", "Ingen kom till mötet"},
                                   {"causes", "sip"},
                                   {"consent_to_pass_on", "yes"}});
  EXPECT_EQ(saved.status, 303U) << saved.text;
  EXPECT_TRUE(has(table.see("/deficiencies/1"), "Ingen kom till mötet"));
  EXPECT_EQ(table.press("/deficiencies/1", "hand_to_own_manager").status, 303U);
  EXPECT_EQ(table.press("/deficiencies/1", "put_before_council").status, 400U) << "not its turn";
  EXPECT_EQ(table.see("/deficiencies/7").status, 404U);
}

TEST(Papers, AreLoggedBeforeTheyAreShownAndHiddenFromWhoMaySeeNothing) {
  Table table;
  EXPECT_TRUE(has(table.see("/papers"), "/papers/plan?format=pdf"));
  EXPECT_TRUE(has(table.see("/papers"), "/fhir\">Exportera (FHIR)</a>"));
  const Reply pdf = table.see("/papers/plan?format=pdf");
  EXPECT_EQ(pdf.header("content-type"), "application/pdf");
  EXPECT_TRUE(pdf.text.starts_with("%PDF"));
  EXPECT_TRUE(has(table.see("/papers/plan"), "<article class=\"paper\""));
  EXPECT_EQ(table.see("/papers/no_such_paper").status, 404U);
  EXPECT_EQ(table.see("/papers/access_extract").status, 404U) << "not for who reads no log";
  table.house.sign_in(table.house.administrator);
  const Guest other = table.house.invite("ove", "Ove Annan", "hoganas/vuxen", {"coordinator"});
  EXPECT_EQ(table.house.see(other, table.page("/papers/plan")).status, 404U);
  const Guest auditor = table.house.invite("rune", "Rune Revisor", "", {"auditor"});
  const Reply log = table.house.get(auditor, "/api/v1/access-log");
  EXPECT_TRUE(has(log, "\"paper\"")) << log.text;
}

TEST(PersonPage, SaysInPlainWordsWhoComesAndHowToSayNo) {
  Table table;
  const Reply seen = table.see("/person");
  for (const char* text : {"Vilka som kommer", "Om du inte vill", "Vem som har läst om dig"}) {
    EXPECT_TRUE(has(seen, text)) << text;
  }
  EXPECT_TRUE(has(table.see("/person?size=large"), "sheet large"));
}

TEST(HistoryPage, TellsWhatHappenedInSentencesWithWhoDidIt) {
  Table table;
  const Reply seen = table.see("/history");
  EXPECT_TRUE(has(seen, "Anna Ek, samordningsansvarig, "));
  EXPECT_TRUE(has(seen, "Samtycke registrerades."));
  EXPECT_FALSE(has(seen, "Anna Påhittad"));
}

TEST(HistoryPage, CallsGoalsAndActivitiesByTheirWordsAsTheyWereThen) {
  Table table;
  const auto record_goal = [&](const char* text) {
    table.house.must(
        table.anna(), table.api("record_goal"),
        {{"goal", {{"id", "g1"}, {"text", text}, {"kind", "part"}, {"own_words", true}}}});
  };
  table.house.must(table.anna(), table.api("open_meeting"), json::object());
  record_goal("Bo kvar hemma");
  record_goal("Bo kvar hemma med <b>stöd</b>");
  table.house.must(
      table.anna(), table.api("record_activity"),
      {{"activity", {{"id", "a1"}, {"what", "Samtal varannan vecka"}, {"owner", clinic}}}});
  table.house.must(table.anna(), table.api("report_activity"),
                   {{"activity", "a1"}, {"status", "started"}});
  const Reply seen = table.see("/history");
  EXPECT_TRUE(has(seen, "Mål ”Bo kvar hemma” skrevs"));
  EXPECT_TRUE(has(seen, "Mål ”Bo kvar hemma med &lt;b&gt;stöd"));
  EXPECT_TRUE(has(seen, "Aktivitet ”Samtal varannan vecka” skrevs"));
  EXPECT_TRUE(has(seen, "Aktivitet ”Samtal varannan vecka” rapporterades"));
  EXPECT_FALSE(has(seen, "Mål g1"));
}

TEST(CasePage, SaysWhereTheCaseWasLedBefore) {
  Table table;
  EXPECT_FALSE(has(table.see(""), "Kommer från"));
  table.house.must(table.anna(), table.api("record_origin"),
                   {{"source", "SIP-listan 2025.xlsx, rad 7"}});
  EXPECT_TRUE(has(table.see(""), "Kommer från"));
  EXPECT_TRUE(has(table.see(""), "SIP-listan 2025.xlsx, rad 7"));
}

TEST(StepMap, HasEveryStateAndTheWaysOutOfThePresentOne) {
  const TableText text = casework::table_text();
  const auto map = web::step_map(text, "summons", "step", Language::swedish);
  ASSERT_EQ(map.nodes.size(), text.states.size());
  EXPECT_EQ(std::ranges::count_if(map.nodes, &web::MapNode::is_here), 1);
  EXPECT_TRUE(map.nodes.at(1).is_here);
  EXPECT_TRUE(map.nodes.at(0).is_past);
  std::set<std::string> next;
  for (const auto& move : web::moves_from(text, "summons")) next.insert(std::string{move.to});
  EXPECT_EQ(next, (std::set<std::string>{"closed", "mapping", "meeting"}));
  EXPECT_EQ(std::ranges::count_if(map.nodes, &web::MapNode::is_next), 3);
  // Closing leads from everywhere and is drawn from the step before it only.
  EXPECT_EQ(std::ranges::count_if(map.lines, &web::MapLine::is_out), 2);
  EXPECT_TRUE(web::moves_from(text, "closed").empty());
}

}  // namespace kallad::testing::table_testing
