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
#include "adapters/view/view_codec.hpp"
#include "engine/authority/authority.hpp"
#include "engine/authority/redaction.hpp"
#include "engine/case/case_machine.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/seat/seat_machine.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

/// Whether a table has a row for the command in one of the states.
bool has_row(const TableText& table, std::string_view command,
             const std::vector<std::string_view>& states) {
  return std::ranges::any_of(table.rows, [&](const TableRow& row) {
    return row.command == command && std::ranges::find(states, row.from) != states.end();
  });
}

/// Whether the step, a seat's or a deficiency's state has a row for the command now.
bool fits_now(const CaseFile& file, std::string_view command) {
  static const TableText steps = casework::table_text();
  static const TableText seats = seat::table_text();
  static const TableText deficiencies = deficiency::table_text();
  std::vector<std::string_view> of_seats;
  for (const Meeting& meeting : file.running.meetings) {
    for (const Seat& each : meeting.seats) of_seats.push_back(table::state_id(each.state));
  }
  std::vector<std::string_view> of_deficiencies;
  for (const Deficiency& each : file.deficiencies) {
    of_deficiencies.push_back(table::state_id(each.state));
  }
  return has_row(steps, command, {table::state_id(file.running.step)}) ||
         has_row(seats, command, of_seats) || has_row(deficiencies, command, of_deficiencies);
}

/// Whether one of the roles may ever say the command in this case.
bool fits_role(const authority::AuthorityRow& row, const std::vector<Role>& roles) {
  return std::ranges::any_of(row.grants, [&](const authority::Grant& grant) {
    return std::ranges::find(roles, grant.role) != roles.end();
  });
}

ordered_json reason(std::string_view rule, std::string_view command) {
  const RefusalData data{{"command", std::string{command}}};
  return {{"rule", rule},
          {"text",
           {{"sv", text_of(rule, data, Language::swedish)},
            {"en", text_of(rule, data, Language::english)}}}};
}

/// Each command an account may say to a case: whether it can be said now, and if not why.
ordered_json commands_now(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                          const Sight& seen) {
  const auto roles = authority::roles_in(caller, file, occasion);
  ordered_json all = ordered_json::array();
  for (const auto& row : authority::file_rows()) {
    if (row.command == OpenCase::id || row.command == PassTime::id) continue;
    ordered_json why = ordered_json::array();
    const bool frozen = seen.of_case == CaseSight::frozen && !row.when_frozen;
    if (frozen || !fits_role(row, roles)) why.push_back(reason("may_not", row.command));
    if (!fits_now(file, row.command)) why.push_back(reason("not_in_this_step", row.command));
    ordered_json one{{"command", row.command}, {"allowed", why.empty()}};
    if (!why.empty()) one["why_not"] = std::move(why);
    all.push_back(std::move(one));
  }
  return all;
}

/// What time will demand: all of it to who sees the whole case, to a party what is about itself.
std::vector<DueView> due_in(const Seen& seen, const Ledger& ledger, const Calendar& calendar) {
  std::vector<DueView> all;
  if (seen.sight.of_case < CaseSight::party) return all;
  const auto routines = ledger::routines_in_force(ledger);
  for (const Due& due : between::due(seen.read.file, {ledger.known, routines, calendar, {}})) {
    const bool is_own = !seen.sight.unit.empty() && due.about == seen.sight.unit.text;
    if (seen.sight.of_case != CaseSight::whole && !is_own) continue;
    all.push_back({due.kind, PartyId{due.about}, due.number, due.at});
  }
  std::ranges::sort(all, {}, &DueView::at);
  return all;
}

HttpResponse shown(House& house, const Call& call, const Seen& seen, const Ledger& ledger,
                   const Occasion& occasion) {
  const std::string etag = etag_of(seen.read.version);
  if (const auto* known = call.request.header("if-none-match"); known && *known == etag) {
    return {304, {{"etag", etag}}, {}};
  }
  const CaseFile file = authority::redacted(seen.read.file, seen.sight);
  ordered_json body{{"version", seen.read.version}};
  CaseView view = view_of(file, house.calendar.zone(), occasion.at);
  view.due = due_in(seen, ledger, house.calendar);
  body["case"] = ordered_json::parse(codec::write_compact(view));
  body["commands"] = commands_now(call.caller, seen.read.file, occasion, seen.sight);
  HttpResponse response = json(body.dump());
  response.headers.emplace_back("etag", etag);
  return response;
}

void show(House& house, Call call) {
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
                 .handle = [&house](Call call) { show(house, std::move(call)); },
                 .form = {.own_answer = "ShownCase", .parts = {&codec::shape_of<CaseView>()}}});
  return all;
}

}  // namespace kallad::api
