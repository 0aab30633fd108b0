// How a story is told. Not a second desk: no command ids and no store, only decide, evolve, due.
// Rule kept: each command is decided and each event folded as the desk would have it.
#include "tests/engine/between/story.hpp"

#include <algorithm>

#include "engine/between/standing.hpp"
#include "engine/deficiency/raising.hpp"

namespace kallad::between {

namespace {

void add_unit(Register& known, const char* principal, PrincipalKind kind, const UnitId& unit) {
  known.principals[PrincipalId{principal}] = {PrincipalId{principal}, principal, kind, {}};
  known.units[unit] = {unit, PrincipalId{principal}, unit.text, "", "", "", {}, {}};
}

Register north_west() {
  Register known;
  add_unit(known, "helsingborg", PrincipalKind::municipality, adults);
  add_unit(known, "helsingborg", PrincipalKind::municipality, children);
  add_unit(known, "region", PrincipalKind::region, clinic);
  add_unit(known, "region", PrincipalKind::region, ward);
  add_unit(known, "polisen", PrincipalKind::authority, police);
  Agreement agreement{AgreementId{"nv"}, "Nordväst", CouncilId{"nv"}, {}, {}, {}};
  agreement.valid_from = std::chrono::year{2019} / 1 / 1;
  agreement.members = {{PrincipalId{"helsingborg"}, true, {}}, {PrincipalId{"region"}, true, {}}};
  known.agreements[agreement.id] = agreement;
  known.councils[agreement.council] = {agreement.council, "Samrådet", adults};
  return known;
}

std::string id_of(const FileEvent& event) {
  return boost::variant2::visit([](const auto& fact) { return std::string{fact.id}; }, event);
}

/// What is taken was never told as impossible (standing.hpp). The mail and the clock ask nobody.
void expect_nothing_stood_against(const CaseFile& file, const FileCommand& command,
                                  const Stamp& stamp, const Ground& ground) {
  const std::string_view id =
      boost::variant2::visit([](const auto& said) { return said.id; }, command);
  if (id == OpenCase::id || stamp.by.role == Role::mail || stamp.by.role == Role::clock) return;
  const auto all = abouts(file, id);
  EXPECT_TRUE(std::ranges::any_of(all,
                                  [&](const About& about) {
                                    const auto why =
                                        standing_against(file, id, about, stamp, ground);
                                    return why && why->empty();
                                  }))
      << id << " was taken, and something stood against it";
}

}  // namespace

Story::Story() : known(north_west()) {
  file.running.id = CaseId{"anna"};
  now = calendar.zone().to_instant(local(2026, 3, 2));
}

std::vector<std::string> Story::say(const Actor& by, const FileCommand& command) {
  told.clear();
  refused.clear();
  wishes.clear();
  Stamp stamp{now, by, file.running.events};
  const CaseFile before = file;
  const auto verdict =
      advance(file, command, stamp, ground(), [&](const CaseFile& after, const FileEvent& event) {
        ++stamp.event;
        log.push_back({event, stamp});
        told.push_back(id_of(event));
        for (const auto& wish : reactions(after, event)) wishes.push_back(wish);
      });
  if (!verdict) {
    for (const auto& no : verdict.refusals()) refused.emplace_back(no.rule);
    return refused;
  }
  EXPECT_EQ(told.size(), verdict.events().size());
  stamp.event = before.running.events;
  if (!told.empty()) expect_nothing_stood_against(before, command, stamp, ground());
  return told;
}

Story& Story::until(LocalTime reading) {
  const Instant end = calendar.zone().to_instant(reading);
  Ids all;
  for (;;) {
    auto dues = due(file, ground());
    const auto first = std::min_element(dues.begin(), dues.end());
    if (first == dues.end() || first->at > end) break;
    now = std::max(now, first->at);
    say(the_clock(), PassTime{*first});
    if (!refused.empty()) ADD_FAILURE() << "the clock was refused: " << refused.front();
    if (!refused.empty()) break;
    all.insert(all.end(), told.begin(), told.end());
  }
  now = std::max(now, end);
  told = std::move(all);
  return *this;
}

Story& Story::prepared() {
  OpenCase open;
  open.person = {"Anna Testsson", "19121212-1212", Protection::none};
  open.need = "Stöd från båda huvudmännen";
  open.council = CouncilId{"nv"};
  open.agreement = AgreementId{"nv"};
  open.coordinator = {adults, "Siv Samordnare"};
  say(coordinator(), open);
  RecordConsent given;
  given.consent.given_by = {{"Anna Testsson", Capacity::person}};
  given.consent.from = std::chrono::year{2026} / 1 / 1;
  say(coordinator(), given);
  say(coordinator(), AddParty{party_of(adults), PartyKind::unit, {}, {}});
  say(coordinator(), AddParty{party_of(clinic), PartyKind::unit, {}, {}});
  say(coordinator(), AddParty{anna, PartyKind::person, {}, {}});
  EXPECT_TRUE(refused.empty());
  return *this;
}

Story& Story::summoned() {
  prepared();
  SendSummons send;
  send.starts = local(2026, 3, 20, 13);
  send.place = "Rådhuset";
  send.purpose = "Samordna stödet";
  send.questions = {"Vem gör vad?"};
  say(coordinator(), send);
  EXPECT_EQ(refused, Ids{});
  return *this;
}

Story& Story::delivered(const UnitId& unit) {
  RecordDelivery report;
  report.party = party_of(unit);
  say(mail(), report);
  EXPECT_EQ(refused, Ids{});
  return *this;
}

Story& Story::answered(const UnitId& unit, AnswerKind answer) {
  say(of_unit(unit), answer_of(unit, answer));
  EXPECT_EQ(refused, Ids{});
  return *this;
}

std::vector<std::string> Story::close(Attendance clinic_was, std::optional<Mandate> mandate) {
  until(local(2026, 3, 20, 15));
  say(chair(),
      CloseAttendance{{mark(adults, Attendance::present), mark(clinic, clinic_was, mandate)}});
  EXPECT_EQ(refused, Ids{});
  return told;
}

const Deficiency& Story::deficiency() const {
  if (file.deficiencies.size() != 1) {
    ADD_FAILURE() << "one deficiency expected, got " << file.deficiencies.size();
    static const Deficiency none;
    return none;
  }
  return file.deficiencies.front();
}

std::size_t Story::standing() const {
  return static_cast<std::size_t>(
      std::count_if(file.deficiencies.begin(), file.deficiencies.end(),
                    [](const Deficiency& one) { return one.state != DeficiencyState::withdrawn; }));
}

void Story::replays() const {
  CaseFile again;
  again.running.id = file.running.id;
  std::uint32_t number = 0;
  for (const auto& entry : log) {
    ASSERT_EQ(entry.stamp.event, ++number);
    again = evolve(std::move(again), entry.event, entry.stamp);
  }
  EXPECT_EQ(again.running.step, file.running.step);
  EXPECT_EQ(again.running.events, file.running.events);
  EXPECT_EQ(due(again, ground()), due(file, ground()));
  ASSERT_EQ(again.deficiencies.size(), file.deficiencies.size());
  for (std::size_t i = 0; i < again.deficiencies.size(); ++i) {
    EXPECT_EQ(again.deficiencies[i].state, file.deficiencies[i].state);
    EXPECT_EQ(again.deficiencies[i].kinds, file.deficiencies[i].kinds);
    EXPECT_EQ(again.deficiencies[i].facts, file.deficiencies[i].facts);
  }
  const Stamp stamp{now, the_clock(), file.running.events};
  EXPECT_TRUE(deficiency::raise(file.running, file.deficiencies, stamp, ground()).empty())
      << "asked twice, the grounds make nothing happen";
}

AnswerSummons answer_of(const UnitId& unit, AnswerKind answer) {
  AnswerSummons said;
  said.party = party_of(unit);
  said.answer = answer;
  return said;
}

NameSubstitute substitute_for(const UnitId& unit) {
  NameSubstitute named;
  named.party = party_of(unit);
  named.substitute = {"Sara Ersättare", "kurator", "sara@example.se", Mandate::yes, true, {}};
  return named;
}

AttendanceMark mark(const UnitId& unit, Attendance attendance, std::optional<Mandate> mandate) {
  return {party_of(unit), attendance, mandate, {}};
}

}  // namespace kallad::between
