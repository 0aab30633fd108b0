// Read off the case as its reader sees it.
// Not the choices of a field: command_fields.cpp.
#include "adapters/web/case/fields/preset.hpp"

#include <boost/mp11.hpp>

namespace kallad::web {

std::string preset_of_last_meeting(const CaseView* shown, std::string_view path) {
  if (shown == nullptr || shown->meetings.empty()) return {};
  const MeetingView& last = shown->meetings.back();
  if (path == "place") return last.place.value_or("");
  if (path == "link") return last.link.value_or("");
  return path == "purpose" ? last.purpose : "";
}

std::string preset_of_closing(const CaseView* shown) {
  if (shown == nullptr) return {};
  if (shown->consent.standing == ConsentStanding::withdrawn) return "consent_withdrawn";
  return shown->step == Step::evaluation ? "evaluated" : "";
}

std::string preset_of_person(const CaseView* shown, std::string_view member) {
  const Person person = shown == nullptr ? Person{} : shown->person;
  if (member == "name") return person.name;
  if (member == "identity_number") return person.identity_number;
  std::string protection;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Protection>>([&](auto each) {
    if (each.value == person.protection) protection = each.name;
  });
  return protection;
}

}  // namespace kallad::web
