// Reads what the API's route of a case answers.
// Not a second reading of the store.
#include "adapters/web/case/shown_case.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/view/view_codec.hpp"
#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

/// Whether the reason is who asks, and not where the case stands.
bool is_denial(std::string_view rule) {
  return rule == "may_not" || rule == "not_own" || rule == "may_only_read";
}

std::vector<CommandNow> commands_in(const json& list, Language language) {
  const char* tag = language == Language::english ? "en" : "sv";
  std::vector<CommandNow> all;
  for (const json& each : list) {
    CommandNow one{each["command"], each["allowed"], {}, true};
    if (each.contains("why_not")) {
      for (const json& why : each["why_not"]) {
        one.why_not.push_back(why["text"][tag]);
        if (is_denial(why["rule"].get<std::string>())) one.may = false;
      }
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

void with_case(const Within& within, const api::Call& call, Language language,
               std::function<void(ShownCase)> then) {
  within.ask("show_case", call, {call.values.at(0)}, {},
             [call, language, then = std::move(then)](HttpResponse response) {
               if (response.status >= 400) return call.answer(std::move(response));
               const json body = json::parse(response.body);
               auto view = codec::read<CaseView>(body["case"]);
               if (!view) return call.answer(api::problem(500, "accident"));
               then({std::to_string(body["version"].get<std::uint64_t>()), std::move(view.value()),
                     commands_in(body["commands"], language)});
             });
}

std::string party_name(const CaseView& shown, const PartyId& party) {
  const auto found = std::ranges::find(shown.parties, party, &PartyView::id);
  if (found == shown.parties.end()) return party.text;
  const bool is_person = found->kind == PartyKind::person && !shown.person.name.empty();
  const std::string& name = is_person ? shown.person.name : found->name;
  return name.empty() ? party.text : name;
}

std::string against(const CaseView& shown, const DeficiencyView& one, const api::House& house) {
  if (!one.outsider.empty()) return one.outsider;
  const auto party = std::ranges::find(shown.parties, one.party, &PartyView::id);
  return party == shown.parties.end() ? unit_name(house, UnitId{one.party.text})
                                      : party_name(shown, one.party);
}

bool is_inside(const CaseView& shown) { return !shown.coordinator.unit.empty(); }

bool leads(const ShownCase& now) {
  const auto offered = std::ranges::find(now.commands, HandOverCoordination::id, &CommandNow::id);
  return offered != now.commands.end() && offered->may;
}

}  // namespace kallad::web
