// The register of north-west Skåne, the commands of the tests, and the shortest way to each step.
// Not a shortcut past the machines: whatever a world is led through, they have granted.
#include "tests/engine/case/world.hpp"

#include <algorithm>

namespace kallad::casework {

Actor coordinator() { return {Role::coordinator, helsingborg_adults, "Siv Samordnare"}; }
Actor chair() { return {Role::chair, helsingborg_adults, "Mona Mötesledare"}; }
Actor secretary() { return {Role::secretary, helsingborg_adults, "Sten Sekreterare"}; }
Actor staff_of(const UnitId& unit) { return {Role::attendee, unit, "Ola Handläggare"}; }
Actor head_of(const UnitId& unit) { return {Role::unit_head, unit, "Eva Chef"}; }
Actor substitute() { return {Role::substitute, UnitId{}, "Vik Ersättare"}; }
Actor the_person() { return {Role::person, UnitId{}, "Anna Testsson"}; }
Actor mail() { return {Role::mail, UnitId{}, ""}; }
Actor the_clock() { return {}; }

namespace {

void add(Register& known, const UnitId& unit, PrincipalKind kind) {
  const PrincipalId principal{unit.text.substr(0, unit.text.find('/'))};
  known.principals[principal] = {principal, principal.text, kind, {}};
  known.units[unit] = {unit,
                       principal,
                       "Enheten " + unit.text,
                       "brevlada@" + principal.text,
                       "Eva Chef",
                       "chef@" + principal.text,
                       {},
                       {}};
}

Agreement agreement_of(const Register& known) {
  Agreement agreement{AgreementId{"nv-skane"},
                      "Överenskommelsen i nordvästra Skåne",
                      CouncilId{"nv-skane"},
                      day(2019, 1, 1),
                      {},
                      {}};
  for (const auto& [id, principal] : known.principals) {
    const bool outside = id.text == "polisen" || id.text == "lund" || principal.bound_like;
    if (!outside) agreement.members.push_back({id, id.text != "forsakringskassan", {}});
  }
  return agreement;
}

}  // namespace

Register north_west_skane() {
  Register known;
  for (const auto* name :
       {"bjuv", "bastad", "hoganas", "klippan", "landskrona", "svalov", "astorp", "orkelljunga"}) {
    add(known, UnitId{std::string{name} + "/vuxen"}, PrincipalKind::municipality);
  }
  for (const auto& unit : {helsingborg_adults, helsingborg_school, angelholm_adults, lund_adults}) {
    add(known, unit, PrincipalKind::municipality);
  }
  for (const auto& unit : {psychosis_clinic, health_centre, child_psychiatry, adult_habilitation}) {
    add(known, unit, PrincipalKind::region);
  }
  for (const auto& unit : {we_mind, UnitId{"laro-sund/helsingborg"}}) {
    add(known, unit, PrincipalKind::private_provider);
    known.principals[known.units[unit].principal].bound_like = PrincipalId{"region"};
  }
  add(known, insurance_office, PrincipalKind::authority);
  add(known, police, PrincipalKind::authority);
  const Agreement agreement = agreement_of(known);
  known.agreements[agreement.id] = agreement;
  known.councils[agreement.council] = {agreement.council, "Lokalt samråd psykiatri",
                                       helsingborg_adults};
  return known;
}

Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

LocalTime clock_at(Date local, int hour, int minute) {
  return std::chrono::local_days{local} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

// --- reading a verdict
// -----------------------------------------------------------------------------

Rules rules_of(const Said& said) {
  Rules rules;
  if (said) return rules;
  for (const auto& refusal : said.refusals()) rules.emplace_back(refusal.rule);
  return rules;
}

Rules events_of(const Said& said) {
  Rules ids;
  if (!said) return ids;
  for (const auto& event : said.events()) {
    boost::variant2::visit(
        [&](const auto& one) { ids.emplace_back(std::decay_t<decltype(one)>::id); }, event);
  }
  return ids;
}

Data data_of(const Said& said) { return said ? Data{} : said.refusals().front().data; }

// --- commands
// ----------------------------------------------------------------------------------------

OpenCase annas_case(CaseKind kind) {
  OpenCase command;
  command.kind = kind;
  command.person = {"Anna Testsson", "19121212-1212", Protection::none};
  command.need = "Samordning av boende och psykiatrisk vård";
  command.council = CouncilId{"nv-skane"};
  command.agreement = AgreementId{"nv-skane"};
  command.coordinator = {helsingborg_adults, "Siv Samordnare"};
  return command;
}

RecordConsent annas_consent() {
  RecordConsent command;
  command.consent.given_by = {{"Anna Testsson", Capacity::person}};
  command.consent.from = day(2026, 3, 2);
  command.consent.until = day(2027, 3, 2);
  return command;
}

AddParty party(const UnitId& unit, std::optional<Calling> calling) {
  return {party_of(unit), PartyKind::unit, calling, {}};
}

AddParty beside(const char* name, PartyKind kind) { return {PartyId{name}, kind, {}, name}; }

SendSummons summons_to(LocalTime starts, std::vector<PartyId> parties) {
  SendSummons command;
  command.starts = starts;
  command.place = "Rådhuset, Helsingborg";
  command.purpose = "Samordna insatser kring boendet";
  command.questions = {"Vem svarar för vad när Anna flyttar?"};
  command.parties = std::move(parties);
  return command;
}

ChangeMeeting moved_to(LocalTime starts) {
  return {starts, {}, {}, "Lokalen är upptagen", "Brådskar"};
}

AttendanceMark mark(const PartyId& party, Attendance attendance) {
  return {party, attendance, {}, {}};
}
AttendanceMark mark(const UnitId& unit, Attendance attendance) {
  return mark(party_of(unit), attendance);
}
CloseAttendance attendance(std::vector<AttendanceMark> marks) { return {std::move(marks)}; }
CorrectAttendance correction(AttendanceMark mark, const char* reason) { return {mark, reason, {}}; }
CallOffMeeting called_off(std::vector<PartyId> causes, std::vector<AttendanceMark> marks) {
  return {std::move(causes), std::move(marks), "Ingen från regionen kom"};
}
EndMeeting ends_with(Date follow_up_on) { return {follow_up_on, {}}; }
CloseCase closing(ClosingReason reason) { return {reason, {}}; }
RecordGoal goal(const char* id, const char* text, GoalKind kind) {
  return {{GoalId{id}, text, kind, true}};
}
RecordActivity activity(const char* id, const UnitId& owner, std::optional<Date> by) {
  return {{ActivityId{id},
           "Boendestöd två gånger i veckan",
           party_of(owner),
           "Ola Handläggare",
           by,
           {}}};
}

RecordPlanPoints all_four_points() {
  RecordPlanPoints command;
  command.points.efforts_needed = "Boendestöd och läkemedelsuppföljning";
  command.points.responsibilities = {{PrincipalId{"helsingborg"}, "Boendestöd"},
                                     {PrincipalId{"region"}, "Läkemedelsuppföljning"}};
  command.points.no_others_measures = true;
  command.points.overall_responsible = PrincipalId{"helsingborg"};
  return command;
}

AnswerSummons answers(const UnitId& unit, AnswerKind kind) {
  auto command = of<AnswerSummons>(unit);
  command.answer = kind;
  return command;
}

AnswerSummons forwards(const UnitId& from, const UnitId& to) {
  auto command = answers(from, AnswerKind::forwarded);
  command.forward_to = to;
  return command;
}

NameSubstitute names_substitute(const UnitId& unit, const char* name) {
  auto command = of<NameSubstitute>(unit);
  command.substitute = {name, "sjuksköterska", std::string{name} + "@region", Mandate::yes, true,
                        {}};
  return command;
}

// --- the world
// ---------------------------------------------------------------------------------------

World& World::at(Date local, int hour, int minute) {
  now = zone().to_instant(clock_at(local, hour, minute));
  return *this;
}

Said World::ask(const Actor& by, const CaseCommand& command) const {
  return decide(running, command, {now, by, 0}, ground()).verdict;
}

Said World::say(const Actor& by, const CaseCommand& command) {
  const Decided decided = decide(running, command, {now, by, 0}, ground());
  if (!decided.verdict) return decided.verdict;
  for (const auto& event : decided.verdict.events()) {
    const Stamp stamp{now, by, running.events + 1};
    running = evolve(std::move(running), event, stamp);
    log.push_back({event, stamp});
  }
  EXPECT_EQ(table::state_id(running.step), table::state_id(decided.step));
  return decided.verdict;
}

World& World::must(const Actor& by, const CaseCommand& command) {
  const Said said = say(by, command);
  EXPECT_TRUE(said.is_accepted()) << rules_of(said).front();
  return *this;
}

std::vector<Due> World::due(DueKind kind) const {
  auto rows = due();
  std::erase_if(rows, [&](const Due& row) { return row.kind != kind; });
  return rows;
}

Said World::pass(const Due& row) {
  now = std::max(now, row.at);
  return say(the_clock(), PassTime{row});
}

const Seat& World::seat(const UnitId& unit) const {
  const Seat* found = meeting::find_seat(meeting(), party_of(unit));
  EXPECT_NE(found, nullptr) << unit.text;
  return *found;
}

// --- the way
// -----------------------------------------------------------------------------------------

World opened(CaseKind kind) {
  World world;
  world.must(coordinator(), annas_case(kind));
  world.must(coordinator(), party(helsingborg_adults)).must(coordinator(), party(psychosis_clinic));
  return world.must(coordinator(), AddParty{anna, PartyKind::person, {}, "Anna Testsson"});
}

World consented(CaseKind kind) { return opened(kind).must(coordinator(), annas_consent()); }

World called(CaseKind kind) {
  return consented(kind).must(coordinator(), summons_to(friday_at_one));
}

World at_the_table(CaseKind kind) { return called(kind).at(day(2026, 3, 20), 13); }

World held(CaseKind kind) {
  World world = at_the_table(kind);
  world.must(chair(), OpenMeeting{}).must(chair(), all_four_points());
  world.must(chair(), goal("hem", "Bo kvar hemma", GoalKind::long_term));
  world.must(chair(), goal("stod", "Ha boendestöd som fungerar"));
  world.at(day(2026, 3, 20), 14);
  return world.must(chair(),
                    attendance({mark(helsingborg_adults), mark(psychosis_clinic), mark(anna)}));
}

World led_to(Step step, CaseKind kind) {
  if (step == Step::preparation) return consented(kind);
  if (step == Step::closed)
    return consented(kind).must(coordinator(), closing(ClosingReason::persons_wish));
  World world = called(kind);
  if (step == Step::summons) return world;
  if (step == Step::mapping) {
    return world.must(coordinator(),
                      RecordMapping{{{}, "Stöd i vardagen", "Boendestöd", "En syster"}});
  }
  world = held(kind);
  if (step == Step::meeting) return world;
  world.must(chair(), ends_with(day(2026, 6, 1)));
  if (step == Step::activity_follow_up) return world;
  world.at(day(2026, 6, 1), 10).must(coordinator(), HoldFollowUp{});
  if (step == Step::follow_up) return world;
  return world.must(coordinator(),
                    RecordEvaluation{{{GoalId{"hem"}, GoalVerdict::reached, {}}}, "Det blev bra"});
}

}  // namespace kallad::casework
