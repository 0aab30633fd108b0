// Signing in and out, enrolling by a one-time link, who one is, and tokens for programs.
// Not the rules of signing in: adapters/sign_in. Rules kept (OWASP): a cookie that scripts cannot
// read, sent only to this host and never across sites; nothing of an answer is kept by anybody
// between; a failed sign-in says nothing of what was wrong.
#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/routes/session_forms.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

/// Reads the body as a Form and answers with what `work` makes of it. Pages of others may not send
/// forms, for signing somebody in under another name is an attack as well.
template <class Form, class Work>
RouteHandler with_form(Work work) {
  return [work](Call call) {
    if (is_cross_site(call.request)) return call.answer(problem(403, "csrf_required"));
    auto form = codec::read_text<Form>(call.request.body);
    if (!form) return call.answer(problem_of(form.errors()));
    call.answer(work(call, form.value()));
  };
}

HttpResponse sign_in(House& house, const Call& call, const SignInForm& form) {
  const auto answer = sign_in_from(house, call.request, form);
  if (const auto* no = boost::variant2::get_if<NotSignedIn>(&answer)) {
    return refused(*no, house.now());
  }
  return welcome(house, call.request, boost::variant2::get<SignedIn>(answer));
}

HttpResponse look(House& house, const LinkForm& form) {
  const auto seen = house.people.enrolment.look(form.token, house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&seen)) return refused(*no, 404);
  const auto& yes = boost::variant2::get<Enrolling>(seen);
  return json(
      codec::write_compact(LinkShown{yes.user_name, yes.shown_name, yes.otpauth, yes.secret_text}));
}

HttpResponse accept(House& house, const Call& call, const AcceptForm& form) {
  const auto accepted = house.people.enrolment.accept(
      {form.token, form.password, form.code, browser_of(call.request)}, house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&accepted)) return refused(*no, 422);
  const auto& yes = boost::variant2::get<Welcome>(accepted);
  return welcome(house, call.request, yes.signed_in, yes.recovery_codes);
}

HttpResponse change_password(House& house, const Call& call, const PasswordForm& form) {
  const auto answer = house.people.sign_in.change_password(
      call.session, {form.current, form.wanted, browser_of(call.request)}, house.now());
  if (const auto* no = boost::variant2::get_if<NotSignedIn>(&answer)) {
    HttpResponse response = refused(*no, house.now());
    if (response.status == 401) response.status = 422;  // who asks is signed in
    return response;
  }
  return welcome(house, call.request, boost::variant2::get<SignedIn>(answer));
}

HttpResponse issue_token(House& house, const Call& call, const TokenForm& form) {
  if (call.session.kind == SessionKind::program) return problem(403, "not_signed_in");
  const Instant now = house.now();
  const auto issued = house.people.sessions.issue_program_token(
      call.caller.account, form.name, now + std::chrono::hours{24} * form.days, now);
  if (const auto* no = boost::variant2::get_if<Refusals>(&issued)) return refused(*no, 422);
  const auto& yes = boost::variant2::get<IssuedToken>(issued);
  return json(codec::write_compact(TokenShown{yes.id, yes.token}), 201);
}

HttpResponse signed_out(const HttpRequest& request) {
  HttpResponse response{.status = 204};
  end_cookie(response, request.secure);
  return response;
}

Route post(std::string path, std::string id, std::string about, RouteForm form, RouteHandler handle,
           Entry entry = Entry::signed_in) {
  return {.method = "POST",
          .pattern = std::move(path),
          .id = std::move(id),
          .about = std::move(about),
          .entry = entry,
          .handle = std::move(handle),
          .form = std::move(form)};
}

/// Ways in, for those who are not signed in.
std::vector<Route> ways_in(House& house) {
  return {hashing(post("/api/v1/sign-in", "sign_in", "logga in",
                       {.body = &codec::shape_of<SignInForm>(), .answer = &codec::shape_of<Me>()},
                       with_form<SignInForm>([&house](const Call& call, const SignInForm& form) {
                         return sign_in(house, call, form);
                       }),
                       Entry::anyone)),
          post("/api/v1/enrolment/look", "look_at_link", "se vad en engångslänk gäller",
               {.body = &codec::shape_of<LinkForm>(), .answer = &codec::shape_of<LinkShown>()},
               with_form<LinkForm>(
                   [&house](const Call&, const LinkForm& form) { return look(house, form); }),
               Entry::anyone),
          hashing(post("/api/v1/enrolment/accept", "accept_link",
                       "välj lösenord och logga in första gången",
                       {.body = &codec::shape_of<AcceptForm>(), .answer = &codec::shape_of<Me>()},
                       with_form<AcceptForm>([&house](const Call& call, const AcceptForm& form) {
                         return accept(house, call, form);
                       }),
                       Entry::anyone))};
}

}  // namespace

std::vector<Route> session_routes(House& house) {
  std::vector<Route> routes = ways_in(house);
  const std::vector<Route> own{
      {.method = "GET",
       .pattern = "/api/v1/me",
       .id = "show_me",
       .about = "vem du är och vilken enhet du företräder",
       .handle =
           [](const Call& call) {
             call.answer(json(codec::write_compact(described(call.session))));
           },
       .form = {.answer = &codec::shape_of<Me>()}},
      hashing(post("/api/v1/me/password", "change_password", "byt lösenord",
                   {.body = &codec::shape_of<PasswordForm>(), .answer = &codec::shape_of<Me>()},
                   with_form<PasswordForm>([&house](const Call& call, const PasswordForm& form) {
                     return change_password(house, call, form);
                   }))),
      post("/api/v1/me/tokens", "issue_token", "skapa en nyckel för ett program",
           {.body = &codec::shape_of<TokenForm>(),
            .status = 201,
            .answer = &codec::shape_of<TokenShown>()},
           with_form<TokenForm>([&house](const Call& call, const TokenForm& form) {
             return issue_token(house, call, form);
           })),
      post("/api/v1/sign-out", "sign_out", "logga ut", {.status = 204},
           [&house](const Call& call) {
             house.people.sessions.end(call.caller.account, call.session.id);
             call.answer(signed_out(call.request));
           }),
      post("/api/v1/sign-out-everywhere", "sign_out_everywhere", "logga ut överallt",
           {.status = 204}, [&house](const Call& call) {
             house.people.sessions.sign_out_everywhere(call.caller.account);
             call.answer(signed_out(call.request));
           })};
  routes.insert(routes.end(), own.begin(), own.end());
  return routes;
}

}  // namespace kallad::api
