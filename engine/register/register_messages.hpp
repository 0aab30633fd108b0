// What can be said to the register, and what its log tells. Each recording replaces what was
// registered under the same id; the log keeps what was there before.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <string_view>

#include "engine/register/register.hpp"
#include "engine/spine/stamp.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// Registers a principal, new or changed.
struct RecordPrincipal {
  static constexpr std::string_view id = "record_principal";
  Principal principal;
};
BOOST_DESCRIBE_STRUCT(RecordPrincipal, (), (principal))

/// Registers a unit of a registered principal.
struct RecordUnit {
  static constexpr std::string_view id = "record_unit";
  Unit unit;
};
BOOST_DESCRIBE_STRUCT(RecordUnit, (), (unit))

/// Registers an agreement of a registered council, with registered members.
struct RecordAgreement {
  static constexpr std::string_view id = "record_agreement";
  Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(RecordAgreement, (), (agreement))

/// Registers a council.
struct RecordCouncil {
  static constexpr std::string_view id = "record_council";
  Council council;
};
BOOST_DESCRIBE_STRUCT(RecordCouncil, (), (council))

/// Records that a unit's mailbox was looked at on that local day, and whether letters come back
/// from it.
struct RecordMailboxCheck {
  static constexpr std::string_view id = "record_mailbox_check";
  UnitId unit;
  Date on;
  bool bounced = false;
};
BOOST_DESCRIBE_STRUCT(RecordMailboxCheck, (), (unit, on, bounced))

/// Records when a unit's head is away, instead of what was recorded before; nothing: not away.
struct RecordHeadAbsence {
  static constexpr std::string_view id = "record_head_absence";
  UnitId unit;
  std::optional<Absence> away;
};
BOOST_DESCRIBE_STRUCT(RecordHeadAbsence, (), (unit, away))

/// Records how long a principal keeps its copy of a case.
struct RecordRetention {
  static constexpr std::string_view id = "record_retention";
  PrincipalId principal;
  Retention retention;
};
BOOST_DESCRIBE_STRUCT(RecordRetention, (), (principal, retention))

/// Marks entries as examples: invented ones, to learn by. Only who tells stories says it, of what
/// the story has just registered.
struct MarkExampleEntries {
  static constexpr std::string_view id = "mark_example_entries";
  Entries entries;
};
BOOST_DESCRIBE_STRUCT(MarkExampleEntries, (), (entries))

/// Takes all examples out but those named, which are in use and are the installation's own from
/// now on.
struct RemoveExampleEntries {
  static constexpr std::string_view id = "remove_example_entries";
  Entries kept;
};
BOOST_DESCRIBE_STRUCT(RemoveExampleEntries, (), (kept))

using RegisterCommand =
    boost::variant2::variant<RecordPrincipal, RecordUnit, RecordAgreement, RecordCouncil,
                             RecordMailboxCheck, RecordHeadAbsence, RecordRetention,
                             MarkExampleEntries, RemoveExampleEntries>;

struct PrincipalRecorded {
  static constexpr std::string_view id = "principal_recorded";
  static constexpr int version = 1;
  Principal principal;
};
BOOST_DESCRIBE_STRUCT(PrincipalRecorded, (), (principal))

struct UnitRecorded {
  static constexpr std::string_view id = "unit_recorded";
  static constexpr int version = 2;
  Unit unit;
};
BOOST_DESCRIBE_STRUCT(UnitRecorded, (), (unit))

struct AgreementRecorded {
  static constexpr std::string_view id = "agreement_recorded";
  static constexpr int version = 1;
  Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(AgreementRecorded, (), (agreement))

struct CouncilRecorded {
  static constexpr std::string_view id = "council_recorded";
  static constexpr int version = 1;
  Council council;
};
BOOST_DESCRIBE_STRUCT(CouncilRecorded, (), (council))

struct MailboxChecked {
  static constexpr std::string_view id = "mailbox_checked";
  static constexpr int version = 1;
  UnitId unit;
  Date on;
  bool bounced = false;
};
BOOST_DESCRIBE_STRUCT(MailboxChecked, (), (unit, on, bounced))

struct HeadAbsenceRecorded {
  static constexpr std::string_view id = "head_absence_recorded";
  static constexpr int version = 1;
  UnitId unit;
  std::optional<Absence> away;
};
BOOST_DESCRIBE_STRUCT(HeadAbsenceRecorded, (), (unit, away))

struct RetentionRecorded {
  static constexpr std::string_view id = "retention_recorded";
  static constexpr int version = 1;
  PrincipalId principal;
  Retention retention;
};
BOOST_DESCRIBE_STRUCT(RetentionRecorded, (), (principal, retention))

struct ExampleEntriesMarked {
  static constexpr std::string_view id = "example_entries_marked";
  static constexpr int version = 1;
  Entries entries;
};
BOOST_DESCRIBE_STRUCT(ExampleEntriesMarked, (), (entries))

struct ExampleEntriesRemoved {
  static constexpr std::string_view id = "example_entries_removed";
  static constexpr int version = 1;
  Entries removed;
  Entries kept;
};
BOOST_DESCRIBE_STRUCT(ExampleEntriesRemoved, (), (removed, kept))

using RegisterEvent =
    boost::variant2::variant<PrincipalRecorded, UnitRecorded, AgreementRecorded, CouncilRecorded,
                             MailboxChecked, HeadAbsenceRecorded, RetentionRecorded,
                             ExampleEntriesMarked, ExampleEntriesRemoved>;

namespace registry {

/// Says yes with the event that records the wish, or no with every rule it breaks.
/// Recording what stands already is accepted without an event, and so is a mailbox check older than
/// the last one.
Verdict<RegisterEvent> decide(const Register& known, const RegisterCommand& command);

/// The register after the event. Never refuses.
Register evolve(Register known, const RegisterEvent& event);

}  // namespace registry
}  // namespace kallad
