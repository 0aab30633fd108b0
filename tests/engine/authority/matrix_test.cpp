// Every caller says every command about every party and every deficiency in every situation, and is
// answered as the table and the caller's hand-written sight and roles say. Not a second table: what
// a condition means is told here once more, by who is who in the cast.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "tests/engine/authority/cast.hpp"

namespace kallad::authority_matrix_test {
namespace {

using authority::AuthorityRow;
using authority::Condition;
using authority::Grant;
using authority_cast::adults;
using authority_cast::caller_of;
using authority_cast::clinic;
using authority_cast::now_in;
using authority_cast::people;
using authority_cast::Situation;
using authority_cast::Somebody;
using authority_cast::told;
using authority_cast::ward;

/// What one command is about in one trial.
struct About {
  PartyId party;
  std::uint32_t deficiency = 1;
};

template <class Command>
Command pointed_at(const About& about) {
  Command said;
  if constexpr (std::derived_from<Command, SeatRef>) said.party = about.party;
  if constexpr (requires { said.mark.party; }) said.mark.party = about.party;
  if constexpr (std::derived_from<Command, DeficiencyRef>) said.number = about.deficiency;
  if constexpr (requires { said.coordinator.unit; }) said.coordinator.unit = unit_of(about.party);
  if constexpr (std::same_as<Command, AgreePlan>) said.by = about.party;
  if constexpr (std::same_as<Command, DeclinePlan>) said.by = about.party;
  if constexpr (boost::mp11::mp_contains<DisposalCommand, Command>::value)
    said.principal = PrincipalId{about.party.text};
  if constexpr (std::same_as<Command, RecordMapping>) said.mapping.by = about.party;
  if constexpr (std::same_as<Command, ReportActivity>) said.activity = ActivityId{about.party.text};
  return said;
}

const AuthorityRow& row_of(std::string_view command) {
  static const auto rows = authority::file_rows();
  return *std::ranges::find(rows, command, &AuthorityRow::command);
}

bool should_hold(Condition when, const Somebody& who, const About& about, bool frozen) {
  const UnitId& unit = who.caller.unit;
  const UnitId owner = about.deficiency == 1 ? adults : clinic;
  const std::string principal = unit == clinic ? "region" : "helsingborg";
  switch (when) {
    case Condition::in_role:
      return true;
    case Condition::own_case:
      return unit == adults;
    case Condition::own_unit:
    case Condition::own_party:
      return about.party == party_of(unit);
    case Condition::own_principal:
      return about.party == party_of(unit) || about.party.text == principal;
    case Condition::own_deficiency:
      return owner == unit;
    case Condition::counterpart:
      return about.deficiency == 1 && unit == clinic && !frozen;
    case Condition::own_council:
      return about.deficiency == 1;
    default:
      return false;  // nothing is offered; a link and a program are no account
  }
}

bool should_admit(const AuthorityRow& row, const Somebody& who, const About& about,
                  CaseSight sight) {
  const bool frozen = sight == CaseSight::frozen;
  return std::ranges::any_of(row.grants, [&](const Grant& grant) {
    const bool by_unit = grant.role != Role::coordinator && grant.role != Role::council_secretary;
    return who.roles.contains(grant.role) && should_hold(grant.when, who, about, frozen) &&
           (row.when_frozen || !frozen || !by_unit);
  });
}

/// Tries one command in one situation; gives how many trials there were.
template <class Command>
int try_all(const between::Story& story, Situation situation) {
  int trials = 0;
  for (const Somebody& who : people()) {
    const auto sight = who.sights[static_cast<std::size_t>(situation)];
    for (const char* party : {"helsingborg/vuxen", "region/psykosmottagning", "anna", "region"}) {
      for (const std::uint32_t deficiency : {1U, 2U}) {
        const About about{PartyId{party}, deficiency};
        const auto answer =
            authority::admit(who.caller, story.file, now_in(story), pointed_at<Command>(about));
        const bool is_unknown = sight == CaseSight::none && !who.of_council;
        // The administrator decides about copies of cases that they do not see.
        const bool unseen = boost::mp11::mp_contains<DisposalCommand, Command>::value &&
                            authority::has(who.caller, Position::administrator);
        const bool should =
            unseen || (!is_unknown && should_admit(row_of(Command::id), who, about, sight));
        EXPECT_EQ(bool(answer), should)
            << who.caller.name << " of " << who.caller.unit.text << ", " << Command::id << " about "
            << party << " and " << deficiency << ", " << authority_cast::name_of(situation);
        if (!answer) {
          EXPECT_EQ(answer.denial().kind == DenialKind::unknown, is_unknown);
        } else {
          EXPECT_TRUE(unseen ? answer.actor().role == Role::administrator
                             : who.roles.contains(answer.actor().role));
          EXPECT_EQ(answer.actor().unit, who.caller.unit);
          EXPECT_EQ(answer.actor().name, who.caller.name);
        }
        ++trials;
      }
    }
  }
  return trials;
}

TEST(AuthorityMatrix, EveryCallerIsAnsweredAsTheTableSays) {
  int trials = 0;
  for (const Situation situation : authority_cast::situations) {
    between::Story story = told(situation);
    for (const char* owner : {"helsingborg/vuxen", "region/psykosmottagning", "anna", "region"}) {
      ActivityInPlan one;
      one.activity.id = ActivityId{owner};
      one.activity.owner = PartyId{owner};
      story.file.running.plan.activities.push_back(one);
    }
    boost::mp11::mp_for_each<FileCommand>([&](const auto& kind) {
      trials += try_all<std::decay_t<decltype(kind)>>(story, situation);
    });
  }
  std::cout << trials << " trials\n";
  EXPECT_EQ(trials,
            static_cast<int>(boost::mp11::mp_size<FileCommand>::value * people().size()) * 40);
}

TEST(AuthorityMatrix, EverySightIsTheOneWrittenByHand) {
  for (const Situation situation : authority_cast::situations) {
    const between::Story story = told(situation);
    for (const Somebody& who : people()) {
      const Sight seen = authority::sight(who.caller, story.file, now_in(story));
      EXPECT_EQ(seen.of_case, who.sights[static_cast<std::size_t>(situation)])
          << who.caller.name << " of " << who.caller.unit.text << ", "
          << authority_cast::name_of(situation);
      EXPECT_EQ(seen.of_council, who.of_council) << who.caller.name;
    }
  }
}

TEST(AuthorityMatrix, WhatOnlyProgramsAndLinksSayHasNoGrantForAnAccount) {
  // Examples are marked and removed by the program, for an administrator who is named in the log.
  const std::set<std::string_view> of_examples{"mark_example", "remove_example"};
  for (const char* command : {"pass_time", "record_delivery", "mark_example", "remove_example"}) {
    for (const Grant& grant : row_of(command).grants) EXPECT_EQ(grant.when, Condition::by_program);
  }
  for (const AuthorityRow& row : authority::file_rows()) {
    EXPECT_FALSE(row.grants.empty()) << row.command;
    for (const Grant& grant : row.grants) {
      const bool by_link = grant.role == Role::person || grant.role == Role::substitute;
      EXPECT_EQ(by_link, grant.when == Condition::by_link) << row.command;
      const bool by_program = grant.role == Role::mail || grant.role == Role::clock ||
                              of_examples.contains(row.command);
      EXPECT_EQ(by_program, grant.when == Condition::by_program) << row.command;
    }
  }
}

TEST(AuthorityMatrix, OnlyTheAdministratorKeepsTheRegister) {
  for (const Somebody& who : people()) {
    const bool keeps = std::ranges::count(who.caller.positions, Position::administrator) > 0;
    boost::mp11::mp_for_each<RegisterCommand>([&](const auto& said) {
      using Command = std::decay_t<decltype(said)>;
      const bool of_examples = std::is_same_v<Command, MarkExampleEntries> ||
                               std::is_same_v<Command, RemoveExampleEntries>;
      EXPECT_EQ(bool(authority::admit(who.caller, RegisterCommand{said})), keeps && !of_examples)
          << said.id;
    });
    EXPECT_EQ(bool(authority::admit(who.caller, RoutineCommand{RecordRoutine{}})), keeps);
  }
}

TEST(AuthorityMatrix, AHeadSaysOfTheOwnUnitWhenTheyAreAway) {
  Caller head{
      .account = "h", .name = "Hedda Chef", .unit = adults, .positions = {}, .named_for = {}};
  const auto may = [&](const UnitId& unit) {
    return authority::admit(head, RegisterCommand{RecordHeadAbsence{unit, std::nullopt}});
  };
  EXPECT_EQ(may(adults).denial().why.rule, "may_not") << "no head";
  head.positions = {Position::unit_head};
  ASSERT_TRUE(bool(may(adults)));
  EXPECT_EQ(may(adults).actor().role, Role::unit_head);
  EXPECT_EQ(may(clinic).denial().why.rule, "not_own");
  EXPECT_FALSE(bool(authority::admit(head, RegisterCommand{RecordMailboxCheck{adults, {}, {}}})));
  head.unit = UnitId{};
  EXPECT_FALSE(bool(may(UnitId{}))) << "no unit is nobody's own";
}

TEST(AuthorityMatrix, ACaseIsOpenedByACoordinatorForTheOwnUnit) {
  const between::Story story = told();
  OpenCase open;
  open.coordinator.unit = ward;
  const Caller own = caller_of("Kim Samordnare", ward, {Position::coordinator});
  const Caller other = caller_of("Lena Medarbetare", ward, {Position::attendee});
  EXPECT_TRUE(authority::admit(own, CaseFile{}, now_in(story), open));
  EXPECT_EQ(authority::admit(other, CaseFile{}, now_in(story), open).denial().why.rule, "may_not");
  EXPECT_EQ(authority::admit(own, story.file, now_in(story), open).denial().why.rule,
            "no_such_case");
  open.coordinator.unit = adults;
  EXPECT_EQ(authority::admit(own, CaseFile{}, now_in(story), open).denial().why.rule, "not_own");
  EXPECT_EQ(authority::admit(own, CaseFile{}, now_in(story), CloseCase{}).denial().why.rule,
            "no_such_case");
}

}  // namespace
}  // namespace kallad::authority_matrix_test
