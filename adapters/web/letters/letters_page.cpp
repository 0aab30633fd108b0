// Reads the case, its letters and its suggestions, one after the other; says what was pressed.
// Not the view: letters_view.cpp.
#include "adapters/web/letters/letters_page.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/letters/letters_view.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

void show_with(api::House& house, const Within& within, const api::Call& call, const Form& form,
               unsigned status, const ShownCase& now) {
  const std::vector<std::string> id{call.values.at(0)};
  within.ask(
      "letters", call, id, {}, [&house, &within, call, form, status, now, id](HttpResponse answer) {
        if (answer.status >= 400) return call.answer(std::move(answer));
        const auto letters = codec::read_text<api::CaseLetters>(answer.body);
        if (!letters) return call.answer(api::problem(500, "accident"));
        within.read<api::MailSuggestions>(
            "mail_suggestions", call, id, {},
            [&house, call, form, status, now,
             letters = letters.value()](const api::MailSuggestions& suggestions) {
              const Language language = language_of(call.request);
              const LettersView view = letters_view(now, letters, suggestions, house, language);
              Showing shown = case_showing(call, now.shown.id, view.heading);
              shown.status = status;
              shown.form = &form;
              return page_of(house, call, view, shown);
            });
      });
}

void show(api::House& house, const Within& within, const api::Call& call, const Form& form,
          unsigned status) {
  with_case(within, call, language_of(call.request),
            [&house, &within, call, form, status](const ShownCase& now) {
              show_with(house, within, call, form, status, now);
            });
}

/// What a button of the page says to the API, and what is told once it is done.
struct Pressed {
  std::string route;
  std::vector<std::string> values;
  json body;
  TextKey done;
};

std::uint32_t number_of(const std::string& text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

json letter_in(const Form& form) {
  return {{"kind", form.value("kind")},
          {"number", number_of(form.value("number"))},
          {"party", form.value("party")}};
}

std::optional<Pressed> pressed(const Form& form, const std::string& of_case) {
  const std::string act = form.value("act");
  if (act == "taken" || act == "dismissed") {
    return Pressed{"settle_suggestion",
                   {of_case, form.value("number")},
                   {{"state", act}},
                   "done.settled"_text};
  }
  if (act == "send") {
    return Pressed{"send_letter_now", {of_case}, letter_in(form), "done.letter_asked"_text};
  }
  if (act == "address") {
    return Pressed{"address_letters",
                   {of_case},
                   {{"party", form.value("party")}, {"address", form.value("address")}},
                   "done.letters_addressed"_text};
  }
  if (act != "hold" && act != "stop") return std::nullopt;
  json body = letter_in(form);
  body["reason"] = form.value("reason");
  if (act == "hold") body["until"] = form.value("until");
  return Pressed{"hold_letter",
                 {of_case},
                 std::move(body),
                 act == "hold" ? "done.letter_held"_text : "done.letter_stopped"_text};
}

void press(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const std::string of_case = call.values.at(0);
  const auto what = form ? pressed(*form, of_case) : std::nullopt;
  if (!what) return call.answer(api::problem(400, "bad_form"));
  within.say(what->route, call, what->values, what->body.dump(), form->value("key"), {},
             [&house, &within, call, form = *form, done = what->done,
              of_case](const HttpResponse& response) {
               if (response.status < 400) {
                 const std::string back = case_address(CaseId{of_case}) + "/letters";
                 return call.answer(go_to(call.request, back, done));
               }
               Form again = form;
               // Which of the page's forms it was is not told: none of their fields is named.
               again.wrong(response, language_of(call.request), std::vector<std::string_view>{});
               show(house, within, call, again, response.status);
             });
}

}  // namespace

std::vector<api::Route> letters_pages(api::House& house, const Within& within) {
  if (house.mail == nullptr) return {};
  return {later_route(
              "GET", "/cases/{case}/letters", "page_letters",
              [&house, &within](const api::Call& call) { show(house, within, call, Form{}, 200); }),
          later_route("POST", "/cases/{case}/letters", "page_letters_press",
                      [&house, &within](const api::Call& call) { press(house, within, call); })};
}

}  // namespace kallad::web
