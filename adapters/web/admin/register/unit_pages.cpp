// The list of units with its filter, and one unit: its mailbox, whom it is bound by, its history.
// Not the form of a unit: record_pages.cpp. Rule kept: a mailbox that letters come back from stands
// out wherever the unit is shown, until somebody has seen to it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/web/admin/register/unit_view.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct ChoiceLine {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ChoiceLine, (), (value, text, chosen))

struct UnitsView {
  static constexpr std::string_view page = "units";
  std::optional<AdminNav> nav;
  std::string bounced;  ///< how many; empty: none
  std::string text;
  std::vector<ChoiceLine> principals;
  std::vector<ChoiceLine> mailboxes;
  bool is_chosen = false;
  std::size_t count = 0;
  std::vector<UnitLine> units;
  bool has_units = false;
  std::string more;
};
BOOST_DESCRIBE_STRUCT(UnitsView, (),
                      (nav, bounced, text, principals, mailboxes, is_chosen, count, units,
                       has_units, more))

/// What of the list is asked for, as it stands in the address.
struct UnitChoice {
  std::string text;
  std::string principal;
  std::string mailbox;
};

/// As a browser's form writes it, with "+" for a space.
UnitChoice choice_in(std::string_view query) {
  UnitChoice choice;
  for (auto& [name, value] : http::read_form(query).value_or(http::FormFields{})) {
    if (name == "text") choice.text = value;
    if (name == "principal") choice.principal = value;
    if (name == "mailbox") choice.mailbox = value;
  }
  return choice;
}

bool fits(const api::UnitShown& unit, const UnitChoice& choice) {
  const bool has_text = has_part(unit.name, choice.text) || has_part(unit.id.text, choice.text) ||
                        has_part(unit.mailbox.value_or(""), choice.text) ||
                        has_part(unit.head.value_or(""), choice.text);
  const bool in_principal = choice.principal.empty() || unit.principal.text == choice.principal;
  const bool in_state =
      choice.mailbox.empty() || table::state_id(mailbox_state(unit)) == choice.mailbox;
  return has_text && in_principal && in_state;
}

std::string address_of(const UnitChoice& choice, std::size_t from) {
  return "/admin/units?text=" + http::form_encoded(choice.text) +
         "&principal=" + http::form_encoded(choice.principal) +
         "&mailbox=" + http::form_encoded(choice.mailbox) + "&from=" + std::to_string(from);
}

void put_choices(UnitsView& view, const api::RegisterShown& known, const UnitChoice& choice,
                 Language language) {
  view.text = choice.text;
  view.is_chosen = !choice.text.empty() || !choice.principal.empty() || !choice.mailbox.empty();
  for (const Principal& each : known.principals)
    view.principals.push_back({each.id.text, each.name, each.id.text == choice.principal});
  std::ranges::sort(view.principals, {}, [](const auto& one) { return sort_key(one.text); });
  for (const MailboxState state : {MailboxState::bounced, MailboxState::unchecked,
                                   MailboxState::missing, MailboxState::arrives}) {
    const std::string value{table::state_id(state)};
    view.mailboxes.push_back(
        {value, said_of("mailbox." + value, language), value == choice.mailbox});
  }
}

HttpResponse list(const api::House& house, const api::Call& call, api::RegisterShown known) {
  const Language language = language_of(call.request);
  const UnitChoice choice = choice_in(call.request.query);
  UnitsView view;
  view.nav = admin_places(house, "/admin/units", language);
  const auto bounced = std::ranges::count(known.units, MailboxState::bounced, mailbox_state);
  if (bounced > 0 && choice.mailbox.empty())
    view.bounced = said("units.bounced"_text, language, {{"count", std::to_string(bounced)}});
  put_choices(view, known, choice, language);
  std::erase_if(known.units, [&](const api::UnitShown& unit) { return !fits(unit, choice); });
  std::ranges::sort(known.units, {}, [](const auto& unit) { return sort_key(unit.name); });
  view.count = known.units.size();
  view.has_units = !known.units.empty();
  const Slice slice = slice_of(known.units.size(), api::query_value(call.request.query, "from"));
  for (std::size_t i = 0; i < slice.count; ++i)
    view.units.push_back(unit_line(known, known.units[slice.from + i], language));
  if (slice.next) view.more = address_of(choice, *slice.next);
  return page_of(house, call, view, admin_showing(call, {}));
}

// One unit
// -----------------------------------------------------------------------------------------

/// An agreement that is in force today, and how the unit stands to it.
struct BoundLine {
  std::string name;
  std::string duty;
};
BOOST_DESCRIBE_STRUCT(BoundLine, (), (name, duty))

