// Reading of Idempotency-Key and If-Match, and the body that tells what was stored.
// Not the payload of events: what a caller may see of a case is asked for anew.
#include "adapters/api/way/preconditions.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/codec/forms.hpp"
#include "adapters/desk/digest/digest.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_key = 128;

/// Hashed with the account, so that nobody can ask for what became of another's command, and no key
/// of a client stands in the log.
std::string command_id_of(const Caller& caller, const std::string& key) {
  return hex(content_digest(caller.account, key));
}

std::string stored(std::string_view stream, const Outcome& outcome) {
  ordered_json body{{"case", stream},
                    {"version", outcome.version},
                    {"repeated", outcome.answer == Answer::repeated},
                    {"events", ordered_json::array()}};
  for (const RecordedEvent& event : outcome.events) {
    std::string at;
    codec::put_instant(at, event.at);
    body["events"].push_back({{"sequence", event.sequence},
                              {"at", at},
                              {"type", event.type},
                              {"version", event.version}});
  }
  return body.dump();
}

}  // namespace

Preconditions read_preconditions(const Call& call, bool guarded) {
  Preconditions read;
  const std::string* key = call.request.header("idempotency-key");
  if (key == nullptr || key->empty() || key->size() > longest_key) {
    read.refused = problem(400, "idempotency_key_required");
    return read;
  }
  read.command_id = command_id_of(call.caller, *key);
  const std::string* match = call.request.header("if-match");
  if (match == nullptr) {
    if (guarded) read.refused = problem(428, "if_match_required");
    return read;
  }
  read.version = version_in(*match);
  if (!read.version) read.refused = problem(400, "bad_if_match");
  return read;
}

HttpResponse answer_of(std::string_view stream, const Outcome& outcome, unsigned status) {
  if (!outcome.stored()) return problem_of(outcome);
  HttpResponse response = json(stored(stream, outcome), status);
  response.headers.emplace_back("etag", etag_of(outcome.version));
  return response;
}

void answer_logged(House& house, Opening opening, Instant now, HttpAnswer answer,
                   HttpResponse response) {
  house.access.record(std::move(opening), now,
                      [answer = std::move(answer),
                       response = std::move(response)](std::exception_ptr failed) mutable {
                        answer(failed ? problem(503, "access_log_failed") : std::move(response));
                      });
}

Opening opening_by(const Call& call, std::string kind) {
  return {.account = call.caller.account,
          .name = call.caller.name,
          .unit = call.caller.unit,
          .subject = CaseId{call.values.at(0)},
          .kind = std::move(kind),
          .ground = {},
          .outcome = "refused"};
}

HttpResponse json(std::string body, unsigned status) {
  return {status,
          {{"content-type", "application/json"}, {"cache-control", "no-store"}},
          std::move(body)};
}

std::string etag_of(std::uint64_t version) { return "\"" + std::to_string(version) + "\""; }

std::string etag_of(std::uint64_t version, std::string_view body) {
  return "\"" + std::to_string(version) + "-" + hex(content_digest("etag", body)) + "\"";
}

std::optional<std::uint64_t> version_in(std::string_view if_match) {
  if (if_match.size() < 3 || !if_match.starts_with('"') || !if_match.ends_with('"')) {
    return std::nullopt;
  }
  std::uint64_t version = 0;
  const std::string_view inside = if_match.substr(1, if_match.size() - 2);
  const std::string_view digits = inside.substr(0, inside.find('-'));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return version;
}

}  // namespace kallad::api
