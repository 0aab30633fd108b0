// Reads, asks authority, logs, answers: in this order.
// Not a memory of what was allowed: each opening asks anew, on the case as it is.
#include "adapters/api/routes/opening.hpp"

#include "adapters/api/way/problem.hpp"
#include "engine/authority/authority.hpp"
#include "engine/authority/redaction.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

/// The case as it stood where a frozen sight ends.
std::shared_ptr<const ReadCase> read_to(House& house, const std::string& id,
                                        const Horizon& horizon) {
  return house.shelf.find_reached(id, [&](const EventView& event) {
    return horizon.reaches(static_cast<std::uint32_t>(event.sequence), event.at);
  });
}

}  // namespace

std::uint64_t version_of(const Seen& seen) {
  const bool is_frozen = seen.sight.of_case == CaseSight::frozen;
  return is_frozen ? seen.read->file.running.events : seen.read->version();
}

std::optional<std::uint64_t> frozen_version(House& house, const Caller& caller, const ReadCase& now,
                                            const Occasion& occasion) {
  const Sight sight = authority::sight(caller, now.file, occasion);
  if (sight.of_case != CaseSight::frozen) return std::nullopt;
  const auto then = read_to(house, now.file.running.id.text, sight.horizon);
  return then ? then->file.running.events : 0;
}

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
    found = read_to(house, id, sight.horizon);
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
