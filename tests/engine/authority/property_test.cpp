// Promises of authority over random callers and random states of a case: what is admitted is seen,
// strangers are told nothing, redacting twice is redacting once, and after a withdrawal no sight
// grows. Not the table line by line: matrix_test.cpp.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "engine/authority/commands_now.hpp"
#include "tests/engine/authority/cast.hpp"
#include "tests/engine/authority/walk.hpp"
#include "tests/support/many.hpp"

namespace kallad::authority_property_test {
namespace {

using authority_cast::adults;
using authority_cast::children;
using authority_cast::clinic;
using authority_cast::now_in;
using authority_cast::samrad;
using authority_cast::told;
using authority_cast::ward;
using support::text_of;

constexpr int trials = 2'000;

template <class Value>
Value one_of(std::vector<Value> values) {
  return *rc::gen::elementOf(std::move(values));
}

bool toss() { return *rc::gen::arbitrary<bool>(); }

Caller any_caller(const std::vector<UnitId>& units) {
  Caller caller{"account",
                one_of<std::string>({"Siv Samordnare", "Mats Mötesledare", "Lena Ny"}),
                one_of(units),
                {},
                {}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Position>>([&](auto position) {
    if (toss()) caller.positions.push_back(position.value);
  });
  if (toss()) caller.named_for = {CaseId{"anna"}};
  return caller;
}

/// A case somewhere on its way, told by commands that may be refused, and bent here and there.
between::Story any_story() {
  between::Story story = told();
  const auto by = between::coordinator();
  if (toss()) story.delivered(clinic).answered(clinic, AnswerKind::attends);
  if (toss()) story.say(by, RemoveParty{party_of(one_of<UnitId>({clinic, children})), "Skäl"});
  if (toss()) story.say(by, HandOverCoordination{{one_of<UnitId>({ward, clinic}), "Lena Ny"}});
  if (toss()) story.say(by, WithdrawConsent{"Anna Testsson", Capacity::person});
  if (toss()) story.say(by, AddParty{party_of(clinic), PartyKind::unit, {}, {}});
  if (toss()) story.file.running.person.protection = Protection::secrecy_mark;
  if (toss()) story.file.running.consent.given->until = std::chrono::year{2026} / 2 / 1;
  if (toss()) story.file.running.consent.given->covers = {PartyId{"region"}};
  Deficiency& first = story.file.deficiencies.front();
  first.identity_withheld = toss();
  if (toss()) first.left_unit = first.sent = std::nullopt;
  first.form.what_happened = first.form.found_at = "Kallades och kom inte";
  if (toss()) first.unit = clinic;
  return story;
}

FileCommand any_command() {
  std::vector<FileCommand> all;
  boost::mp11::mp_for_each<FileCommand>([&](const auto& kind) {
    auto said = kind;
    using Command = std::decay_t<decltype(said)>;
    if constexpr (std::derived_from<Command, SeatRef>) said.party = party_of(clinic);
    if constexpr (std::derived_from<Command, DeficiencyRef>) said.number = 1;
    all.emplace_back(said);
  });
  const auto index = *rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, all.size()));
  return all[index];
}

const std::vector<UnitId> all_units{adults, clinic, children, ward, samrad};

/// The administrator decides about copies of cases that they do not see.
bool decides_unseen(const Caller& caller, const FileCommand& command) {
  return !caller.account.empty() && authority::has(caller, Position::administrator) &&
         (boost::variant2::holds_alternative<DisposeCopy>(command) ||
          boost::variant2::holds_alternative<KeepCopy>(command));
}

TEST(AuthorityProperty, WhatIsAdmittedIsSeen) {
  support::expect_holds_in(trials, "admitting never exceeds sight", [] {
    const auto story = any_story();
    const Caller caller = any_caller(all_units);
    const Sight seen = authority::sight(caller, story.file, now_in(story));
    const FileCommand command = any_command();
    const auto answer = authority::admit(caller, story.file, now_in(story), command);
    if (decides_unseen(caller, command)) {
      RC_ASSERT(answer && answer.actor().role == Role::administrator);
      return;
    }
    if (answer) RC_ASSERT(!seen.is_none());
    if (!answer) RC_ASSERT((answer.denial().kind == DenialKind::unknown) == seen.is_none());
  });
}

std::string_view id_of(const FileCommand& command) {
  return boost::variant2::visit([](const auto& said) { return said.id; }, command);
}

TEST(AuthorityProperty, WhatIsToldAsImpossibleNowIsRefused) {
  support::expect_holds_in(trials, "what stands against a command refuses it", [] {
    const auto story = any_story();
    const Caller caller = any_caller(all_units);
    const Ground ground{story.known, story.routines, story.calendar, {}};
    const FileCommand command = any_command();
    const auto all = authority::commands_now(caller, story.file, now_in(story), ground);
    const auto now = std::ranges::find(all, id_of(command), &authority::CommandNow::command);
    if (now == all.end() || now->why_not.empty()) return;
    const auto admitted = authority::admit(caller, story.file, now_in(story), command);
    if (!admitted) return;
    const Stamp stamp{story.now, admitted.actor(), 0};
    const auto verdict = between::decide(story.file, command, stamp, ground);
    if (verdict && !verdict.events().empty())  // what is no news may be said again
      RC_FAIL(std::string{now->command} + ": " + std::string{now->why_not.front().rule});
  });
}

TEST(AuthorityProperty, AStrangerIsToldNothing) {
  support::expect_holds_in(trials, "a unit that is no party is told unknown", [] {
    auto story = any_story();
    story.file.running.coordination_offered.reset();
    const Caller caller = any_caller({ward, between::police});
    const Sight seen = authority::sight(caller, story.file, now_in(story));
    RC_ASSERT(seen.is_none());
    RC_ASSERT(text_of(authority::redacted(story.file, seen)) == text_of(CaseFile{}));
    const FileCommand command = any_command();
    if (decides_unseen(caller, command)) return;
    const auto answer = authority::admit(caller, story.file, now_in(story), command);
    RC_ASSERT(!answer);
    RC_ASSERT(answer.denial().why.rule == "no_such_case");
  });
}

TEST(AuthorityProperty, RedactingTwiceIsRedactingOnce) {
  support::expect_holds_in(trials, "redacted(redacted(x)) == redacted(x)", [] {
    const auto story = any_story();
    const Sight seen = authority::sight(any_caller(all_units), story.file, now_in(story));
    const CaseFile once = authority::redacted(story.file, seen);
    RC_ASSERT(text_of(authority::redacted(once, seen)) == text_of(once));
  });
}

TEST(AuthorityProperty, AfterAWithdrawalNoSightGrows) {
  support::expect_holds_in(trials, "after withdrawal sight never grows", [] {
    auto story = any_story();
    const Caller caller = any_caller(all_units);
    const Sight before = authority::sight(caller, story.file, now_in(story));
    const std::string shown = text_of(authority::redacted(story.file, before));
    const CaseFile then = story.file;
    story.say(between::coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
    story.say(between::coordinator(), RecordDischargeFacts{});
    if (toss())
      story.say(between::coordinator(), AddParty{party_of(ward), PartyKind::unit, {}, {}});
    const Sight after = authority::sight(caller, story.file, now_in(story));
    RC_ASSERT(after.of_case <= before.of_case);
    RC_ASSERT(!after.of_council || before.of_council);
    RC_ASSERT(after.of_case != CaseSight::party);
    if (after.of_case == CaseSight::frozen) {
      RC_ASSERT(after.horizon.event <= then.running.events + 1);
      RC_ASSERT(text_of(authority::redacted(then, after)).size() <= shown.size());
    }
  });
}

TEST(AuthorityProperty, NothingOfThePersonIsShownOutsideConsent) {
  support::expect_holds_in(trials, "name and number stay where consent is", [] {
    const auto story = any_story();
    const Caller caller = any_caller({samrad, children, ward});
    const Sight seen = authority::sight(caller, story.file, now_in(story));
    const std::string shown = text_of(authority::redacted(story.file, seen));
    RC_ASSERT(seen.of_case < CaseSight::frozen);
    RC_ASSERT(shown.find("Anna Testsson") == std::string::npos);
    RC_ASSERT(shown.find("19121212") == std::string::npos);
  });
}

}  // namespace
}  // namespace kallad::authority_property_test
