// Field by field, what each sight shows of a case in which every field says something. Each field
// that is hidden is listed here, and how many are shown: a new field, also deep inside a struct
// that is shown whole, fails until somebody has classified it. Not who has which sight.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "tests/engine/authority/cast.hpp"
#include "tests/engine/authority/walk.hpp"

namespace kallad::authority_shown_test {
namespace {

using authority_cast::adults;
using authority_cast::clinic;
using authority_cast::samrad;
using authority_cast::ward;

using Paths = std::set<std::string>;

/// A number no field has by itself.
constexpr int filler = 77;

/// Gives every leaf something to say, and every optional and vector one element.
CaseFile filled() {
  CaseFile file;
  auto fill = [](const std::string&, auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::same_as<T, bool>)
      value = true;
    else if constexpr (std::is_enum_v<T>)
      value = static_cast<T>(filler);
    else if constexpr (std::is_arithmetic_v<T>)
      value = filler;
    else if constexpr (std::same_as<T, Instant>)
      value = Instant{std::chrono::hours{1}};
    else if constexpr (std::same_as<T, Date>)
      value = std::chrono::year{2026} / 1 / 1;
    else if constexpr (support::is_optional<T>)
      value.emplace();
    else if constexpr (support::is_vector<T>)
      value.resize(1);
    else
      value = "something";
  };
  support::walk(file, "", fill);
  return file;
}

/// The paths that say something.
Paths told_by(const CaseFile& file) {
  Paths paths;
  auto note = [&](const std::string& path, const auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::same_as<T, bool>) {
      if (value) paths.insert(path);
    } else if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
      if (value == static_cast<T>(filler)) paths.insert(path);
    } else if constexpr (!support::is_optional<T> && !support::is_vector<T>) {
      if (value != T{}) paths.insert(path);
    }
  };
  support::walk(file, "", note);
  return paths;
}

/// The case, with its one seat, expectation, activity and so on belonging to `party`, and its one
/// deficiency of `owner`'s against `party`.
CaseFile about(const UnitId& party, const UnitId& owner) {
  CaseFile file = filled();
  auto own = [&](const std::string& path, auto& value) {
    static const Paths wanted = {".running.meetings.seats.party",
                                 ".running.meetings.voided.party",
                                 ".running.meetings.notice.expectations.party",
                                 ".running.meetings.causes",
                                 ".running.plan.activities.activity.owner",
                                 ".running.plan.copies.0",
                                 ".running.passed.about",
                                 ".running.coordination_offered.unit",
                                 ".deficiencies.party"};
    if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, std::string>) {
      if (wanted.contains(path)) value = party.text;
      if (path == ".deficiencies.unit") value = owner.text;
    }
  };
  support::walk(file, "", own);
  return file;
}

/// The paths, one line for each struct with its fields.
std::string listed(const Paths& paths) {
  std::map<std::string, std::string> by_owner;
  for (const std::string& path : paths) {
    const auto dot = path.rfind('.');
    by_owner[path.substr(0, dot)] += " " + path.substr(dot + 1);
  }
  std::string out = "\n";
  for (const auto& [owner, fields] : by_owner) out += owner + ":" + fields + "\n";
  return out;
}

bool is_of_disposal(const std::string& path) { return path.starts_with(".disposal"); }

/// What has been decided about copies is shown with no case: the lists of disposal tell it.
Paths shown_of(const CaseFile& file, const Sight& seen) {
  const Paths shown = told_by(authority::redacted(file, seen));
  EXPECT_TRUE(std::ranges::none_of(shown, is_of_disposal));
  return shown;
}

/// What that sight hides of the file, and how much it shows.
std::string hidden_of(const CaseFile& file, const Sight& seen) {
  Paths hidden;
  Paths all = told_by(file);
  std::erase_if(all, is_of_disposal);
  const Paths shown = shown_of(file, seen);
  EXPECT_TRUE(std::ranges::includes(all, shown));
  std::ranges::set_difference(all, shown, std::inserter(hidden, hidden.end()));
  return listed(hidden) + "shown: " + std::to_string(shown.size()) + "\n";
}

Sight as_party(const UnitId& unit) { return {CaseSight::party, false, unit, {}}; }

TEST(AuthorityShown, EveryFieldOfTheFilledCaseSaysSomething) {
  EXPECT_EQ(told_by(filled()).size(), 355U);
}

TEST(AuthorityShown, ThePartysOwn) {
  EXPECT_EQ(hidden_of(about(clinic, clinic), as_party(clinic)),
            "\n"
            ".running: names_before origins\n"
            ".running.consent.gave_before: capacity name\n"
            ".running.consent.given: cannot_consent_motive except not_shared "
            "one_guardian_motive\n"
            ".running.consent.given.given_by: capacity name\n"
            ".running.meetings.notice: link place\n"
            "shown: 309\n");
}

