// When a unit's head is away: said by the head on the own account, or by an administrator.
// Not who then gets which letter: adapters/letter/recipients.cpp. Rule kept (engine/authority): a
// head says it of the own unit alone.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/letter/compose.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/web/admin/register/unit_view.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct AbsenceView {
  static constexpr std::string_view page = "absence";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string lead;
  bool no_deputies = false;
  std::string standing;  ///< when the head is away now or next; empty: not
  std::uint64_t version = 0;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(AbsenceView, (),
                      (heading, nav, lead, no_deputies, standing, version, conflict))

/// Whose page it is: the head's own, or an administrator's of the unit in the address.
struct Whose {
  UnitId unit;
  bool is_own = false;

  std::string address() const {
    return is_own ? "/account/absence" : admin_address("units", unit.text) + "/absence";
  }
  std::string back() const { return is_own ? "/account" : admin_address("units", unit.text); }
};

Whose whose(const api::Call& call) {
  if (call.values.empty()) return {call.caller.unit, true};
  return {UnitId{call.values.at(0)}, false};
}

/// Whether no deputy could get a letter.
bool lacks_deputies(const api::House& house, const UnitId& id) {
  const auto ledger = house.shelf.ledger();
  const Unit* unit = find_unit(ledger->ledger.known, id);
  const Channels channels = house.mail ? house.mail->channels() : Channels{};
  return unit && std::ranges::none_of(unit->deputies, [&](const std::string& deputy) {
           return !letter::address_in(deputy, channels).empty();
         });
}

Showing showing_of(const api::Call& call, const Whose& of, const std::string& name) {
  const Language language = language_of(call.request);
  const std::string title = said("absence.title"_text, language);
  if (!of.is_own)
    return admin_showing(call, title,
                         {{"/admin/units", said("units.title"_text, language)}, {of.back(), name}});
  return {.title = title, .trail = {{"/account", said("account.title"_text, language)}}};
}

/// The days that were filled in beside those that stand now; none of a form that takes them away.
ConflictView absence_conflict(const Form& form, const std::optional<Absence>& now, const Whose& of,
                              Language language) {
  ConflictView view;
  view.leave = of.back();
  const bool clears = form.value("act") == "clear";
  const auto tell = [&](TextKey label, const char* name, const std::string& standing) {
    tell_difference(view, said(label, language), clears ? "" : form.value(name), standing,
                    language);
  };
  tell("absence.away-from"_text, "away-from", now ? iso(now->from) : "");
  tell("absence.away-until"_text, "away-until", now ? iso(now->until) : "");
  return view;
}

HttpResponse absence_page(const api::House& house, const api::Call& call, Form form,
                          unsigned status, const api::RegisterShown& known) {
  const Language language = language_of(call.request);
  const Whose of = whose(call);
  const auto unit = std::ranges::find(known.units, of.unit, &api::UnitShown::id);
  if (unit == known.units.end()) return api::problem(404, "path_unknown");
  AbsenceView view;
  view.heading = said("absence.title"_text, language) + ": " + unit->name;
  if (!of.is_own) view.nav = admin_places(house, "/admin/units", language);
  view.lead =
      of.is_own ? said("absence.lead"_text, language) : said("absence.lead_of_unit"_text, language);
  view.no_deputies = lacks_deputies(house, of.unit);
  view.version = known.version;
  if (status == overtaken) {
    form = without_wrongs(form);
    view.conflict = absence_conflict(form, unit->head_absence, of, language);
  }
  if (const auto& away = unit->head_absence) {
    view.standing = said("absence.standing"_text, language, days_of(*away, language));
    if (form.fields().empty()) {
      form.put("away-from", iso(away->from));
      form.put("away-until", iso(away->until));
    }
  }
  Showing showing = showing_of(call, of, unit->name);
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void show_absence(const api::House& house, const Within& within, const api::Call& call,
                  const Form& form, unsigned status) {
  with_register(within, call, [&house, call, form, status](const api::RegisterShown& known) {
    return absence_page(house, call, form, status, known);
  });
}

void save_absence(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const Whose of = whose(call);
  const bool clears = form->value("act") == "clear";
  json data{{"unit", of.unit.text}};
  if (!clears)
    data["away"] = {{"from", form->value("away-from")}, {"until", form->value("away-until")}};
  say_ledger(within, call, *form,
             {.command = std::string{RecordHeadAbsence::id},
              .data = data.dump(),
              .location = of.back(),
              .done = clears ? "done.absence_cleared"_text : "done.absence_saved"_text},
             [&house, &within, call](const Form& again, unsigned status) {
               show_absence(house, within, call, again, status);
             });
}

/// A page for heads of units alone.
template <class Work>
api::Route head_route(std::string method, std::string id, Work work) {
  return later_route(std::move(method), "/account/absence", std::move(id),
                     [work](const api::Call& call) {
                       if (!authority::has(call.caller, Position::unit_head))
                         return call.answer(api::problem(403, "position_missing"));
                       work(call);
                     });
}

}  // namespace

std::vector<api::Route> absence_pages(api::House& house, const Within& within) {
  const auto shown = [&house, &within](const api::Call& call) {
    show_absence(house, within, call, Form{}, 200);
  };
  const auto saved = [&house, &within](const api::Call& call) {
    save_absence(house, within, call);
  };
  const std::string of_unit = "/admin/units/{unit}/absence";
  return {head_route("GET", "page_own_absence", shown),
          head_route("POST", "page_own_absence_save", saved),
          admin_route("GET", of_unit, "page_absence", shown),
          admin_route("POST", of_unit, "page_absence_save", saved)};
}

}  // namespace kallad::web
