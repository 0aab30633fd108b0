// Lists and authority never disagree: over random cases, callers and moments, a caller finds a case
// in their lists, once, exactly while authority lets them know of it; and its line tells nothing
// that the redacted case does not. Not the pages: tests/adapters/api. The real search runs, over
// the real tables in memory.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "adapters/api/lists/case_lists.hpp"
#include "adapters/brain/lists/entries.hpp"
#include "adapters/brain/lists/readers.hpp"
#include "adapters/store/sqlite/lists/entry_rows.hpp"
#include "engine/authority/redaction.hpp"
#include "tests/engine/authority/cast.hpp"
#include "tests/support/many.hpp"

namespace kallad::api_lists_test {
namespace {

using authority_cast::adults;
using authority_cast::children;
using authority_cast::clinic;
using authority_cast::samrad;
using authority_cast::told;
using authority_cast::ward;
using std::chrono::days;

constexpr int trials = 1'500;

template <class Value>
Value one_of(std::vector<Value> values) {
  return *rc::gen::elementOf(std::move(values));
}
bool toss() { return *rc::gen::arbitrary<bool>(); }
bool seldom() { return one_of<int>({0, 0, 0, 0, 1}) == 1; }

const std::vector<UnitId> all_units{adults, clinic, children, ward, samrad};
const std::vector<std::string> all_names{"Siv Samordnare", "Mats Mötesledare", "Lena Ny", ""};

Caller any_caller() {
  Caller caller{seldom() ? "" : "account", one_of(all_names), one_of(all_units), {}, {}};
  if (seldom()) caller.unit = {};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Position>>([&](auto position) {
    if (toss()) caller.positions.push_back(position.value);
  });
  if (toss()) caller.named_for = {CaseId{"other"}, CaseId{"anna"}};
  return caller;
}

Date near(Date day) {
  return Date{std::chrono::sys_days{day} + days{one_of<int>({-40, -3, -1, 0, 1, 2, 30})}};
}

/// Deficiencies of several owners at several places on their way.
void bend_deficiencies(CaseFile& file) {
  for (Deficiency& one : file.deficiencies) {
    one.state =
        one_of<DeficiencyState>({DeficiencyState::drafted, DeficiencyState::with_counterpart,
                                 DeficiencyState::closed, DeficiencyState::withdrawn});
    one.unit = one_of<UnitId>({UnitId{}, adults, clinic, children});
    one.identity_withheld = toss();
    if (toss()) one.left_unit = one.sent = Cited{};
    if (toss()) one.left_unit = one.sent = std::nullopt;
    if (one.sent) one.party = party_of(one_of<UnitId>({adults, clinic, children}));
  }
}

/// A case somewhere on its way, told by commands that may be refused, and bent here and there.
between::Story any_story() {
  between::Story story = told();
  const auto by = between::coordinator();
  if (toss()) story.delivered(clinic);
  if (toss()) story.answered(clinic, AnswerKind::attends);
  if (seldom())
    story.say(by, RemoveParty{party_of(one_of<UnitId>({clinic, children, adults})), "Skäl"});
  if (toss()) story.say(by, HandOverCoordination{{one_of(all_units), one_of(all_names)}});
  if (seldom()) story.say(by, WithdrawConsent{"Anna Testsson", Capacity::person});
  if (seldom()) story.say(by, AddParty{party_of(clinic), PartyKind::unit, {}, {}});
  if (seldom()) story.say(by, CloseCase{});
  Case& running = story.file.running;
  const Date today = story.calendar.zone().day_of(story.now);
  if (toss()) running.person.protection = Protection::secrecy_mark;
  if (running.consent.given) {
    if (toss()) running.consent.given->until = near(today);
    if (seldom()) running.consent.given->from = near(today);
    if (seldom()) running.consent.given->covers = {PartyId{"region"}};
    if (seldom()) running.consent.given.reset();
  }
  if (seldom()) running.coordinator.unit = one_of(all_units);
  if (seldom()) running.coordinator.name = one_of(all_names);
  if (seldom()) running.council = {};
  if (seldom()) running.opened.reset();
  if (toss()) {
    ActivityInPlan entry;
    entry.activity.id = ActivityId{"a"};
    entry.activity.owner = party_of(one_of<UnitId>({adults, clinic}));
    entry.activity.due = near(today);
    running.plan.activities.push_back(entry);
  }
  bend_deficiencies(story.file);
  story.known.councils[CouncilId{"other"}] = {CouncilId{"other"}, "Annat", one_of(all_units)};
  if (!running.council.empty() && seldom())
    story.known.councils[running.council].secretary_unit = one_of(all_units);
  return story;
}

/// The lines of one case among those of others, as the store has them.
class Lists {
 public:
  explicit Lists(const between::Story& story) : words_(database_), rows_(database_, words_) {
    const std::vector<Routine> routines{Routine{}};
    const Ground ground{story.known, routines, story.calendar, {}};
    dues_ = between::due(story.file, ground);
    entries = lists::entries({story.file, dues_, story.calendar});
    rows_.put(1, entries);
    std::ranges::sort(entries);
  }
  std::vector<ListEntry> stored() { return rows_.of(1); }

