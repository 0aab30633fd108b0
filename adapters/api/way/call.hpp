// One call on its way: the request, what its path named, who calls, and where the answer goes; and
// the house whose parts routes use. Not who may: gate.hpp and engine/authority. Rule kept: a
// handler answers once, from whichever thread knows the answer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/access_log/access_log.hpp"
#include "adapters/access_log/access_reader.hpp"
#include "adapters/api/way/shelf.hpp"
#include "adapters/desk/alarm/alarm.hpp"
#include "adapters/http/server.hpp"
#include "adapters/log/log.hpp"
#include "adapters/sign_in/people.hpp"
#include "engine/authority/caller.hpp"

namespace kallad {
class Feedback;
class Takings;
}  // namespace kallad

namespace kallad::mailroom {
class Mailroom;
}

namespace kallad::api {

/// How scheduled backups go.
struct BackupCounters {
  std::int64_t last_good_seconds = 0;  ///< since 1970; 0: there is none yet
  std::uint64_t failed = 0;
};

/// How webhooks go, counted since the start.
struct HookCounters {
  std::uint64_t delivered = 0;
  std::uint64_t failed = 0;
  std::uint64_t dropped = 0;
};

/// How mail goes, counted since the start. `troubled`: 1 while the server cannot be spoken with.
struct MailNumbers {
  std::uint64_t accepted = 0;
  std::uint64_t failed = 0;
  std::uint64_t put_off = 0;
  std::uint64_t waiting = 0;
  std::uint64_t taken_in = 0;
  std::uint64_t unmatched = 0;
  unsigned sending_troubled = 0;
  unsigned reading_troubled = 0;
};

struct Elsewhere;
struct LinkDoor;
struct Hooks;
struct ReportHouse;

/// What the routes are given. All of it outlives the server; all of it may be used from any thread.
struct House {
  Desk& desk;
  Alarm& alarm;
  Log& log;
  Shelf& shelf;
  People& people;
  AccessLog& access;
  AccessReader& access_reader;
  ClockReading now;
  Calendar calendar;
  std::function<HttpCounters()> http_counters;  ///< of the server the API is behind
  Elsewhere* elsewhere = nullptr;               ///< where people may sign in elsewhere
  LinkDoor* links = nullptr;                    ///< for parties without an account
  Hooks* hooks = nullptr;                       ///< other systems that are told
  ReportHouse* reports = nullptr;               ///< what councils publish
  mailroom::Mailroom* mail = nullptr;           ///< letters that leave, and answers that come
  Takings* takings = nullptr;                   ///< who has taken what waits for a unit
  Feedback* feedback = nullptr;                 ///< what people tell of the pages themselves
  std::string public_url = {};                  ///< where people reach the pages; empty: not said
  std::string demo_folder = {};  ///< where the store lies, if all in it is invented; else empty
  /// Runs what must not run on the desk's thread; set by Api, whose workers do it.
  std::function<void(std::function<void()>)> later = {};
  std::function<BackupCounters()> backups = {};    ///< empty where none are scheduled
  std::function<HookCounters()> webhooks = {};     ///< empty where there are none
  std::function<MailNumbers()> mail_numbers = {};  ///< empty where no mail is set
};

/// One request that matched a route.
struct Call {
  HttpRequest request;
  std::vector<std::string> values;  ///< of the pattern's names, in order, decoded
  Caller caller;                    ///< who calls; empty on routes for anyone
  Session session;                  ///< by which session; empty on routes for anyone
  HttpAnswer answer;
};

/// Logs the opening at `now` (UTC) and then answers; 503 where it could not be logged: what is
/// shown is in the access log first.
void answer_logged(House& house, Opening opening, Instant now, HttpAnswer answer,
                   HttpResponse response);
/// What the access log says of the caller of `call` opening `kind` of the case in its path.
Opening opening_by(const Call& call, std::string kind);

/// 200 with JSON, not to be kept by anybody between.
HttpResponse json(std::string body, unsigned status = 200);

/// ETag of a version, "\"7\"", and of one that is shown as `body`, "\"7-1f0a…\"": what a case asks
/// for and allows changes with the clock and with who asks, and then it is not what a client has
/// kept.
std::string etag_of(std::uint64_t version);
std::string etag_of(std::uint64_t version, std::string_view body);
/// The version a client said in If-Match, by either ETag; nothing where it said none or no such
/// form.
std::optional<std::uint64_t> version_in(std::string_view if_match);

}  // namespace kallad::api
