// One page lists, one asks whether one is sure, one keeps a copy. Each form names the copies that
// were seen, with the version of their cases. Not logged as openings: nobody's case is shown.
#include "adapters/web/disposal/disposal_pages.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "adapters/api/disposal/copies.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/disposal/chosen.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using api::DueCopies;
using api::DueCopy;

/// A copy that may go. `name`: its place on the page; `value`: as a form names it.
struct CopyLine {
  std::string name;
  std::string value;
  std::string keep_href;
  std::string of_case;
  std::string principal;
  std::string law;
  When last_entry;
  When from;
  std::optional<When> by;
  bool late = false;
  bool last_copy = false;
  std::string research;  ///< what there is to say of it; empty: nothing
  bool may_go = false;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(CopyLine, (),
                      (name, value, keep_href, of_case, principal, law, last_entry, from, by, late,
                       last_copy, research, may_go, chosen))

struct GoneLine {
  std::string of_case;
  std::string principal;
  When last_entry;
  When disposed_on;
};
BOOST_DESCRIBE_STRUCT(GoneLine, (), (of_case, principal, last_entry, disposed_on))

struct DisposalView {
  static constexpr std::string_view page = "disposal";
  std::vector<CopyLine> copies;
  bool has_copies = false;
  bool can_choose = false;
  bool and_more = false;
  std::vector<GoneLine> gone;
  bool has_gone = false;
};
BOOST_DESCRIBE_STRUCT(DisposalView, (), (copies, has_copies, can_choose, and_more, gone, has_gone))

/// What is about to go, before it goes.
struct SureView {
  static constexpr std::string_view page = "disposal_sure";
  std::string lead;
  std::vector<CopyLine> copies;
  bool destroys = false;  ///< some case goes with its last copy
};
BOOST_DESCRIBE_STRUCT(SureView, (), (lead, copies, destroys))

struct KeepView {
  static constexpr std::string_view page = "keep_copy";
  std::string copy;
  std::string lead;
};
BOOST_DESCRIBE_STRUCT(KeepView, (), (copy, lead))

CopyLine line_of(const DueCopy& copy, std::size_t place, const std::vector<std::string>& chosen,
                 Language language) {
  CopyLine line;
  line.name = "copy-" + std::to_string(place);
  line.value = text_of(copy);
  line.keep_href = "/disposal/keep?copy=" + http::form_encoded(line.value);
  line.of_case = copy.of_case.text;
  line.principal = copy.principal_name;
  line.law = words::capitalised(word(copy.law, language));
  line.last_entry = day_told(copy.last_entry, language);
  line.from = day_told(copy.from, language);
  if (copy.by) line.by = day_told(*copy.by, language);
  line.late = copy.late;
  line.last_copy = copy.copies_left == 1;
  if (copy.research != disposal::InSample::no) line.research = word(copy.research, language);
  line.may_go = copy.research != disposal::InSample::yes;
  line.chosen = std::ranges::count(chosen, line.value) > 0;
  return line;
}

HttpResponse disposal_page(const api::House& house, const api::Call& call, const Form& form,
                           unsigned status, const DueCopies& due, const api::GoneCopies& gone) {
  const Language language = language_of(call.request);
  const auto chosen = form.values("copy");
  DisposalView view;
  for (const DueCopy& copy : due.copies)
    view.copies.push_back(line_of(copy, view.copies.size() + 1, chosen, language));
  view.has_copies = !view.copies.empty();
  view.can_choose = std::ranges::any_of(view.copies, &CopyLine::may_go);
  view.and_more = due.and_more;
  for (const api::GoneCopy& copy : gone.copies) {
    view.gone.push_back({copy.of_case.text, copy.principal_name,
                         day_told(copy.last_entry, language),
                         day_told(copy.disposed_on, language)});
  }
  view.has_gone = !view.gone.empty();
  return page_of(house, call, view, {.status = status, .form = &form, .here = "/disposal"});
}

void show_disposal(const api::House& house, const Within& within, const api::Call& call,
                   const Form& form, unsigned status) {
  within.ask("list_disposed", call, {}, {},
             [&house, &within, call, form, status](HttpResponse response) {
               const auto gone = codec::read_text<api::GoneCopies>(response.body);
               if (!gone) return call.answer(std::move(response));
               within.read<DueCopies>(
                   "list_disposals", call, {}, {},
                   [&house, call, form, status, gone = gone.value()](const DueCopies& due) {
                     return disposal_page(house, call, form, status, due, gone);
                   });
             });
}

void choose_again(const api::House& house, const Within& within, const api::Call& call, Form form) {
  form.wrong("copy-1", said("disposal.choose_one"_text, language_of(call.request)));
  show_disposal(house, within, call, form, 422);
}

/// Says what it means before it is done. What may not go any more is not on the page.
void ask_whether_sure(const api::House& house, const Within& within, const api::Call& call,
                      const Form& form) {
  const auto chosen = form.values("copy");
  if (chosen.empty()) return choose_again(house, within, call, form);
  within.read<DueCopies>(
      "list_disposals", call, {}, {}, [&house, call, form, chosen](const DueCopies& due) {
        const Language language = language_of(call.request);
        SureView view;
        std::map<CaseId, std::uint32_t> going;
        for (const DueCopy& copy : due.copies) {
          CopyLine line = line_of(copy, view.copies.size() + 1, chosen, language);
          if (!line.chosen || !line.may_go) continue;
          view.destroys = view.destroys || ++going[copy.of_case] == copy.copies_left;
          view.copies.push_back(std::move(line));
        }
        if (view.copies.empty()) return go_to(call.request, "/disposal");
        view.lead = said("disposal_sure.lead"_text, language,
                         {{"count", std::to_string(view.copies.size())}});
        return page_of(house, call, view,
                       {.trail = {{"/disposal", said("disposal.title"_text, language)}},
                        .form = &form,
                        .here = "/disposal"});
      });
}

/// One after the other, each as a decision of its own: what could not be done is told, the others
/// are done.
void dispose(const api::House& house, const Within& within, const api::Call& call,
             const Form& form) {
  std::vector<Turn> turns;
  for (const std::string& value : form.values("copy")) {
    const auto copy = chosen_in(value);
    if (!copy) continue;
    turns.push_back(
        {DisposeCopy::id, copy->of_case, nlohmann::json{{"principal", copy->principal}}.dump(),
         form.value("key") + "-" + copy->of_case + "-" + copy->principal, copy->version});
  }
  if (turns.empty()) return choose_again(house, within, call, form);
  within.say_in_turn(
      call, turns, AfterNo::goes_on,
      [&house, &within, call, turns](const std::vector<HttpResponse>& answers) {
        const Language language = language_of(call.request);
        Form again;
        unsigned status = 303;
        for (std::size_t i = 0; i < answers.size(); ++i) {
          if (answers[i].status < 400) continue;
          status = answers[i].status;
          again.wrong("", said("disposal.not_done"_text, language, {{"case", turns[i].of_case}}));
          again.wrong(answers[i], language, std::vector<std::string_view>{});
        }
        if (again.is_good())
          return call.answer(go_to(call.request, "/disposal", "done.disposed"_text));
        show_disposal(house, within, call, again, status);
      });
}

void press_disposal(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const std::string act = form ? form->value("act") : std::string{};
  if (act == "choose") return ask_whether_sure(house, within, call, *form);
  if (act == "dispose") return dispose(house, within, call, *form);
  call.answer(api::problem(400, "bad_form"));
}

HttpResponse keep_page(const api::House& house, const api::Call& call, const Form& form,
                       const std::string& value, unsigned status) {
  const Language language = language_of(call.request);
  const auto copy = chosen_in(value);
  if (!copy) return api::problem(404, "path_unknown");
  const auto ledger = house.shelf.ledger();
  const std::string whose = principal_name(ledger->ledger.known, PrincipalId{copy->principal});
  const KeepView view{value, said("keep_copy.lead"_text, language,
                                  {{"case", copy->of_case}, {"principal", whose}})};
  return page_of(house, call, view,
                 {.status = status,
                  .trail = {{"/disposal", said("disposal.title"_text, language)}},
                  .form = &form,
                  .here = "/disposal"});
}

void keep(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const auto copy = form ? chosen_in(form->value("copy")) : std::nullopt;
  if (!copy) return call.answer(api::problem(400, "bad_form"));
  nlohmann::json body{{"principal", copy->principal}, {"reason", form->value("reason")}};
  if (!form->value("until").empty()) body["until"] = form->value("until");
  within.say(KeepCopy::id, call, {copy->of_case}, body.dump(), form->value("key"), copy->version,
             [&house, call, form = *form](const HttpResponse& response) {
               if (response.status < 400)
                 return call.answer(go_to(call.request, "/disposal", "done.kept"_text));
               Form again = form;
               again.wrong(response, language_of(call.request),
                           std::vector<std::string_view>{"reason", "until"});
               call.answer(keep_page(house, call, again, form.value("copy"), response.status));
             });
}

/// A page for those who decide about copies; to all others 403, before anything is read.
template <class Work>
api::Route decider_route(std::string method, std::string pattern, std::string id, Work work) {
  return later_route(std::move(method), std::move(pattern), std::move(id),
                     [work](const api::Call& call) {
                       if (!api::decides_disposal(call.caller))
                         return call.answer(api::problem(403, "position_missing"));
                       work(call);
                     });
}

}  // namespace

std::vector<api::Route> disposal_pages(api::House& house, const Within& within) {
  return {decider_route("GET", "/disposal", "page_disposal",
                        [&house, &within](const api::Call& call) {
                          show_disposal(house, within, call, Form{}, 200);
                        }),
          decider_route(
              "POST", "/disposal", "page_disposal_press",
              [&house, &within](const api::Call& call) { press_disposal(house, within, call); }),
          decider_route("GET", "/disposal/keep", "page_keep_copy",
                        [&house](const api::Call& call) {
                          call.answer(keep_page(house, call, Form{},
                                                api::query_value(call.request.query, "copy"), 200));
                        }),
          decider_route("POST", "/disposal/keep", "page_keep_copy_save",
                        [&house, &within](const api::Call& call) { keep(house, within, call); })};
}

}  // namespace kallad::web
