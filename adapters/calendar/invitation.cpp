// Invitations and feeds through libical, which escapes and folds.
// Not the words and not the judgement of fields: entry_check.hpp. Rule kept: no reminder (VALARM),
// for ours are in the routine's ladder, where they stop when somebody has answered.
#include <algorithm>
#include <tuple>

#include "adapters/calendar/address.hpp"
#include "adapters/calendar/entry_check.hpp"
#include "adapters/calendar/entry_words.hpp"
#include "adapters/calendar/ical.hpp"
#include "adapters/calendar/invitation.hpp"
#include "adapters/calendar/stockholm_rules.hpp"

namespace kallad::calendar {

namespace {

/// Readers ask for the feed this often (RFC 7986, and the older word that Outlook and Apple know).
constexpr const char* kRefresh = "PT1H";

void add(icalcomponent& to, icalproperty* property) { icalcomponent_add_property(&to, property); }

void add_x(icalcomponent& to, const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  add(to, property);
}

/// By the wall clock only where both ends are understood so: one entry, one form.
bool is_local(const Entry& entry, const Zone& zone) {
  return is_safe_as_local(entry.start, zone) && is_safe_as_local(entry.end, zone);
}

icalproperty* at(icalproperty* property, bool local) {
  if (local) icalproperty_add_parameter(property, icalparameter_new_tzid(stockholm_id.data()));
  return property;
}

icaltimetype time_of(Instant moment, bool local, const Zone& zone) {
  const std::string form = local ? local_form(moment, zone) : utc_form(moment);
  return icaltime_from_string(form.c_str());
}

std::string parameter_text(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '"' || c == '^'; }, '\'');
  return text;
}

icalproperty* named(icalproperty* property, const Mailbox& mailbox) {
  if (!mailbox.display.empty()) {
    icalproperty_add_parameter(property,
                               icalparameter_new_cn(parameter_text(mailbox.display).c_str()));
  }
  return property;
}

std::string uri(const Mailbox& mailbox) {
  return as_mailto(normal_address(mailbox.address).value_or(std::string{}));
}

icalparameter_partstat partstat_of(Participation participation) {
  switch (participation) {
    case Participation::needs_action:
      return ICAL_PARTSTAT_NEEDSACTION;
    case Participation::accepted:
      return ICAL_PARTSTAT_ACCEPTED;
    case Participation::declined:
      return ICAL_PARTSTAT_DECLINED;
    case Participation::tentative:
      return ICAL_PARTSTAT_TENTATIVE;
    case Participation::delegated:
      return ICAL_PARTSTAT_DELEGATED;
  }
  return ICAL_PARTSTAT_NEEDSACTION;
}

icalproperty* attendee_of(const Invitation& invitation, bool cancelled) {
  icalproperty* out =
      named(icalproperty_new_attendee(uri(invitation.attendee).c_str()), invitation.attendee);
  icalproperty_add_parameter(out, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter(out,
                             icalparameter_new_partstat(partstat_of(invitation.participation)));
  if (!cancelled) icalproperty_add_parameter(out, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
  return out;
}

ComponentPtr calendar_of(icalproperty_method method) {
  begin_with_libical();
  ComponentPtr calendar(icalcomponent_new_vcalendar());
  add(*calendar, icalproperty_new_prodid("-//Kallad//Kallad//SV"));
  add(*calendar, icalproperty_new_version("2.0"));
  add(*calendar, icalproperty_new_calscale("GREGORIAN"));
  add(*calendar, icalproperty_new_method(method));
  return calendar;
}

void add_zone(icalcomponent& calendar) {
  icalcomponent_add_component(&calendar,
                              icalcomponent_new_from_string(stockholm_vtimezone().data()));
}

icalcomponent* add_event(icalcomponent& calendar, const Entry& entry, bool cancelled,
                         const Zone& zone) {
  const bool local = is_local(entry, zone);
  icalcomponent* event = icalcomponent_new_vevent();
  icalcomponent_add_component(&calendar, event);
  add(*event, icalproperty_new_uid(entry.uid.c_str()));
  add(*event, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
  add(*event, icalproperty_new_dtstamp(time_of(entry.stamped_at, false, zone)));
  add(*event, at(icalproperty_new_dtstart(time_of(entry.start, local, zone)), local));
  add(*event, at(icalproperty_new_dtend(time_of(entry.end, local, zone)), local));
  add(*event, icalproperty_new_summary(summary_of(entry, cancelled).c_str()));
  add(*event, icalproperty_new_description(description_of(entry, cancelled).c_str()));
  const auto where = entry.place ? entry.place : entry.meeting_url;
  if (where) add(*event, icalproperty_new_location(where->c_str()));
  if (entry.answer_url) add(*event, icalproperty_new_url(entry.answer_url->c_str()));
  add(*event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(*event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
  add(*event, icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add(*event, named(icalproperty_new_organizer(uri(entry.organizer).c_str()), entry.organizer));
  return event;
}

Written write_one(const Invitation& invitation, bool cancelled, const Zone& zone) {
  auto fault = fault_of(invitation.entry);
  if (!fault) fault = fault_of(invitation.attendee);
  if (fault) return {{}, fault};
  const auto calendar = calendar_of(cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST);
  if (is_local(invitation.entry, zone)) add_zone(*calendar);
  icalcomponent* event = add_event(*calendar, invitation.entry, cancelled, zone);
  add(*event, attendee_of(invitation, cancelled));
  return {text_of(*calendar), std::nullopt};
}

}  // namespace

Written write_request(const Invitation& invitation, const Zone& zone) {
  return write_one(invitation, false, zone);
}

Written write_cancel(const Invitation& invitation, const Zone& zone) {
  return write_one(invitation, true, zone);
}

Written write_feed(std::vector<FeedEntry> entries, Language language, const Zone& zone) {
  for (const FeedEntry& each : entries) {
    if (const auto fault = fault_of(each.entry)) return {{}, fault};
  }
  std::ranges::sort(entries, {}, [](const FeedEntry& each) {
    return std::tie(each.entry.start, each.entry.uid, each.entry.sequence);
  });
  const auto calendar = calendar_of(ICAL_METHOD_PUBLISH);
  const std::string name = feed_name(language);
  add(*calendar, icalproperty_new_name(name.c_str()));
  add_x(*calendar, "X-WR-CALNAME", name);
  add_x(*calendar, "X-WR-TIMEZONE", std::string(stockholm_id));
  icalproperty* refresh = icalproperty_new_refreshinterval(icaldurationtype_from_string(kRefresh));
  icalproperty_add_parameter(refresh, icalparameter_new_value(ICAL_VALUE_DURATION));
  add(*calendar, refresh);
  add_x(*calendar, "X-PUBLISHED-TTL", kRefresh);
  add_zone(*calendar);
  for (const FeedEntry& each : entries) add_event(*calendar, each.entry, each.cancelled, zone);
  return {text_of(*calendar), std::nullopt};
}

}  // namespace kallad::calendar
