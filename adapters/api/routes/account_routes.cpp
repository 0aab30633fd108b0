// Accounts and failed due rows for those who administer, and the access log for those who check it.
// Not rules of either: adapters/sign_in and adapters/access_log. Rule kept: the administrator reads
// no case, and the auditor reads who opened what and no case either; each asking is answered only
// to that position.
#include <array>
#include <charconv>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/routes/session_forms.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t page_rows = 50;  ///< as many as a page of 30 kB can show

std::string_view word_of(AccountState state) {
  static constexpr std::array<std::string_view, 4> words{"invited", "active", "locked", "closed"};
  return words.at(static_cast<std::size_t>(state));
}

AccountShown shown(const Account& account) {
  return {account.id,        account.user_name, account.shown_name,
          account.unit,      account.positions, std::string{word_of(account.state)},
          account.is_example};
}

/// Whether the account is of that unit and in that state; empty: of any.
bool fits(const Account& account, const std::string& unit, const std::string& state) {
  return (unit.empty() || account.unit.text == unit) &&
         (state.empty() || word_of(account.state) == state);
}

HttpResponse list(House& house, const Call& call) {
  const std::string unit = query_value(call.request.query, "unit");
  const std::string state = query_value(call.request.query, "state");
  std::string after = query_value(call.request.query, "after");
  AccountPage page;
  while (page.accounts.size() < page_rows) {
    const auto some = house.people.accounts.list(after, page_rows - page.accounts.size());
    if (some.empty()) break;
    after = some.back().user_name;
    for (const Account& each : some) {
      if (fits(each, unit, state)) page.accounts.push_back(shown(each));
    }
  }
  return json(codec::write_compact(page));
}

HttpResponse find(House& house, const Call& call) {
  const auto account = house.people.accounts.find(call.values.at(0));
  return account ? json(codec::write_compact(shown(*account))) : problem(404, "account_unknown");
}

HttpResponse invited(const Invitation& invitation) {
  return json(codec::write_compact(Invited{invitation.account, invitation.token, invitation.ends}),
              201);
}

/// Nothing where there is such a unit, or none is named.
std::optional<HttpResponse> no_such_unit(House& house, const UnitId& unit) {
  const auto ledger = house.shelf.ledger();
  if (unit.empty() || find_unit(ledger->ledger.known, unit) != nullptr) return std::nullopt;
  return problem(422, std::vector{Reason{"unit_unknown", "/unit", {}}});
}

HttpResponse invite(House& house, const Call& call) {
  const auto form = codec::read_text<InviteForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const InviteForm& said = form.value();
  if (auto no = no_such_unit(house, said.unit)) return *std::move(no);
  const auto answer = house.people.enrolment.invite(
      {said.user_name, said.shown_name, said.unit, said.positions}, house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&answer)) return refused(*no, 422);
  return invited(boost::variant2::get<Invitation>(answer));
}

HttpResponse reset(House& house, const Call& call) {
  const auto answer = house.people.enrolment.reset(call.values.at(0), house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&answer)) return refused(*no, 422);
  return invited(boost::variant2::get<Invitation>(answer));
}

/// Another unit or other positions; whoever was signed in is no more.
HttpResponse set_rights(House& house, const Call& call) {
  const auto form = codec::read_text<RightsForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const RightsForm& said = form.value();
  if (auto no = no_such_unit(house, said.unit)) return *std::move(no);
  const auto done = house.people.accounts.set_rights(call.values.at(0), said.unit, said.positions);
  if (const auto* no = boost::variant2::get_if<Refusals>(&done)) return refused(*no, 422);
  return {.status = 204};
}

HttpResponse sign_out(House& house, const Call& call) {
  const std::string& id = call.values.at(0);
  if (!house.people.accounts.find(id)) return problem(404, "account_unknown");
  house.people.sessions.sign_out_everywhere(id);
  return {.status = 204};
}

