// An Appointment for each meeting, an AppointmentResponse for each answered seat, and what FHIR has
// no place for as extensions: substitutes, attendance, who did not come, answers registered later.
// Not seats of earlier versions: a moved meeting is exported as it stands now. Rules kept (domain
// 3): who is invited is never a no-show; of a protected person no place is written.
#include <algorithm>

#include "adapters/fhir/packing.hpp"

namespace kallad::fhir {

namespace {

std::string meeting_element(const Meeting& meeting) {
  return "meeting/" + std::to_string(meeting.number);
}

std::string_view appointment_status(MeetingStatus status) {
  switch (status) {
    case MeetingStatus::called:
      return "booked";
    case MeetingStatus::open:
      return "arrived";
    case MeetingStatus::attendance_closed:
    case MeetingStatus::ended:
      return "fulfilled";
    case MeetingStatus::not_held:
    case MeetingStatus::cancelled:
      return "cancelled";
  }
  return "cancelled";
}

/// A seat where somebody comes in another's place is taken once one of them has confirmed.
std::string_view participation_of(const Seat& seat) {
  if (seat::has_confirmed_substitute(seat)) return "accepted";
  if (!seat.chain.empty()) return "tentative";
  const GivenAnswer* answer = seat::standing_answer(seat);
  if (answer == nullptr) return "needs-action";
  switch (answer->kind) {
    case AnswerKind::attends:
    case AnswerKind::attends_digitally:
      return "accepted";
    case AnswerKind::sends_substitute:
      return "tentative";
    case AnswerKind::forwarded:
    case AnswerKind::cannot_come:
      return "declined";
  }
  return "needs-action";
}

Json substitute_of(Packing& to, const ChainLink& link, const std::string& in_place_of) {
  const Substitute& who = link.who;
  Json inside = Json::array();
  const auto tell = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) inside.push_back(inner(name, "valueString", text));
  };
  tell("name", who.name);
  tell("role", who.role);
  if (!to.is_guarded()) tell("contact", who.contact);
  tell("inPlaceOf", in_place_of);
  if (!who.role.empty()) {  // named by a calendar reply, nobody has told mandate and briefing yet
    inside.push_back(inner("mandate", "valueCode", table::state_id(who.mandate)));
    inside.push_back(inner("briefed", "valueBoolean", who.briefed));
  }
  if (who.unit) inside.push_back(inner("unit", "valueReference", to.unit(*who.unit)));
  inside.push_back(inner("named", "valueDateTime", to.at(link.named.at)));
  if (link.confirmed) {
    inside.push_back(inner("confirmed", "valueDateTime", to.at(link.confirmed->at)));
  }
  return extension("substitute", std::move(inside));
}

Json attendance_of(const Packing& to, const AttendanceMark& mark) {
  Json inside = Json::array({inner("mark", "valueCode", table::state_id(mark.attendance))});
  if (mark.mandate) {
    inside.push_back(inner("mandate", "valueCode", table::state_id(*mark.mandate)));
  }
  if (mark.arrived_at) {
    inside.push_back(inner("arrived", "valueDateTime", to.at(*mark.arrived_at)));
  }
  return extension("attendance", std::move(inside));
}

/// Summoned, marked absent: nobody of the party came, or the substitute who had confirmed did not.
bool is_no_show(const Seat& seat) {
  return seat.calling == Calling::summoned && seat.mark &&
         seat.mark->attendance == Attendance::absent;
}

Json extensions_of(Packing& to, const Seat& seat, const std::string& name) {
  Json all = Json::array();
  std::string before = name;
  for (const ChainLink& each : seat.chain) {
    all.push_back(substitute_of(to, each, before));
    before = each.who.name;
  }
  if (seat.mark) all.push_back(attendance_of(to, *seat.mark));
  if (is_no_show(seat)) {
    const bool had_confirmed = seat::has_confirmed_substitute(seat);
    all.push_back(
        extension("no-show", "valueCode", had_confirmed ? "substitute_absent" : "absent"));
  }
  return all;
}

