// The page of a case's letters, by presses alone: a reminder stopped with a reason, a reply
// settled. Not the API's answers (tests/adapters/api). Rule held: what came by mail is shown as
// somebody's words, and who does not coordinate has no such page.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::letters_page_testing {

namespace {

const std::string town = "helsingborg/vuxen";
const std::string clinic = "region/psykosmottagning-helsingborg";

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// A case of two units that has just been called.
struct Called {
  Called()
      : siv(house.invite("siv", "Siv Samordnare", town, {"coordinator"})),
        rut(house.invite("rut", "Rut Region", clinic, {"attendee"})) {
    const Reply opened = house.post(siv, "/api/v1/cases",
                                    {{"kind", "sip"},
                                     {"law", "sol_hsl"},
                                     {"council", "northwest"},
                                     {"agreement", "northwest"},
                                     {"person",
                                      {{"name", "Anna Påhittad"},
                                       {"identity_number", "19701063-2391"},
                                       {"protection", "none"}}},
                                     {"need", "Boende och medicin"},
                                     {"coordinator", {{"unit", town}, {"name", "Siv Samordnare"}}},
                                     {"existing_sip_acknowledged", true}},
                                    {{"idempotency-key", "open"}});
    EXPECT_EQ(opened.status, 201U) << opened.text;
    id = opened.body()["case"];
    const std::string api = "/api/v1/cases/" + id + "/";
    for (const std::string& party : {town, clinic}) {
      house.must(siv, api + "add_party", {{"party", party}, {"kind", "unit"}});
    }
    house.must(siv, api + "record_consent",
               {{"consent",
                 {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                  {"form", "oral"},
                  {"from", "2026-03-02"}}}});
    house.must(siv, api + "send_summons",
               {{"starts", "2026-03-20T13:00"},
                {"place", "Stadshuset"},
                {"purpose", "Samordna stödet"},
                {"questions", {"Vem gör vad?"}}});
    page = "/cases/" + id + "/letters";
  }

  /// A reply in somebody else's name waits.
  void came() {
    mailroom::Suggestion one;
    one.of_case = CaseId{id};
    one.meeting = 1;
    one.party = PartyId{clinic};
    one.kind = mailroom::SuggestionKind::someone_else;
    one.says = "accepted";
    one.sender = one.who = "vik.vikarie@skane.example";
    one.words = "Jag kommer i stället <b>för</b> chefen";
    one.came_at = house.clock.now;
    mailroom::Suggestions{house.mail().file()}.keep(
        {"mail", "suggestion", {one}, {}, {}, house.clock.now});
  }
  Fields letter(const std::string& act) const {
    return {{"act", act},
            {"kind", "reminder_to_mailbox"},
            {"number", "1"},
            {"party", clinic},
            {"key", "key-" + act}};
  }

  WebHouse house;
  Guest siv;
  Guest rut;
  std::string id;
  std::string page;
};

TEST(LettersPage, ShowsWhatWillBeSentAndStopsItWithAReason) {
  Called called;
  const Reply shown = called.house.see(called.siv, called.page);
  ASSERT_EQ(shown.status, 200U) << shown.text;
  EXPECT_TRUE(has(shown, "Psykosmottagningen Helsingborg"));
  EXPECT_TRUE(has(shown, "psykos.helsingborg@skane.example"));
  EXPECT_FALSE(has(shown, "Påhittad"));
  const Reply no = called.house.send(called.siv, called.page, called.letter("stop"));
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "Skriv varför"));
  Fields fields = called.letter("stop");
  fields.back().second = "key-again";
  fields.emplace_back("reason", "Har talat med dem");
  EXPECT_EQ(called.house.send(called.siv, called.page, fields).status, 303U);
  const Reply after = called.house.see(called.siv, called.page);
  EXPECT_TRUE(has(after, "Stoppat"));
  EXPECT_TRUE(has(after, "Siv Samordnare: Har talat med dem"));
}

TEST(LettersPage, ShowsWhatHasNotLeftByUnitAndWithoutAddresses) {
  Called called;
  const Reply shown = called.house.see(called.siv, called.page);
  const auto begin = shown.text.find("id=\"underway\"");
  const auto end = shown.text.find("id=\"coming\"");
  ASSERT_LT(begin, end);
  const std::string part = shown.text.substr(begin, end - begin);
  EXPECT_NE(part.find("Kallelse, Psykosmottagningen Helsingborg"), std::string::npos) << part;
  EXPECT_NE(part.find("Har inte skickats"), std::string::npos) << "no relay here";
  EXPECT_EQ(part.find('@'), std::string::npos) << part;
}

TEST(LettersPage, LeadsFromAReplyToTheFormThatRecordsItAndSettlesIt) {
  Called called;
  called.came();
  const Reply shown = called.house.see(called.siv, called.page);
  EXPECT_TRUE(has(shown, "Är det ersättaren?"));
  EXPECT_TRUE(has(shown, "&lt;b&gt;"));
  EXPECT_FALSE(has(shown, "<b>"));
  EXPECT_TRUE(has(shown, "/do/name_substitute?party="));
  const Fields settled{{"act", "dismissed"}, {"number", "1"}, {"key", "settle"}};
  EXPECT_EQ(called.house.send(called.siv, called.page, settled).status, 303U);
  EXPECT_TRUE(has(called.house.see(called.siv, called.page), "Lagt åt sidan av Siv Samordnare"));
}

TEST(LettersPage, IsForWhoCoordinatesTheCase) {
  Called called;
  EXPECT_EQ(called.house.see(called.rut, called.page).status, 403U);
  EXPECT_TRUE(has(called.house.see(called.siv, "/cases/" + called.id), called.page));
  EXPECT_FALSE(has(called.house.see(called.rut, "/cases/" + called.id), called.page));
}

}  // namespace
}  // namespace kallad::testing::letters_page_testing
