// Cases as they may be seen: one with what can be done in it now, or all of a unit.
// Not what may be seen of them: engine/authority. Rule kept: a list holds no person, so it is no
// opening of personal data; a case is (opening.hpp).
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/brain/ledger.hpp"
#include "adapters/brain/rows.hpp"
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

constexpr std::size_t longest_page = 200;
constexpr std::size_t usual_page = 50;

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

/// A page of the overview: after which stream, and how many lines.
struct Page {
  std::int64_t after = 0;
  std::size_t limit = usual_page;
};

std::optional<Page> page_of(const HttpRequest& request) {
  Page page;
  const auto number = [&](std::string_view name, auto& into) {
    const std::string text = query_value(request.query, name);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return text.empty() || (error == std::errc{} && end == text.data() + text.size());
  };
  if (!number("after", page.after) || !number("limit", page.limit)) return std::nullopt;
  if (page.after < 0 || page.limit == 0 || page.limit > longest_page) return std::nullopt;
  return page;
}

/// Walks the overview after `after` and gives the lines the caller may see, until `take` has had
/// enough.
void each_seen(House& house, const Caller& caller, const Occasion& occasion, std::int64_t after,
               const std::function<bool(std::int64_t, const ListedStream&)>& take) {
  for (auto rows = house.shelf.list(after, longest_page); !rows.empty();
       rows = house.shelf.list(after, longest_page)) {
    for (const auto& [number, listed] : rows) {
      after = number;
      const auto found = house.shelf.find_case(listed.name);
      if (!found || authority::sight(caller, found->file, occasion).is_none()) continue;
      if (!take(number, listed)) return;
    }
  }
}

HttpResponse count_of(House& house, const Caller& caller, const Occasion& occasion) {
  std::uint64_t count = 0;
  each_seen(house, caller, occasion, 0, [&](std::int64_t, const ListedStream&) {
    ++count;
    return true;
  });
  return json(codec::write_compact(CasePage{{}, {}, count}));
}

void list(House& house, Call call) {
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  if (query_value(call.request.query, "count") == "only") {
    return call.answer(count_of(house, call.caller, occasion));
  }
  const auto page = page_of(call.request);
  if (!page) return call.answer(problem(400, "bad_page"));
  CasePage body;
  std::int64_t last = page->after;
  bool more = false;
  each_seen(house, call.caller, occasion, last, [&](std::int64_t at, const ListedStream& listed) {
    more = body.cases.size() == page->limit;
    if (more) return false;
    body.cases.push_back(codec::read_text<CaseRow>(listed.row).value());
    last = at;
    return true;
  });
  HttpResponse response = json({});
  if (more) {
    const std::string next =
        "/api/v1/cases?after=" + std::to_string(last) + "&limit=" + std::to_string(page->limit);
    body.next = next;
    response.headers.emplace_back("link", "<" + next + ">; rel=\"next\"");
  }
  response.body = codec::write_compact(body);
  call.answer(std::move(response));
}

/// The names of those who can coordinate for the unit now.
std::set<std::string> coordinators_of(House& house, const UnitId& unit) {
  std::set<std::string> names;
  std::string after;
  for (auto page = house.people.accounts.list(after, longest_page); !page.empty();
       page = house.people.accounts.list(after, longest_page)) {
    for (const Account& one : page) {
      const bool may = std::ranges::count(one.positions, "coordinator") > 0;
      if (may && one.unit == unit && one.state == AccountState::active) {
        names.insert(one.shown_name);
      }
    }
    after = page.back().user_name;
  }
  return names;
}

/// Cases that go on in the head's unit and whose coordinator has left it, or never had an account.
void list_orphans(House& house, Call call) {
  if (!authority::has(call.caller, Position::unit_head)) {
    return call.answer(problem(403, "position_missing"));
  }
  const auto names = coordinators_of(house, call.caller.unit);
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  CasePage body;
  each_seen(house, call.caller, occasion, 0, [&](std::int64_t, const ListedStream& listed) {
    const auto row = codec::read_text<CaseRow>(listed.row).value();
    if (row.coordinator != call.caller.unit || row.step == Step::closed) return true;
    const auto found = house.shelf.find_case(listed.name);
    if (found && !names.contains(found->file.running.coordinator.name)) body.cases.push_back(row);
    return true;
  });
  call.answer(json(codec::write_compact(body)));
}

}  // namespace

std::vector<Route> case_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/cases",
           .id = "list_cases",
           .about = "ärenden som du får se, eller hur många de är",
           .handle = [&house](Call call) { list(house, std::move(call)); },
           .form = {.answer = &codec::shape_of<CasePage>(), .query = {"after", "limit", "count"}}},
          {.method = "GET",
           .pattern = "/api/v1/orphan-cases",
           .id = "list_orphan_cases",
           .about = "pågående ärenden i din enhet vars samordningsansvarig har slutat",
           .handle = [&house](Call call) { list_orphans(house, std::move(call)); },
           .form = {.answer = &codec::shape_of<CasePage>()}},
          {.method = "GET",
           .pattern = "/api/v1/cases/{case}",
           .id = "show_case",
           .about = "ett ärende, så mycket av det som du får se, och vad du kan göra nu",
           .handle = [&house](Call call) { show(house, std::move(call)); },
           .form = {.own_answer = "ShownCase", .parts = {&codec::shape_of<CaseView>()}}}};
}

}  // namespace kallad::api
