// Words for a deficiency, its way and its form.
// Not its form's fields: deficiency_page.cpp.
#include "adapters/web/deficiency/deficiency_view.hpp"

#include <algorithm>
#include <array>

#include "adapters/web/case/command_groups.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/deficiency/deficiency_decide.hpp"

namespace kallad::web {

namespace {

/// The stations of the way, and the states that stand in each (domain 3, "The deficiency form and
/// its way").
struct Station {
  TextKey name;
  std::vector<DeficiencyState> states;
};

const std::vector<Station>& stations() {
  using enum DeficiencyState;
  static const std::vector<Station> all{
      {"deficiency.at_unit"_text, {drafted, completed, sent_back}},
      {"deficiency.at_manager"_text, {with_own_manager}},
      {"deficiency.at_counterpart"_text, {with_counterpart, answered}},
      {"deficiency.at_secretary"_text, {with_council_secretary}},
      {"deficiency.at_council"_text, {at_council, accepted, not_a_deficiency}},
      {"deficiency.at_end"_text, {closed, withdrawn}}};
  return all;
}

/// Those that need nothing typed: a press is enough.
constexpr auto presses =
    std::to_array<std::string_view>({"hand_to_own_manager", "send_to_counterpart",
                                     "send_to_council_secretary", "put_before_council", "resume"});

bool is_press(std::string_view command) {
  return std::ranges::find(presses, command) != presses.end();
}

class DeficiencyWords {
 public:
  DeficiencyWords(const ShownCase& now, const DeficiencyView& one, const api::House& house,
                  Language language)
      : now_(now), one_(one), house_(house), language_(language) {}

  std::vector<StationLine> way() const {
    std::vector<StationLine> lines;
    bool past = true;
    for (const Station& each : stations()) {
      const bool here = std::ranges::count(each.states, one_.state) > 0;
      if (here) past = false;
      const auto state = here   ? said("deficiency.here"_text, language_)
                         : past ? said("deficiency.past"_text, language_)
                                : std::string{};
      lines.push_back({said(each.name, language_), state, past, here});
    }
    return lines;
  }

  std::vector<std::string> facts() const {
    std::vector<std::string> all;
    for (const CitedFact& each : one_.facts) {
      all.push_back(words::capitalised(word(each.what, language_)) + ", " +
                    moment_told(each.at, house_.calendar, language_).text);
    }
    return all;
  }

  /// The form as it is filled in, field by field; what is empty says so.
  std::vector<FactLine> form() const {
    const DeficiencyForm& form = one_.form;
    std::vector<FactLine> lines;
    const auto add = [&](std::string_view field, const std::string& text) {
      lines.push_back({label_of("complete_deficiency", field, language_), filled(text)});
    };
    lines.push_back(
        {said("deficiency.registered_by"_text, language_), filled(staff(form.registered_by))});
    lines.push_back(
        {said("deficiency.nearest_manager"_text, language_), filled(staff(form.nearest_manager))});
    add("event_date", form.event_date ? day_told(*form.event_date, language_).text : "");
    add("found_at", form.found_at);
    add("parties_concerned", form.parties_concerned);
    add("what_happened", form.what_happened);
    add("measures_for_person", form.measures_for_person);
    add("measures_by_parties", form.measures_by_parties);
    add("causes", causes(form.causes));
    add("consent_to_pass_on", yes_or_no(form.consent_to_pass_on));
    add("withhold_identity", yes_or_no(form.withhold_identity));
    return lines;
  }

  /// What others have said on its way, each with its day.
  std::vector<FactLine> words_said() const {
    std::vector<FactLine> lines;
    const auto add = [&](TextKey name, const std::string& text) {
      if (!text.empty()) lines.push_back({said(name, language_), text});
    };
    for (const SaidView& each : one_.answers) add("deficiency.answered"_text, dated(each));
    for (const SaidView& each : one_.contests) add("deficiency.contested"_text, dated(each));
    add("deficiency.sent_back"_text, one_.sent_back_reason);
    if (one_.decision) {
      std::string decided = words::capitalised(word(*one_.decision, language_));
      if (one_.reason) decided += ": " + std::string{word(*one_.reason, language_)};
      if (!one_.decision_words.empty()) decided += ". " + one_.decision_words;
      add("deficiency.decision"_text, decided);
    }
    add("deficiency.measure"_text, one_.measure);
    add("deficiency.result"_text, one_.result);
    if (one_.withdrawn) {
      std::string why = words::capitalised(word(*one_.withdrawn, language_));
      if (!one_.withdrawn_words.empty()) why += ". " + one_.withdrawn_words;
      add("deficiency.withdrawn"_text, why);
    }
    return lines;
  }

  std::vector<StepTold> steps() const {
    std::vector<StepTold> all;
    for (const DeficiencyStepView& each : one_.steps) {
      std::string who = each.name;
      who += (who.empty() ? "" : ", ") + std::string{word(each.role, language_)};
      if (each.unit) who += ", " + unit_name(house_, *each.unit);
      all.push_back({moment_told(each.at, house_.calendar, language_),
                     words::capitalised(word_of("event", each.what, language_)), std::move(who)});
    }
    return all;
  }

 private:
  std::string filled(const std::string& text) const {
    return text.empty() ? said("deficiency.empty"_text, language_) : text;
  }

  static std::string staff(const StaffContact& one) {
    std::string text = one.name;
    for (const std::string& more : {one.title, one.contact}) {
      if (!more.empty()) text += (text.empty() ? "" : ", ") + more;
    }
    return text;
  }

