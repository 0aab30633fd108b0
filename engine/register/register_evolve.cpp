// How a fact changes the register. Never refuses: what is in the log has happened.
// Not a history: what was registered before stays in the log alone.
#include <algorithm>

#include "engine/register/register_messages.hpp"

namespace kallad::registry {

namespace {
void apply(Register& known, const PrincipalRecorded& event) {
  known.principals[event.principal.id] = event.principal;
}
/// What was seen of an address says nothing of another one.
void apply(Register& known, const UnitRecorded& event) {
  Unit& unit = known.units[event.unit.id];
  if (unit.mailbox != event.unit.mailbox) known.mailbox_checks.erase(event.unit.id);
  unit = event.unit;
}
void apply(Register& known, const AgreementRecorded& event) {
  known.agreements[event.agreement.id] = event.agreement;
}
void apply(Register& known, const CouncilRecorded& event) {
  known.councils[event.council.id] = event.council;
}
void apply(Register& known, const MailboxChecked& event) {
  known.mailbox_checks[event.unit] = {event.on, event.bounced};
}
void apply(Register& known, const HeadAbsenceRecorded& event) {
  if (event.away) {
    known.head_absences.insert_or_assign(event.unit, *event.away);
  } else {
    known.head_absences.erase(event.unit);
  }
}
void apply(Register& known, const RetentionRecorded& event) {
  known.retentions.insert_or_assign(event.principal, event.retention);
}
void apply(Register& known, const ExampleEntriesMarked& event) {
  const auto take = [](auto& marked, const auto& more) {
    for (const auto& one : more) {
      if (std::ranges::count(marked, one) == 0) marked.push_back(one);
    }
  };
  take(known.examples.principals, event.entries.principals);
  take(known.examples.units, event.entries.units);
  take(known.examples.agreements, event.entries.agreements);
  take(known.examples.councils, event.entries.councils);
}
void apply(Register& known, const ExampleEntriesRemoved& event) {
  for (const AgreementId& id : event.removed.agreements) known.agreements.erase(id);
  for (const CouncilId& id : event.removed.councils) known.councils.erase(id);
  for (const UnitId& id : event.removed.units) {
    known.units.erase(id);
    known.mailbox_checks.erase(id);
    known.head_absences.erase(id);
  }
  for (const PrincipalId& id : event.removed.principals) {
    known.principals.erase(id);
    known.retentions.erase(id);
  }
  known.examples = {};
}
}  // namespace

Register evolve(Register known, const RegisterEvent& event) {
  boost::variant2::visit([&](const auto& fact) { apply(known, fact); }, event);
  return known;
}

}  // namespace kallad::registry
