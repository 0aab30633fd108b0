// The API as one function of requests: finds the route, lets the caller in, answers.
// Not HTTP (adapters/http) and not what routes do. Rules kept: deny by default; every answer
// carries the security headers; what nobody thought of is 500 without a word of why.
#pragma once

#include "adapters/api/follow/followers.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"
#include "adapters/api/way/workers.hpp"

namespace kallad::api {

/// What is for people, from a room that the API does not know: adapters/web.
struct Pages {
  std::vector<Route> routes;
  /// A problem as a page. Asked where the browser takes HTML; runs on the thread that answers.
  std::function<HttpResponse(const HttpRequest&, HttpResponse)> of_problem;
};

/// Lives as long as requests may come.
class Api {
 public:
  /// `threads` run the routes. Pages are routes like the others and pass the same gate.
  Api(House& house, unsigned threads, Pages pages = {});

  /// The handler for HttpServer: hands the request to a worker and returns.
  void handle(HttpRequest request, HttpAnswer answer);
  /// The API's description, as /api/openapi.json serves it.
  const std::string& openapi() const { return openapi_; }

 private:
  void answer_one(Matched matched, HttpRequest request, HttpAnswer answer);
  /// The same, with what goes wrong answered as well.
  void answer_safely(Matched matched, HttpRequest request, const HttpAnswer& answer);

  /// The answer, with problems turned into pages for browsers.
  HttpAnswer for_people(const HttpRequest& request, HttpAnswer answer) const;

  House& house_;
  std::function<HttpResponse(const HttpRequest&, HttpResponse)> of_problem_;
  Followers followers_;
  std::string openapi_;
  std::string page_;
  Router router_;
  Workers slow_{2};  ///< for routes that hash passwords, which are hashed two at a time
  Workers workers_;  ///< last: its threads use all of the above
};

}  // namespace kallad::api
