// Answer links through the API: what who holds the letter can see and do, without an account.
// Not what a link may do in each state: tests/adapters/answer_link. Rules kept: GET never acts; the
// person is never named; a token that is none is told nothing, and guessing is soon stopped.
#include "adapters/answer_link/link_target.hpp"
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

/// The region's summons, with the link that its letter carries.
struct LinkStory : RegionStory {
  LinkStory() { summon(); }

  std::string id() const { return place.substr(place.rfind('/') + 1); }
  std::string token(WishKind letter = WishKind::summons, const std::string& party = region) {
    const CaseFile file = house.case_file(id());
    const auto name = answer_link::link_in(file, Wish{letter, 1, PartyId{party}});
    return house.link_keys().seal(name.value());
  }
  Reply look(const std::string& token_shown) {
    return house.ask("GET", "/api/v1/links/" + token_shown);
  }
  Reply act(const std::string& token_shown, json form) {
    if (!form.contains("nonce")) form["nonce"] = "nonce-" + std::to_string(++nonces);
    return house.ask("POST", "/api/v1/links/" + token_shown, form.dump());
  }
  int nonces = 0;
};

json named_by(std::string act) { return {{"act", std::move(act)}, {"your_name", "Lena Ledig"}}; }

TEST(ApiLink, ShowsTimePlaceAndWhatIsAskedAndNothingOfThePerson) {
  LinkStory story;
  const Reply reply = story.look(story.token());
  ASSERT_EQ(reply.status, 200U) << reply.text;
  const json page = reply.body();
  EXPECT_EQ(page["state"], "alive");
  EXPECT_EQ(page["starts"], "2026-03-20T13:00");
  EXPECT_EQ(page["place"], "Stadshuset");
  EXPECT_EQ(page["case_number"], story.id());
  EXPECT_EQ(page["called_by"]["unit"], "Helsingborg, Vuxen");
  for (const std::string word : {"Anna", "19701063", "Boende", "Samordna stödet", "medicin"}) {
    EXPECT_EQ(reply.text.find(word), std::string::npos) << word;
  }
}

TEST(ApiLink, LookingActsNeverAndIsLogged) {
  LinkStory story;
  const std::string token = story.token();
  const auto version = story.house.get(story.siv, story.place).header("etag");
  const auto openings = story.house.access_reader().count({});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(story.look(token).status, 200U);
  EXPECT_EQ(story.house.ask("HEAD", "/api/v1/links/" + token).status, 200U);
  EXPECT_EQ(story.house.access_reader().count({}), openings + 4);
  EXPECT_EQ(story.house.get(story.siv, story.place).header("etag"), version);
}

TEST(ApiLink, AnswersAndChangesTheAnswerUntilTheMeeting) {
  LinkStory story;
  const std::string token = story.token();
  EXPECT_EQ(story.act(token, named_by("attends")).body()["seat"]["answer"], "attends");
  const json later = story.act(token, named_by("cannot_come")).body();
  EXPECT_EQ(later["seat"]["answer"], "cannot_come");
  EXPECT_EQ(later["seat"]["answered_by"], "Lena Ledig");
}

TEST(ApiLink, TheSameFormSentTwiceIsStoredOnce) {
  LinkStory story;
  json form = named_by("attends");
  form["nonce"] = "once";
  EXPECT_FALSE(story.act(story.token(), form).body().value("repeated", false));
  EXPECT_TRUE(story.act(story.token(), form).body()["repeated"]);
}

TEST(ApiLink, ASubstituteConfirmsByALinkOfItsOwn) {
  LinkStory story;
  json form = named_by("name_substitute");
  form["substitute"] = {{"name", "Sara Skift"},
                        {"role", "sjuksköterska"},
                        {"contact", "sara@region.example"},
                        {"mandate", "yes"},
                        {"briefed", true}};
  ASSERT_EQ(story.act(story.token(), form).status, 200U);
  const std::string own = story.token(WishKind::substitute_link);
  EXPECT_NE(own, story.token());
  const json confirmed = story.act(own, {{"act", "confirm_substitute"}}).body();
  EXPECT_EQ(confirmed["seat"]["substitutes"][0]["name"], "Sara Skift");
  EXPECT_TRUE(confirmed["seat"]["substitutes"][0].contains("confirmed_at")) << confirmed.dump(1);
}

