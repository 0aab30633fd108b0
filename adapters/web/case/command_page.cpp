// Shows the form, sends what was filled in, and goes back to the case.
// Not which fields there are: command_fields.hpp.
#include "adapters/web/case/command_page.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/api/letters/letter_answers.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/web/case/fields/command_fields.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/case/fields/conflict.hpp"
#include "adapters/web/case/fields/field_view.hpp"
#include "adapters/web/case/fields/form_help.hpp"
#include "adapters/web/case/own_cases.hpp"
#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

/// A letter that would go, as its recipient would see it.
struct LetterView {
  std::string to;
  std::string subject;
  std::string text;
  std::string why_not;
};
BOOST_DESCRIBE_STRUCT(LetterView, (), (to, subject, text, why_not))

struct CommandView {
  static constexpr std::string_view page = "command";
  std::string heading;
  std::string about;
  std::string back;
  std::string version;
  std::vector<std::string> why_not;
  bool has_why = false;
  std::string only_why;  ///< where there is one reason
  bool stops = false;    ///< it cannot be said in this case, and nothing is typed: there is no form
  std::vector<std::string> told;  ///< what one should know before it is said
  std::optional<FormTimesView> times;
  std::vector<FormPartView> parts;
  bool repeats = false;  ///< offers to go on with another of the kind
  bool writes = false;   ///< letters, which can be looked at first
  bool foresees = false;
  std::vector<LetterView> letters;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(CommandView, (),
                      (heading, about, back, version, why_not, has_why, only_why, stops, told,
                       times, parts, repeats, writes, foresees, letters, conflict))

/// Commands whose letters are read before they are sent: whom they call, and what they take back.
bool writes_letters(std::string_view command) {
  static constexpr std::array<std::string_view, 4> all{SendSummons::id, SummonParty::id,
                                                       ChangeMeeting::id, CancelMeeting::id};
  return std::ranges::find(all, command) != all.end();
}

/// A command being filled in: what it needs to be shown again.
struct Draft {
  std::string command;
  Form form;
  Wrong wrong = {};
  std::vector<std::string> why_not = {};
  bool is_own = false;      ///< said by who takes part, for the own unit
  bool is_refused = false;  ///< in the case as it is, whatever is filled in
  unsigned status = 200;
  std::string version = {};
  std::optional<std::vector<LetterView>> letters = {};  ///< that it would lead to
  std::optional<ConflictView> conflict = {};
  FormHelp help = {};
};

/// Commands that are often said several times in a row.
bool can_repeat(std::string_view command) {
  return command == AddParty::id || command == RecordGoal::id || command == RecordActivity::id;
}

/// Values that the address gives: which deficiency, which party.
void take_query(std::vector<CommandGroup>& groups, const HttpRequest& request) {
  for (CommandGroup& group : groups) {
    for (CommandField& field : group.fields) {
      const std::string said = api::query_value(request.query, field.path);
      if (said.empty()) continue;
      (field.control == Control::number ? field.fixed : field.preset) = said;
    }
  }
}

HttpResponse page(const api::House& house, const api::Call& call, const Draft& draft,
                  const std::vector<CommandGroup>& groups, const std::string& back,
                  const std::string& case_number) {
  const Language language = language_of(call.request);
  CommandView view;
  const bool answers = draft.is_own && draft.command == AnswerSummons::id;
  view.heading =
      answers ? said("case.answer_own"_text, language) : heading_of(draft.command, language);
  view.about = answers ? std::string{} : about_of(draft.command, language);
  view.back = back;
  view.version = draft.version;
  view.why_not = draft.why_not;
  view.has_why = draft.why_not.size() > 1;
  if (draft.why_not.size() == 1) view.only_why = draft.why_not.front();
  view.stops = draft.is_refused && draft.form.fields().empty();
  view.repeats = can_repeat(draft.command);
  view.writes = house.mail != nullptr && writes_letters(draft.command);
  view.foresees = draft.letters.has_value();
  if (draft.letters) view.letters = *draft.letters;
  view.conflict = draft.conflict;
  view.told = draft.help.told;
  view.times = times_view(draft.help, draft.form);
  view.parts = parts_of(groups, draft.form, draft.wrong, draft.command, language);
  std::vector<Link> trail{{"/", said("menu.my_day"_text, language)}};
  if (!case_number.empty()) trail.push_back({back, case_number});
  return page_of(house, call, view,
                 {.status = draft.status,
                  .title = view.heading,
                  .trail = std::move(trail),
                  .form = &draft.form,
                  .here = "/"});
}

/// The field of that name; null where there is none.
const CommandField* find(const std::vector<CommandGroup>& groups, std::string_view name) {
  for (const CommandGroup& group : groups) {
    const auto found = std::ranges::find(group.fields, name, &CommandField::name);
    if (found != group.fields.end()) return &*found;
  }
  return nullptr;
}

/// The texts that stand in the deficiency the form is about, where the form does not ask for them:
/// a no may be about what was written before.
using StandingTexts = std::vector<std::pair<std::string, std::string>>;
StandingTexts standing_texts(const CaseView& shown, const Form& form) {
  const std::string number = form.value("number");
  const auto found = std::ranges::find_if(shown.deficiencies, [&](const DeficiencyView& one) {
    return std::to_string(one.number) == number;
  });
  if (found == shown.deficiencies.end()) return {};
  StandingTexts texts{{"found_at", found->form.found_at},
                      {"parties_concerned", found->form.parties_concerned},
                      {"what_happened", found->form.what_happened},
                      {"measures_for_person", found->form.measures_for_person},
                      {"measures_by_parties", found->form.measures_by_parties}};
  if (!found->answers.empty()) texts.emplace_back("measures", found->answers.back().text);
  return texts;
}

/// Which words of those texts a reason is about: "vad som hände: Det gäller ”Cecilia”."
std::string standing_words(const json& reason, const StandingTexts& texts, Language language) {
  std::string all;
  for (const auto& [field, text] : texts) {
    Form standing;
    standing.put(field, text);
    const std::string words = standing.words_told(reason, field, language);
    if (!words.empty()) all += " " + std::string{word_of("field", field, language)} + ":" + words;
  }
  return all;
}

/// Why the API said no, at the fields; the summary above names each field, and what is about none.
void take_problem(Draft& draft, const std::vector<CommandGroup>& groups,
                  const HttpResponse& response, Language language,
                  const StandingTexts& standing = {}) {
  draft.status = response.status;
  const json body = json::parse(response.body, nullptr, false);
  if (!body.is_object() || !body.contains("errors")) return;
  for (const json& each : body["errors"]) {
    std::string name = each.value("path", std::string{});
    if (!name.empty()) name.erase(0, 1);
    std::ranges::replace(name, '/', '-');
    const std::string text =
        each["text"][language == Language::english ? "en" : "sv"].get<std::string>() +
        draft.form.words_told(each, name, language);
    const CommandField* field = find(groups, name);
    if (field == nullptr) {
      draft.form.wrong("", text + standing_words(each, standing, language));
      continue;
    }
    draft.wrong[name] = text;
    draft.form.wrong(name, label_of(draft.command, field->path, language) + ": " + text);
  }
}

CommandGround ground_of(const api::House& house, const api::Call& call, const Register& known,
                        const CaseView* shown) {
  const Date today = house.calendar.zone().day_of(house.now());
  return {shown, known, call.caller, house.calendar, language_of(call.request), today};
}

/// A party that is no unit of the register gets an id that tells its kind and not its name, for ids
/// stand in addresses and events.
void give_id(json& data, const CaseView& shown) {
  if (data.contains("party") || !data.contains("kind")) return;
  std::size_t number = shown.parties.size() + 1;
  const auto id = [&] { return data["kind"].get<std::string>() + "-" + std::to_string(number); };
  while (std::ranges::count(shown.parties, PartyId{id()}, &PartyView::id) > 0) ++number;
  data["party"] = id();
}

/// Shows the form on the case as it is now.
void show_on_case(api::House& house, const Within& within, const api::Call& call, Draft draft) {
  const Language language = language_of(call.request);
  with_case(within, call, language, [&house, call, language, draft](const ShownCase& now) mutable {
    const codec::Shape* shape = shape_of_command(draft.command);
    if (shape == nullptr) return call.answer(api::problem(404, "path_unknown"));
    const auto ledger = house.shelf.ledger();
    auto groups = fields_of(*shape, ground_of(house, call, ledger->ledger.known, &now.shown));
    take_query(groups, call.request);
    const auto found = std::ranges::find(now.commands, draft.command, &CommandNow::id);
    draft.is_refused = found != now.commands.end() && !found->allowed;
    if (draft.is_refused) draft.why_not = found->why_not;
    draft.is_own = !leads(now);
    draft.version = now.version;
    if (draft.conflict) {
      tell_differences(*draft.conflict, draft.command, draft.form, now.shown, house, call);
    }
    std::vector<LocalTime> taken;
    if (proposes_times(draft.command)) taken = own_meeting_starts(house, call.caller, now.shown.id);
    draft.help =
        help_for(draft.command, now.shown, ledger->ledger.routines, taken, house, language);
    call.answer(page(house, call, draft, groups, case_address(now.shown.id), now.shown.id.text));
  });
}

/// Shows it again with what has happened since the form was made, and how the same things stand
/// now.
void show_overtaken(api::House& house, const Within& within, const api::Call& call, Draft draft) {
  draft.status = 412;
  const std::string made_of = draft.form.value("version");
  with_changes(house, within, call, made_of, [&house, &within, call, draft](ConflictView conflict) {
    Draft again = draft;
    again.conflict = std::move(conflict);
    show_on_case(house, within, call, std::move(again));
  });
}

/// Says what was filled in; where it was no, the form is shown again with everything that was
/// typed.
void say_on_case(api::House& house, const Within& within, const api::Call& call, const Form& form,
                 const ShownCase& now, const codec::Shape& shape) {
  const std::string command = call.values.at(1);
  const auto ledger = house.shelf.ledger();
  auto groups = fields_of(shape, ground_of(house, call, ledger->ledger.known, &now.shown));
  take_query(groups, call.request);
  json data = data_of(groups, form, house.calendar);
  if (command == AddParty::id) give_id(data, now.shown);
  within.say(command, call, {call.values.at(0)}, data.dump(), form.value("key"),
             form.value("version"),
             [&house, &within, call, form, command, groups,
              standing = standing_texts(now.shown, form)](const HttpResponse& response) {
               if (response.status < 400) {
                 std::string back = case_address(CaseId{call.values.at(0)});
                 if (form.value("act") == "more") back += "/do/" + command;
                 return call.answer(go_to(call.request, back, "done.said"_text));
               }
               Draft draft{.command = command, .form = form};
               if (was_overtaken(response)) return show_overtaken(house, within, call, draft);
               take_problem(draft, groups, response, language_of(call.request), standing);
               show_on_case(house, within, call, std::move(draft));
             });
}

std::string addresses_of(const api::LetterPreview& letter) {
  std::string all;
  for (const api::LetterTo& one : letter.to) all += (all.empty() ? "" : ", ") + one.address;
  return all;
}

/// Looks at what would be sent; nothing is stored, and the form stays as it was filled in.
void foresee_on_case(api::House& house, const Within& within, const api::Call& call,
                     const Form& form, const ShownCase& now, const codec::Shape& shape) {
  const std::string command = call.values.at(1);
  const auto ledger = house.shelf.ledger();
  auto groups = fields_of(shape, ground_of(house, call, ledger->ledger.known, &now.shown));
  take_query(groups, call.request);
  const std::string body = data_of(groups, form, house.calendar).dump();
  within.say(
      "foresee_letters", call, {call.values.at(0), command}, body, {}, {},
      [&house, &within, call, form, command, groups](const HttpResponse& response) {
        const Language language = language_of(call.request);
        Draft draft{.command = command, .form = form};
        const auto read = codec::read_text<api::LettersForeseen>(response.body);
        if (response.status >= 400 || !read) {
          take_problem(draft, groups, response, language);
          return show_on_case(house, within, call, std::move(draft));
        }
        draft.letters.emplace();
        for (const api::LetterForeseen& one : read.value().letters) {
          const auto& why = one.letter.why_not;
          draft.letters->push_back({addresses_of(one.letter), one.letter.subject, one.letter.text,
                                    why ? text_of(*why, {}, language) : std::string{}});
        }
        show_on_case(house, within, call, std::move(draft));
      });
}

void send_on_case(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const codec::Shape* shape = shape_of_command(call.values.at(1));
  if (!form) return call.answer(api::problem(400, "bad_form"));
  if (shape == nullptr) return call.answer(api::problem(404, "path_unknown"));
  with_case(within, call, language_of(call.request),
            [&house, &within, call, form = with_proposed_time(*form), shape](const ShownCase& now) {
              const bool looks = form.value("act") == "preview";
              (looks ? foresee_on_case : say_on_case)(house, within, call, form, now, *shape);
            });
}

// Opening a case ---------------------------------------------------------------------------------

std::vector<CommandGroup> opening_fields(const api::House& house, const api::Call& call,
                                         const Register& known) {
  return fields_of(*shape_of_command(OpenCase::id), ground_of(house, call, known, nullptr));
}

void show_new(api::House& house, const api::Call& call, Draft draft) {
  const auto ledger = house.shelf.ledger();
  call.answer(page(house, call, draft, opening_fields(house, call, ledger->ledger.known), "/", ""));
}

void send_new(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const auto ledger = house.shelf.ledger();
  const auto groups = opening_fields(house, call, ledger->ledger.known);
  const std::string body = data_of(groups, *form, house.calendar).dump();
  within.say(OpenCase::id, call, {}, body, form->value("key"), {},
             [&house, call, form = *form, groups](const HttpResponse& response) {
               if (response.status < 400) {
                 const CaseId opened{json::parse(response.body)["case"].get<std::string>()};
                 return call.answer(go_to(call.request, case_address(opened), "done.opened"_text));
               }
               Draft draft{.command = std::string{OpenCase::id}, .form = form};
               take_problem(draft, groups, response, language_of(call.request));
               show_new(house, call, std::move(draft));
             });
}

}  // namespace

std::vector<api::Route> command_pages(api::House& house, const Within& within) {
  return {
      later_route("GET", "/cases/new", "page_new_case",
                  [&house](const api::Call& call) {
                    show_new(house, call, {.command = std::string{OpenCase::id}, .form = {}});
                  }),
      later_route("POST", "/cases/new", "page_new_case_send",
                  [&house, &within](const api::Call& call) { send_new(house, within, call); }),
      later_route("GET", "/cases/{case}/do/{command}", "page_command",
                  [&house, &within](const api::Call& call) {
                    show_on_case(house, within, call, {.command = call.values.at(1), .form = {}});
                  }),
      later_route("POST", "/cases/{case}/do/{command}", "page_command_send",
                  [&house, &within](const api::Call& call) { send_on_case(house, within, call); })};
}

}  // namespace kallad::web