/// Other units' deficiencies, contact details, delivery, notes and earlier summonses.
constexpr const char* of_the_others =
    "\n"
    ".deficiencies: against_outsider answer_by decision decision_words identity_withheld "
    "kinds measure meeting number origin party proposed proposed_reason reason result "
    "sent_back_reason state unit withdrawn_by withdrawn_reason withdrawn_words\n"
    ".deficiencies.answer_overdue: at event\n"
    ".deficiencies.answers: 0\n"
    ".deficiencies.answers.1: at event\n"
    ".deficiencies.contests: 0\n"
    ".deficiencies.contests.1: at event\n"
    ".deficiencies.decided: at event\n"
    ".deficiencies.facts: at event what\n"
    ".deficiencies.form: causes consent_to_pass_on event_date found_at "
    "measures_by_parties measures_for_person parties_concerned what_happened "
    "withhold_identity\n"
    ".deficiencies.form.nearest_manager: contact name title\n"
    ".deficiencies.form.registered_by: contact name title\n"
    ".deficiencies.left_unit: at event\n"
    ".deficiencies.registered: at event\n"
    ".deficiencies.sent: at event\n"
    ".deficiencies.steps: state what\n"
    ".deficiencies.steps.by: name role unit\n"
    ".deficiencies.steps.fact: at event\n"
    ".running: names_before origins\n"
    ".running.consent.gave_before: capacity name\n"
    ".running.consent.given: cannot_consent_motive except not_shared "
    "one_guardian_motive\n"
    ".running.consent.given.given_by: capacity name\n"
    ".running.coordination_offered: name unit\n"
    ".running.meetings: causes\n"
    ".running.meetings.notice.expectations: party text\n"
    ".running.meetings.seats: acknowledge_by address_bounced answer_by presumed_at reach "
    "reach_at_acknowledge_lapse reach_at_answer_lapse reminders_done representative\n"
    ".running.meetings.seats.accepted: at event\n"
    ".running.meetings.seats.acknowledge_lapsed: at event\n"
    ".running.meetings.seats.acknowledged: at event\n"
    ".running.meetings.seats.answer_lapsed: at event\n"
    ".running.meetings.seats.chain.who: contact\n"
    ".running.meetings.seats.opened: at event\n"
    ".running.meetings.seats.reached: at event\n"
    ".running.meetings.seats.released: event\n"
    ".running.meetings.seats.released.link.confirmed: at event\n"
    ".running.meetings.seats.released.link.named: at event\n"
    ".running.meetings.seats.released.link.who: briefed contact mandate name role unit\n"
    ".running.meetings.seats.sent: at event\n"
    ".running.meetings.voided: acknowledge_by address_bounced answer_by calling "
    "forwarded_from forwarded_to has_duty party presumed_at reach "
    "reach_at_acknowledge_lapse reach_at_answer_lapse reminders_done representative "
    "state version\n"
    ".running.meetings.voided.accepted: at event\n"
    ".running.meetings.voided.acknowledge_lapsed: at event\n"
    ".running.meetings.voided.acknowledged: at event\n"
    ".running.meetings.voided.answer_lapsed: at event\n"
    ".running.meetings.voided.answers: 0 1\n"
    ".running.meetings.voided.answers.2: at event\n"
    ".running.meetings.voided.chain.confirmed: at event\n"
    ".running.meetings.voided.chain.named: at event\n"
    ".running.meetings.voided.chain.who: briefed contact mandate name role unit\n"
    ".running.meetings.voided.mark: arrived_at attendance mandate party\n"
    ".running.meetings.voided.marked: at event\n"
    ".running.meetings.voided.opened: at event\n"
    ".running.meetings.voided.reached: at event\n"
    ".running.meetings.voided.released: event\n"
    ".running.meetings.voided.released.link.confirmed: at event\n"
    ".running.meetings.voided.released.link.named: at event\n"
    ".running.meetings.voided.released.link.who: briefed contact mandate name role unit\n"
    ".running.meetings.voided.sent: at event\n"
    ".running.passed: about at kind number\n"
    ".running.plan.activities: note\n"
    ".running.plan.copies: 0\n"
    ".running.plan.copies.1: at event\n"
    "shown: 139\n";

TEST(AuthorityShown, OfTheOthersToAParty) {
  CaseFile file = about(adults, adults);
  file.running.person.protection = Protection::none;
  EXPECT_EQ(hidden_of(file, as_party(clinic)), of_the_others);
}

TEST(AuthorityShown, OfADeficiencyToItsCounterpart) {
  EXPECT_EQ(hidden_of(about(clinic, adults), as_party(clinic)),
            "\n"
            ".deficiencies: proposed proposed_reason sent_back_reason withdrawn_by "
            "withdrawn_reason withdrawn_words\n"
            ".deficiencies.form: causes found_at\n"
            ".deficiencies.form.nearest_manager: contact name title\n"
            ".deficiencies.steps.by: name\n"
            ".running: names_before origins\n"
            ".running.consent.gave_before: capacity name\n"
            ".running.consent.given: cannot_consent_motive except not_shared "
            "one_guardian_motive\n"
            ".running.consent.given.given_by: capacity name\n"
            ".running.meetings.notice: link place\n"
            "shown: 297\n");
}

