// Reads, asks authority, logs, answers: in this order.
// Not a cache: each opening reads the case anew.
#include "adapters/api/routes/opening.hpp"

#include "adapters/api/way/problem.hpp"
#include "engine/authority/authority.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

std::optional<Seen> look(House& house, const Caller& caller, const std::string& id,
                         const Occasion& occasion) {
  auto found = house.shelf.find_case(id);
  if (!found) return std::nullopt;
  const Sight sight = authority::sight(caller, found->file, occasion);
  // Who only counts cases for a report opens none of them.
  const bool counts_only = sight.of_case == CaseSight::overview && !authority::is_staff(caller);
  if (sight.is_none() || (counts_only && !sight.of_council)) return std::nullopt;
  if (sight.of_case == CaseSight::frozen) {
    found = house.shelf.find_case(id, [&](const EventView& event) {
      return sight.horizon.reaches(static_cast<std::uint32_t>(event.sequence), event.at);
    });
  }
  return Seen{*std::move(found), sight};
}

void answer_logged(House& house, Call call, std::string kind, const std::optional<Seen>& seen,
                   Instant now, HttpResponse response) {
  Opening opening{.account = call.caller.account,
                  .name = call.caller.name,
                  .unit = call.caller.unit,
                  .subject = CaseId{call.values.at(0)},
                  .kind = std::move(kind),
                  .ground = seen ? std::string{table::state_id(seen->sight.of_case)} : "",
                  .outcome = seen ? "shown" : "refused"};
  if (!seen) response = problem(404, "no_such_case");
  house.access.record(std::move(opening), now,
                      [answer = std::move(call.answer),
                       response = std::move(response)](std::exception_ptr failed) mutable {
                        answer(failed ? problem(503, "access_log_failed") : std::move(response));
                      });
}

}  // namespace kallad::api
