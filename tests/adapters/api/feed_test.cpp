// A person's own calendar, fetched by its secret address: whose meetings, what is said of them, and
// what happens to addresses. Not how entries are written (tests/adapters/calendar). The reader of
// what comes is python3-icalendar. Rule held: it says neither who nor why, and opens nothing else.
#include "adapters/api/feed/feed_secrets.hpp"
#include "adapters/mailroom/outgoing/as_mail.hpp"
#include "tests/adapters/api/region_story.hpp"
#include "tests/adapters/calendar/entries.hpp"

namespace kallad::testing {
namespace {

using api::FeedScope;
using api::FeedSecrets;
using calendar_test::Understood;

struct FeedStory : RegionStory {
  FeedStory() { summon(); }
  std::string secret_of(const Guest& who, FeedScope scope = FeedScope::unit) {
    auto made = FeedSecrets{house.people().file}.make(who.account, scope, house.clock.now);
    return boost::variant2::get<std::string>(made);
  }
  Reply fetch(const std::string& secret, HttpHeaders headers = {}) {
    return house.ask("GET", "/calendar/" + secret + ".ics", {}, std::move(headers));
  }
  std::map<std::string, Understood> read(const std::string& secret) {
    const Reply reply = fetch(secret);
    EXPECT_EQ(reply.status, 200U) << reply.text;
    return calendar_test::read_with("icalendar", {reply.text});
  }
  std::string id() const { return place.substr(place.rfind('/') + 1); }
};

TEST(CalendarFeed, TellsWhenAndWhereAndNeitherWhoNorWhy) {
  FeedStory story;
  const Reply reply = story.fetch(story.secret_of(story.rut));
  EXPECT_EQ(reply.header("content-type"), "text/calendar; charset=utf-8");
  EXPECT_EQ(reply.header("cache-control"), "private, max-age=900");
  EXPECT_NE(reply.text.find("BEGIN:VTIMEZONE"), std::string::npos);
  for (const char* secret : {"Anna", "Påhittad", "19701063", "Samordna", "medicin", "/s/"}) {
    EXPECT_EQ(reply.text.find(secret), std::string::npos) << secret;
  }
  const auto read = calendar_test::read_with("icalendar", {reply.text});
  ASSERT_EQ(read.size(), 1U);
  const Understood& one = read.begin()->second;
  EXPECT_EQ(one.at("summary"), "SIP-möte " + story.id());
  EXPECT_EQ(one.at("start"), "2026-03-20T12:00:00Z");
  EXPECT_EQ(one.at("location"), "Stadshuset");
  EXPECT_EQ(one.at("url"), "https://kallad.example/cases/" + story.id()) << "behind sign-in";
  EXPECT_EQ(one.at("class"), "PRIVATE");
  EXPECT_EQ(one.at("method"), "PUBLISH");
  EXPECT_EQ(one.at("attendee"), "");
  EXPECT_EQ(one.at("alarms"), "0");
}

TEST(CalendarFeed, LeavesOutAPlaceThatNoCalendarCouldSay) {
  FeedStory story;
  story.house.must(story.siv, story.place + "/change_meeting",
                   {{"starts", "2026-04-01T09:00"}, {"place", "Stadshuset\nRum 4"}});
  const auto read = story.read(story.secret_of(story.rut));
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.begin()->second.at("location"), "");
}

TEST(CalendarFeed, HasTheIdOfTheEntryThatCameByMail) {
  FeedStory story;
  const Wish letter{WishKind::summons, 1, PartyId{FeedStory::region}};
  const auto read = story.read(story.secret_of(story.rut));
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.begin()->first, mailroom::entry_id(story.house.case_file(story.id()), letter, {},
                                                    story.house.mail().sender()));
}

TEST(CalendarFeed, IsOfOnesOwnMeetingsAlone) {
  FeedStory story;
  EXPECT_EQ(story.read(story.secret_of(story.ove)).size(), 0U);
  EXPECT_EQ(story.read(story.secret_of(story.ada)).size(), 0U);
  EXPECT_EQ(story.read(story.secret_of(story.siv)).size(), 1U);
  EXPECT_EQ(story.read(story.secret_of(story.siv, FeedScope::mine)).size(), 1U);
  EXPECT_EQ(story.read(story.secret_of(story.rut, FeedScope::mine)).size(), 0U)
      << "Rut coordinates nothing";
}

TEST(CalendarFeed, LetsGoOfWhatTheUnitDoesNotGoTo) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  story.house.must(story.rut, story.place + "/answer",
                   {{"party", FeedStory::region}, {"answer", "cannot_come"}});
  EXPECT_EQ(story.read(secret).size(), 0U);
  story.house.must(story.rut, story.place + "/answer",
                   {{"party", FeedStory::region}, {"answer", "attends"}});
  EXPECT_EQ(story.read(secret).size(), 1U);
  story.house.must(story.siv, story.place + "/cancel_meeting", {{"reason", "Lokalen brann"}});
  EXPECT_EQ(story.read(secret).size(), 0U);
}

