// The API as one function of requests: finds the route, lets the caller in, answers.
// Not HTTP (adapters/http) and not what routes do. Rules kept: deny by default; every answer
// carries the security headers; what nobody thought of is 500 without a word of why.
#pragma once

#include "adapters/api/follow/followers.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"
#include "adapters/api/way/workers.hpp"

namespace kallad::api {

/// Lives as long as requests may come.
class Api {
 public:
  /// `threads` run the routes.
  Api(House& house, unsigned threads);

  /// The handler for HttpServer: hands the request to a worker and returns.
  void handle(HttpRequest request, HttpAnswer answer);
  /// The API's description, as /api/openapi.json serves it.
  const std::string& openapi() const { return openapi_; }

 private:
  void answer_one(Matched matched, HttpRequest request, HttpAnswer answer);

  House& house_;
  Followers followers_;
  std::string openapi_;
  std::string page_;
  Router router_;
  Workers workers_;  ///< last: its threads use all of the above
};

}  // namespace kallad::api
