// Cookies and bodies of answers that begin a session.
// Not who may begin one: adapters/sign_in.
#include "adapters/api/routes/session_answer.hpp"

#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

constexpr int device_days = 365;

/// The rest of a session's life in seconds, from `now`.
int seconds_until(Instant end, Instant now) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(end - now).count());
}

}  // namespace

std::string set_cookie(std::string_view name, std::string_view value, bool secure, int seconds,
                       std::string_view same_site) {
  return std::string{name} + "=" + std::string{value} +
         "; Path=/; HttpOnly; SameSite=" + std::string{same_site} + (secure ? "; Secure" : "") +
         "; Max-Age=" + std::to_string(seconds);
}

SignInAnswer sign_in_from(House& house, const HttpRequest& request, const SignInForm& form) {
  return house.people.sign_in.sign_in(
      {.user_name = form.user_name,
       .password = form.password,
       .code = form.code,
       .address = request.client,
       .device_cookie = cookie(request, request.secure ? secure_device : plain_device),
       .client = browser_of(request)},
      house.now());
}

void end_cookie(HttpResponse& response, bool secure) {
  response.headers.emplace_back("set-cookie",
                                set_cookie(secure ? secure_cookie : plain_cookie, "", secure, 0));
}

void add_cookies(HttpResponse& response, const SignedIn& signed_in, bool secure, Instant now) {
  const IssuedToken& token = signed_in.session;
  response.headers.emplace_back(
      "set-cookie", set_cookie(secure ? secure_cookie : plain_cookie, token.token, secure,
                               seconds_until(token.ends, now)));
  response.headers.emplace_back(
      "set-cookie", set_cookie(secure ? secure_device : plain_device, signed_in.device_cookie,
                               secure, device_days * 24 * 60 * 60));
}

Me described(const Session& session) {
  return {session.account,   session.user_name,  session.shown_name, session.unit,
          session.positions, session.form_token, std::nullopt};
}

/// What has just been begun, as GET /api/v1/me will show it; recovery codes are shown this once.
HttpResponse welcome(House& house, const HttpRequest& request, const SignedIn& signed_in,
                     std::optional<std::vector<std::string>> recovery_codes) {
  const Instant now = house.now();
  const auto session = house.people.sessions.session(signed_in.session.token, now);
  if (!session) return problem(401, "not_signed_in");
  Me me = described(*session);
  me.recovery_codes = std::move(recovery_codes);
  HttpResponse response = json(codec::write_compact(me));
  add_cookies(response, signed_in, request.secure, now);
  return response;
}

HttpResponse refused(const Refusals& reasons, unsigned status) {
  return problem(No{status, reasons_of(reasons)});
}

HttpResponse refused(const NotSignedIn& why, Instant now) {
  HttpResponse response = refused(why.reasons, why.again ? 429 : 401);
  if (why.again) {
    response.headers.emplace_back("retry-after",
                                  std::to_string(1 + std::max(0, seconds_until(*why.again, now))));
  }
  return response;
}

std::string browser_of(const HttpRequest& request) {
  constexpr std::size_t most = 100;
  const std::string* agent = request.header("user-agent");
  return agent ? agent->substr(0, most) : std::string{};
}

}  // namespace kallad::api