TEST(CalendarFeed, IsEmptyForAPartyOnceConsentIsWithdrawn) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  EXPECT_EQ(story.read(secret).size(), 0U);
}

TEST(CalendarFeed, IsNotSentAgainWhileItIsTheSame) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  const Reply first = story.fetch(secret);
  const std::string etag = first.header("etag");
  ASSERT_FALSE(etag.empty());
  const Reply same = story.fetch(secret, {{"if-none-match", etag}});
  EXPECT_EQ(same.status, 304U);
  EXPECT_EQ(same.text, "");
  story.house.must(story.siv, story.place + "/change_meeting", {{"starts", "2026-04-01T09:00"}});
  const Reply moved = story.fetch(secret, {{"if-none-match", etag}});
  ASSERT_EQ(moved.status, 200U);
  const auto before = calendar_test::read_with("icalendar", {first.text});
  const auto after = calendar_test::read_with("icalendar", {moved.text});
  ASSERT_EQ(before.begin()->first, after.begin()->first);
  EXPECT_EQ(after.begin()->second.at("start"), "2026-04-01T07:00:00Z") << "summer time";
  EXPECT_LT(std::stoi(before.begin()->second.at("sequence")),
            std::stoi(after.begin()->second.at("sequence")));
}

TEST(CalendarFeed, AnAddressThatIsNoneIsNotFoundAndGuessingIsSlowedDown) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  EXPECT_EQ(story.fetch("0").rule(), "calendar_address_dead");
  std::string wrong = secret;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  EXPECT_EQ(story.fetch(wrong).status, 404U);
  unsigned last = 0;
  for (int tries = 0; tries < 20; ++tries) last = story.fetch(wrong).status;
  EXPECT_EQ(last, 429U);
  EXPECT_EQ(story.fetch(secret).status, 429U) << "from there, for a while";
  story.house.clock.now += 10min;
  EXPECT_EQ(story.fetch(secret).status, 200U);
}

TEST(CalendarFeed, ANewAddressEndsTheOneBeforeAndARevokedOneIsDead) {
  FeedStory story;
  FeedSecrets secrets{story.house.people().file};
  const std::string first = story.secret_of(story.rut);
  const std::string second = story.secret_of(story.rut);
  EXPECT_EQ(story.fetch(first).status, 404U);
  EXPECT_EQ(story.fetch(second).status, 200U);
  EXPECT_EQ(secrets.of_account(story.rut.account)->fetched, story.house.clock.now);
  EXPECT_TRUE(secrets.revoke(story.rut.account));
  EXPECT_FALSE(secrets.revoke(story.rut.account));
  EXPECT_EQ(story.fetch(second).status, 404U);
  EXPECT_FALSE(secrets.of_account(story.rut.account));
}

TEST(CalendarFeed, EndsWithTheRightsOfItsOwner) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  ASSERT_EQ(story.read(secret).size(), 1U);
  Accounts& accounts = story.house.people().accounts;
  accounts.set_rights(story.rut.account, UnitId{"hoganas/vuxen"}, {"attendee"});
  EXPECT_EQ(story.read(secret).size(), 0U) << "another unit's meetings now";
  accounts.lock(story.rut.account);
  EXPECT_EQ(story.fetch(secret).status, 404U);
  accounts.unlock(story.rut.account);
  EXPECT_EQ(story.fetch(secret).status, 200U);
  accounts.close(story.rut.account);
  EXPECT_FALSE(FeedSecrets{story.house.people().file}.of_account(story.rut.account));
}

TEST(CalendarFeed, TheSecretStandsNeitherInTheFileNorInTheLog) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  ASSERT_EQ(story.fetch(secret).status, 200U);
  const std::string hidden = secret.substr(secret.size() / 2);
  for (const auto& entry : std::filesystem::directory_iterator(story.house.folder.path())) {
    std::ifstream in{entry.path(), std::ios::binary};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    EXPECT_EQ(bytes.str().find(hidden), std::string::npos) << entry.path();
  }
  EXPECT_EQ(story.house.lines().find(hidden), std::string::npos);
}

