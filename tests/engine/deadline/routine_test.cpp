// Tests of the routine: its values and what they rest on, which one counts when, and what is
// refused.
#include "engine/deadline/routine.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/mp11.hpp>
#include <type_traits>

namespace kallad::routine_test {
namespace {

using namespace std::chrono_literals;

Routine routine(std::string_view id, std::string_view council, Date from,
                std::optional<Date> until = {}) {
  Routine made;
  made.id = RoutineId{id};
  made.council = CouncilId{council};
  made.valid_from = from;
  made.valid_until = until;
  return made;
}

Routine valid() { return routine("default", "", 2020y / 1 / 1); }

std::vector<std::string> rules(const Routine& given) {
  std::vector<std::string> ids;
  for (const Refusal& refusal : check(given)) ids.emplace_back(refusal.rule);
  return ids;
}

using Ids = std::vector<std::string>;

/// The names of every number and yes-or-no of Routine but its version, straight from its
/// description.
Ids described_values() {
  Ids names;
  using Members = boost::describe::describe_members<Routine, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>([&names](auto member) {
    using Value = std::remove_cvref_t<decltype(std::declval<Routine>().*member.pointer)>;
    if (std::is_same_v<Value, int> || std::is_same_v<Value, bool>) names.emplace_back(member.name);
  });
  std::erase(names, "version");
  return names;
}

TEST(RoutineValues, ListEveryValueOfTheRoutineInItsOrder) {
  Ids listed;
  for (const RoutineValue& value : routine_values(Routine{})) {
    if (value.basis == Basis::local_standard) listed.emplace_back(value.id);
  }
  EXPECT_EQ(listed, described_values());
}

TEST(RoutineValues, OnlyTheDischargeActIsLawAndSaysWhere) {
  Ids law;
  for (const RoutineValue& value : routine_values(Routine{})) {
    EXPECT_EQ(value.basis == Basis::law, !(value.reference == LegalReference{})) << value.id;
    if (value.basis == Basis::law) {
      EXPECT_EQ(value.reference.number, "2017:612");
      law.push_back(std::string{value.id} + "=" + std::to_string(value.value) + " " +
                    std::string{value.reference.place});
    }
  }
  EXPECT_EQ(law, (Ids{"admission_notice_within_hours=24 2 kap. 3 §",
                      "discharge_summons_within_days=3 4 kap. 3 §", "payment_from_day=3 5 kap. 4 §",
                      "payment_from_day_after_noon=4 5 kap. 4 §"}));
}

TEST(RoutineValues, ShowTheRoutinesOwnNumbers) {
  Routine local = valid();
  local.answer_within_working_days = 7;
  local.officials_meeting_summons = true;
  const auto values = routine_values(local);
  const auto value_of = [&values](std::string_view id) {
    return std::find_if(values.begin(), values.end(), [id](const auto& v) { return v.id == id; })
        ->value;
  };
  EXPECT_EQ(value_of("answer_within_working_days"), 7);
  EXPECT_EQ(value_of("officials_meeting_summons"), 1);
  EXPECT_EQ(value_of("coordination_meeting_summons"), 1);
  EXPECT_EQ(value_of("deficiency_answer_within_days"), 60);
}

TEST(RoutineAt, TheCouncilsOwnBeforeTheDefault) {
  const std::vector<Routine> all{routine("default", "", 2020y / 1 / 1),
                                 routine("nv", "nv-skane", 2025y / 1 / 1, 2025y / 12 / 31)};
  EXPECT_EQ(routine_at(all, CouncilId{"nv-skane"}, 2025y / 1 / 1), &all[1]);
  EXPECT_EQ(routine_at(all, CouncilId{"nv-skane"}, 2025y / 12 / 31), &all[1]);  // until is included
  EXPECT_EQ(routine_at(all, CouncilId{"nv-skane"}, 2026y / 1 / 1), &all[0]);
  EXPECT_EQ(routine_at(all, CouncilId{"nv-skane"}, 2024y / 12 / 31), &all[0]);
  EXPECT_EQ(routine_at(all, CouncilId{"other"}, 2025y / 6 / 1), &all[0]);
  EXPECT_EQ(routine_at(all, CouncilId{}, 2025y / 6 / 1), &all[0]);
}

TEST(RoutineAt, NoneBeforeTheFirst) {
  const std::vector<Routine> all{routine("default", "", 2020y / 1 / 1)};
  EXPECT_EQ(routine_at(all, CouncilId{"nv-skane"}, 2019y / 12 / 31), nullptr);
  EXPECT_EQ(routine_at({}, CouncilId{}, 2026y / 1 / 1), nullptr);
}

TEST(RoutineAt, TheNewestOfSeveralThenTheHighestVersion) {
  std::vector<Routine> all{routine("b", "", 2025y / 1 / 1), routine("a", "", 2020y / 1 / 1),
                           routine("b", "", 2025y / 1 / 1)};
  all[0].version = 2;
  EXPECT_EQ(routine_at(all, CouncilId{}, 2026y / 1 / 1), &all[0]);
  all[2].version = 3;
  EXPECT_EQ(routine_at(all, CouncilId{}, 2026y / 1 / 1), &all[2]);
  EXPECT_EQ(routine_at(all, CouncilId{}, 2024y / 1 / 1), &all[1]);
}

TEST(CheckRoutine, TheDefaultIsAccepted) { EXPECT_EQ(rules(valid()), Ids{}); }

TEST(CheckRoutine, NeedsAnIdAndAFirstDay) {
  EXPECT_EQ(rules(Routine{}), (Ids{"routine_id_missing", "routine_valid_from_missing"}));
}

TEST(CheckRoutine, EndsNotBeforeItBegins) {
  EXPECT_EQ(rules(routine("r", "", 2025y / 1 / 2, 2025y / 1 / 1)),
            Ids{"routine_ends_before_it_begins"});
  EXPECT_EQ(rules(routine("r", "", 2025y / 1 / 1, 2025y / 1 / 1)), Ids{});
}

TEST(CheckRoutine, NegativeNumbersAndDepthZeroAreNamedWithTheirField) {
  Routine odd = valid();
  odd.answer_within_working_days = -1;
  odd.substitute_chain_depth = 0;
  odd.reminder_hour = 24;
  const Refusals refusals = check(odd);
  ASSERT_EQ(refusals.size(), 3U);
  EXPECT_EQ(refusals[0].data[0].second, "answer_within_working_days");
  EXPECT_EQ(refusals[0].data[1].second, "-1");
  EXPECT_EQ(refusals[1].data[0].second, "reminder_hour");
  EXPECT_EQ(refusals[2].data[0].second, "substitute_chain_depth");
  for (const Refusal& refusal : refusals) EXPECT_EQ(refusal.rule, "routine_value_out_of_range");
}

TEST(CheckRoutine, EveryNumberHasARange) {
  using Members = boost::describe::describe_members<Routine, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>([](auto member) {
    using Value = std::remove_cvref_t<decltype(std::declval<Routine>().*member.pointer)>;
    if constexpr (std::is_same_v<Value, int>) {
      if (std::string_view{member.name} == "version") return;
      for (const int nonsense : {-1, 1'000'000}) {
        Routine odd = valid();
        odd.*member.pointer = nonsense;
        EXPECT_EQ(check(odd).at(0).rule, "routine_value_out_of_range") << member.name;
      }
    }
  });
}

TEST(CheckRoutine, ALadderClimbs) {
  Routine same = valid();
  same.remind_mailbox_on_working_day = same.remind_recipient_on_working_day;
  EXPECT_EQ(rules(same), Ids{});
  Routine swapped = valid();
  std::swap(swapped.remind_mailbox_on_working_day, swapped.remind_head_on_working_day);
  EXPECT_EQ(rules(swapped), Ids{"routine_ladder_out_of_order"});
}

}  // namespace
}  // namespace kallad::routine_test
