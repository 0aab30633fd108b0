// The story's commands in one place, so that tests say only what they are about.
// Not asserting anything but that the story itself is granted.
#include "tests/adapters/answer_link/world.hpp"

#include "adapters/brain/case_reader.hpp"

namespace kallad::links {

using namespace std::chrono_literals;

Actor staff(const UnitId& unit, std::string name) {
  return {Role::attendee, unit, std::move(name)};
}

Actor substitute(std::string name) {
  return {Role::substitute, support::reception, std::move(name)};
}

LocalTime march(unsigned day, int hour, int minute) {
  return support::wall(support::day(2026, 3, day),
                       std::chrono::hours{hour} + std::chrono::minutes{minute});
}

SendSummons plain_summons() {
  SendSummons summons;
  summons.starts = march(20, 13);
  summons.place = "Rådhuset, rum 4";
  summons.link = "https://mote.example.se/17";
  summons.purpose = "Samordna stödet";
  summons.questions = {"Vem gör vad?"};
  summons.expectations = {{the_reception, "Berätta om nästa steg."}};
  return summons;
}

AnswerSummons answer(const PartyId& party, AnswerKind kind) {
  AnswerSummons said;
  said.party = party;
  said.answer = kind;
  return said;
}

NameSubstitute naming(const PartyId& party, const std::string& name) {
  NameSubstitute said;
  said.party = party;
  said.substitute = {name, "sjuksköterska", name + "@example.se", Mandate::yes, true, {}};
  return said;
}

World::World() : World(plain_summons()) {}

World::World(const SendSummons& summons)
    : now(support::sweden().zone().to_instant(march(2))),
      stage_(StorePlace{folder_.path() / "kallad.db", {}}, support::sweden()) {
  fill_register();
  stage_.own(stream);
  open();
  tell(coordinator, summons);
}

void World::record(LedgerCommand command) {
  const Actor administrator{Role::administrator, {}, ""};
  const auto outcome =
      stage_.say(now, submission_of(std::string{register_stream}, "r" + std::to_string(++said_),
                                    administrator, std::move(command)));
  ASSERT_TRUE(outcome.stored()) << outcome.detail;
}

void World::fill_register() {
  const Register known = support::north_west();
  for (const auto& [id, one] : known.principals) record(RecordPrincipal{one});
  for (const auto& [id, one] : known.units) record(RecordUnit{one});
  for (const auto& [id, one] : known.councils) record(RecordCouncil{one});
  for (const auto& [id, one] : known.agreements) record(RecordAgreement{one});
}

void World::open() {
  OpenCase opening;
  opening.person = {"Anna Exempel", "19121212-1212", Protection::none};
  opening.need = "Stöd i vardagen";
  opening.council = support::council;
  opening.agreement = support::agreement;
  opening.coordinator = {coordinator.unit, coordinator.name};
  tell(coordinator, opening);
  tell(coordinator, AddParty{party_of(support::adults), PartyKind::unit, {}, {}});
  tell(coordinator, AddParty{the_reception, PartyKind::unit, {}, {}});
  tell(coordinator, AddParty{party_of(support::police), PartyKind::unit, {}, {}});
  tell(coordinator, AddParty{anna, PartyKind::person, {}, "Anna Exempel"});
  RecordConsent consent;
  consent.consent.given_by = {{"Anna Exempel", Capacity::person}};
  consent.consent.from = support::day(2026, 3, 2);
  tell(coordinator, consent);
}

Outcome World::say(const Actor& by, FileCommand command) {
  return submit(submission_of(stream, "c" + std::to_string(++said_), by, std::move(command)));
}

void World::tell(const Actor& by, FileCommand command) {
  const auto outcome = say(by, std::move(command));
  ASSERT_TRUE(outcome.stored()) << name_of(outcome.answer) << ' ' << outcome.detail;
}

void World::until(LocalTime reading) {
  now = support::sweden().zone().to_instant(reading);
  stage_.fire(now, false);
}

CaseFile World::file() {
  const auto read = [this](std::string_view name, const TakeEvent& take) {
    return stage_.read(name, take);
  };
  return load_case(read, stream).value();
}

Ground World::ground() {
  const Ledger& ledger = stage_.ledger();
  static const std::vector<Routine> standard{Routine{}};
  return {ledger.known, standard, support::sweden(), {}};
}

Meeting World::meeting() { return file().running.meetings.back(); }

Seat World::seat(const PartyId& party) {
  const Meeting held = meeting();
  const Seat* found = meeting::find_seat(held, party);
  EXPECT_TRUE(found) << party.text;
  return found ? *found : Seat{};
}

LinkName World::link(const PartyId& party) {
  return answer_link::party_link(CaseId{stream}, seat(party));
}

LinkName World::check_in(const PartyId& party) {
  return answer_link::check_in_link(CaseId{stream}, seat(party));
}

LinkName World::last_substitute(const PartyId& party) {
  const Seat of = seat(party);
  return answer_link::substitute_link(CaseId{stream}, of, of.chain.at(of.chain.size() - 1));
}

LinkState World::state(const LinkName& name) {
  return answer_link::state_of(file(), name, ground(), now);
}

LinkName World::name_substitute(const std::string& name, const Actor& by) {
  tell(by, naming(the_reception, name));
  return last_substitute(the_reception);
}

void World::confirm(const std::string& name) {
  ConfirmSubstitute said;
  said.party = the_reception;
  tell(substitute(name), said);
}

}  // namespace kallad::links
