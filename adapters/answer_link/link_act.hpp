// What can be done with a link: which acts belong to it, as whom, and whether the engine would take
// them now. Not a form (link_command.hpp) and not a page (link_view.hpp).
// Rules kept: rulings "Substitutes" (only the substitute confirms or says no, by the own link; only
// the first representative takes the seat back), and what the engine's own rules say.
#pragma once

#include "adapters/answer_link/link_target.hpp"

namespace kallad {

/// What a page behind a link can send. Answers bear the name of their kind.
enum class LinkAct {
  open_summons,  ///< somebody has the page before them; by a press, never by GET
  acknowledge,
  attends,
  attends_digitally,
  sends_substitute,  ///< one who is named later
  forwarded,
  cannot_come,
  name_substitute,
  confirm_substitute,
  decline_substitution,
  take_back_seat,
  check_in,
  undo_check_in,
  agree_plan,  ///< after the meeting, for the own huvudman
  decline_plan,
};
BOOST_DESCRIBE_ENUM(LinkAct, open_summons, acknowledge, attends, attends_digitally,
                    sends_substitute, forwarded, cannot_come, name_substitute, confirm_substitute,
                    decline_substitution, take_back_seat, check_in, undo_check_in, agree_plan,
                    decline_plan)

namespace answer_link {

/// The acts that belong to the link, in the order in which they are shown. Of a party: what a unit,
/// or a person, can do; of a substitute: to say yes or no while nobody follows in the chain. After
/// the meeting: to agree to the plan or not, of those who answer for a huvudman.
std::vector<LinkAct> acts_of(const LinkTarget& target);

/// Whether its press asks for the name of who says it: then a form must have "your_name". A yes,
/// and that the summons has been seen, are the unit's and take one press; the name may be given.
bool needs_name(const LinkTarget& target, LinkAct act);

/// Who acts. `typed` counts for staff alone: a substitute and a person are known by name.
Actor actor_of(const LinkTarget& target, std::string typed);

/// The seat the command is about, at the version the link is of.
SeatRef seat_of(const LinkTarget& target);

/// The kind of answer that the act is; nothing where it is none.
std::optional<AnswerKind> answer_of(LinkAct act);

/// The mark of one who checks in.
AttendanceMark check_in_mark(const LinkTarget& target);

/// Checking in is for the day of the meeting.
std::optional<Refusal> too_early(const LinkTarget& target, LinkAct act, const Ground& ground,
                                 Instant now);

/// The units of the own huvudman that a summons can be forwarded to, consent not asked: which units
/// it leaves out is the person's own matter, told to nobody before it is needed.
std::vector<UnitId> receivers_of(const LinkTarget& target, const Register& known);

/// Why the act would be refused now, by the engine's own rules, all fields filled in well; empty
/// where it would be taken.
Refusals why_not(const CaseFile& file, const LinkTarget& target, LinkAct act, const Ground& ground,
                 Instant now);

}  // namespace answer_link
}  // namespace kallad
