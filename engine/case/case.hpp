// A case: one person's SIP from need to closing, with its parties, meetings and plan.
// Not its deficiencies: those stand beside it (deficiency/), and between/ joins the two into a case
// file. Rules kept: domain 2 ("The process") and rulings "Process", "Consent", "Meetings".
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/consent/consent.hpp"
#include "engine/consent/person.hpp"
#include "engine/deadline/discharge.hpp"
#include "engine/deadline/due.hpp"
#include "engine/meeting/meeting.hpp"
#include "engine/meeting/party.hpp"
#include "engine/plan/plan.hpp"

namespace kallad {

/// An ordinary SIP, a SIP at discharge from hospital (SVU), or a standing coordination meeting.
enum class CaseKind { sip, discharge, coordination };
BOOST_DESCRIBE_ENUM(CaseKind, sip, discharge, coordination)

/// Preparation, then the seven steps of the routine (seed 002, figure 1).
enum class Step {
  preparation,
  summons,             ///< kallelse
  mapping,             ///< kartläggning
  meeting,             ///< möte
  activity_follow_up,  ///< aktivitetsuppföljning
  follow_up,           ///< uppföljning
  evaluation,          ///< utvärdering
  closed,              ///< avslut
};
BOOST_DESCRIBE_ENUM(Step, preparation, summons, mapping, meeting, activity_follow_up, follow_up,
                    evaluation, closed)

/// Why a case ends. Only `evaluated` asks for an evaluation first.
enum class ClosingReason {
  evaluated,
  persons_wish,
  consent_withdrawn,
  moved,
  dead,
  opened_by_mistake,
  replaced_by_another_plan,
};
BOOST_DESCRIBE_ENUM(ClosingReason, evaluated, persons_wish, consent_withdrawn, moved, dead,
                    opened_by_mistake, replaced_by_another_plan)

/// Samordningsansvarig: answers for follow-up, new summons and closing.
struct Coordinator {
  UnitId unit;
  std::string name;
  bool operator==(const Coordinator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Coordinator, (), (unit, name))

/// What one party, or the person, tells of needs, efforts and network before the meeting.
struct Mapping {
  std::optional<PartyId> by;
  std::string needs;
  std::string efforts;
  std::string network;
  bool operator==(const Mapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (by, needs, efforts, network))

enum class GoalVerdict { reached, partly_reached, not_reached };
BOOST_DESCRIBE_ENUM(GoalVerdict, reached, partly_reached, not_reached)

/// Evaluation of one goal.
struct GoalEvaluation {
  GoalId goal;
  GoalVerdict verdict = GoalVerdict::reached;
  std::optional<std::string> words;
  bool operator==(const GoalEvaluation&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoalEvaluation, (), (goal, verdict, words))

/// A follow-up held.
struct FollowUp {
  Date held_on;
  Cited fact;
};

struct Case {
  CaseId id;
  CaseKind kind = CaseKind::sip;
  Step step = Step::preparation;
  std::uint32_t round = 1;
  std::uint32_t events = 0;  ///< how many events have been folded
  Instant last_at;           ///< time never runs backwards in a log

  Person person;
  std::vector<std::string> names_before;  ///< the person's, as they stood before a correction
  std::string need;
  CouncilId council;
  AgreementId agreement;
  Coordinator coordinator;
  std::optional<Coordinator> coordination_offered;
  std::optional<Cited> opened;
  std::vector<std::string> origins;      ///< where it was led before, as it was told
  std::optional<Cited> plan_taken_over;  ///< its plan was made before it stood here

  ConsentState consent;
  std::vector<Party> parties;
  std::vector<Meeting> meetings;
  std::vector<Mapping> mappings;
  Plan plan;
  std::vector<FollowUp> follow_ups;
  std::optional<Date> next_follow_up;
  std::optional<Cited> evaluated;
  std::string persons_verdict;
  DischargeFacts discharge;
  std::vector<Due> passed;  ///< demands whose time has come and been noted
  std::optional<ClosingReason> closing_reason;
  std::optional<Cited> closed;

  bool is_opened() const { return opened.has_value(); }
};

namespace casework {

/// The party, or null. Parties that have left are found too.
const Party* find_party(const Case& running, const PartyId& party);

/// The meeting of that number, the latest where none is given; null where there is none.
const Meeting* find_meeting(const Case& running, std::optional<std::uint32_t> number);

/// Whether every principal (under LPT every unit) that has the duty has agreed to the plan as it
/// is.
bool is_plan_agreed(const Case& running);

/// Those whose agreement the plan needs: principals of the units with duty; under LPT the units.
std::vector<PartyId> must_agree(const Case& running);

/// Names besides the person's that running text must not have, as staff wrote them: guardians,
/// relatives and representatives that are or were parties, all who ever consented for the person,
/// and what the person was called before a correction. Views into the case.
std::vector<std::string_view> people_beside(const Case& running);

}  // namespace casework
}  // namespace kallad
