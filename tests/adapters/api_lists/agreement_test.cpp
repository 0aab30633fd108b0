// Lists and authority never disagree: over random cases, callers and moments, a caller finds a case
// in their lists, once, exactly while authority lets them know of it; and its line tells nothing
// that the redacted case does not. Not the pages: tests/adapters/api. The real search runs, over
// the real tables in memory.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <sstream>

#include "adapters/api/lists/case_lists.hpp"
#include "adapters/api/lists/list_words.hpp"
#include "adapters/brain/lists/entries.hpp"
#include "adapters/brain/lists/marks.hpp"
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
  std::vector<StoredEntry> stored() { return rows_.of(1); }

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
        for (const FoundEntry& one : page) all.push_back(with_words(one.entry));
      }
    };
    if (readers.unit) ask(*readers.unit, std::nullopt);
    for (const EntryReader& council : readers.councils) ask(council, readers.unit);
    return all;
  }

  std::vector<ListEntry> entries;

 private:
  /// A page leaves words out, for nobody is shown them.
  ListEntry with_words(const ListEntry& line) const {
    for (const ListEntry& each : entries) {
      ListEntry told = each;
      told.words.clear();
      if (told == line) return each;
    }
    return line;
  }
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

/// Each word of the line is one of the number, the coordinator, a party's unit or huvudman, the
/// kind or the step, as the redacted case shows them; with protected identity it is the number.
void words_tell_no_more(const ListEntry& line, const CaseFile& seen) {
  const Case& running = seen.running;
  if (running.person.protection != Protection::none) RC_ASSERT(line.words == running.id.text);
  std::set<std::string> known{running.id.text, lists::mark_of(running.kind),
                              lists::mark_of(running.step),
                              lists::mark_of(running.coordinator.unit)};
  for (const Party& party : running.parties) {
    known.insert({lists::mark_of(party.unit), lists::mark_of(party.principal)});
  }
  std::string names = " " + running.coordinator.name + " ";
  std::istringstream words{line.words};
  for (std::string one; words >> one;) {
    RC_ASSERT(known.contains(one) || names.find(" " + one + " ") != std::string::npos);
  }
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
  words_tell_no_more(line, seen);
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
    RC_ASSERT(lists.stored() == as_stored(lists.entries));
    for (const ListEntry& entry : lists.entries) RC_ASSERT(!entry.late || entry.due <= *entry.late);
    RC_CLASSIFY(lists.entries.empty(), "no lines");
  });
}

std::vector<EntryWord> looked_for(const std::string& typed, const Register& known) {
  return api::search_words(typed, known).value_or(std::vector<EntryWord>{});
}

TEST(ListsAndAuthority, WordsThatAreTypedStandForWhatIsCalledSo) {
  const auto story = told();
  const auto marks = [&](const std::string& typed) {
    const auto words = looked_for(typed, story.known);
    return words.size() == 1 ? words[0].marks : std::vector<std::string>{"not one word"};
  };
  const Unit& unit = story.known.units.at(adults);
  EXPECT_EQ(std::ranges::count(marks(unit.name.substr(0, 4)), lists::mark_of(adults)), 1);
  EXPECT_EQ(std::ranges::count(marks("KALLELSE"), lists::mark_of(Step::summons)), 1);
  EXPECT_EQ(std::ranges::count(marks("summ"), lists::mark_of(Step::summons)), 1)
      << "in English too";
  EXPECT_EQ(std::ranges::count(marks("utvärd"), lists::mark_of(Step::evaluation)), 1);
  EXPECT_EQ(std::ranges::count(marks("UTVÄRD"), lists::mark_of(Step::evaluation)), 1);
  EXPECT_EQ(marks("värdering"), std::vector<std::string>{}) << "the beginning, not the middle";
  for (const std::string typed : {"*", "\"\"", " - ", "=", ""}) {
    EXPECT_FALSE(api::search_words(typed, story.known)) << typed;
  }
  EXPECT_FALSE(api::search_words(std::string(10'000, 'a'), story.known));
  EXPECT_FALSE(api::search_words("a b c d e f g h i j k l m", story.known));
  EXPECT_EQ(looked_for("sip-abc NEAR(x)", story.known).size(), 4U) << "signs part words";
}

TEST(ListsAndAuthority, NoLineNamesThePerson) {
  const auto story = told();
  Lists lists{story};
  ASSERT_FALSE(lists.entries.empty());
  for (const ListEntry& line : lists.entries) {
    for (const std::string& text : {line.list, line.sight, line.kind, line.step, line.unit,
                                    line.lead, line.offer, line.demand, line.words}) {
      EXPECT_EQ(text.find("Anna"), std::string::npos);
      EXPECT_EQ(text.find("1912"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace kallad::api_lists_test
