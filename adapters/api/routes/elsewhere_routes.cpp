// The way to an issuer and back, and the word of a trusted proxy.
// Not the checks: adapters/sign_in/oidc and adapters/sign_in/federated. Rules kept: the session's
// cookie is strict, so the browser that comes back is answered with a page of our own that goes on
// from here; where such sign-in is not set, there is no such address.
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/way/elsewhere.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

constexpr std::string_view secure_way = "__Host-kallad-way";
constexpr std::string_view plain_way = "kallad-way";
constexpr std::string_view page =
    "<!doctype html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>Inloggad</title>\n"
    "<meta http-equiv=\"refresh\" content=\"0;url=/sign-in\"></head>\n"
    "<body><main><h1>Du är inloggad</h1><p><a "
    "href=\"/sign-in\">Fortsätt</a></p></main></body>\n</html>\n";

std::string way_cookie(const HttpRequest& request, std::string_view value, int seconds) {
  return set_cookie(request.secure ? secure_way : plain_way, value, request.secure, seconds, "Lax");
}

/// No, as a problem to programs; a browser goes to the page for signing in, which says why.
HttpResponse refused_to(const Call& call, const Refusals& reasons, unsigned status) {
  const auto* accepts = call.request.header("accept");
  if (accepts == nullptr || accepts->find("text/html") == std::string::npos) {
    return refused(reasons, status);
  }
  const std::string rule{reasons.front().rule};
  return {.status = 303,
          .headers = {{"location", "/sign-in?refused=" + rule}, {"cache-control", "no-store"}},
          .body = {},
          .feed = {}};
}

HttpResponse begin(House& house, const Call& call) {
  const auto way = house.elsewhere->oidc->begin(house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&way)) return refused_to(call, *no, 502);
  const auto& yes = boost::variant2::get<OidcWay>(way);
  const auto seconds = std::chrono::seconds{way_lifetime}.count();
  return {
      .status = 303,
      .headers = {{"location", yes.url},
                  {"cache-control", "no-store"},
                  {"set-cookie", way_cookie(call.request, yes.cookie, static_cast<int>(seconds))}},
      .body = {},
      .feed = {}};
}

/// The session of somebody whose word was believed, or why there is none.
OrRefusals<SignedIn> signed_in(House& house, const Call& call,
                               const OrRefusals<FederatedPerson>& who) {
  if (const auto* no = boost::variant2::get_if<Refusals>(&who)) return *no;
  return house.elsewhere->federation.sign_in(boost::variant2::get<FederatedPerson>(who),
                                             browser_of(call.request), house.now());
}

/// Those who run the server see why a word was not believed; the person is not told.
void tell_why(House& house, const Refusals& reasons) {
  LogFields fields{{"rule", std::string{reasons.front().rule}}};
  for (const auto& [name, value] : reasons.front().data) {
    if (name == "check") fields.emplace_back("check", value);
  }
  house.log.tell(LogLevel::warning, "sign_in_refused", fields);
}

HttpResponse finish(House& house, const Call& call) {
  const std::string way = cookie(call.request, call.request.secure ? secure_way : plain_way);
  const auto session =
      signed_in(house, call, house.elsewhere->oidc->finish(call.request.query, way, house.now()));
  HttpResponse response;
  if (const auto* no = boost::variant2::get_if<Refusals>(&session)) {
    tell_why(house, *no);
    response = refused_to(call, *no, 403);
  } else {
    response.headers = {{"content-type", "text/html; charset=utf-8"},
                        {"cache-control", "no-store"}};
    response.body = page;
    add_cookies(response, boost::variant2::get<SignedIn>(session), call.request.secure,
                house.now());
  }
  response.headers.emplace_back("set-cookie", way_cookie(call.request, "", 0));
  return response;
}

HttpResponse by_proxy(House& house, const Call& call) {
  if (is_cross_site(call.request)) return problem(403, "csrf_required");
  const auto answer =
      person_in_headers(house.elsewhere->headers, call.request.headers, call.request.via_proxy);
  if (answer.disbelieved) house.log.tell(LogLevel::warning, "proxy_headers_disbelieved");
  if (!answer.who) return problem(401, "not_signed_in");
  const auto session = signed_in(house, call, *answer.who);
  if (const auto* no = boost::variant2::get_if<Refusals>(&session)) {
    tell_why(house, *no);
    return refused(*no, 403);
  }
  return welcome(house, call.request, boost::variant2::get<SignedIn>(session));
}

/// Asks the issuer on a thread that may wait.
RouteHandler with_issuer(House& house, HttpResponse (*work)(House&, const Call&)) {
  return [&house, work](const Call& call) {
    if (house.elsewhere == nullptr || !house.elsewhere->oidc) {
      return call.answer(problem(404, "path_unknown"));
    }
    house.elsewhere->workers.run([&house, work, call] {
      try {
        call.answer(work(house, call));
      } catch (const std::exception&) {
        call.answer(problem(500, "accident"));
      }
    });
  };
}

}  // namespace

std::vector<Route> elsewhere_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/sign-in/oidc",
           .id = "begin_oidc",
           .about = "logga in hos organisationens egen inloggningstjänst (OpenID Connect)",
           .entry = Entry::anyone,
           .handle = with_issuer(house, begin),
           .form = {.status = 303}},
          {.method = "GET",
           .pattern = "/api/v1/sign-in/oidc/back",
           .id = "finish_oidc",
           .about = "dit inloggningstjänsten skickar tillbaka",
           .entry = Entry::anyone,
           .handle = with_issuer(house, finish),
           .form = {.media = "text/html", .query = {"code", "state", "iss", "error"}}},
          {.method = "POST",
           .pattern = "/api/v1/sign-in/proxy",
           .id = "sign_in_by_proxy",
           .about = "logga in som den som en betrodd proxy säger att du är",
           .entry = Entry::anyone,
           .handle =
               [&house](const Call& call) {
                 call.answer(house.elsewhere == nullptr ? problem(404, "path_unknown")
                                                        : by_proxy(house, call));
               },
           .form = {.answer = &codec::shape_of<Me>()}}};
}

}  // namespace kallad::api