TEST(ApiLink, SaysEachFieldThatIsMissingAndKeepsTheCaseAsItWas) {
  LinkStory story;
  const Reply reply = story.act(story.token(), named_by("name_substitute"));
  EXPECT_EQ(reply.status, 422U);
  std::set<std::string> fields;
  const json problem = reply.body();
  for (const json& one : problem["errors"]) fields.insert(one["path"]);
  EXPECT_EQ(fields, (std::set<std::string>{"/substitute/name", "/substitute/role",
                                           "/substitute/contact", "/substitute/mandate"}));
  EXPECT_EQ(story.act(story.token(), named_by("dance")).rule(), "unknown_value");
  EXPECT_EQ(story.act(story.token(), {{"act", "attends"}, {"person", "x"}}).rule(),
            "unknown_field");
}

TEST(ApiLink, ALinkOfAnOlderVersionSaysThatANewOneWasSent) {
  LinkStory story;
  const std::string old = story.token();
  story.house.must(story.siv, story.place + "/change_meeting",
                   {{"starts", "2026-03-23T10:00"}, {"place", "Stadshuset"}});
  const json page = story.look(old).body();
  EXPECT_EQ(page["state"], "superseded") << page.dump(1);
  EXPECT_FALSE(page.contains("starts"));
  const Reply acted = story.act(old, named_by("attends"));
  EXPECT_EQ(acted.status, 409U);
  EXPECT_EQ(acted.rule(), "link_superseded");
  EXPECT_EQ(story.look(story.token(WishKind::changed_summons)).body()["state"], "alive");
}

TEST(ApiLink, AnyOtherTokenIsAnsweredAlikeAndGuessingIsStopped) {
  LinkStory story;
  const std::string token = story.token();
  std::string flipped = token;
  flipped[10] = flipped[10] == 'A' ? 'B' : 'A';
  const Reply forged = story.look(flipped);
  EXPECT_EQ(forged.status, 404U);
  EXPECT_EQ(forged.text, story.look("x").text);
  Reply last = forged;
  for (int i = 0; i < 20 && last.status == 404; ++i) last = story.look(flipped);
  EXPECT_EQ(last.status, 429U);
  EXPECT_EQ(last.rule(), "too_many_requests");
  EXPECT_GT(std::stoi(last.header("retry-after")), 0);
  EXPECT_EQ(story.look(token).status, 200U) << "guessing shuts out nobody of the same office";
  story.house.clock.now += 10min;
  EXPECT_EQ(story.look(token).status, 200U);
}

TEST(ApiLink, OneLinkCannotActWithoutEnd) {
  LinkStory story;
  const std::string token = story.token();
  unsigned status = 200;
  int acts = 0;
  for (; acts < 50 && status == 200; ++acts) {
    status = story.act(token, named_by(acts % 2 == 0 ? "attends" : "cannot_come")).status;
  }
  EXPECT_EQ(status, 429U);
  EXPECT_GE(acts, 20);
}

TEST(ApiLink, TwoPartiesAnswerAtOnceAndBothAreStored) {
  LinkStory story;
  const std::string theirs = story.token();
  const std::string own = story.token(WishKind::summons, "helsingborg/vuxen");
  auto one = std::async(std::launch::async, [&] {
    json form = named_by("attends");
    form["nonce"] = "one";
    return story.act(theirs, form).status;
  });
  json form = named_by("attends");
  form["nonce"] = "two";
  EXPECT_EQ(story.act(own, form).status, 200U);
  EXPECT_EQ(one.get(), 200U);
}

TEST(ApiLink, WhoCoordinatesGetsTheLinksToPrintAndNobodyElse) {
  LinkStory story;
  const json links = story.house.get(story.siv, story.place + "/links").body()["links"];
  const auto mine = std::ranges::find_if(links, [](const json& one) {
    return one["party"] == RegionStory::region && one["holder"] == "party";
  });
  ASSERT_NE(mine, links.end());
  EXPECT_EQ((*mine)["token"], story.token());
  EXPECT_EQ(story.house.get(story.rut, story.place + "/links").rule(), "coordinator_only");
  EXPECT_EQ(story.house.get(story.ove, story.place + "/links").rule(), "no_such_case");
}

TEST(ApiLink, AfterAWithdrawnConsentNothingIsShown) {
  LinkStory story;
  const std::string token = story.token();
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  const Reply page = story.look(token);
  EXPECT_EQ(page.body()["state"], "consent_withdrawn");
  EXPECT_EQ(page.text.find("Stadshuset"), std::string::npos);
  EXPECT_EQ(story.act(token, named_by("attends")).status, 409U);
}

}  // namespace
}  // namespace kallad::testing