  /// Lines the caller finds, of all their lists; numbers and pages are held against each other.
  std::vector<ListEntry> found(const Caller& caller, const Register& known, Instant now) {
    const api::ListReaders readers = api::readers_for(caller, known);
    std::vector<ListEntry> all;
    const auto ask = [&](const EntryReader& reader, const std::optional<EntryReader>& not_of) {
      for (const bool closed : {false, true}) {
        EntryQuery query{.reader = reader, .not_of = not_of, .now = now};
        query.filter.closed = closed;
        const auto page = find_entries(database_, words_, query);
        RC_ASSERT(count_entries(database_, words_, query) == page.size());
        for (const FoundEntry& one : page) all.push_back(one.entry);
      }
    };
    if (readers.unit) ask(*readers.unit, std::nullopt);
    for (const EntryReader& council : readers.councils) ask(council, readers.unit);
    return all;
  }

  std::vector<ListEntry> entries;

 private:
  static SQLite::Database made() {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec(store_tables());
    database.exec("INSERT INTO streams VALUES (1, 'anna'), (2, 'other')");
    return database;
  }
  SQLite::Database database_ = made();
  Words words_;
  EntryRows rows_;
  std::vector<Due> dues_;
};

Instant some_time_after(const between::Story& story) {
  return story.now + std::chrono::hours{one_of<int>({0, 1, 20, 24, 48, 72, 24 * 31, 24 * 400})};
}

TEST(ListsAndAuthority, FindTheSameCasesForAll) {
  support::expect_holds_in(trials, "list(caller) == what authority lets them know of", [] {
    const auto story = any_story();
    Lists lists{story};
    for (int i = 0; i < 8; ++i) {
      const Caller caller = any_caller();
      const Instant now = some_time_after(story);
      const Sight seen = authority::sight(caller, story.file, {story.known, story.calendar, now});
      const auto lines = lists.found(caller, story.known, now);
      RC_CLASSIFY(seen.is_none(), "unknown");
      RC_LOG() << caller.unit.text << " " << caller.name << ", " << lines.size() << " lines, sight "
               << static_cast<int>(seen.of_case) << (seen.of_council ? " of the council\n" : "\n");
      RC_ASSERT(lines.size() == (seen.is_none() ? 0U : 1U));
    }
  });
}

/// What the line says of a field is what the redacted case says, or nothing.
void tells_no_more(const ListEntry& line, const CaseFile& seen, const Caller& caller) {
  const Case& running = seen.running;
  RC_ASSERT(line.step.empty() || running.is_opened());
  const bool is_told =
      running.coordinator.unit == UnitId{line.unit} && running.coordinator.name == line.lead;
  const bool is_own_name = line.named && line.unit == caller.unit.text;
  RC_ASSERT(line.unit.empty() || is_told || is_own_name || line.list.starts_with("council:"));
  RC_ASSERT(!line.meeting ||
            (!running.meetings.empty() && running.meetings.back().notice.starts == *line.meeting));
  RC_ASSERT(!line.unanswered || !running.meetings.empty());
  RC_ASSERT(line.drafts <= seen.deficiencies.size());
  RC_ASSERT(!line.is_protected || running.person.protection != Protection::none);
  if (line.late || line.demand == "activity_due") RC_ASSERT(!running.plan.activities.empty());
}

TEST(ListsAndAuthority, ALineTellsNoMoreThanTheRedactedCase) {
  support::expect_holds_in(trials, "a line tells no more", [] {
    const auto story = any_story();
    Lists lists{story};
    const Caller caller = any_caller();
    const Sight seen =
        authority::sight(caller, story.file, {story.known, story.calendar, story.now});
    const CaseFile shown = authority::redacted(story.file, seen);
    for (const ListEntry& line : lists.found(caller, story.known, story.now))
      tells_no_more(line, shown, caller);
  });
}

TEST(ListsAndAuthority, LinesComeBackFromTheStoreAsTheyWere) {
  support::expect_holds_in(trials, "stored == made", [] {
    const auto story = any_story();
    Lists lists{story};
    RC_ASSERT(lists.stored() == lists.entries);
    for (const ListEntry& entry : lists.entries) RC_ASSERT(!entry.late || entry.due <= *entry.late);
    RC_CLASSIFY(lists.entries.empty(), "no lines");
  });
}

TEST(ListsAndAuthority, NoLineNamesThePerson) {
  const auto story = told();
  Lists lists{story};
  ASSERT_FALSE(lists.entries.empty());
  for (const ListEntry& line : lists.entries) {
    for (const std::string& text : {line.list, line.sight, line.kind, line.step, line.unit,
                                    line.lead, line.offer, line.demand}) {
      EXPECT_EQ(text.find("Anna"), std::string::npos);
      EXPECT_EQ(text.find("1912"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace kallad::api_lists_test
