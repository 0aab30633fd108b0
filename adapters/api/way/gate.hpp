// Who calls: the session of a cookie, or the account of a program's token.
// Not what they may do: engine/authority. Rules kept: nothing is let in by default; a cookie that a
// browser sends by itself is not enough to change anything (CSRF); a bad token and no token get the
// same answer.
#pragma once

#include <optional>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/api/way/router.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

/// The cookie's name. With TLS it is bound to this host and its root path.
inline constexpr std::string_view secure_cookie = "__Host-kallad";
inline constexpr std::string_view plain_cookie = "kallad";  ///< without TLS, on this machine

/// The field of a page's form that carries the session's own word; programs say X-CSRF-Token.
inline constexpr std::string_view csrf_field = "csrf";

/// Who that is, with the positions and the cases they are named for at this moment.
Caller caller_of(const Session& session);

/// Lets the call in and fills in its caller; or the answer where it is not let in: 401 without a
/// valid session or token, 403 where a change does not carry the session's own word.
std::optional<HttpResponse> enter(House& house, const Route& route, Call& call);

/// Answers with what `work` makes of the call for who has the position, and says no to all others.
template <class Work>
RouteHandler for_position(Position position, Work work) {
  return [position, work](Call call) {
    if (!authority::has(call.caller, position)) {
      return call.answer(problem(403, "position_missing"));
    }
    call.answer(work(call));
  };
}

/// A case that the caller sees as a whole, and what stands beside it.
struct WholeCase {
  const CaseFile& file;
  const Ledger& ledger;
  Instant now;
};

/// Answers with what `work` makes of the case in the path for who sees the whole of it: 404 where
/// the caller may not know of it, 403 where only a part is seen. Logged as `kind` either way.
using WholeWork = std::function<HttpResponse(const WholeCase&, const Call&)>;
RouteHandler for_whole_case(House& house, std::string kind, WholeWork work);

/// Whether a browser says that the request comes from somebody else's page.
bool is_cross_site(const HttpRequest& request);

/// The value of a cookie; empty where it is not there, or there twice: then somebody else has set
/// one of them.
std::string cookie(const HttpRequest& request, std::string_view name);

/// The session token the request carries, or empty.
std::string session_token_of(const HttpRequest& request);

}  // namespace kallad::api
