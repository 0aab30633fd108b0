// Forms in, lines out; who has what is kept in adapters/takings.
// Not logged: a line opens no personal data, as in lists of cases. Rule kept: what is taken is what
// was seen, so that two who press at once are told so and do not both begin.
#include "adapters/api/inbox/inbox_routes.hpp"

#include "adapters/api/inbox/unit_inbox.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/takings/takings.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

/// Answers with what `work` makes of the call for the unit's own staff.
template <class Work>
RouteHandler for_staff(Work work) {
  return [work](Call call) {
    if (!authority::is_staff(call.caller) || call.caller.unit.empty())
      return call.answer(problem(403, "position_missing"));
    call.answer(work(call));
  };
}

template <class Form>
WaitingThing thing_of(const Call& call, const Form& said) {
  return {call.caller.unit, said.of_case, std::string{table::state_id(said.kind)}, said.thing};
}

HttpResponse done_or_taken(bool done) {
  return done ? HttpResponse{.status = 204} : problem(409, "taken_meanwhile");
}

HttpResponse take(House& house, const Call& call) {
  const auto form = codec::read_text<TakeForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const TakeForm& said = form.value();
  if (!InboxReader{house, call.caller}.find(said.of_case, said.kind, said.thing))
    return problem(404, "nothing_waits");
  const Taker taker{call.caller.account, call.caller.name, house.now(), {}};
  return done_or_taken(house.takings->give(thing_of(call, said), said.from, taker));
}

/// To a colleague who may see it too: nobody is handed what they cannot open.
HttpResponse hand_over(House& house, const Call& call) {
  const auto form = codec::read_text<HandOverForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const HandOverForm& said = form.value();
  if (!InboxReader{house, call.caller}.find(said.of_case, said.kind, said.thing))
    return problem(404, "nothing_waits");
  const auto to = colleague_named(house, call.caller.unit, said.user_name, said.of_case);
  if (!to || !InboxReader{house, *to}.find(said.of_case, said.kind, said.thing))
    return problem(422, std::vector{Reason{"colleague_unknown", "/user_name", {}}});
  const Taker taker{to->account, to->name, house.now(), call.caller.name};
  return done_or_taken(house.takings->give(thing_of(call, said), said.from, taker));
}

HttpResponse put_back(House& house, const Call& call) {
  const auto form = codec::read_text<TakeForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const TakeForm& said = form.value();
  if (!InboxReader{house, call.caller}.find(said.of_case, said.kind, said.thing))
    return problem(404, "nothing_waits");
  return done_or_taken(house.takings->put_back(thing_of(call, said), said.from));
}

Route post(House& house, std::string_view below, std::string id, std::string about,
           const codec::Shape* body, HttpResponse (*work)(House&, const Call&)) {
  return {.method = "POST",
          .pattern = "/api/v1/unit-inbox/" + std::string{below},
          .id = std::move(id),
          .about = std::move(about),
          .handle = for_staff([&house, work](const Call& call) { return work(house, call); }),
          .form = {.body = body, .status = 204}};
}

}  // namespace

std::vector<Route> inbox_routes(House& house) {
  if (house.takings == nullptr) return {};
  return {
      {.method = "GET",
       .pattern = "/api/v1/unit-inbox",
       .id = "show_unit_inbox",
       .about = "det som väntar på din enhet, och vem som har tagit det",
       .handle = for_staff([&house](const Call& call) {
         return json(codec::write_compact(InboxReader{house, call.caller}.read()));
       }),
       .form = {.answer = &codec::shape_of<UnitInbox>()}},
      post(house, "take", "take_from_unit_inbox", "ta något som väntar på din enhet",
           &codec::shape_of<TakeForm>(), take),
      post(house, "hand-over", "hand_over_in_unit_inbox", "lämna något som väntar till en kollega",
           &codec::shape_of<HandOverForm>(), hand_over),
      post(house, "put-back", "put_back_in_unit_inbox", "lägg tillbaka något, så att ingen har det",
           &codec::shape_of<TakeForm>(), put_back)};
}

}  // namespace kallad::api
