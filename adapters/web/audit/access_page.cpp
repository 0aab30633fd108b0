// Reads the log by the API's route and shows it; sends the form for an extract on to its route.
// Not kept anywhere: what was chosen stands in the address.
#include "adapters/web/audit/access_page.hpp"

#include <nlohmann/json.hpp>

#include "adapters/api/routes/answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/paper/text.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/days/day_words.hpp"

namespace kallad::web {

namespace {

struct OpeningRow {
  When at;
  std::string name;
  std::string of_account;  ///< address of what that account has opened
  std::string unit;
  std::string subject;  ///< the case's number; empty: no single case
  std::string of_case;  ///< address of who has opened that case
  std::string kind;
  std::string ground;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(OpeningRow, (),
                      (at, name, of_account, unit, subject, of_case, kind, ground, outcome))

struct AccessView {
  static constexpr std::string_view page = "access_log";
  std::string number;  ///< of the case that is chosen
  std::string chosen;  ///< by which rows are chosen, in words; empty: all
  std::vector<OpeningRow> rows;
  bool has_rows = false;
  std::string older;
};
BOOST_DESCRIBE_STRUCT(AccessView, (), (number, chosen, rows, has_rows, older))

constexpr std::string_view at = "/access-log";

/// What is looked for, as it stands in the address.
struct Choice {
  std::string account;
  std::string number;
  std::string before;
};

Choice choice_in(const api::Call& call) {
  const auto said = [&](std::string_view name) {
    return api::query_value(call.request.query, name);
  };
  return {said("account"), said("case"), said("before")};
}

std::string query_of(const Choice& choice) {
  std::string query;
  for (const auto& [name, value] :
       {std::pair{"account", &choice.account}, std::pair{"case", &choice.number},
        std::pair{"before", &choice.before}}) {
    if (value->empty()) continue;
    query += (query.empty() ? "" : "&") + std::string{name} + "=" + http::form_encoded(*value);
  }
  return query;
}

std::string address_of(const Choice& choice) {
  const std::string query = query_of(choice);
  return std::string{at} + (query.empty() ? "" : "?" + query);
}

/// "2026-03-20 13:00": many stand under each other, and the year counts.
std::string day_and_clock(const api::House& house, Instant moment) {
  return days::by_pattern(house.calendar.zone().to_local(moment), u"yyyy-MM-dd HH:mm",
                          Language::swedish);
}

/// Why a report was opened is told by what was done and with which ("draft northwest 2026"): the
/// words of it that are the program's own become people's, and the council its name.
std::string report_ground(const api::House& house, const std::string& ground, Language language) {
  const auto ledger = house.shelf.ledger();
  std::string told;
  for (std::size_t from = 0; from < ground.size();) {
    const std::size_t end = std::min(ground.find(' ', from), ground.size());
    const std::string word = ground.substr(from, end - from);
    const auto council = ledger->ledger.known.councils.find(CouncilId{word});
    const bool is_council = council != ledger->ledger.known.councils.end();
    told += told.empty() ? "" : " ";
    told += is_council ? council->second.name : paper::access_said("act", word, language);
    from = end + 1;
  }
  return told;
}

OpeningRow row_of(const api::House& house, const api::AccessShown& row, Language language) {
  return {{iso(row.at), day_and_clock(house, row.at)},
          row.name.empty() ? paper::access_said("account", row.account, language) : row.name,
          address_of({row.account, {}, {}}),
          unit_name(house, UnitId{row.unit}),
          row.subject,
          row.subject.empty() ? "" : address_of({{}, row.subject, {}}),
          paper::access_said("kind", row.kind, language),
          row.kind == "report" ? report_ground(house, row.ground, language)
                               : paper::access_said("ground", row.ground, language),
          paper::access_said("outcome", row.outcome, language)};
}

std::string told(const Choice& choice, const AccessView& view, Language language) {
  if (!choice.number.empty())
    return said("access_log.of_case"_text, language, {{"case", choice.number}});
  if (choice.account.empty()) return {};
  const std::string name = view.rows.empty() ? choice.account : view.rows.front().name;
  return said("access_log.of_account"_text, language, {{"name", name}});
}

AccessView view_of(const api::House& house, const Choice& choice, const api::AccessRows& rows,
                   Language language) {
  AccessView view;
  view.number = choice.number;
  for (const auto& row : rows.rows) view.rows.push_back(row_of(house, row, language));
  view.has_rows = !view.rows.empty();
  view.chosen = told(choice, view, language);
  if (rows.next)
    view.older = address_of({choice.account, choice.number, std::to_string(*rows.next)});
  return view;
}

/// The page, with the form for an extract as it was filled in.
void show(api::House& house, const Within& within, const api::Call& call, const Form& form,
          unsigned status) {
  const Choice choice = choice_in(call);
  within.read<api::AccessRows>(
      "show_access_log", call, {}, query_of(choice),
      [&house, call, choice, form, status](const api::AccessRows& rows) {
        const auto view = view_of(house, choice, rows, language_of(call.request));
        return page_of(house, call, view,
                       {.status = status, .form = &form, .here = std::string{at}});
      });
}

void hand_out(api::House& house, const Within& within, const api::Call& call) {
  const auto sent = Form::sent(call.request);
  if (!sent) return call.answer(api::problem(400, "bad_form"));
  const nlohmann::json body{{"identity_number", sent->value("identity_number")},
                            {"ground", sent->value("ground")}};
  within.say("hand_out_access_log", call, {}, body.dump(), sent->value("key"), {},
             [&house, &within, call, form = *sent](HttpResponse response) mutable {
               if (response.status != 422) return call.answer(std::move(response));
               form.wrong(response, language_of(call.request));
               show(house, within, call, form, 422);
             });
}

}  // namespace

std::vector<api::Route> access_pages(api::House& house, const Within& within) {
  return {later_route(
              "GET", std::string{at}, "page_access_log",
              [&house, &within](const api::Call& call) { show(house, within, call, Form{}, 200); }),
          later_route("POST", std::string{at}, "page_access_log_extract",
                      [&house, &within](const api::Call& call) { hand_out(house, within, call); })};
}

}  // namespace kallad::web
