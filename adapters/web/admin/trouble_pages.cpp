// What fell due and could not be done: a line for each, and a button that tries it at once.
// Not why in the program's own terms: that is in the log. Rule kept (domain 6): a case is named by
// its number and opened by nobody here.
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

/// `name`, `due`, `kind` and `subject` are the row's own, as the button sends them back.
struct TroubleLine {
  std::string name;
  std::string what;
  std::string stream;
  std::string due;
  std::string kind;
  std::string subject;
  std::string since;
  std::string tried;
  std::string accident;
  When should;
};
BOOST_DESCRIBE_STRUCT(TroubleLine, (),
                      (name, what, stream, due, kind, subject, since, tried, accident, should))

struct TroubleView {
  static constexpr std::string_view page = "trouble";
  std::optional<AdminNav> nav;
  std::vector<TroubleLine> rows;
  bool has_rows = false;
};
BOOST_DESCRIBE_STRUCT(TroubleView, (), (nav, rows, has_rows))

TroubleLine line_of(const api::House& house, const api::TroubleShown& row, std::size_t place,
                    Language language) {
  TroubleLine line;
  line.name = "row-" + std::to_string(place);
  line.what = words::capitalised(word_of("due", row.kind, language));
  line.stream = row.stream;
  codec::put_instant(line.due, row.due);
  line.kind = row.kind;
  line.subject = row.subject;
  line.should = moment_told(row.due, house.calendar, language);
  line.since = moment_told(row.first, house.calendar, language).text;
  line.tried = said("trouble.tried"_text, language,
                    {{"count", std::to_string(row.attempts)},
                     {"last", moment_told(row.last, house.calendar, language).text}});
  line.accident = row.accident;
  return line;
}

void show_trouble(const api::House& house, const Within& within, const api::Call& call,
                  const Form& form, unsigned status) {
  within.read<api::TroubleList>(
      "list_trouble", call, {}, {}, [&house, call, form, status](const api::TroubleList& list) {
        const Language language = language_of(call.request);
        TroubleView view;
        view.nav = admin_places(house, "/admin/trouble", language);
        for (const api::TroubleShown& each : list.rows)
          view.rows.push_back(line_of(house, each, view.rows.size() + 1, language));
        view.has_rows = !view.rows.empty();
        Showing showing = admin_showing(call, {});
        showing.status = status;
        showing.form = &form;
        return page_of(house, call, view, showing);
      });
}

void retry(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const json body{{"stream", form->value("stream")},
                  {"due", form->value("due")},
                  {"kind", form->value("kind")},
                  {"subject", form->raw("subject")}};
  within.say("retry_trouble", call, {}, body.dump(), form->value("key"), {},
             [&house, &within, call, form = *form](const HttpResponse& response) {
               if (response.status < 400)
                 return call.answer(go_to(call.request, "/admin/trouble", "done.retried"_text));
               Form anew = form;
               anew.wrong(response, language_of(call.request), std::vector<std::string_view>{});
               show_trouble(house, within, call, anew, response.status);
             });
}

}  // namespace

std::vector<api::Route> trouble_pages(api::House& house, const Within& within) {
  return {admin_route("GET", "/admin/trouble", "page_trouble",
                      [&house, &within](const api::Call& call) {
                        show_trouble(house, within, call, Form{}, 200);
                      }),
          admin_route("POST", "/admin/trouble", "page_trouble_retry",
                      [&house, &within](const api::Call& call) { retry(house, within, call); })};
}

}  // namespace kallad::web
