// The alarm over the real engine: a program that was down while deadlines passed and reminders lost
// their point, with several cases waiting.
// Not the alarm's own rules (tests/adapters/desk/alarm_test.cpp) and not a case's (tests/scenes).
#include "adapters/desk/alarm/alarm.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad::alarm_tests {
namespace {

const std::vector<std::pair<std::string, std::string>> cases = {
    {"2026-1", "19121212-1212"}, {"2026-2", "19701063-2391"}, {"2026-3", "19610973-2393"}};

/// Three cases whose regional party was reached and has not answered.
void fill(House& house) {
  house.fill_register();
  for (const auto& [name, number] : cases) {
    house.open(name, number);
    house.call(name);
    house.say(name, "d", RecordDelivery{{PartyId{"region/bup"}, {}, {}}, DeliveryReport::delivered},
              {Role::mail, {}, ""});
  }
}

std::size_t letters(House& house, std::string_view kind) {
  const auto all = house.desk().outbox(1'000);
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const auto& item) { return item.row.kind == kind; }));
}

TEST(EngineAlarm, AfterTwoWeeksDownOnlyWhatIsStillNeededGoesOut) {
  House house;
  fill(house);
  const std::size_t before = house.desk().outbox(1'000).size();
  house.restart();
  house.clock().set(hour(24 * 14));
  Alarm alarm{house.desk(), [&] { return house.clock().now(); }};
  alarm.beat();
  EXPECT_TRUE(alarm.trouble().empty());
  EXPECT_EQ(letters(house, "reminder_to_recipient"), 0U);
  EXPECT_EQ(letters(house, "reminder_to_mailbox"), 0U);
  EXPECT_EQ(letters(house, "reminder_to_head"), 0U);
  EXPECT_EQ(letters(house, "no_answer_to_coordinator"), 2 * cases.size()) << "two parties";
  for (const auto& [name, number] : cases) {
    const auto file = load_case(log_of(house.store()).read, name);
    ASSERT_TRUE(file.has_value());
    ASSERT_EQ(file->deficiencies.size(), 1U) << "of the region's: the other summons reached nobody";
    EXPECT_EQ(file->deficiencies[0].kinds.size(), 2U) << "not acknowledged, then not answered";
  }
  EXPECT_LE(house.desk().outbox(1'000).size(), before + 4 * cases.size()) << "no storm";
}

TEST(EngineAlarm, CaughtUpOnceIsCaughtUpAlsoAfterAnotherRestart) {
  House house;
  fill(house);
  house.clock().set(hour(24 * 14));
  Alarm{house.desk(), [&] { return house.clock().now(); }}.beat();
  const auto root = house.store().root();
  house.restart();
  Alarm again{house.desk(), [&] { return house.clock().now(); }};
  again.beat();
  house.clock().set(hour(24 * 13));
  again.beat();
  EXPECT_EQ(house.store().root(), root);
  EXPECT_EQ(again.health().fired + again.health().refused, 0U);
}

}  // namespace
}  // namespace kallad::alarm_tests
