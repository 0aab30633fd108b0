// Forms of the page become the fields that adapters/answer_link reads, and its answers the page.
// Not what a link may do: adapters/api/links.
#include "adapters/web/link/link_page.hpp"

#include <array>

#include "adapters/api/examples/examples.hpp"
#include "adapters/api/feed/link_calendar.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/link/link_view.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

/// Each part of the page has a field of its own for the name of who acts, as a page cannot have
/// one field in several forms.
std::string name_field(std::string_view act) {
  if (act == "name_substitute" || act == "sends_substitute") return "by_substitute";
  if (act == "forwarded") return "by_forward";
  if (act == "agree_plan") return "by_agree";
  if (act == "decline_plan") return "by_decline";
  return act == "cannot_come" ? "by_cannot" : "by_attends";
}

constexpr std::array substitute_fields{"name", "role", "contact", "mandate", "briefed"};

AnswerForm fields_of(const Form& form) {
  AnswerForm fields{{"act", form.value("act")},
                    {"nonce", form.value("key")},
                    {"your_name", form.value(name_field(form.value("act")))},
                    {"forward_to", form.value("forward_to")},
                    {"content", form.value("content")},
                    {"reason", form.value("reason")}};
  for (const std::string field : substitute_fields) {
    fields["substitute." + field] = form.value("substitute-" + field);
  }
  return fields;
}

/// What each field offers, and the names that are likely.
void fill(Form& form, const kallad::LinkView& shown, Language language) {
  std::vector<Choice> mandates;
  for (const Mandate each : {Mandate::yes, Mandate::partly, Mandate::no}) {
    mandates.push_back({std::string{table::state_id(each)}, std::string{word(each, language)}});
  }
  form.offer("substitute-mandate", std::move(mandates));
  form.offer("substitute-briefed", {{"yes", said("link.briefed_yes"_text, language)}});
  std::vector<Choice> units;
  for (const LinkUnit& each : shown.receivers) units.push_back({each.id.text, each.name});
  form.offer("forward_to", std::move(units));
  for (const char* field :
       {"by_attends", "by_substitute", "by_forward", "by_cannot", "by_agree", "by_decline"}) {
    if (form.value(field).empty()) form.put(field, shown.seat.answered_by);
  }
}

HttpResponse page(const api::House& house, const api::Call& call, const api::LinkResult& result,
                  Form form, std::string_view act) {
  const Language language = language_of(call.request);
  LinkPageView view = link_page_view(result.view, house.calendar, house.now(), language);
  const std::string part = name_field(act);
  view.opens_substitute = part == "by_substitute";
  view.opens_forward = part == "by_forward";
  view.opens_cannot = part == "by_cannot";
  if (view.agreement) view.agreement->opens_no = part == "by_decline";
  if (api::has_calendar(house, result.view))
    view.calendar = call.request.path + "/calendar.ics?language=" + std::string{tag_of(language)};
  // Who is called to a real meeting is not told of invented ones: that would be read as "this is".
  view.example =
      !result.view.case_number.empty() && api::is_example(house, result.view.case_number);
  fill(form, result.view, language);
  const unsigned status = result.no ? result.no->status : 200;
  const std::string title = view.heading;
  HttpResponse response =
      page_of(house, call, view,
              {.status = status, .title = title, .form = &form, .tells_examples = false});
  response.headers.emplace_back("x-robots-tag", "noindex");
  return response;
}

/// A no that has no page of the link to be shown on: a dead token, too many visits, an accident.
bool is_bare(const api::LinkResult& result) {
  return result.no && result.no->status != 404 && result.view.state == LinkState::dead;
}

void show(api::House& house, const api::Call& call) {
  look_by_link(
      house, {call.values.at(0), call.request.client},
      [&house, call](const api::LinkResult& result) {
        call.answer(is_bare(result) ? problem(*result.no) : page(house, call, result, Form{}, {}));
      });
}

/// The reasons where they are told: at the field of the part that was sent.
void tell_wrong(Form& form, std::vector<api::Reason> why, const std::string& act,
                Language language) {
  for (api::Reason& reason : why) {
    if (reason.path == "/your_name") reason.path = "/" + name_field(act);
    const bool is_unseen =
        reason.path == "/act" || reason.path == "/nonce" || reason.path == "/content";
    if (is_unseen) reason.path.clear();
  }
  form.wrong(why, language);
}

void act(api::House& house, const api::Call& call) {
  if (api::is_cross_site(call.request)) return call.answer(api::problem(403, "csrf_required"));
  auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const AnswerForm fields = fields_of(*form);
  act_by_link(house, {call.values.at(0), call.request.client}, fields,
              [&house, call, form = *std::move(form)](const api::LinkResult& result) mutable {
                if (!result.no) return call.answer(go_to(call.request, call.request.path));
                if (is_bare(result)) return call.answer(problem(*result.no));
                const std::string which = form.value("act");
                tell_wrong(form, result.no->why, which, language_of(call.request));
                call.answer(page(house, call, result, std::move(form), which));
              });
}

}  // namespace

std::vector<api::Route> link_pages(api::House& house) {
  if (house.links == nullptr) return {};
  const auto route = [&house](std::string method, std::string id,
                              void (*work)(api::House&, const api::Call&)) {
    api::Route made = later_route(std::move(method), "/s/{token}", std::move(id),
                                  [&house, work](const api::Call& call) { work(house, call); });
    made.entry = api::Entry::anyone;
    return made;
  };
  return {route("GET", "page_link", show), route("POST", "page_link_send", act)};
}

}  // namespace kallad::web
