// Views become pages in JSON, forms become the fields that adapters/answer_link reads.
// Not what a link may do: link_door.hpp.
#include "adapters/api/links/link_routes.hpp"

#include "adapters/api/links/link_answers.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

LinkReason told(std::string_view rule, const RefusalData& data) {
  return {std::string{rule},
          {text_of(rule, data, Language::swedish), text_of(rule, data, Language::english)}};
}

LinkActShown told(const OfferedAct& offered) {
  LinkActShown act{offered.act, offered.is_allowed(), {}, {}};
  for (const Refusal& each : offered.why_not) act.why_not.push_back(told(each.rule, each.data));
  if (!offered.notice.empty()) {
    act.notice = SaidText{std::string{word_of("warning", offered.notice, Language::swedish)},
                          std::string{word_of("warning", offered.notice, Language::english)}};
  }
  return act;
}

LinkPage page_of(const LinkResult& result) {
  const LinkView& view = result.view;
  LinkPage page;
  page.state = view.state;
  page.holder = view.holder;
  page.case_number = view.case_number.text;
  page.called_by = view.called_by;
  page.repeated = result.repeated;
  if (const auto rule = answer_link::rule_of(view.state); !rule.empty()) {
    page.why = told(rule, {});
    return page;
  }
  page.unit = view.unit;
  page.starts = view.starts;
  page.agreement = view.agreement;
  page.place = view.place;
  page.link = view.link;
  page.expectation = view.expectation;
  page.withheld.assign(view.withheld.begin(), view.withheld.end());
  page.acknowledge_by = view.acknowledge_by;
  page.answer_by = view.answer_by;
  if (!view.agreement) page.seat = view.seat;
  for (const OfferedAct& each : view.acts) page.acts.push_back(told(each));
  page.receivers = view.receivers;
  return page;
}

LinkDone answered(HttpAnswer answer) {
  return [answer = std::move(answer)](const LinkResult& result) {
    answer(result.no ? problem(*result.no) : json(codec::write_compact(page_of(result))));
  };
}

void put(AnswerForm& form, const std::string& field, const std::optional<std::string>& value) {
  if (value) form[field] = *value;
}

/// The names that adapters/answer_link reads: those of somebody named begin with "substitute.", a
/// substitute's own do not.
AnswerForm fields_of(const LinkAnswerForm& said) {
  AnswerForm form{{"act", said.act}, {"nonce", said.nonce}};
  put(form, "your_name", said.your_name);
  put(form, "forward_to", said.forward_to);
  put(form, "reason", said.reason);
  if (said.content) form["content"] = std::to_string(*said.content);
  if (!said.substitute) return form;
  const std::string before = said.act == "name_substitute" ? "substitute." : "";
  const SubstituteForm& who = *said.substitute;
  put(form, before + "name", who.name);
  put(form, before + "role", who.role);
  put(form, before + "contact", who.contact);
  put(form, before + "mandate", who.mandate);
  if (who.briefed) form[before + "briefed"] = *who.briefed ? "yes" : "no";
  return form;
}

LinkVisit visit_of(const Call& call) { return {call.values.at(0), call.request.client}; }

void act(House& house, Call call) {
  const auto said = codec::read_text<LinkAnswerForm>(call.request.body);
  if (!said) return call.answer(problem_of(said.errors()));
  act_by_link(house, visit_of(call), fields_of(said.value()), answered(std::move(call.answer)));
}

SeatLinks links_of(const LinkKeyring& keys, const CaseFile& file) {
  SeatLinks all;
  if (file.running.meetings.empty()) return all;
  const auto put = [&](const PartyId& party, const LinkName& name) {
    all.links.push_back({party, name.holder, keys.seal(name)});
  };
  for (const Seat& seat : file.running.meetings.back().seats) {
    if (!seat.sent) continue;  // outside the consent: nobody was called
    put(seat.party, answer_link::party_link(file.running.id, seat));
    put(seat.party, answer_link::check_in_link(file.running.id, seat));
    if (!seat.chain.empty()) {
      put(seat.party, answer_link::substitute_link(file.running.id, seat, seat.chain.back()));
    }
  }
  return all;
}

}  // namespace

std::vector<Route> link_routes(House& house) {
  if (house.links == nullptr) return {};
  return {{.method = "GET",
           .pattern = "/api/v1/cases/{case}/links",
           .id = "seat_links",
           .about = "svarslänkarna till det senaste mötets parter, att skriva ut",
           // Whoever holds a link answers for the party.
           .handle = for_whole_case(house, "links",
                                    [&house](const WholeCase& seen, const Call&) {
                                      return json(codec::write_compact(
                                          links_of(house.links->keys, seen.file)));
                                    }),
           .form = {.answer = &codec::shape_of<SeatLinks>()}},
          {.method = "GET",
           .pattern = "/api/v1/links/{token}",
           .id = "show_link",
           .about = "det svarslänken visar; att hämta den gör ingenting",
           .entry = Entry::anyone,
           .handle =
               [&house](Call call) {
                 look_by_link(house, visit_of(call), answered(std::move(call.answer)));
               },
           .form = {.answer = &codec::shape_of<LinkPage>()}},
          {.method = "POST",
           .pattern = "/api/v1/links/{token}",
           .id = "act_by_link",
           .about = "svara, utse ersättare eller anmäl närvaro med svarslänken",
           .entry = Entry::anyone,
           .handle = [&house](Call call) { act(house, std::move(call)); },
           .form = {.body = &codec::shape_of<LinkAnswerForm>(),
                    .answer = &codec::shape_of<LinkPage>()}}};
}

}  // namespace kallad::api