/// Lock, unlock, close: what an administrator does to an account as it is.
template <class Act>
RouteHandler act(Act act) {
  return for_position(Position::administrator, [act](const Call& call) {
    const auto answer = act(call.values.at(0));
    if (const auto* no = boost::variant2::get_if<Refusals>(&answer)) return refused(*no, 422);
    return HttpResponse{.status = 204};
  });
}

AccessShown shown(const AccessRow& row) {
  const Opening& what = row.opening;
  return {row.number,        row.at,    what.account, what.name,   what.unit.text,
          what.subject.text, what.kind, what.ground,  what.outcome};
}

HttpResponse access(House& house, const Call& call) {
  AccessFilter filter;
  filter.account = query_value(call.request.query, "account");
  filter.subject = CaseId{query_value(call.request.query, "case")};
  std::optional<std::int64_t> before;
  if (const std::string text = query_value(call.request.query, "before"); !text.empty()) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return problem(400, "bad_page");
    before = number;
  }
  const AccessPage page = house.access_reader.page(filter, page_rows, before);
  AccessRows rows{{}, page.next};
  for (const AccessRow& row : page.rows) rows.rows.push_back(shown(row));
  return json(codec::write_compact(rows));
}

HttpResponse trouble(House& house, const Call&) {
  TroubleList list;
  for (const AlarmTrouble& one : house.alarm.trouble()) {
    const DueRow& row = one.item.row;
    list.rows.push_back({one.item.stream, row.at, row.kind, row.subject, one.attempts, one.first,
                         one.last, one.accident});
  }
  return json(codec::write_compact(list));
}

HttpResponse retry(House& house, const Call& call) {
  const auto form = codec::read_text<RetryForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const RetryForm& said = form.value();
  const bool is_there = house.alarm.retry({said.stream, {said.due, said.kind, said.subject}});
  return is_there ? HttpResponse{.status = 204} : problem(404, "no_such_trouble");
}

NamedStaffMember member(const Account& account) {
  return {account.id, account.user_name, account.shown_name, account.unit};
}

/// Runs `work` for who sees the whole case, and logs that somebody did: who names others for a
/// protected identity can be asked about it.
template <class Work>
RouteHandler for_whole_case(House& house, Work work) {
  return [&house, work](Call call) {
    const auto ledger = house.shelf.ledger();
    const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
    const auto seen = look(house, call.caller, call.values.at(0), occasion);
    const bool whole = seen && seen->sight.of_case == CaseSight::whole;
    HttpResponse response = whole ? work(call) : problem(403, "coordinator_only");
    answer_logged(house, std::move(call), "named_staff", seen, occasion.at, std::move(response));
  };
}

HttpResponse named_staff(House& house, const Call& call) {
  NamedStaff all;
  for (const Account& each : house.people.accounts.named_staff(CaseId{call.values.at(0)})) {
    all.staff.push_back(member(each));
  }
  return json(codec::write_compact(all));
}

HttpResponse name_staff(House& house, const Call& call) {
  const auto form = codec::read_text<NameStaffForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const auto account = house.people.accounts.named(form.value().user_name);
  if (!account) return problem(422, std::vector{Reason{"account_unknown", "/user_name", {}}});
  const auto done = house.people.accounts.name_for(CaseId{call.values.at(0)}, account->id);
  if (const auto* no = boost::variant2::get_if<Refusals>(&done)) return refused(*no, 422);
  return json(codec::write_compact(member(*account)), 201);
}

HttpResponse unname_staff(House& house, const Call& call) {
  const auto done = house.people.accounts.unname_for(CaseId{call.values.at(0)}, call.values.at(1));
  if (const auto* no = boost::variant2::get_if<Refusals>(&done)) return refused(*no, 404);
  return {.status = 204};
}

Route route(std::string method, std::string path, std::string id, std::string about,
            RouteHandler handle, RouteForm form) {
  return {.method = std::move(method),
          .pattern = std::move(path),
          .id = std::move(id),
          .about = std::move(about),
          .handle = std::move(handle),
          .form = std::move(form)};
}

