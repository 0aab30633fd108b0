// The register and the routines: each command a route, and the present as it is.
// Not rules of who is bound to what: engine/register. Rule kept: units see names and duties; where
// reminders go and who is head is for those who keep the register.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/way/preconditions.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

template <class Commands>
void say(House& house, Call call, std::string_view id) {
  auto read = read_preconditions(call, true);
  if (read.refused) return call.answer(*std::move(read.refused));
  const auto said = codec::read_data<Commands>(id, 0, call.request.body);
  if (!said) return call.answer(problem_of_data(said.errors()));
  const auto admitted = authority::admit(call.caller, said.value());
  if (!admitted) return call.answer(problem_of(admitted.denial()));
  const LedgerCommand command =
      boost::variant2::visit([](const auto& one) { return LedgerCommand{one}; }, said.value());
  Submission submission = submission_of(std::string{register_stream}, read.command_id,
                                        admitted.actor(), AnyCommand{command});
  submission.expected_version = read.version;
  house.desk.submit(std::move(submission),
                    [&house, answer = std::move(call.answer)](Outcome&& outcome) {
                      if (outcome.stored()) house.shelf.forget_ledger();
                      answer(answer_of("register", outcome, 200));
                    });
}

/// What programs alone say has no route.
bool is_for_people(std::string_view id) {
  const auto rows = authority::ledger_rows();
  const auto row = std::ranges::find(rows, id, &authority::AuthorityRow::command);
  return row != rows.end() && std::ranges::any_of(row->grants, [](const auto& grant) {
           return grant.when != authority::Condition::by_program;
         });
}

template <class Commands>
void add_routes(std::vector<Route>& routes, House& house) {
  for (const codec::Alternative& kind : codec::shape_of<Commands>().alternatives) {
    if (!is_for_people(kind.id)) continue;
    routes.push_back(
        {.method = "POST",
         .pattern = "/api/v1/register/" + std::string{kind.id},
         .id = std::string{kind.id},
         .about = std::string{word_of("command", kind.id, Language::swedish)},
         .handle = [&house, id = kind.id](Call call) { say<Commands>(house, std::move(call), id); },
         .form = {.body = kind.shape, .own_answer = "Stored", .keyed = true, .guarded = true}});
  }
}

/// Whether the caller keeps the register, and so sees where letters go.
bool keeps_register(const Caller& caller) {
  return authority::has(caller, Position::administrator);
}

UnitShown shown(const Register& known, const Unit& unit, const Caller& caller) {
  UnitShown one{.id = unit.id,
                .principal = unit.principal,
                .name = unit.name,
                .hsa_id = unit.hsa_id,
                .mailbox = {},
                .head = {},
                .head_contact = {},
                .deputies = {},
                .mailbox_check = {},
                .language = {},
                .head_absence = {}};
  const bool all = keeps_register(caller);
  const bool leads = unit.id == caller.unit && authority::has(caller, Position::unit_head);
  const auto away = known.head_absences.find(unit.id);
  if ((all || leads) && away != known.head_absences.end()) one.head_absence = away->second;
  if (!all) return one;
  one.mailbox = unit.mailbox;
  one.head = unit.head;
  one.head_contact = unit.head_contact;
  one.deputies = unit.deputies;
  one.language = unit.language;
  const auto check = known.mailbox_checks.find(unit.id);
  if (check != known.mailbox_checks.end()) one.mailbox_check = check->second;
  return one;
}

void show_register(House& house, Call call) {
  const auto read = house.shelf.ledger();
  const Register& known = read->ledger.known;
  RegisterShown body;
  body.version = read->version;
  for (const auto& [id, principal] : known.principals) {
    body.principals.push_back(principal);
    body.retentions.push_back({id, retention_of(known, id), known.retentions.contains(id)});
  }
  for (const auto& [id, unit] : known.units) body.units.push_back(shown(known, unit, call.caller));
  for (const auto& [id, agreement] : known.agreements) body.agreements.push_back(agreement);
  for (const auto& [id, council] : known.councils) body.councils.push_back(council);
  body.routines = ledger::routines_in_force(read->ledger);
  HttpResponse response = json(codec::write_compact(body));
  response.headers.emplace_back("etag", etag_of(read->version));
  call.answer(std::move(response));
}

/// Every change of the register, oldest first: who, when and what. Heads are named in it.
void history(House& house, Call call) {
  if (!keeps_register(call.caller)) return call.answer(problem(403, "position_missing"));
  ordered_json changes = ordered_json::array();
  house.shelf.read(register_stream, [&](const EventView& event) {
    const Actor by = read_actor(event.actor);
    changes.push_back({{"sequence", event.sequence},
                       {"at", iso(event.at)},
                       {"type", event.type},
                       {"name", by.name},
                       {"data", ordered_json::parse(event.payload)}});
  });
  call.answer(json(ordered_json{{"changes", std::move(changes)}}.dump()));
}

}  // namespace

std::vector<Route> register_routes(House& house) {
  std::vector<Route> routes{
      {.method = "GET",
       .pattern = "/api/v1/register",
       .id = "show_register",
       .about = "huvudmän, enheter, överenskommelser, samråd och rutiner",
       .handle = [&house](Call call) { show_register(house, std::move(call)); },
       .form = {.answer = &codec::shape_of<RegisterShown>()}},
      {.method = "GET",
       .pattern = "/api/v1/register/history",
       .id = "show_register_history",
       .about = "varje ändring i registret: vem, när och vad",
       .handle = [&house](Call call) { history(house, std::move(call)); },
       .form = {.own_answer = "RegisterHistory"}}};
  add_routes<RegisterCommand>(routes, house);
  add_routes<RoutineCommand>(routes, house);
  return routes;
}

}  // namespace kallad::api
