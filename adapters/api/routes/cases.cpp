// A case as it may be seen, with what can be done in it now.
// Not what may be seen of it: engine/authority, and no lists: adapters/api/lists. Rule kept: seeing
// a case is an opening of personal data (opening.hpp).
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "adapters/api/lists/list_routes.hpp"
#include "adapters/api/lists/search.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/brain/ledger.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/view/party_names.hpp"
#include "adapters/view/view_codec.hpp"
#include "engine/authority/commands_now.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

/// Each command an account may say to a case: whether it can be said now, and if not why, in the
/// words of both languages.
ordered_json commands_now(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                          const Ground& ground) {
  const auto text = [&](const Refusal& why, Language language) {
    return text_of(why, language, names_in(file.running, occasion.known, language));
  };
  ordered_json all = ordered_json::array();
  for (const auto& each : authority::commands_now(caller, file, occasion, ground)) {
    ordered_json one{{"command", each.command}, {"allowed", each.why_not.empty()}};
    for (const Refusal& why : each.why_not) {
      one["why_not"].push_back(
          {{"rule", why.rule},
           {"text", {{"sv", text(why, Language::swedish)}, {"en", text(why, Language::english)}}}});
    }
    all.push_back(std::move(one));
  }
  return all;
}

/// What time will demand: all of it to who sees the whole case, to a party what is about itself.
std::vector<DueView> due_in(const Seen& seen, const Ground& ground) {
  std::vector<DueView> all;
  if (seen.sight.of_case < CaseSight::party) return all;
  for (const Due& due : between::due(seen.read->file, ground)) {
    const bool is_own = !seen.sight.unit.empty() && due.about == seen.sight.unit.text;
    if (seen.sight.of_case != CaseSight::whole && !is_own) continue;
    all.push_back({due.kind, PartyId{due.about}, due.number, due.at});
  }
  std::ranges::sort(all, {}, &DueView::at);
  return all;
}

HttpResponse shown(House& house, const Call& call, const Seen& seen, const Ledger& ledger,
                   const Occasion& occasion) {
  const CaseFile file = shown_file(seen);
  ordered_json body{{"version", version_of(seen)}};
  CaseView view = view_of(file, house.calendar.zone(), occasion.at);
  const auto routines = ledger::routines_in_force(ledger);
  const Ground ground{ledger.known, routines, house.calendar, {}};
  view.due = due_in(seen, ground);
  body["case"] = ordered_json::parse(codec::write_compact(view));
  body["commands"] = commands_now(call.caller, seen.now->file, occasion, ground);
  std::string text = body.dump();
  const std::string etag = etag_of(version_of(seen), text);
  // As one of several, or weak where a proxy has packed it (RFC 9110): the quotes are part of it.
  const auto* known = call.request.header("if-none-match");
  if (known && known->find(etag) != std::string::npos) return {304, {{"etag", etag}}, {}};
  HttpResponse response = json(std::move(text));
  response.headers.emplace_back("etag", etag);
  return response;
}

void show_case(House& house, Call call) {
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  const auto seen = look(house, call.caller, call.values.at(0), occasion);
  HttpResponse response =
      seen ? shown(house, call, *seen, ledger->ledger, occasion) : HttpResponse{};
  answer_logged(house, std::move(call), "case", seen, occasion.at, std::move(response));
}

}  // namespace

std::vector<Route> case_routes(House& house) {
  std::vector<Route> all = list_routes(house);
  std::ranges::move(search_routes(house), std::back_inserter(all));
  all.push_back({.method = "GET",
                 .pattern = "/api/v1/cases/{case}",
                 .id = "show_case",
                 .about = "ett ärende, så mycket av det som du får se, och vad du kan göra nu",
                 .handle = [&house](Call call) { show_case(house, std::move(call)); },
                 .form = {.own_answer = "ShownCase", .parts = {&codec::shape_of<CaseView>()}}});
  return all;
}

}  // namespace kallad::api
