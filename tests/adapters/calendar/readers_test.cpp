// What we send means the same to four readers of others: python3-icalendar, vobject, khal, ical.js.
// Not a test of them. Rule kept (issue 5, "What must be shown"): the same moments in each, across
// both clock changes, in the hour that exists twice, in winter and summer up to 2037.
#include <gtest/gtest.h>

#include "tests/adapters/calendar/entries.hpp"

namespace kallad::calendar_test {
namespace readers {
namespace {

using namespace std::chrono_literals;
using calendar::Invitation;

Invitation meeting(int number, Instant start, std::chrono::minutes length) {
  Invitation out = an_invitation();
  out.entry.uid = "meeting-" + std::to_string(100 + number) + "@kallad.example";
  out.entry.start = start;
  out.entry.end = start + length;
  return out;
}

/// The days around both clock changes, by the hour; the hour that exists twice, from outside,
/// inside and across; winter and summer of each year up to 2037.
std::vector<Invitation> meetings() {
  std::vector<Invitation> out;
  const auto add = [&](Instant start, std::chrono::minutes length) {
    out.push_back(meeting(static_cast<int>(out.size()), start, length));
  };
  for (const Date day :
       {support::day(2026, 10, 24), support::day(2026, 10, 25), support::day(2026, 10, 26),
        support::day(2027, 3, 27), support::day(2027, 3, 28), support::day(2027, 3, 29)}) {
    for (const auto clock : {0h, 1h, 4h, 9h, 13h, 23h}) add(support::at(day, clock), 90min);
  }
  const auto change = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25};
  add(change + 30min, 20min);       // 02:30 the first time
  add(change + 1h + 30min, 20min);  // 02:30 the second time
  add(change + 30min, 60min);       // from the first to the second
  add(change - 1h, 90min);          // ends at 02:30 the first time
  add(change + 1h + 45min, 60min);  // ends after it
  add(change, 60min);               // 02:00 to 02:00
  add(change + 1h, 60min);          // 02:00 the second time to 03:00
  add(change - 30min, 3h + 30min);  // over the whole hour: 01:30 to 04:00
  add(change - 8h, 12h);
  const auto spring = std::chrono::sys_days{std::chrono::year{2027} / 3 / 28};
  add(spring + 30min, 60min);  // 01:30 to 03:30, which is one hour
  add(spring + 1h, 30min);     // 03:00
  for (int year = 2026; year <= 2037; ++year) {
    add(support::at(support::day(year, 1, 15), 9h), 90min);
    add(support::at(support::day(year, 7, 15), 13h), 90min);
  }
  return out;
}

std::vector<std::string> texts_of(const std::vector<Invitation>& all) {
  std::vector<std::string> out;
  for (const Invitation& each : all) {
    const auto written = write_request(each, home());
    EXPECT_FALSE(written.fault);
    out.push_back(written.text);
  }
  return out;
}

class EveryReader : public testing::TestWithParam<ReaderName> {
 protected:
  void SetUp() override {
    if (const auto missing = missing_reader(GetParam()); !missing.empty()) GTEST_SKIP() << missing;
  }
};

TEST_P(EveryReader, UnderstandsTheSameMoments) {
  const auto all = meetings();
  auto understood = read_with(GetParam(), texts_of(all));
  EXPECT_EQ(understood.size(), all.size());
  for (const Invitation& each : all) {
    auto& fields = understood[each.entry.uid];
    EXPECT_EQ(fields["start"], iso(each.entry.start)) << each.entry.uid;
    EXPECT_EQ(fields["end"], iso(each.entry.end)) << each.entry.uid;
  }
}

TEST_P(EveryReader, UnderstandsTheSameInAFeed) {
  const auto all = meetings();
  std::vector<calendar::FeedEntry> entries;
  for (const Invitation& each : all) entries.push_back({each.entry, false});
  const auto feed = write_feed(entries, Language::swedish, home());
  ASSERT_FALSE(feed.fault);
  auto understood = read_with(GetParam(), {feed.text});
  EXPECT_EQ(understood.size(), all.size());
  for (const Invitation& each : all) {
    EXPECT_EQ(understood[each.entry.uid]["start"], iso(each.entry.start)) << each.entry.uid;
    EXPECT_EQ(understood[each.entry.uid]["end"], iso(each.entry.end)) << each.entry.uid;
  }
}

TEST_P(EveryReader, UnderstandsTheSameWords) {
  Invitation invitation = an_invitation();
  invitation.attendee.display =
      "Vuxenenheten; Råå, \"Södra\": öppenvård för åldersgrupperna 18 till 65";
  invitation.entry.place = "Hörsalen, plan 2; ring på \\ vid ingången, " + std::string(30, 'x') +
                           "åäöåäöåäöåäöåäöåäöåäöåäö €";
  const auto understood = read_with(GetParam(), {write_request(invitation, home()).text});
  Understood fields = understood.at(invitation.entry.uid);
  EXPECT_EQ(fields["summary"], "SIP-möte 2026-0012");
  EXPECT_EQ(fields["location"], *invitation.entry.place);
  EXPECT_EQ(fields["status"], "CONFIRMED");
  EXPECT_EQ(fields["description"],
            "SIP-möte 2026-0012.\nSvara eller utse en ersättare här: https://sip.example/s/abc123");
  EXPECT_EQ(fields["url"], "https://sip.example/s/abc123");
  EXPECT_EQ(fields["sequence"], "1");
  EXPECT_EQ(fields["class"], "PRIVATE");
  EXPECT_EQ(fields["method"], "REQUEST");
  EXPECT_EQ(fields["stamped"], "2026-10-26T08:00:00Z");
  EXPECT_EQ(fields["organizer"], "mailto:samordning@kommun.example");
  EXPECT_EQ(fields["attendee"], "mailto:mottagning@region.example");
  EXPECT_EQ(fields["attendee_name"],
            "Vuxenenheten; Råå, 'Södra': öppenvård för åldersgrupperna 18 till 65");
  EXPECT_EQ(fields["alarms"], "0");
}

TEST_P(EveryReader, UnderstandsACancellation) {
  Invitation invitation = an_invitation();
  invitation.entry.sequence = 2;
  const auto understood = read_with(GetParam(), {write_cancel(invitation, home()).text});
  Understood fields = understood.at(invitation.entry.uid);
  EXPECT_EQ(fields["status"], "CANCELLED");
  EXPECT_EQ(fields["sequence"], "2");
  EXPECT_EQ(fields["method"], "CANCEL");
}

INSTANTIATE_TEST_SUITE_P(Readers, EveryReader, testing::Values("icalendar", "vobject", "ical.js"),
                         [](const auto& about) {
                           return about.param == "ical.js" ? "ical_js" : about.param;
                         });

std::string khal_moment(Instant moment) {
  std::string out = iso(moment);
  out.pop_back();
  return out;
}

TEST(Khal, ShowsTheSameMoments) {
  const auto all = meetings();
  auto understood = read_with("khal:UTC", texts_of(all));
  EXPECT_EQ(understood.size(), all.size());
  for (const Invitation& each : all) {
    auto& fields = understood[each.entry.uid];
    EXPECT_EQ(fields["start"], khal_moment(each.entry.start)) << each.entry.uid;
    EXPECT_EQ(fields["end"], khal_moment(each.entry.end)) << each.entry.uid;
  }
}

TEST(Khal, ShowsTheClockOnTheWall) {
  const auto all = meetings();
  auto understood = read_with("khal:Europe/Stockholm", texts_of(all));
  EXPECT_EQ(understood.size(), all.size());
  for (const Invitation& each : all) {
    const Instant as_if{home().to_local(each.entry.start).time_since_epoch()};
    auto& fields = understood[each.entry.uid];
    EXPECT_EQ(fields["start"], khal_moment(as_if)) << each.entry.uid;
    EXPECT_EQ(fields["summary"], "SIP-möte 2026-0012") << each.entry.uid;
    EXPECT_EQ(fields["location"], "Rådhuset, rum 3");
  }
}

}  // namespace
}  // namespace readers
}  // namespace kallad::calendar_test
