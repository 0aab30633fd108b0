// What the API should answer whom, written by hand from the rules of the field and the published
// table of authority (docs/authority.md). Not the engine: nothing of engine/authority is asked
// here. Rule kept (domain 6): what is not written is no.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tests/adapters/api_attack/matrix_house.hpp"

namespace kallad::api_matrix {

/// What a body is about, where its command asks for that.
struct About {
  std::string party = town;
  std::uint32_t deficiency = 1;
};

/// Whether the command of a case is written here at all.
bool knows_command(const std::string& command);
std::size_t command_count();

/// 404, 403, or 412: all that stood in the way was the version, which the matrix gets wrong.
unsigned should_answer(const std::string& user, const Hand& who, Situation situation,
                       const std::string& command, const About& about);
/// 200 or 404.
unsigned should_show(const std::string& user, Situation situation);
unsigned should_tell_events(const std::string& user, Situation situation);
/// 200, 403 or 404: what closing attendance would draft.
unsigned should_foresee(const std::string& user, const Hand& who, Situation situation);
/// Naming staff for a protected identity, and parties' links: only for those who see the whole
/// case. 0 where the route is none of those.
unsigned should_manage(const std::string& route, const std::string& user, Situation situation);

/// Who reads what the council of the houses here has published, and who publishes it.
bool should_read_reports(const std::string& user);
bool should_publish_reports(const std::string& user);

/// A route that is of no case: who may ask, and what they are answered.
struct OtherRoute {
  enum class Who {
    anyone,
    signed_in,
    administrator,
    auditor,
    unit_head,
    coordinator,
    staff,
    decides_disposal
  };
  Who who = Who::signed_in;
  unsigned status = 200;  ///< to those who may
  const char* body = "{}";
  bool ends_session = false;
};

/// By its id in the description; nothing where it is not written here.
std::optional<OtherRoute> other_route(const std::string& id);
unsigned should_answer(const OtherRoute& route, const Hand& who);

}  // namespace kallad::api_matrix
