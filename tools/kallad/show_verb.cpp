// `kallad show`: one case whole, the person included, as text or JSON.
// Not for lists: an operator has asked for this very case.
#include <iostream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/view/view_codec.hpp"
#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/word.hpp"
#include "tools/kallad/layout.hpp"
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
  std::string text = "\n  Planen: ";
  text += plan.agreed ? "alla som ska har godkänt den\n" : "inte godkänd av alla som ska\n";
  for (const Goal& goal : plan.goals) {
    text +=
        words::hanging("    " + std::string{word(goal.kind, Language::swedish)} + ": ", goal.text);
  }
  for (const ActivityView& each : plan.activities) {
    std::string line = each.what + " · " + party_text(view, each.owner, look) + " · ";
    line += word(each.status, Language::swedish);
    if (each.due) line += " · klar senast " + iso(*each.due);
    text += words::hanging("    aktivitet: ", line);
  }
  return text;
}

std::string who_text(const Actor& actor, const Look& look) {
  std::string who{word(actor.role, Language::swedish)};
  if (!actor.unit.empty()) who += " (" + look.name_of(actor.unit.text) + ")";
  return who;
}

void print_events(Look& look, const std::string& case_id) {
  words::TextTable table;
  table.head = {"Nr", "Tid", "Vad", "Vem"};
  table.most = {4, 16, 42, 30};
  table.indent = 2;
  look.events(case_id, [&](const EventView& event) {
    table.rows.push_back({std::to_string(event.sequence), look.time(event.at),
                          std::string{word_of("event", event.type, Language::swedish)},
                          who_text(read_actor(event.actor), look)});
  });
  std::cout << "\n  Händelser\n" << words::to_text(table);
}

}  // namespace

int run_show(const ShowOptions& options) {
  SystemClock clock;
  Look look{options.data, stockholm(), clock.now()};
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
            << words::hanging("  Behov: ", view->need) << meetings_text(*view, look)
            << plan_text(*view, look) << deficiencies_text(*view, look, true);
  if (const auto demands = demands_of(*view, look); !demands.empty()) {
    std::cout << "\n  Förfaller härnäst\n" << demands_text(demands, look, all_demands);
  }
  print_events(look, options.case_id);
  return good;
}

}  // namespace kallad::program
