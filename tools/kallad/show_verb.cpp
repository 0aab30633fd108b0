// `kallad show`: one case whole, the person included, as text or JSON.
// Not for lists: an operator has asked for this very case.
#include <iostream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/view/view_codec.hpp"
#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/sentence.hpp"
#include "adapters/wording/words/word.hpp"
#include "tools/kallad/look/layout.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

constexpr std::size_t all_demands = 1'000;

std::string person_text(const Person& person) {
  std::string text = person.name;
  if (!person.identity_number.empty()) text += ", " + person.identity_number;
  if (person.protection != Protection::none) {
    text += " (" + std::string{word(person.protection, Language::swedish)} + ")";
  }
  return text;
}

std::string plan_text(const CaseView& view, const Look& look) {
  const PlanView& plan = view.plan;
  if (plan.content == 0) return "";
  std::string text = "\n  Planen (" + std::string{word(plan.law, Language::swedish)} + "): ";
  text += plan.agreed ? "alla som ska har godkänt den\n" : "inte godkänd av alla som ska\n";
  for (const Goal& goal : plan.goals) {
    text +=
        words::hanging("    " + std::string{word(goal.kind, Language::swedish)} + ": ", goal.text);
  }
  for (const ActivityView& each : plan.activities) {
    std::string line = each.what + " · " + party_text(view, each.owner, look) + " · ";
    line += word(each.status, Language::swedish);
    if (each.due) line += " · klar senast " + iso(*each.due);
    if (!each.note.empty()) line += " · " + each.note;
    text += words::hanging("    aktivitet: ", line);
  }
  return text;
}

/// Who did it: a party by its name alone, others by their role; the unit where it is not the one
/// that coordinates.
std::string who_text(const CaseView& view, const Actor& actor, const Look& look) {
  const std::string unit = actor.unit.empty() ? "" : look.name_of(actor.unit.text);
  if (actor.role == Role::attendee) return unit;
  std::string who{word(actor.role, Language::swedish)};
  if (!unit.empty() && actor.unit != view.coordinator.unit) who += ", " + unit;
  return who;
}

Naming naming_in(const CaseView& view, const Look& look) {
  const auto name = [&](std::string_view kind, std::string_view id) -> std::string {
    if (kind == "party") return party_text(view, PartyId{id}, look);
    const bool known = kind == "unit" || kind == "principal";
    return known ? look.name_of(std::string{id}) : std::string{};
  };
  return {name, [&look](Instant at) { return look.time(at); }};
}

std::string events_text(const CaseView& view, Look& look) {
  const Naming naming = naming_in(view, look);
  words::TextTable table;
  table.head = {"Nr", "Tid", "Vad", "Vem"};
  table.most = {4, 16, 46, 26};
  table.indent = 2;
  look.events(view.id.text, [&](const EventView& event) {
    const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
    const std::string what =
        read ? sentence_of(read.value(), Language::swedish, naming) : std::string{event.type};
    table.rows.push_back({std::to_string(event.sequence), look.time(event.at), what,
                          who_text(view, read_actor(event.actor), look)});
  });
  return "\n  Händelser\n" + words::to_text(table);
}

std::string demands_text(const CaseView& view, const Look& look) {
  const auto demands = demands_of(view, look);
  if (demands.empty()) return "";
  return "\n  Förfaller härnäst\n" + demands_text(demands, look, all_demands);
}

std::string to_do_text(const CaseView& view, const Look& look) {
  std::string text;
  for (const std::string& each : to_do_in(view, look)) text += words::hanging("    – ", each);
  return text.empty() ? "" : "\n  Att göra nu\n" + text;
}

}  // namespace

int run_show(const ShowOptions& options) {
  const Zone zone = stockholm();
  const auto now = moment_said(options.at, zone);
  if (!now) {
    say_bad_moment();
    return wrong_input;
  }
  Look look{options.data, zone, *now};
  const auto view = look.at(options.case_id);
  if (!view) {
    std::cerr << "kallad: ärendet " << options.case_id << " finns inte här\n";
    return answer_is_no;
  }
  if (options.json) {
    std::cout << codec::write_compact(*view) << '\n';
    return good;
  }
  std::cout << heading_text(*view, look) << "  Den enskilde: " << person_text(view->person) << '\n'
            << words::hanging("  Behov: ", view->need) << to_do_text(*view, look)
            << demands_text(*view, look) << meetings_text(*view, look) << plan_text(*view, look)
            << deficiencies_text(*view, look, true) << events_text(*view, look) << '\n'
            << sign_text;
  return good;
}

}  // namespace kallad::program