TEST(AuthorityShown, OfADeficiencysWayOnlyWhatCameAfterItLeftItsUnit) {
  CaseFile file = about(clinic, adults);
  Deficiency& one = file.deficiencies.front();
  const DeficiencyStep step = one.steps.front();
  for (const std::uint32_t event : {1U, 2U, 3U}) {
    one.steps.push_back(step);
    one.steps.back().fact.event = event;
  }
  one.steps.erase(one.steps.begin());
  one.left_unit->event = 2;
  const auto events_to = [&](const Sight& seen) {
    std::vector<std::uint32_t> events;
    const CaseFile shown = authority::redacted(file, seen);
    for (const auto& taken : shown.deficiencies.at(0).steps) {
      events.push_back(taken.fact.event);
    }
    return events;
  };
  EXPECT_EQ(events_to(as_party(clinic)), (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(events_to({CaseSight::none, true, samrad, {}}), (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(events_to(as_party(adults)), (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(AuthorityShown, ToTheCouncilsSecretary) {
  const Sight seen{CaseSight::none, true, samrad, {}};
  CaseFile file = about(clinic, adults);
  Deficiency& one = file.deficiencies.front();  // and its words name nobody
  one.contests.front().text = one.sent_back_reason = "Ingen kom.";
  EXPECT_EQ(listed(shown_of(file, seen)),
            "\n"
            ".deficiencies: against_outsider answer_by decision decision_words identity_withheld "
            "kinds measure meeting number origin party proposed proposed_reason reason result "
            "sent_back_reason state unit\n"
            ".deficiencies.answer_overdue: at event\n"
            ".deficiencies.answers: 0\n"
            ".deficiencies.answers.1: at event\n"
            ".deficiencies.contests: 0\n"
            ".deficiencies.contests.1: at event\n"
            ".deficiencies.decided: at event\n"
            ".deficiencies.facts: at event what\n"
            ".deficiencies.form: causes consent_to_pass_on event_date measures_by_parties "
            "measures_for_person parties_concerned what_happened withhold_identity\n"
            ".deficiencies.form.nearest_manager: contact name title\n"
            ".deficiencies.form.registered_by: contact name title\n"
            ".deficiencies.left_unit: at event\n"
            ".deficiencies.registered: at event\n"
            ".deficiencies.sent: at event\n"
            ".deficiencies.steps: state what\n"
            ".deficiencies.steps.by: role unit\n"
            ".deficiencies.steps.fact: at event\n"
            ".running: council id\n");
}

/// Who was added to the case since may stand in words that others have replaced.
TEST(AuthorityShown, WordsThatWereReplacedAndNameSomebodyStayWithTheCounterpart) {
  CaseFile file = about(clinic, adults);
  file.running.person.name = "Anna Testsson";
  Deficiency& one = file.deficiencies.front();
  one.sent = Cited{1, {}};
  one.answers = {{"Vi ringde Anna.", {2, {}}}, {"Vi ringde.", {3, {}}}, {"Ny rutin.", {4, {}}}};
  one.contests = {{"Anna kom inte.", {5, {}}}, {"Ingen kom.", {6, {}}}};
  one.sent_back_reason = "Skriv inte Anna.";
  const auto words_to = [&](const Sight& seen) {
    std::string all;
    const CaseFile shown = authority::redacted(file, seen);
    for (const auto& said : shown.deficiencies.at(0).answers) all += said.text + " ";
    for (const auto& said : shown.deficiencies.at(0).contests) all += said.text + " ";
    return all + shown.deficiencies.at(0).sent_back_reason;
  };
  const Sight council{CaseSight::none, true, samrad, {}};
  EXPECT_EQ(words_to(council), "Vi ringde. Ny rutin. Ingen kom. ");
  EXPECT_EQ(words_to(as_party(clinic)),
            "Vi ringde Anna. Vi ringde. Ny rutin. Anna kom inte. Ingen kom. ");
  one.sent_back_reason = "Skriv vad som gjorts.";
  EXPECT_EQ(words_to(council), "Vi ringde. Ny rutin. Ingen kom. Skriv vad som gjorts.");
}

TEST(AuthorityShown, InAnOverview) {
  const Sight seen{CaseSight::overview, false, ward, {}};
  EXPECT_EQ(listed(shown_of(about(clinic, adults), seen)),
            "\n"
            ".running: agreement council events id kind last_at round step\n"
            ".running.closed: at event\n"
            ".running.opened: at event\n");
}

TEST(AuthorityShown, ToTheCoordinatingUnit) {
  const Sight seen{CaseSight::whole, false, adults, {}};
  EXPECT_EQ(hidden_of(about(clinic, adults), seen),
            "\n"
            "shown: 321\n");
  EXPECT_EQ(shown_of(about(clinic, ward), seen).size(), 259U)
      << "others' deficiencies are not shown";
}

TEST(AuthorityShown, ToNobody) { EXPECT_TRUE(shown_of(about(clinic, adults), {}).empty()); }

}  // namespace
}  // namespace kallad::authority_shown_test
