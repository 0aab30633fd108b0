// Signing in and out by forms.
// Not the JSON routes, whose session_answer.hpp does the same for both.
#include "adapters/web/sign_in/sign_in_pages.hpp"

#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/way/elsewhere.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/frame/resume.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

namespace {

struct SignInView {
  static constexpr std::string_view page = "sign_in";
  std::string next;
  std::string kept;
  std::string elsewhere;  ///< the way to the issuer; empty where there is none
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (next, kept, elsewhere))

struct ResumeView {
  static constexpr std::string_view page = "resume";
  std::string address;
  std::string csrf;
  std::string owner;
  std::vector<KeptField> fields;
};
BOOST_DESCRIBE_STRUCT(ResumeView, (), (address, csrf, owner, fields))

/// The way to sign in at the issuer and come back to that page.
std::string elsewhere_of(const api::House& house, const std::string& next) {
  if (house.elsewhere == nullptr || !house.elsewhere->oidc) return {};
  return "/sign-in/elsewhere?next=" + http::form_encoded(next);
}

/// Where to go after signing in: only to a page of ours.
std::string next_of(std::string said) { return is_own_address(said) ? std::move(said) : "/"; }

/// Where one was going before signing in elsewhere; lives as long as that may take.
constexpr std::string_view next_cookie = "kallad-next";
constexpr int next_seconds = 600;

std::string next_cookie_with(const api::Call& call, std::string_view next, int seconds) {
  return api::set_cookie(next_cookie, http::form_encoded(next), call.request.secure, seconds,
                         "Lax");
}

/// Off to the issuer, with where to go afterwards.
HttpResponse leave(const api::Call& call) {
  HttpResponse response = go_to(call.request, "/api/v1/sign-in/oidc");
  const std::string next = next_of(api::query_value(call.request.query, "next"));
  response.headers.emplace_back("set-cookie", next_cookie_with(call, next, next_seconds));
  return response;
}

/// Signed in already, elsewhere perhaps: on to where one was going.
HttpResponse go_on(const api::Call& call, const std::string& next) {
  const std::string kept = api::cookie(call.request, next_cookie);
  if (kept.empty()) return go_to(call.request, next);
  HttpResponse response =
      go_to(call.request, next_of(api::decoded_segment(kept).value_or(std::string{})));
  response.headers.emplace_back("set-cookie", next_cookie_with(call, "", 0));
  return response;
}

HttpResponse show(const api::House& house, const api::Call& call) {
  const std::string next = next_of(api::query_value(call.request.query, "next"));
  if (reader_of(house, call)) return go_on(call, next);
  const SignInView view{next, {}, elsewhere_of(house, next)};
  const std::string rule = api::query_value(call.request.query, "refused");
  const Language language = language_of(call.request);
  const std::string why = rule.starts_with("sign_in_") ? text_of(rule, {}, language) : rule;
  if (why == rule) return page_of(house, call, view);
  Form form;
  form.wrong("", why);
  return page_of(house, call, view, {.form = &form});
}

HttpResponse refused(const api::House& house, const api::Call& call, Form form,
                     const NotSignedIn& why) {
  const Language language = language_of(call.request);
  form.wrong(api::reasons_of(why.reasons), language);
  if (why.again) {
    const auto when = moment_told(*why.again, house.calendar, language).text;
    form.wrong("", said("sign_in.again"_text, language, {{"when", when}}));
  }
  const SignInView view{form.raw("next"), form.raw("kept"), elsewhere_of(house, form.raw("next"))};
  form.forget("password");
  form.forget("code");
  const unsigned status = why.again ? 429 : 422;
  return page_of(house, call, view, {.status = status, .form = &form});
}

/// Signed in; on to where one was going, or to the form that waited.
HttpResponse welcome(api::House& house, const api::Call& call, const Form& form,
                     const SignedIn& signed_in) {
  const Instant now = house.now();
  HttpResponse response = go_to(call.request, next_of(form.raw("next")));
  if (const std::string sealed = form.raw("kept"); !sealed.empty()) {
    const auto session = house.people.sessions.session(signed_in.session.token, now);
    const auto kept =
        session ? kept_form(house.people.keyring, sealed, session->account) : std::nullopt;
    if (kept) {
      api::Call inside = call;
      inside.session = *session;
      response = page_of(house, inside,
                         ResumeView{kept->address, session->form_token, kept->owner, kept->fields});
    } else {
      response = go_to(call.request, "/", "done.not_yours"_text);
    }
  }
  api::add_cookies(response, signed_in, call.request.secure, now);
  return response;
}

HttpResponse sign_in(api::House& house, const api::Call& call) {
  if (api::is_cross_site(call.request)) return api::problem(403, "csrf_required");
  const auto form = Form::sent(call.request);
  if (!form) return api::problem(400, "bad_form");
  const auto answer = api::sign_in_from(
      house, call.request, {form->value("user_name"), form->raw("password"), form->value("code")});
  if (const auto* no = boost::variant2::get_if<NotSignedIn>(&answer)) {
    return refused(house, call, *form, *no);
  }
  return welcome(house, call, *form, boost::variant2::get<SignedIn>(answer));
}

HttpResponse signed_out(const api::Call& call, TextKey done) {
  HttpResponse response = go_to(call.request, "/sign-in", done);
  api::end_cookie(response, call.request.secure);
  return response;
}

}  // namespace

std::vector<api::Route> sign_in_pages(api::House& house) {
  return {
      page_route("GET", "/sign-in", "page_sign_in", api::Entry::anyone,
                 [&house](const api::Call& call) { return show(house, call); }),
      api::hashing(page_route("POST", "/sign-in", "page_sign_in_send", api::Entry::anyone,
                              [&house](const api::Call& call) { return sign_in(house, call); })),
      page_route("GET", "/sign-in/elsewhere", "page_sign_in_elsewhere", api::Entry::anyone, leave),
      page_route("POST", "/sign-out", "page_sign_out", api::Entry::signed_in,
                 [&house](const api::Call& call) {
                   house.people.sessions.end(call.caller.account, call.session.id);
                   return signed_out(call, "done.signed_out"_text);
                 }),
      page_route("POST", "/sign-out-everywhere", "page_sign_out_everywhere", api::Entry::signed_in,
                 [&house](const api::Call& call) {
                   house.people.sessions.sign_out_everywhere(call.caller.account);
                   return signed_out(call, "done.signed_out_everywhere"_text);
                 })};
}

HttpResponse sign_in_instead(const api::House& house, const api::Call& call, HttpResponse problem) {
  if (call.request.method != "POST") return go_to(call.request, sign_in_address(call.request));
  const auto kept = sealed_form(house.people.keyring, call.request);
  if (!kept) return go_to(call.request, "/sign-in");
  HttpResponse page = page_of(house, call, SignInView{"/", *kept, elsewhere_of(house, "/")},
                              {.status = problem.status});
  for (auto& header : problem.headers) {
    if (header.first == "www-authenticate") page.headers.push_back(std::move(header));
  }
  return page;
}

}  // namespace kallad::web
