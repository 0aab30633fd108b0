// What an answer looks like that begins a session or says why there is none, whichever way was
// taken. Not the ways: session_routes.cpp and elsewhere_routes.cpp. Rules kept (OWASP): cookies
// that scripts cannot read, sent only to this host and never across sites.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/session_forms.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/problem.hpp"

namespace kallad::api {

inline constexpr std::string_view secure_device = "__Host-kallad-device";
inline constexpr std::string_view plain_device = "kallad-device";

/// A cookie for the whole host that lives for some seconds; 0 erases it. `same_site` is Lax where
/// the browser comes back with it from elsewhere.
std::string set_cookie(std::string_view name, std::string_view value, bool secure, int seconds,
                       std::string_view same_site = "Strict");

/// Signs in with what was typed, from where the request comes. For routes and pages alike.
SignInAnswer sign_in_from(House& house, const HttpRequest& request, const SignInForm& form);
/// Erases the session's cookie.
void end_cookie(HttpResponse& response, bool secure);

/// The cookies of a session and of its browser.
void add_cookies(HttpResponse& response, const SignedIn& signed_in, bool secure, Instant now);

/// Who a session is, as shown to itself.
Me described(const Session& session);

/// What has just been begun, as GET /api/v1/me will show it; recovery codes are shown this once.
HttpResponse welcome(House& house, const HttpRequest& request, const SignedIn& signed_in,
                     std::optional<std::vector<std::string>> recovery_codes = {});

HttpResponse refused(const Refusals& reasons, unsigned status);
/// 401, or 429 with Retry-After.
HttpResponse refused(const NotSignedIn& why, Instant now);

/// The browser's name for itself, for the list of sessions; at most 100 bytes.
std::string browser_of(const HttpRequest& request);

}  // namespace kallad::api
