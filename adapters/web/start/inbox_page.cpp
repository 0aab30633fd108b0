// The unit's shared inbox: what waits for the unit, who has taken it, and three buttons.
// Not the work: each line leads to the case. Rules kept: nothing dies because its person is away;
// a line names no person of the case.
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/api/inbox/inbox_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/frame/act.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/day_view.hpp"
#include "adapters/web/start/start_page.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

namespace {

using api::InboxItem;
using api::InboxKind;
using nlohmann::json;

/// A thing that waits. `name` is its place on the page; the hidden fields say which it is, and who
/// was seen to have it.
struct WaitingLine {
  std::string name;
  std::string what;
  std::string href;
  std::string of_case;
  std::string kind;
  std::string thing;
  std::string from;
  std::optional<When> due;
  std::string near;
  bool late = false;
  std::string taken;
  bool mine = false;
  bool has_colleagues = false;
};
BOOST_DESCRIBE_STRUCT(WaitingLine, (),
                      (name, what, href, of_case, kind, thing, from, due, near, late, taken, mine,
                       has_colleagues))

/// The lines that nobody has, that are the reader's, or that others have.
struct WaitingGroup {
  std::string key;
  std::string name;
  std::size_t count = 0;
  std::vector<WaitingLine> lines;
};
BOOST_DESCRIBE_STRUCT(WaitingGroup, (), (key, name, count, lines))

struct ColleagueView {
  std::string value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ColleagueView, (), (value, text))

struct InboxView {
  static constexpr std::string_view page = "inbox";
  std::vector<DayPlace> places;
  std::string lead;
  std::vector<WaitingGroup> groups;
  bool nothing = false;
  bool and_more = false;
  std::vector<ColleagueView> colleagues;
};
BOOST_DESCRIBE_STRUCT(InboxView, (), (places, lead, groups, nothing, and_more, colleagues))

std::string told(const InboxItem& item, Language language) {
  if (item.kind == InboxKind::coordination && item.orphan)
    return said("inbox_kind.orphan"_text, language);
  return said_of("inbox_kind." + std::string{table::state_id(item.kind)}, language);
}

std::string waiting_address_of(const InboxItem& item) {
  const std::string place = "/cases/" + http::form_encoded(item.of_case.text);
  if (item.kind == InboxKind::deficiency) return place + "/deficiencies/" + item.thing;
  if (item.kind == InboxKind::activity) return place + "#activities-heading";
  return item.kind == InboxKind::summons ? place + "#seats-heading" : place;
}

std::string taken_told(const InboxItem& item, bool mine, Language language) {
  if (!item.taken) return said("inbox.nobody"_text, language);
  const TextValues values{{"name", item.taken->name},
                          {"by", item.taken->handed_by.value_or(std::string{})}};
  if (mine && item.taken->handed_by) return said("inbox.handed_to_you"_text, language, values);
  if (mine) return said("inbox.yours"_text, language);
  return item.taken->handed_by ? said("inbox.handed"_text, language, values)
                               : said("inbox.taken"_text, language, values);
}

WaitingLine waiting_line_of(const api::House& house, const InboxItem& item,
                            const std::string& reader, Language language) {
  WaitingLine line;
  line.what = told(item, language);
  line.href = waiting_address_of(item);
  line.of_case = item.of_case.text;
  line.kind = table::state_id(item.kind);
  line.thing = item.thing;
  line.late = item.late;
  if (item.due) {
    const Date day = house.calendar.zone().day_of(*item.due);
    line.due = day_told(day, language);
    line.near = nearness(day, house.now(), house.calendar, language);
  }
  line.mine = item.taken && item.taken->account == reader;
  line.taken = taken_told(item, line.mine, language);
  if (item.taken) line.from = item.taken->account;
  return line;
}

std::vector<WaitingGroup> groups_of(const api::House& house, const api::Call& call,
                                    const api::UnitInbox& inbox) {
  const Language language = language_of(call.request);
  std::vector<WaitingGroup> groups{{"free", said("inbox.group_free"_text, language), 0, {}},
                                   {"mine", said("inbox.group_mine"_text, language), 0, {}},
                                   {"others", said("inbox.group_others"_text, language), 0, {}}};
  std::size_t place = 0;
  for (const InboxItem& item : inbox.items) {
    WaitingLine line = waiting_line_of(house, item, call.caller.account, language);
    line.name = "waits-" + std::to_string(++place);
    line.has_colleagues = !inbox.colleagues.empty();
    groups[line.mine ? 1 : item.taken ? 2 : 0].lines.push_back(std::move(line));
  }
  std::erase_if(groups, [](const WaitingGroup& group) { return group.lines.empty(); });
  for (WaitingGroup& group : groups) group.count = group.lines.size();
  return groups;
}

HttpResponse page(const api::House& house, const api::Call& call, const Form& form, unsigned status,
                  const api::UnitInbox& inbox) {
  const Language language = language_of(call.request);
  InboxView view;
  view.places = day_places(true, "/inbox", language);
  view.lead = said("inbox.lead"_text, language, {{"unit", unit_name(house, inbox.unit)}});
  view.groups = groups_of(house, call, inbox);
  view.nothing = view.groups.empty();
  view.and_more = inbox.and_more;
  for (const api::Colleague& each : inbox.colleagues)
    view.colleagues.push_back({each.user_name, each.name});
  return page_of(house, call, view, {.status = status, .form = &form, .here = "/"});
}

void show(const api::House& house, const Within& within, const api::Call& call, const Form& form,
          unsigned status) {
  within.read<api::UnitInbox>("show_unit_inbox", call, {}, {},
                              [&house, call, form, status](const api::UnitInbox& inbox) {
                                return page(house, call, form, status, inbox);
                              });
}

constexpr auto acts = std::to_array<Act>({
    {"take", "take_from_unit_inbox", "done.taken"_text},
    {"hand_over", "hand_over_in_unit_inbox", "done.handed_over"_text},
    {"put_back", "put_back_in_unit_inbox", "done.put_back"_text},
});

void press(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const Act* act = pressed(acts, form);
  if (act == nullptr) return call.answer(api::problem(400, "bad_form"));
  json body{{"of_case", form->value("of_case")},
            {"kind", form->value("kind")},
            {"thing", form->value("thing")},
            {"from", form->value("from")}};
  if (act->name == "hand_over") body["user_name"] = form->value("user_name");
  within.say(act->route, call, {}, body.dump(), form->value("key"), {},
             [&house, &within, call, form = *form, act](const HttpResponse& response) {
               if (response.status < 400)
                 return call.answer(go_to(call.request, "/inbox", act->done));
               Form again = form;
               // Which of the page's forms it was is not told: none of their fields is named.
               again.wrong(response, language_of(call.request), std::vector<std::string_view>{});
               show(house, within, call, again, response.status);
             });
}

}  // namespace

std::vector<api::Route> inbox_pages(api::House& house, const Within& within) {
  if (house.takings == nullptr) return {};
  return {later_route(
              "GET", "/inbox", "page_inbox",
              [&house, &within](const api::Call& call) { show(house, within, call, Form{}, 200); }),
          later_route("POST", "/inbox", "page_inbox_press",
                      [&house, &within](const api::Call& call) { press(house, within, call); })};
}

}  // namespace kallad::web
