// Listens for evaluations, and keeps who spoke last.
// Not the events' other content: that is in the folded case.
#include "adapters/fhir/told.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::fhir {

namespace {

void note(std::vector<GoalEvaluation>& evaluated, const GoalEvaluation& verdict) {
  const auto known = std::ranges::find(evaluated, verdict.goal, &GoalEvaluation::goal);
  GoalEvaluation wordless{verdict.goal, verdict.verdict, std::nullopt};
  if (known == evaluated.end()) {
    evaluated.push_back(std::move(wordless));
  } else {
    *known = std::move(wordless);
  }
}

}  // namespace

void hear(Told& told, const EventView& event, const Named& named) {
  const Actor by = read_actor(event.actor);
  told.last = LastRecorded{std::string{event.type}, event.at, by.role, {}, {}};
  if (named.everybody || by.unit == named.unit) {
    told.last->unit = by.unit;
    told.last->name = by.name;
  }
  if (event.type != EvaluationRecorded::id) return;
  const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
  if (!read.ok()) return;  // the fold of the same case has stopped the process by then
  if (const auto* said = boost::variant2::get_if<EvaluationRecorded>(&read.value())) {
    for (const GoalEvaluation& each : said->goals) note(told.evaluated, each);
  }
}

}  // namespace kallad::fhir