  std::string causes(const std::vector<Cause>& all) const {
    std::string text;
    for (const Cause each : all) {
      text += (text.empty() ? "" : ", ") + std::string{word(each, language_)};
    }
    return text;
  }

  std::string yes_or_no(std::optional<bool> value) const {
    if (!value) return {};
    return said(*value ? "deficiency.yes"_text : "deficiency.no"_text, language_);
  }

  std::string dated(const SaidView& one) const {
    return one.text + " (" + moment_told(one.at, house_.calendar, language_).text + ")";
  }

  const ShownCase& now_;
  const DeficiencyView& one_;
  const api::House& house_;
  Language language_;
};

/// Whether the next station has to wait for the counterpart's say.
bool has_to_wait(const DeficiencyView& one, std::string_view command, Instant at) {
  return command == SendToCouncilSecretary::id && one.state == DeficiencyState::with_counterpart &&
         one.answer_by && at <= *one.answer_by;
}

/// What the command is called on this page: the own unit registers what the counterpart has said.
std::string name_of(const std::string& command, const DeficiencyView& one, const UnitId& reader,
                    Language language) {
  const bool is_own = one.unit == reader;
  if (is_own && command == AnswerDeficiency::id) {
    return said("deficiency.register_answer"_text, language);
  }
  if (is_own && command == ContestDeficiency::id) {
    return said("deficiency.register_contest"_text, language);
  }
  return heading_of(command, language);
}

const CommandNow* find_command(const ShownCase& now, std::string_view id) {
  const auto found = std::ranges::find(now.commands, id, &CommandNow::id);
  return found == now.commands.end() ? nullptr : &*found;
}

/// What can be done: the next station as the page's one press, the rest as links to their forms.
void tell_actions(DeficiencyPageView& view, const ShownCase& now, const DeficiencyView& one,
                  const UnitId& reader, Instant at, Language language) {
  for (const std::string& id : commands_for(now, one)) {
    if (has_to_wait(one, id, at)) continue;
    if (id == CompleteDeficiency::id) {
      view.fills = true;
    } else if (is_press(id) && !view.main) {
      view.main = PressLine{id, heading_of(id, language)};
    } else {
      view.more.push_back(
          {case_address(now.shown.id) + "/do/" + id + "?number=" + std::to_string(one.number),
           name_of(id, one, reader, language),
           {}});
    }
  }
  view.is_draft = view.fills && one.state == DeficiencyState::drafted;
  const CommandNow* hand = find_command(now, HandToOwnManager::id);
  view.hands_on = view.is_draft && hand != nullptr && hand->may;
  const bool is_only_end =
      view.more.empty() || view.more.front().href.find("/do/withdraw") != std::string::npos;
  if (!view.main && !view.is_draft && !is_only_end) {
    view.first = view.more.front();
    view.more.erase(view.more.begin());
  }
  view.has_more = !view.more.empty();
}

}  // namespace

std::vector<std::string> commands_for(const ShownCase& now, const DeficiencyView& one) {
  static const TableText table = deficiency::table_text();
  std::vector<std::string> all;
  for (const std::string_view id : deficiency_rows) {
    const auto found = std::ranges::find(now.commands, id, &CommandNow::id);
    const bool is_allowed = found != now.commands.end() && found->allowed;
    const bool is_in_table = std::ranges::any_of(table.rows, [&](const TableRow& row) {
      return row.command == id && row.from == table::state_id(one.state);
    });
    if (is_allowed && is_in_table && id != WriteDeficiency::id) all.emplace_back(id);
  }
  return all;
}

std::string deficiency_address(const CaseId& id, std::uint32_t number) {
  return case_address(id) + "/deficiencies/" + std::to_string(number);
}

DeficiencyPageView deficiency_page_view(const ShownCase& now, const DeficiencyView& one,
                                        const api::House& house, const UnitId& reader,
                                        Language language) {
  const DeficiencyWords told{now, one, house, language};
  DeficiencyPageView view;
  view.heading =
      said("case.deficiency"_text, language,
           {{"number", std::to_string(one.number)}, {"about", against(now.shown, one, house)}});
  view.lead = said("deficiency.registered"_text, language,
                   {{"origin", std::string{word(one.origin, language)}},
                    {"when", moment_told(one.registered_at, house.calendar, language).text}});
  if (is_inside(now.shown))
    view.nav = case_places(now.shown.id, "/deficiencies", language, leads(now));
  view.id = now.shown.id.text;
  view.here = deficiency_address(now.shown.id, one.number);
  view.back = case_address(now.shown.id) + "/deficiencies";
  view.where = words::capitalised(word(one.state, language));
  view.stations = told.way();
  if (one.answer_by) view.answer_by = moment_told(*one.answer_by, house.calendar, language).text;
  if (one.proposed && !one.decision) {
    view.proposed = word(*one.proposed, language);
    if (one.reason) view.proposed += ": " + std::string{word(*one.reason, language)};
  }
  for (const DeficiencyKind each : one.kinds) {
    view.kinds.push_back(words::capitalised(word(each, language)));
  }
  view.facts = told.facts();
  view.form_lines = told.form();
  view.words = told.words_said();
  view.steps = told.steps();
  view.paper =
      case_address(now.shown.id) + "/papers/deficiency?number=" + std::to_string(one.number);
  view.has_kinds = !view.kinds.empty();
  view.has_facts = !view.facts.empty();
  view.has_words = !view.words.empty();
  view.has_steps = !view.steps.empty();
  tell_actions(view, now, one, reader, house.now(), language);
  view.has_form = !view.is_draft;
  return view;
}

}  // namespace kallad::web
