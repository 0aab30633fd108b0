// Tells the cases: one story, and a different end in each situation.
// Not short cuts: each step is a command over the API by somebody who may say it.
#include "tests/adapters/api_attack/matrix_house.hpp"

namespace kallad::api_matrix {

using namespace std::chrono_literals;

namespace {

bool has_meeting(Situation situation) {
  return situation != Situation::unconsented && situation != Situation::nothing;
}

json filled_form() {
  const json siv{{"name", "Siv Samordnare"}, {"title", "socialsekreterare"}, {"contact", "042-1"}};
  const json hilda{{"name", "Hilda Chef"}, {"title", "enhetschef"}, {"contact", "042-2"}};
  return {{"number", 1},
          {"registered_by", siv},
          {"nearest_manager", hilda},
          {"found_at", "I telefon"},
          {"parties_concerned", "Mottagningen och socialtjänsten"},
          {"measures_for_person", "Nytt samtal bokades."},
          {"measures_by_parties", "Samtal mellan enheterna."},
          {"causes", {"sip"}},
          {"consent_to_pass_on", true}};
}

}  // namespace

std::string name_of(Situation situation) {
  static constexpr const char* names[] = {"open",  "unconsented", "guarded", "withdrawn",
                                          "ended", "left",        "closed",  "nothing"};
  return names[static_cast<int>(situation)];
}

MatrixHouse::MatrixHouse() {
  invite("siv", "Siv Samordnare", town, {"coordinator", "attendee"});
  invite("stina", "Stina Stand-in", town, {"coordinator"});
  invite("sara", "Sara Sekreterare", town, {"attendee"});
  invite("hilda", "Hilda Chef", town, {"unit_head"});
  invite("rita", "Rita Rapportläsare", town, {"report_reader"});
  invite("rut", "Rut Region", clinic, {"attendee"});
  invite("nadja", "Nadja Namngiven", clinic, {"attendee"});
  invite("mats", "Mats Mötesledare", clinic, {"attendee"});
  invite("eva", "Eva Chef", clinic, {"unit_head"});
  invite("rune", "Rune Regionsamordnare", clinic, {"coordinator"});
  invite("bosse", "Bosse Utanför Samtycket", excepted, {"attendee", "unit_head", "coordinator"});
  invite("ove", "Ove Utomstående", "hoganas/vuxen",
         {"coordinator", "attendee", "unit_head", "report_reader", "council_secretary"});
  invite("namne", "Siv Samordnare", "landskrona/vuxen", {"coordinator", "attendee"});
  invite("kim", "Kim Kommande", "hoganas/barn-unga", {"coordinator"});
  invite("carin", "Carin Psykiatrisamordnare", "helsingborg/psykiatrisamordning",
         {"council_secretary"});
  invite("rolf", "Rolf Rapportläsare", "helsingborg/psykiatrisamordning", {"report_reader"});
  invite("ada", "Ada Granskare", town, {"auditor"});
  invite("adam", "Adam Administratör", town, {"administrator"});
  const auto key =
      house.post(guest("siv"), "/api/v1/me/tokens", {{"name", "koppling"}, {"days", 30}});
  hands_.emplace("program", hands_.at("siv"));
  hands_.at("program").bearer = key.body()["token"];
  for (const Situation each : situations) open(each);
  for (const char* user : {"nadja", "ove"}) {  // naming lets nobody in who has no part in the case
    house.post(guest("siv"), place(Situation::guarded) + "/named-staff", {{"user_name", user}});
  }
  house.pass_to(house.clock.now + 18 * 24h + 3h + 40min);  // 20 minutes before the meetings
  sign_all_in();
  house.clock.now += 30min;
  sign_all_in();
  for (const Situation each : situations) {
    if (has_meeting(each)) hold(each);
  }
  house.pass_to(house.clock.now + 12h);  // the next day, when a consent has ended
  sign_all_in();
}

void MatrixHouse::invite(const std::string& user, const std::string& name, const std::string& unit,
                         std::vector<std::string> positions) {
  Hand hand{house.invite(user, name, unit, positions), name, unit, positions};
  hands_.emplace(user, std::move(hand));
}

void MatrixHouse::sign_all_in() {
  house.sign_in(house.administrator);
  for (auto& [user, hand] : hands_) {
    if (hand.bearer.empty()) house.sign_in(hand.guest);
  }
}

void MatrixHouse::open(Situation situation) {
  places_[situation] = "/api/v1/cases/sip-00000-00000";
  if (situation == Situation::nothing) return;
  const std::string protection = situation == Situation::guarded ? "secrecy_mark" : "none";
  const json body{
      {"kind", "sip"},
      {"person", {{"name", "Anna Påhittad"}, {"identity_number", ""}, {"protection", protection}}},
      {"need", "Stöd behöver samordnas"},
      {"council", "northwest"},
      {"agreement", "northwest"},
      {"coordinator", {{"unit", town}, {"name", "Siv Samordnare"}}},
      {"existing_sip_acknowledged", true},
      {"law", "sol_hsl"}};
  const auto opened = house.say(guest("siv"), "/api/v1/cases", body);
  ASSERT_EQ(opened.status, 201U) << opened.text;
  places_[situation] = opened.header("location");
  for (const char* unit : {town, clinic, excepted}) {
    say("siv", situation, "add_party", {{"party", unit}, {"kind", "unit"}});
  }
  say("siv", situation, "add_party", {{"party", "anna"}, {"kind", "person"}});
  if (has_meeting(situation)) call(situation);
}

void MatrixHouse::call(Situation situation) {
  const std::string until = situation == Situation::ended ? "2026-03-20" : "2027-03-02";
  say("siv", situation, "record_consent",
      {{"consent",
        {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
         {"form", "oral"},
         {"from", "2026-03-02"},
         {"until", until},
         {"except", {excepted}}}}});
  say("siv", situation, "send_summons",
      {{"starts", "2026-03-20T13:00"},
       {"place", "Stadshuset"},
       {"purpose", "Samordna stödet"},
       {"questions", {"Vem gör vad?"}}});
  for (const char* unit : {town, clinic}) {
    say("siv", situation, "answer", {{"party", unit}, {"answer", "attends"}});
  }
  say("siv", situation, "assign_roles",
      {{"chair", "Mats Mötesledare"}, {"secretary", "Sara Sekreterare"}});
  add_deficiencies(situation);
}

/// The first was sent by the town to the clinic, the second is a draft of the clinic's.
void MatrixHouse::add_deficiencies(Situation situation) {
  const auto written = [](const char* against) {
    return json{{"party", against}, {"event_date", "2026-03-02"}, {"what_happened", "Inget svar."}};
  };
  say("siv", situation, "write_deficiency", written(clinic));
  say("siv", situation, "complete_deficiency", filled_form());
  say("siv", situation, "hand_to_own_manager", {{"number", 1}});
  say("siv", situation, "send_to_counterpart", {{"number", 1}});
  if (situation != Situation::guarded) say("rut", situation, "write_deficiency", written(town));
}

void MatrixHouse::hold(Situation situation) {
  say("siv", situation, "open_meeting", json::object());
  for (const auto& [id, owner] : {std::pair{"a-town", town}, {"a-clinic", clinic}}) {
    say("siv", situation, "record_activity",
        {{"activity", {{"id", id}, {"what", "Ring"}, {"owner", owner}}}});
  }
  finish(situation);
}

/// To somebody of a unit that joins for it.
void MatrixHouse::offer(Situation situation) {
  const std::string unit = "hoganas/barn-unga";
  say("siv", situation, "add_party", {{"party", unit}, {"kind", "unit"}});
  say("siv", situation, "hand_over_coordination",
      {{"to", {{"unit", unit}, {"name", "Kim Kommande"}}}});
}

void MatrixHouse::finish(Situation situation) {
  switch (situation) {
    case Situation::open:
      return offer(situation);
    case Situation::withdrawn:
      offer(situation);
      return say("siv", situation, "withdraw_consent",
                 {{"by", "Anna Påhittad"}, {"capacity", "person"}});
    case Situation::left:
      return say("siv", situation, "remove_party", {{"party", clinic}, {"reason", "Fel enhet"}});
    case Situation::closed:
      return say("siv", situation, "close_case", {{"reason", "persons_wish"}});
    default:
      return;
  }
}

testing::Reply MatrixHouse::ask(const Hand& who, const std::string& method,
                                const std::string& target, const std::string& body,
                                HttpHeaders more) {
  if (!who.bearer.empty()) {
    more.emplace_back("authorization", "Bearer " + who.bearer);
  } else if (!who.guest.cookie.empty()) {
    more.emplace_back("cookie", who.guest.cookie);
    more.emplace_back("x-csrf-token", who.guest.word);
  }
  return house.ask(method, target, body, std::move(more));
}

}  // namespace kallad::api_matrix
