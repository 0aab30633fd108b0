// The form, the list, and the button that says that a line has been read.
// Not the file: adapters/feedback.
#include "adapters/web/feedback/feedback_pages.hpp"

#include <charconv>
#include <memory>

#include "adapters/api/links/link_limits.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/feedback/feedback.hpp"
#include "adapters/sign_in/throttle.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "engine/spine/text.hpp"

namespace kallad::web {

namespace {

/// Five at once, and then one in ten minutes: more than that nobody meets.
constexpr api::Bucket tells_of_a_network{5, std::chrono::minutes{10}};
constexpr std::size_t longest_text = 2'000;
constexpr std::size_t longest_line = 200;

struct TellView {
  static constexpr std::string_view page = "feedback";
  bool told = false;
};
BOOST_DESCRIBE_STRUCT(TellView, (), (told))

struct NoteLine {
  std::string number;
  std::string name;
  When at;
  std::string where;
  std::string text;
  std::string reach;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (number, name, at, where, text, reach))

struct NotesView {
  static constexpr std::string_view page = "feedback_list";
  std::optional<AdminNav> nav;
  bool has_notes = false;
  std::vector<NoteLine> notes;
};
BOOST_DESCRIBE_STRUCT(NotesView, (), (nav, has_notes, notes))

HttpResponse form_page(const api::House& house, const api::Call& call, const Form& form, bool told,
                       unsigned status) {
  const Link above{"/accessibility", said("accessibility.title"_text, language_of(call.request))};
  return page_of(house, call, TellView{told}, {.status = status, .trail = {above}, .form = &form});
}

/// What the fields lack, told at each.
void check(Form& form, Language language) {
  const auto ask = [&](const char* field, std::size_t longest) {
    const std::string text = form.value(field);
    if (text.size() > longest) {
      form.wrong(field, said("feedback.too_long"_text, language));
    } else if (!codec::broken_text_rule(text).empty()) {
      form.wrong(field, said("feedback.broken"_text, language));
    }
  };
  if (is_blank(form.value("text"))) form.wrong("text", said("feedback.missing"_text, language));
  ask("text", longest_text);
  ask("where", longest_line);
  ask("reach", longest_line);
}

void take(api::House& house, api::LinkLimits& limits, const api::Call& call) {
  if (api::is_cross_site(call.request)) return call.answer(api::problem(403, "csrf_required"));
  auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const Language language = language_of(call.request);
  check(*form, language);
  if (!form->is_good()) return call.answer(form_page(house, call, *form, false, 422));
  const Instant now = house.now();
  const std::string network = client_network(call.request.client);
  const bool is_too_often = limits.take(network, tells_of_a_network, 1, now).has_value();
  const FeedbackNote note{0, now, form->value("where"), form->value("text"), form->value("reach")};
  if (is_too_often || !house.feedback->put(note)) {
    form->wrong("", said("feedback.not_now"_text, language));
    return call.answer(form_page(house, call, *form, false, 429));
  }
  call.answer(go_to(call.request, "/accessibility/tell?told=yes"));
}

HttpResponse list(const api::House& house, const api::Call& call) {
  const Language language = language_of(call.request);
  NotesView view;
  view.nav = admin_places(house, "/admin/feedback", language);
  for (const FeedbackNote& each : house.feedback->all()) {
    const std::string number = std::to_string(each.number);
    view.notes.push_back({number, "note-" + number, moment_told(each.at, house.calendar, language),
                          each.where, each.text, each.reach});
  }
  view.has_notes = !view.notes.empty();
  return page_of(house, call, view,
                 admin_showing(call, said("feedback_list.title"_text, language)));
}

void read(api::House& house, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  std::int64_t number = 0;
  const std::string text = form->value("number");
  std::from_chars(text.data(), text.data() + text.size(), number);
  house.feedback->erase(number);  // read twice is read
  call.answer(go_to(call.request, "/admin/feedback", "done.feedback_read"_text));
}

api::Route open_route(std::string method, std::string id,
                      std::function<void(const api::Call&)> work) {
  api::Route made =
      later_route(std::move(method), "/accessibility/tell", std::move(id), std::move(work));
  made.entry = api::Entry::anyone;
  return made;
}

}  // namespace

std::vector<api::Route> feedback_pages(api::House& house) {
  if (house.feedback == nullptr) return {};
  const auto limits = std::make_shared<api::LinkLimits>();
  return {open_route("GET", "page_feedback",
                     [&house](const api::Call& call) {
                       const bool told = api::query_value(call.request.query, "told") == "yes";
                       call.answer(form_page(house, call, Form{}, told, 200));
                     }),
          open_route("POST", "page_feedback_send",
                     [&house, limits](const api::Call& call) { take(house, *limits, call); }),
          admin_route("GET", "/admin/feedback", "page_feedback_list",
                      [&house](const api::Call& call) { call.answer(list(house, call)); }),
          admin_route("POST", "/admin/feedback", "page_feedback_read",
                      [&house](const api::Call& call) { read(house, call); })};
}

}  // namespace kallad::web