/// Seats that have been taken back are no longer of a meeting; those of a cancelled one tell who
/// was called.
std::vector<const Seat*> seats_of(const Meeting& meeting) {
  std::vector<const Seat*> seats;
  for (const Seat& each : meeting.seats) {
    const bool is_over = each.state == SeatState::voided;
    if (!is_over || meeting.status == MeetingStatus::cancelled) seats.push_back(&each);
  }
  return seats;
}

Json participant_of(Packing& to, const Seat& seat) {
  const Json actor = to.sitter(seat.party);
  Json out;
  put(out, "extension", extensions_of(to, seat, actor.value("display", "")));
  out["actor"] = actor;
  out["required"] = seat.calling == Calling::summoned ? "required" : "optional";
  out["status"] = participation_of(seat);
  return out;
}

/// Kallad does not know when a meeting is to end, and FHIR asks for it: said to be unknown.
Json unknown_end() {
  const Json absent{{"url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason"},
                    {"valueCode", "unknown"}};
  return {{"extension", Json::array({absent})}};
}

void add_place(Packing& to, const Meeting& meeting, Json& participants) {
  const std::string place = meeting.notice.place.value_or("");
  if (place.empty() || to.is_guarded()) return;
  const std::string element = meeting_element(meeting) + "/place";
  to.add(element, "Location", {{"name", place}});
  participants.push_back({{"actor", to.to(element, place)}, {"status", "accepted"}});
}

void add_appointment(Packing& to, const Meeting& meeting, const std::vector<const Seat*>& seats) {
  const std::string number = to.running().id.text + "/" + std::to_string(meeting.number);
  Json content{
      {"identifier",
       Json::array({{{"system", std::string{our_base} + "sid/meeting"}, {"value", number}}})},
      {"status", appointment_status(meeting.status)}};
  if (content["status"] == "cancelled") content["cancelationReason"] = our_code(meeting.status);
  content["serviceType"] = Json::array({our_code(meeting.notice.form)});
  put(content, "description", meeting.notice.purpose);
  content["supportingInformation"] = Json::array({to.plan()});
  content["start"] = to.at(meeting.notice.starts);
  content["_end"] = unknown_end();
  Json participants = Json::array();
  for (const Seat* each : seats) participants.push_back(participant_of(to, *each));
  add_place(to, meeting, participants);
  content["participant"] = std::move(participants);
  to.add(meeting_element(meeting), "Appointment", std::move(content));
}

/// What a party has answered. Given before it was registered (by phone, on paper): both are told.
void add_response(Packing& to, const Meeting& meeting, const Seat& seat) {
  const GivenAnswer* answer = seat::standing_answer(seat);
  if (answer == nullptr) return;
  Json content;
  if (answer->given_at < answer->fact.at) {
    Json inside = Json::array({inner("given", "valueDateTime", to.at(answer->given_at)),
                               inner("registered", "valueDateTime", to.at(answer->fact.at))});
    content["extension"] = Json::array({extension("registered-afterwards", std::move(inside))});
  }
  content["appointment"] = to.to(meeting_element(meeting));
  content["actor"] = to.sitter(seat.party);
  content["participantStatus"] = participation_of(seat);
  content["comment"] = word(answer->kind, Language::swedish);
  to.add(meeting_element(meeting) + "/answer/" + seat.party.text, "AppointmentResponse",
         std::move(content));
}

}  // namespace

void add_meetings(Packing& to) {
  for (const Meeting& each : to.running().meetings) {
    const auto seats = seats_of(each);
    if (seats.empty()) continue;  // an Appointment must have somebody, and nobody is invented
    add_appointment(to, each, seats);
    for (const Seat* seat : seats) add_response(to, each, *seat);
  }
}

}  // namespace kallad::fhir
