// The page behind a one-time link: an app for codes, a password, and the recovery codes once.
// Not the link: adapters/sign_in/enrolment.hpp. Rule kept: looking at the page changes nothing, for
// mail scanners look at every link.
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/paper/model/qr_path.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/sign_in/sign_in_pages.hpp"

namespace kallad::web {

namespace {

struct EnrolView {
  static constexpr std::string_view page = "enrol";
  std::string user_name;
  std::string secret;
  int qr_side = 0;
  std::string qr_path;
};
BOOST_DESCRIBE_STRUCT(EnrolView, (), (user_name, secret, qr_side, qr_path))

struct RecoveryView {
  static constexpr std::string_view page = "recovery";
  std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryView, (), (codes))

/// The secret in groups of four, as one types it.
std::string grouped(const std::string& secret) {
  constexpr std::size_t group = 4;
  std::string text;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    if (i > 0 && i % group == 0 && secret[i] != ' ') text += ' ';
    text += secret[i];
  }
  return text;
}

HttpResponse show_enrolment(api::House& house, const api::Call& call, const Form& form,
                            unsigned status) {
  const auto seen = house.people.enrolment.look(call.values.at(0), house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&seen)) {
    return api::refused(*no, 404);
  }
  const auto& yes = boost::variant2::get<Enrolling>(seen);
  const paper::QrPath qr = paper::qr_path(yes.otpauth);
  return page_of(house, call, EnrolView{yes.user_name, grouped(yes.secret_text), qr.side, qr.path},
                 {.status = status, .form = &form});
}

/// The field that a reason is about.
std::string_view enrol_field_of(const Refusal& reason) {
  return reason.rule == "code_not_valid" ? "code" : "password";
}

HttpResponse accept(api::House& house, const api::Call& call) {
  if (api::is_cross_site(call.request)) return api::problem(403, "csrf_required");
  auto form = Form::sent(call.request);
  if (!form) return api::problem(400, "bad_form");
  const auto accepted =
      house.people.enrolment.accept({call.values.at(0), form->raw("password"), form->value("code"),
                                     api::browser_of(call.request)},
                                    house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&accepted)) {
    for (const Refusal& each : *no) {
      form->wrong(enrol_field_of(each), text_of(each, language_of(call.request)));
    }
    form->forget("password");
    form->forget("code");
    return show_enrolment(house, call, *form, 422);
  }
  const auto& yes = boost::variant2::get<Welcome>(accepted);
  api::Call inside = call;
  const auto session = house.people.sessions.session(yes.signed_in.session.token, house.now());
  if (session) inside.session = *session;
  HttpResponse response = page_of(house, inside, RecoveryView{yes.recovery_codes});
  api::add_cookies(response, yes.signed_in, call.request.secure, house.now());
  return response;
}

}  // namespace

std::vector<api::Route> enrol_pages(api::House& house) {
  return {
      page_route("GET", "/enrol/{token}", "page_enrol", api::Entry::anyone,
                 [&house](const api::Call& call) { return show_enrolment(house, call, {}, 200); }),
      api::hashing(page_route("POST", "/enrol/{token}", "page_enrol_send", api::Entry::anyone,
                              [&house](const api::Call& call) { return accept(house, call); }))};
}

}  // namespace kallad::web
