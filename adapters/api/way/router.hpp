// Which request goes where: routes as a table, matched by method and path.
// Not who may: gate.hpp. Not what is answered: the files of the routes. Rules kept: paths are
// compared byte by byte after decoding each segment (no other spelling of a path opens anything);
// an unknown path is 404, a known one with another method 405 with Allow.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/way/problem.hpp"
#include "adapters/codec/shape.hpp"

namespace kallad::api {

struct Call;
using RouteHandler = std::function<void(Call)>;

/// Who may call a route at all; what is seen and done in a case is decided by engine/authority.
enum class Entry {
  anyone,     ///< also without signing in
  signed_in,  ///< with a session or a program's token
  watching,   ///< the same, but the request keeps no session alive
};

/// A parameter of the query that may be given, and what it is for, Swedish; empty: its name says
/// it.
struct QueryParameter {
  QueryParameter(const char* its_name, const char* its_use = "") : name(its_name), about(its_use) {}
  std::string name;
  std::string about;
};

/// What the API's description says of a route's body and answers. A schema is a described struct's
/// shape, or the name of one of this room's own (openapi.cpp).
struct RouteForm {
  const codec::Shape* body = nullptr;  ///< JSON; null where there is none
  std::string own_body = {};
  unsigned status = 200;                 ///< where all goes well
  unsigned status_of_no = 0;             ///< where the answer is no in the same form; 0: a problem
  const codec::Shape* answer = nullptr;  ///< JSON; null where own_answer says it
  std::string own_answer = {};           ///< empty where the answer has no body
  std::vector<const codec::Shape*> parts = {};  ///< structs that own schemas of this room refer to
  std::string media = "application/json";
  std::vector<std::string> other_media = {};  ///< in which it is answered where that is asked for
  std::vector<QueryParameter> query = {};
  bool keyed = false;    ///< needs Idempotency-Key
  bool guarded = false;  ///< needs If-Match
};

/// One route. `pattern` has {names} for whole segments.
struct Route {
  std::string method;
  std::string pattern;
  std::string id;     ///< operationId of the API's description
  std::string about;  ///< what it does, Swedish, for the API's description
  Entry entry = Entry::signed_in;
  RouteHandler handle;
  RouteForm form = {};
  bool is_page = false;  ///< for people: not in the API's description
  bool slow = false;     ///< has threads of its own, so that nobody else waits for it
};

/// The route as one that hashes a password, which takes tenths of a second.
inline Route hashing(Route route) {
  route.slow = true;
  return route;
}

/// What a request matched: a route with the values of its names in order, or why none.
struct Matched {
  const Route* route = nullptr;
  std::vector<std::string> values;
  unsigned status = 404;  ///< where there is no route: 404 or 405
  std::string allow;      ///< methods of the path, for 405 and OPTIONS
};

class Router {
 public:
  /// Throws std::logic_error where two routes have one method and pattern, or one id.
  explicit Router(std::vector<Route> routes);

  /// HEAD matches GET; the HTTP room sends no body then.
  Matched match(std::string_view method, std::string_view path) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> patterns_;  ///< of each route, in segments
};

/// %41 decoded, and %2F, for ids of units have a slash; nothing where the text has a broken escape
/// or a NUL, or is a dot segment.
std::optional<std::string> decoded_segment(std::string_view segment);

/// A value of the query, "limit" of "limit=20&after=7"; empty where it is not there.
std::string query_value(std::string_view query, std::string_view name);

}  // namespace kallad::api
