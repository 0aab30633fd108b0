// How a fact changes a case file: it goes to the case or to the deficiency it is about. A
// deficiency's first fact makes it. Not a place for meaning: the rooms fold their own.
#include "engine/between/case_file.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/deficiency/deficiency_decide.hpp"

namespace kallad::between {

namespace {

namespace mp = boost::mp11;

/// The event that brings it before the council says nothing of identity, and the deficiency's room
/// knows nothing of consent; who has withdrawn it by then is not named to anybody further on.
void withhold_after_withdrawal(Deficiency& about, const Case& running, std::string_view event) {
  const bool is_further = event == DeficiencyPutBeforeCouncil::id;
  if (is_further && running.consent.withdrawn) about.identity_withheld = true;
}

template <class Event>
requires mp::mp_contains<DeficiencyEvent, Event>::value void apply(CaseFile& file,
                                                                   const Event& event,
                                                                   const Stamp& stamp) {
  auto& all = file.deficiencies;
  promise(event.number >= 1 && event.number <= all.size() + 1,
          "deficiencies are numbered without gaps");
  if (event.number > all.size()) all.emplace_back();
  Deficiency& about = all[event.number - 1];
  about = deficiency::evolve(std::move(about), event, stamp);
  withhold_after_withdrawal(about, file.running, Event::id);
  file.running.events = stamp.event;
  file.running.last_at = stamp.at;
  file.disposal.last_entry = stamp.at;
}

template <class Event>
requires mp::mp_contains<CaseEvent, Event>::value void apply(CaseFile& file, const Event& event,
                                                             const Stamp& stamp) {
  file.running = casework::evolve(std::move(file.running), event, stamp);
  file.disposal.last_entry = stamp.at;
}

void decided(Disposal& disposal, const CopyDisposed& event) {
  disposal.disposed.push_back(event.copy);
}

void decided(Disposal& disposal, const CopyKept& event) {
  std::erase_if(disposal.kept,
                [&](const KeptCopy& one) { return one.principal == event.copy.principal; });
  disposal.kept.push_back(event.copy);
}

template <class Event>
requires mp::mp_contains<DisposalEvent, Event>::value void apply(CaseFile& file, const Event& event,
                                                                 const Stamp& stamp) {
  decided(file.disposal, event);
  file.running.events = stamp.event;
  file.running.last_at = stamp.at;
}

void apply(CaseFile& file, const ExampleMarked&, const Stamp& stamp) {
  file.disposal.is_example = true;
  file.running.events = stamp.event;
  file.running.last_at = stamp.at;
}

/// What is left whatever was folded before: in the log it cannot be read any more.
CaseFile emptied(const CaseFile& file, const Stamp& stamp) {
  CaseFile left;
  left.running.id = file.running.id;
  left.running.events = stamp.event;
  left.running.last_at = stamp.at;
  left.disposal.fact = cite(stamp);
  return left;
}

void apply(CaseFile& file, const CaseDisposed& event, const Stamp& stamp) {
  file = emptied(file, stamp);
  file.disposal.disposed = event.copies;
  file.disposal.counted = event.counted;
}

void apply(CaseFile& file, const ExampleRemoved&, const Stamp& stamp) {
  file = emptied(file, stamp);
  file.disposal.is_example = true;
}

}  // namespace

CaseFile evolve(CaseFile file, const FileEvent& event, const Stamp& stamp) {
  boost::variant2::visit([&](const auto& fact) { apply(file, fact, stamp); }, event);
  return file;
}

}  // namespace kallad::between