struct UnitView {
  static constexpr std::string_view page = "unit";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string id;
  std::string principal;
  MailboxView mailbox;
  bool has_mailbox = false;
  bool bounced = false;
  std::string head;
  std::string head_contact;
  std::vector<std::string> deputies;
  bool has_deputies = false;
  std::string hsa_id;
  std::string language;
  std::string away;  ///< when the head is away; empty: not
  std::string absence;
  std::string edit;
  std::vector<BoundLine> bound;
  bool is_bound = false;
  std::vector<UnitChange> changes;
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (heading, nav, id, principal, mailbox, has_mailbox, bounced, head,
                       head_contact, deputies, has_deputies, hsa_id, language, away, absence, edit,
                       bound, is_bound, changes))

void put_agreements(UnitView& view, const api::House& house, const api::RegisterShown& known,
                    const api::UnitShown& unit, Language language) {
  const auto ledger = house.shelf.ledger();
  const Date today = house.calendar.zone().day_of(house.now());
  for (const Agreement& each : known.agreements) {
    const Duty duty = duty_of(ledger->ledger.known, unit.id, each.id, today);
    if (duty == Duty::outsider) continue;
    view.bound.push_back({each.name, std::string{word(duty, language)}});
  }
  view.is_bound = !view.bound.empty();
}

UnitView view_of(const api::House& house, const api::RegisterShown& known,
                 const api::UnitShown& unit, Language language) {
  UnitView view;
  view.heading = unit.name;
  view.nav = admin_places(house, "/admin/units", language);
  view.id = unit.id.text;
  view.principal = principal_name(known, unit.principal);
  view.mailbox = mailbox_view(unit, language);
  view.has_mailbox = !view.mailbox.address.empty();
  view.bounced = mailbox_state(unit) == MailboxState::bounced;
  view.head = unit.head.value_or("");
  view.head_contact = unit.head_contact.value_or("");
  view.deputies = unit.deputies.value_or(std::vector<std::string>{});
  view.has_deputies = !view.deputies.empty();
  view.hsa_id = unit.hsa_id.value_or("");
  view.language = unit.language == "en" ? said("unit.language_en"_text, language)
                                        : said("unit.language_sv"_text, language);
  if (unit.head_absence)
    view.away = said("unit.away"_text, language, days_of(*unit.head_absence, language));
  view.absence = admin_address("units", unit.id.text) + "/absence";
  view.edit = admin_address("units", unit.id.text) + "/edit";
  put_agreements(view, house, known, unit, language);
  return view;
}

void show_unit(const api::House& house, const Within& within, const api::Call& call,
               const Form& form, unsigned status) {
  within.ask(
      "show_register_history", call, {}, {},
      [&house, &within, call, form, status](HttpResponse response) {
        if (response.status >= 400) return call.answer(std::move(response));
        const json history = json::parse(response.body);
        with_register(within, call, [&house, call, form, status, history](const auto& known) {
          const UnitId id{call.values.at(0)};
          const auto unit = std::ranges::find(known.units, id, &api::UnitShown::id);
          if (unit == known.units.end()) return api::problem(404, "path_unknown");
          const Language language = language_of(call.request);
          UnitView view = view_of(house, known, *unit, language);
          view.changes = unit_changes(history, id, house, language);
          Showing showing = admin_showing(call, view.heading,
                                          {{"/admin/units", said("units.title"_text, language)}});
          showing.status = status;
          showing.form = &form;
          return page_of(house, call, view, showing);
        });
      });
}

/// Somebody has looked at the mailbox today.
void check(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const std::string found = form ? form->value("found") : std::string{};
  if (found != "good" && found != "bounced") return call.answer(api::problem(400, "bad_form"));
  const std::string& id = call.values.at(0);
  const json data{{"unit", id},
                  {"on", iso(house.calendar.zone().day_of(house.now()))},
                  {"bounced", found == "bounced"}};
  say_ledger(within, call, *form,
             {.command = std::string{RecordMailboxCheck::id},
              .data = data.dump(),
              .location = admin_address("units", id),
              .done = "done.mailbox_checked"_text},
             [&house, &within, call](const Form& again, unsigned status) {
               show_unit(house, within, call, again, status);
             });
}

}  // namespace

std::vector<api::Route> unit_pages(api::House& house, const Within& within) {
  const std::string one = "/admin/units/{unit}";
  return {admin_route("GET", "/admin/units", "page_units",
                      [&house, &within](const api::Call& call) {
                        with_register(within, call, [&house, call](const auto& known) {
                          return list(house, call, known);
                        });
                      }),
          admin_route("GET", one, "page_unit",
                      [&house, &within](const api::Call& call) {
                        show_unit(house, within, call, Form{}, 200);
                      }),
          admin_route("POST", one, "page_unit_check",
                      [&house, &within](const api::Call& call) { check(house, within, call); })};
}

}  // namespace kallad::web
