// The pages to sign in and out by, as routes.
// Not the rules of signing in: adapters/sign_in. Rules kept (OWASP): a failed sign-in says nothing
// of what was wrong; other sites may not send these forms; nobody is sent to another site.
#pragma once

#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

/// /sign-in, /sign-out, /sign-out-everywhere.
std::vector<api::Route> sign_in_pages(api::House& house);
/// /enrol/{token}: the first sign-in, by a one-time link.
std::vector<api::Route> enrol_pages(api::House& house);
/// /account, and /language for anyone.
std::vector<api::Route> account_pages(api::House& house);
/// /account/calendar: one's own calendar address, made, seen and revoked.
std::vector<api::Route> calendar_address_pages(api::House& house);

/// The page to sign in on, for a request that came without a session: its form, where it had one
/// of ours, is kept in the page. With the problem's status and headers.
HttpResponse sign_in_instead(const api::House& house, const api::Call& call, HttpResponse problem);

}  // namespace kallad::web