TEST(CalendarFeed, IsMadeSeenAndRevokedByPrograms) {
  FeedStory story;
  const std::string mine = "/api/v1/me/calendar";
  EXPECT_EQ(story.house.get(story.rut, mine).rule(), "calendar_address_none");
  const Reply made = story.house.post(story.rut, mine, {{"scope", "unit"}});
  ASSERT_EQ(made.status, 201U) << made.text;
  const std::string path = made.body()["path"];
  EXPECT_EQ(story.house.ask("GET", path).status, 200U);
  const json seen = story.house.get(story.rut, mine).body();
  EXPECT_EQ(seen["scope"], "unit");
  EXPECT_TRUE(seen.contains("fetched"));
  EXPECT_EQ(seen.dump().find(path.substr(11, 8)), std::string::npos) << "its secret is told once";
  EXPECT_EQ(story.house.get(story.siv, mine).status, 404U) << "everybody has their own";
  const HttpHeaders headers{{"cookie", story.rut.cookie}, {"x-csrf-token", story.rut.word}};
  EXPECT_EQ(story.house.ask("DELETE", mine, {}, headers).status, 204U);
  EXPECT_EQ(story.house.ask("DELETE", mine, {}, headers).rule(), "calendar_address_none");
  EXPECT_EQ(story.house.ask("GET", path).status, 404U);
}

TEST(CalendarFeed, OpensNothingElse) {
  FeedStory story;
  const std::string secret = story.secret_of(story.rut);
  const Reply reply =
      story.house.ask("GET", story.place, {}, {{"authorization", "Bearer " + secret}});
  EXPECT_EQ(reply.status, 401U);
  EXPECT_EQ(story.house.ask("POST", "/calendar/" + secret).status, 405U);
}

/// The file behind an answer link.
struct LinkFileStory : FeedStory {
  std::string link_of(const std::string& party, const std::string& holder = "party") {
    const json links = house.get(siv, place + "/links").body()["links"];
    for (const json& each : links) {
      if (each["party"] == party && each["holder"] == holder) return each["token"];
    }
    return {};
  }
  Reply file(const std::string& token) { return house.ask("GET", "/s/" + token + "/calendar.ics"); }
  std::map<std::string, Understood> read_file(const std::string& token) {
    const Reply reply = file(token);
    EXPECT_EQ(reply.status, 200U) << reply.text;
    return calendar_test::read_with("icalendar", {reply.text});
  }
};

TEST(CalendarOfALink, IsTheEntryThatCameByMailWithTheWayToAnswer) {
  LinkFileStory story;
  const std::string token = story.link_of(LinkFileStory::region);
  EXPECT_EQ(story.file(token).header("content-disposition"), "attachment; filename=\"sip.ics\"");
  const auto read = story.read_file(token);
  ASSERT_EQ(read.size(), 1U);
  const Wish letter{WishKind::summons, 1, PartyId{FeedStory::region}};
  EXPECT_EQ(read.begin()->first, mailroom::entry_id(story.house.case_file(story.id()), letter, {},
                                                    story.house.mail().sender()));
  const Understood& one = read.begin()->second;
  EXPECT_EQ(one.at("start"), "2026-03-20T12:00:00Z");
  EXPECT_EQ(one.at("location"), "Stadshuset");
  EXPECT_EQ(one.at("url"), "https://kallad.example/s/" + token);
  EXPECT_EQ(story.file(token).text.find("medicin"), std::string::npos);
}

TEST(CalendarOfALink, OfASubstituteIsTheirOwn) {
  LinkFileStory story;
  story.house.must(story.rut, story.place + "/name_substitute",
                   {{"party", LinkFileStory::region},
                    {"substitute",
                     {{"name", "Erik Vikarie"},
                      {"role", "sjuksköterska"},
                      {"contact", "erik@region.example"},
                      {"mandate", "yes"},
                      {"briefed", true}}}});
  const auto own = story.read_file(story.link_of(LinkFileStory::region, "substitute"));
  const auto partys = story.read_file(story.link_of(LinkFileStory::region));
  ASSERT_EQ(own.size(), 1U);
  EXPECT_NE(own.begin()->first, partys.begin()->first);
  EXPECT_EQ(own.begin()->second.at("start"), partys.begin()->second.at("start"));
}

TEST(CalendarOfALink, IsNotThereWhereNobodyGoes) {
  LinkFileStory story;
  const std::string token = story.link_of(LinkFileStory::region);
  EXPECT_EQ(story.file(story.link_of(LinkFileStory::region, "check_in")).rule(),
            "link_without_meeting");
  EXPECT_EQ(story.file("0").rule(), "link_dead");
  story.house.must(story.rut, story.place + "/answer",
                   {{"party", FeedStory::region}, {"answer", "cannot_come"}});
  EXPECT_EQ(story.file(token).rule(), "link_without_meeting");
  story.house.must(story.siv, story.place + "/cancel_meeting", {{"reason", "Lokalen brann"}});
  EXPECT_EQ(story.file(token).status, 404U);
}

}  // namespace
}  // namespace kallad::testing
