// Due rows of real cases judged ahead of the writer: what is stored is what the writer alone would
// have stored, also where the register changes between two firings.
// Not the forerunner's own rules (tests/adapters/desk/forerunner_test.cpp).
#include <gtest/gtest.h>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad::ahead_tests {
namespace {

constexpr int cases = 60;

std::string name_of(int number) { return "2026-" + std::to_string(number); }

void fill(House& house) {
  house.fill_register();
  for (int i = 0; i < cases; ++i) {
    house.open(name_of(i), "");
    house.call(name_of(i));
  }
}

/// All that a case's stream, its due rows and its letters say.
std::string told(House& house, const std::string& name) {
  std::string text;
  Reader reader{house.store().place()};
  reader.read(name, [&](const EventView& event, const ShortDigest&) {
    text.append(iso(event.at)).append(" ").append(event.actor).append(" ").append(event.type);
    text.append(" ").append(event.command_id).append(" ").append(event.payload).append("\n");
  });
  for (const DueItem& item : reader.due(Instant::max(), 100'000)) {
    if (item.stream == name)
      text.append(iso(item.row.at)).append(item.row.kind).append(item.row.subject).append("\n");
  }
  for (const OutboxItem& item : reader.outbox(100'000)) {
    if (item.stream == name) text.append(item.row.kind).append(item.row.body).append("\n");
  }
  return text;
}

void expect_same(House& alone, House& ahead) {
  for (int i = 0; i < cases; ++i) ASSERT_EQ(told(alone, name_of(i)), told(ahead, name_of(i)));
  for (House* house : {&alone, &ahead}) {
    house->desk().settle();
    EXPECT_TRUE(verify(house->store().place()).clean());
  }
}

/// Of another rhythm, and in force before anybody was called.
RecordRoutine slower() {
  Routine routine = routines::default_routine();
  routine.id = RoutineId{"slower"};
  routine.remind_recipient_on_working_day += 1;
  routine.remind_mailbox_on_working_day += 1;
  routine.remind_head_on_working_day += 1;
  return {routine};
}

TEST(JudgedAhead, StoresWhatTheWriterAloneWouldHaveStored) {
  House alone;
  House ahead{{}, true};
  for (House* house : {&alone, &ahead}) {
    fill(*house);
    for (const int days : {3, 8, 30, 300}) {
      house->clock().set(hour(24 * days));
      house->desk().fire_due(hour(24 * days));
    }
  }
  ASSERT_NE(told(alone, name_of(0)).find("answer_deadline_passed"), std::string::npos);
  expect_same(alone, ahead);
}

TEST(JudgedAhead, ByTheRegisterAsItIsThen) {
  // Nothing is kept in memory, so both judge by what falls due under the routine of the day.
  const DeskLimits forgetful{.cached_streams = 1};
  House alone{forgetful};
  House ahead{forgetful, true};
  for (House* house : {&alone, &ahead}) {
    fill(*house);
    house->clock().set(hour(24 * 3));
    house->desk().fire_due(hour(24 * 3));  // the second brain knows the register now
    ASSERT_TRUE(house->record("routine", slower()).stored());
    house->clock().set(hour(24 * 300));
    EXPECT_GT(house->desk().fire_due(hour(24 * 300)).refused, 0U) << "old reminders are gone";
    EXPECT_NE(told(*house, name_of(0)).find(R"("step":"head")"), std::string::npos)
        << "the new ones come";
  }
  expect_same(alone, ahead);
}

}  // namespace
}  // namespace kallad::ahead_tests
