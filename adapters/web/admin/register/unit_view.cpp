// Lines and changes out of what the API says of the register.
// Not sentences of their own: words of fields are texts of the pages.
#include "adapters/web/admin/register/unit_view.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/codec/forms.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "engine/register/register_messages.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct FieldRow {
  std::string_view member;
  TextKey name;
};

/// What of a unit can change; its id cannot.
constexpr auto unit_fields = std::to_array<FieldRow>({
    {"name", "unit.name"_text},
    {"principal", "unit.principal"_text},
    {"mailbox", "unit.mailbox"_text},
    {"head", "unit.head"_text},
    {"head_contact", "unit.head_contact"_text},
    {"deputies", "unit.deputies"_text},
    {"hsa_id", "unit.hsa_id"_text},
    {"language", "unit.language"_text},
});

std::string told(const json& unit, std::string_view member, Language language) {
  const auto found = unit.find(member);
  std::string text;
  if (found != unit.end() && found->is_string()) text = found->get<std::string>();
  if (found != unit.end() && found->is_array()) {
    for (const json& each : *found) text += (text.empty() ? "" : ", ") + each.get<std::string>();
  }
  return text.empty() ? said("unit.nothing"_text, language) : text;
}

std::vector<std::string> differences(const json& before, const json& after, Language language) {
  if (before.is_null()) return {said("unit.added"_text, language)};
  std::vector<std::string> lines;
  for (const FieldRow& field : unit_fields) {
    const std::string was = told(before, field.member, language);
    const std::string is = told(after, field.member, language);
    if (was == is) continue;
    lines.push_back(said("unit.changed"_text, language,
                         {{"field", said(field.name, language)}, {"before", was}, {"after", is}}));
  }
  return lines;
}

std::string check_told(const json& data, Language language) {
  const bool bounced = data.value("bounced", false);
  const auto day = codec::read_date(data.value("on", ""));
  const TextValues values{{"day", day ? day_told(*day, language).text : std::string{}}};
  return bounced ? said("unit.found_bounced"_text, language, values)
                 : said("unit.found_good"_text, language, values);
}

/// What an event says of when the head is away.
std::string absence_told(const json& data, Language language) {
  const auto away = data.find("away");
  if (away == data.end() || !away->is_object()) return said("unit.absence_removed"_text, language);
  const auto from = codec::read_date(away->value("from", ""));
  const auto until = codec::read_date(away->value("until", ""));
  if (!from || !until) return said("unit.absence_removed"_text, language);
  return said("unit.absence_told"_text, language, days_of({*from, *until}, language));
}

}  // namespace

TextValues days_of(const Absence& away, Language language) {
  return {{"from", day_told(away.from, language).text},
          {"until", day_told(away.until, language).text}};
}

MailboxState mailbox_state(const api::UnitShown& unit) {
  if (unit.mailbox.value_or("").empty()) return MailboxState::missing;
  if (!unit.mailbox_check) return MailboxState::unchecked;
  return unit.mailbox_check->bounced ? MailboxState::bounced : MailboxState::arrives;
}

MailboxView mailbox_view(const api::UnitShown& unit, Language language) {
  static constexpr std::array<std::string_view, 4> tones{"warning", "neutral", "danger", "success"};
  const MailboxState state = mailbox_state(unit);
  MailboxView view;
  view.address = unit.mailbox.value_or("");
  view.state = said_of("mailbox." + std::string{table::state_id(state)}, language);
  view.tone = tones.at(static_cast<std::size_t>(state));
  if (unit.mailbox_check) view.checked = day_told(unit.mailbox_check->on, language);
  return view;
}

std::string principal_name(const api::RegisterShown& known, const PrincipalId& id) {
  const auto found = std::ranges::find(known.principals, id, &Principal::id);
  return found == known.principals.end() ? id.text : found->name;
}

UnitLine unit_line(const api::RegisterShown& known, const api::UnitShown& unit, Language language) {
  return {admin_address("units", unit.id.text), unit.name, principal_name(known, unit.principal),
          unit.head.value_or(""), mailbox_view(unit, language)};
}

std::vector<UnitChange> unit_changes(const json& history, const UnitId& unit,
                                     const api::House& house, Language language) {
  std::vector<UnitChange> changes;
  json before;
  for (const json& each : history.at("changes")) {
    const json& data = each.at("data");
    const std::string type = each.at("type");
    UnitChange change;
    if (type == UnitRecorded::id && data.at("unit").at("id") == unit.text) {
      change.what = differences(before, data.at("unit"), language);
      before = data.at("unit");
    } else if (type == MailboxChecked::id && data.at("unit") == unit.text) {
      change.what = {check_told(data, language)};
    } else if (type == HeadAbsenceRecorded::id && data.at("unit") == unit.text) {
      change.what = {absence_told(data, language)};
    } else {
      continue;
    }
    if (const auto at = codec::read_instant(each.at("at").get<std::string>()))
      change.at = moment_told(*at, house.calendar, language);
    change.by = each.value("name", "");
    changes.push_back(std::move(change));
  }
  std::ranges::reverse(changes);
  return changes;
}

}  // namespace kallad::web
