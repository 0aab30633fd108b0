// Who is who in the tests of authority. Not the rules: what each should see is written by hand.
// Rule kept: plainly invented people only.
#include "tests/engine/authority/cast.hpp"

namespace kallad::authority_cast {

namespace {

using enum CaseSight;

void add_deficiencies(between::Story& story) {
  Deficiency sent;
  sent.number = 1;
  sent.state = DeficiencyState::with_counterpart;
  sent.party = party_of(clinic);
  sent.left_unit = sent.sent = Cited{story.file.running.events, story.now};
  Deficiency draft;
  draft.number = 2;
  draft.origin = Origin::written;
  draft.unit = clinic;
  draft.party = party_of(adults);
  story.file.deficiencies = {sent, draft};
}

using R = Role;

/// Those who have a part in the case.
std::vector<Somebody> staff() {
  using enum Position;
  return {
      {caller_of("Siv Samordnare", adults, {Position::coordinator}),
       {R::coordinator, R::attendee},
       {CaseSight::whole, CaseSight::whole, CaseSight::whole, CaseSight::whole, CaseSight::whole}},
      {caller_of("Stina Stand-in", adults, {Position::coordinator}),
       {R::coordinator, R::attendee},
       {CaseSight::whole, CaseSight::whole, CaseSight::whole, none, CaseSight::whole}},
      {caller_of("Lena Medarbetare", clinic, {attendee}),
       {R::attendee},
       {party, none, frozen, none, party}},
      {caller_of("Eva Chef", clinic, {unit_head}),
       {R::attendee, R::unit_head},
       {party, none, frozen, none, party}},
      {caller_of("Mats Mötesledare", clinic, {attendee}),
       {R::attendee, R::chair},
       {party, none, frozen, none, party}},
      {caller_of("Sara Sekreterare", adults, {attendee}),
       {R::attendee, R::secretary},
       {party, none, frozen, none, party}},
  };
}

/// Those who have none, and those who see it from another side.
std::vector<Somebody> others() {
  using enum Position;
  return {
      {caller_of("Nils Utanför Samtycket", children, {attendee, unit_head}),
       {},
       {none, none, none, none, none}},
      {caller_of("Frida Främmande", ward,
                 {Position::coordinator, attendee, unit_head, council_secretary, report_reader,
                  auditor, administrator}),
       {},
       {none, none, none, none, none}},
      {caller_of("Siv Samordnare", ward, {Position::coordinator}),
       {},
       {none, none, none, none, none}},
      {caller_of("Carin Psykiatrisamordnare", samrad, {council_secretary}),
       {R::council_secretary},
       {none, none, none, none, none},
       true},
      {caller_of("Rut Rapportläsare", adults, {report_reader}),
       {},
       {overview, overview, overview, none, overview}},
      {caller_of("Greta Granskare", adults, {auditor}), {}, {none, none, none, none, none}},
      {caller_of("Adam Administratör", adults, {administrator}),
       {},
       {none, none, none, none, none}},
      {{"", "Siv Samordnare", adults, {Position::coordinator}, {}},
       {},
       {none, none, none, none, none}},
  };
}

}  // namespace

std::string name_of(Situation situation) {
  constexpr const char* names[] = {"open", "without_consent", "withdrawn", "protected", "closed"};
  return names[static_cast<int>(situation)];
}

Caller caller_of(const std::string& name, const UnitId& unit, std::vector<Position> positions) {
  return {"account of " + name, name, unit, std::move(positions), {}};
}

const std::vector<Somebody>& people() {
  static const std::vector<Somebody> all = [] {
    auto both = staff();
    for (auto& one : others()) both.push_back(std::move(one));
    return both;
  }();
  return all;
}

between::Story told(Situation situation) {
  between::Story story;
  story.known.units[samrad] = {samrad, PrincipalId{"region"}, samrad.text, "", "", "", {}, {}};
  story.known.councils[CouncilId{"nv"}] = {CouncilId{"nv"}, "Nordväst", samrad};
  story.summoned();
  RecordConsent narrower;
  narrower.consent = *story.file.running.consent.given;
  narrower.consent.except = {children};
  story.say(between::coordinator(), narrower);
  story.say(between::coordinator(), AddParty{party_of(children), PartyKind::unit, {}, {}});
  story.say(between::coordinator(), AssignRoles{"Mats Mötesledare", "Sara Sekreterare"});
  EXPECT_TRUE(story.refused.empty());
  add_deficiencies(story);
  Case& running = story.file.running;
  switch (situation) {
    case Situation::open:
      break;
    case Situation::without_consent:
      running.consent = {};
      running.meetings.clear();
      story.file.deficiencies.pop_back();
      break;
    case Situation::withdrawn:
      story.say(between::coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
      EXPECT_TRUE(story.refused.empty());
      break;
    case Situation::is_protected:
      running.person.protection = Protection::secrecy_mark;
      break;
    case Situation::is_closed:
      story.say(between::coordinator(), CloseCase{ClosingReason::persons_wish, {}});
      EXPECT_EQ(running.step, Step::closed);
      break;
  }
  return story;
}

Occasion now_in(const between::Story& story) { return {story.known, story.calendar, story.now}; }

}  // namespace kallad::authority_cast