/// Who is named for a case with protected identity.
std::vector<Route> naming_routes(House& house) {
  const auto by_coordinator = [&house](HttpResponse (*work)(House&, const Call&)) {
    return for_whole_case(house, [&house, work](const Call& call) { return work(house, call); });
  };
  const std::string path = "/api/v1/cases/{case}/named-staff";
  return {route("GET", path, "named_staff", "vilka som är utpekade för ett ärende med skydd",
                by_coordinator(named_staff), {.answer = &codec::shape_of<NamedStaff>()}),
          route("POST", path, "name_staff", "peka ut någon för ett ärende med skydd",
                by_coordinator(name_staff),
                {.body = &codec::shape_of<NameStaffForm>(),
                 .status = 201,
                 .answer = &codec::shape_of<NamedStaffMember>()}),
          route("DELETE", path + "/{account}", "unname_staff", "ta tillbaka ett utpekande",
                by_coordinator(unname_staff), {.status = 204})};
}

std::vector<Route> administering_routes(House& house) {
  Accounts& accounts = house.people.accounts;
  const auto administrator = [&house](HttpResponse (*work)(House&, const Call&)) {
    return for_position(Position::administrator,
                        [&house, work](const Call& call) { return work(house, call); });
  };
  const std::string one = "/api/v1/accounts/{account}/";
  return {
      route("GET", "/api/v1/accounts", "list_accounts", "konton", administrator(list),
            {.answer = &codec::shape_of<AccountPage>(),
             .query = {"after", {"unit", "bara enhetens"}, {"state", "bara de i det läget"}}}),
      route("GET", "/api/v1/accounts/{account}", "show_account", "ett konto", administrator(find),
            {.answer = &codec::shape_of<AccountShown>()}),
      route("POST", "/api/v1/accounts", "invite", "bjud in någon med en engångslänk",
            administrator(invite),
            {.body = &codec::shape_of<InviteForm>(),
             .status = 201,
             .answer = &codec::shape_of<Invited>()}),
      route("POST", one + "reset", "reset_account", "ge en ny engångslänk", administrator(reset),
            {.status = 201, .answer = &codec::shape_of<Invited>()}),
      route("POST", one + "rights", "set_account_rights", "ge ett konto en annan enhet eller roll",
            administrator(set_rights), {.body = &codec::shape_of<RightsForm>(), .status = 204}),
      route("POST", one + "sign-out", "sign_out_account", "logga ut ett konto överallt",
            administrator(sign_out), {.status = 204}),
      route("POST", one + "lock", "lock_account", "lås ett konto",
            act([&accounts](const std::string& id) { return accounts.lock(id); }), {.status = 204}),
      route("POST", one + "unlock", "unlock_account", "lås upp ett konto",
            act([&accounts](const std::string& id) { return accounts.unlock(id); }),
            {.status = 204}),
      route("POST", one + "close", "close_account", "stäng ett konto för gott",
            act([&accounts](const std::string& id) { return accounts.close(id); }),
            {.status = 204}),
      route("GET", "/api/v1/trouble", "list_trouble", "det som föll ut och inte gick att göra",
            administrator(trouble), {.answer = &codec::shape_of<TroubleList>()}),
      route("POST", "/api/v1/trouble/retry", "retry_trouble", "försök igen genast",
            administrator(retry), {.body = &codec::shape_of<RetryForm>(), .status = 204}),
      route("GET", "/api/v1/access-log", "show_access_log", "vem som har öppnat vad",
            for_position(Position::auditor,
                         [&house](const Call& call) { return access(house, call); }),
            {.answer = &codec::shape_of<AccessRows>(), .query = {"account", "case", "before"}})};
}

}  // namespace

std::vector<Route> account_routes(House& house) {
  std::vector<Route> routes = administering_routes(house);
  for (Route& each : naming_routes(house)) routes.push_back(std::move(each));
  return routes;
}

}  // namespace kallad::api
