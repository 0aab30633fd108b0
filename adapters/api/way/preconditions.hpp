// What every command over HTTP brings besides its content, and how its fate is told.
// Not the command: commands.cpp and registers.cpp. Rules kept (rulings, "Commands"):
// Idempotency-Key is the command's id, one's own and nobody else's; If-Match names the version a
// command builds on.
#pragma once

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/problem.hpp"

namespace kallad::api {

/// What stands between a client and the desk: an id and perhaps a version, or a problem.
struct Preconditions {
  std::string command_id;
  std::optional<std::uint64_t> version;
  std::optional<HttpResponse> refused;
};

/// 400 without a usable Idempotency-Key, 428 without If-Match where it is `guarded`.
Preconditions read_preconditions(const Call& call, bool guarded);

/// The desk's answer: what was stored, with the ETag of the version after it, or a problem.
HttpResponse answer_of(std::string_view stream, const Outcome& outcome, unsigned status);

}  // namespace kallad::api
