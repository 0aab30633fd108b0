// Reads, asks authority, logs, answers: in this order.
// Not a memory of what was allowed: each opening asks anew, on the case as it is.
#include "adapters/api/routes/opening.hpp"

#include "adapters/api/way/problem.hpp"
#include "engine/authority/authority.hpp"
#include "engine/authority/redaction.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

std::optional<Seen> look(House& house, const Caller& caller, const std::string& id,
                         const Occasion& occasion) {
  const auto now = house.shelf.find_case(id);
  auto found = now;
  if (!found) return std::nullopt;
  const Sight sight = authority::sight(caller, found->file, occasion);
  // Who only counts cases for a report opens none of them.
  const bool counts_only = sight.of_case == CaseSight::overview && !authority::is_staff(caller);
  if (sight.is_none() || (counts_only && !sight.of_council)) return std::nullopt;
  if (sight.of_case == CaseSight::frozen) {
    found = house.shelf.find_reached(id, [&](const EventView& event) {
      return sight.horizon.reaches(static_cast<std::uint32_t>(event.sequence), event.at);
    });
  }
  return Seen{std::move(found), sight, now};
}

CaseFile shown_file(const Seen& seen) {
  return authority::redacted(seen.read->file, seen.now->file, seen.sight);
}

void answer_logged(House& house, Call call, std::string kind, const std::optional<Seen>& seen,
                   Instant now, HttpResponse response) {
  Opening opening = opening_by(call, std::move(kind));
  if (seen) {
    opening.ground = table::state_id(seen->sight.of_case);
    opening.outcome = "shown";
  } else {
    response = problem(404, "no_such_case");
  }
  answer_logged(house, std::move(opening), now, std::move(call.answer), std::move(response));
}

}  // namespace kallad::api
