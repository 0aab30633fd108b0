// Coming to an answer link, looking and acting: one way for the JSON routes and the pages.
// Not what a link is or shows: adapters/answer_link. Rules kept: looking never acts; what is shown
// is in the access log first; a token that is none is told nothing and is dear; an act that met
// another's is asked anew on the case as it is then, so that two parties never collide.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/answer_link/link_command.hpp"
#include "adapters/answer_link/link_view.hpp"
#include "adapters/api/links/link_limits.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/problem.hpp"

namespace kallad::api {

/// The keys that links are sealed with: number `sealing` (1 to 15), and `before` while it is
/// changed (0: none). Both follow from the installation's key.
struct LinkKeys {
  unsigned sealing = 1;
  unsigned before = 0;
};

struct LinkDoor {
  LinkDoor(const Keyring& keyring, const LinkKeys& numbers);
  LinkKeyring keys;
  LinkLimits limits;
};

/// Who comes to which link: the token of the address, and the client's network address.
struct LinkVisit {
  std::string token;
  std::string client;
};

/// What came of it: what the link shows now, and where it was no, why. Of a dead link, or of too
/// many visits, `view` has its state alone.
struct LinkResult {
  LinkView view;
  std::optional<No> no;
  bool repeated = false;  ///< the same form had been stored before
};

/// Called once, from any thread.
using LinkDone = std::function<void(LinkResult)>;

/// What the link shows. `no`: 404 link_dead; 429 too_many_requests; 503 access_log_failed.
void look_by_link(House& house, const LinkVisit& visit, LinkDone done);

/// Does what the form says. `no` besides those: 409 where the link no longer stands or it is not
/// the step, 422 where a field or a condition fails, and what the desk's answers come to.
void act_by_link(House& house, const LinkVisit& visit, AnswerForm form, LinkDone done);

}  // namespace kallad::api
