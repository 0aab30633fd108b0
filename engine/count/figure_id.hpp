// What key figures there are, by name. Not how they are published (engine/report/figures) and not
// what people read (adapters/report). Rules kept: domain 3 "Reports" (seed 004, 4.2.2; seed 002,
// 4.4); figures are stored and published by name, and a name never changes its meaning.
#pragma once

#include <boost/describe.hpp>

namespace kallad::count {

/// The figures.
enum class FigureId {
  new_sips,                 ///< cases opened
  carried_out_sips,         ///< SIP meetings held
  people_with_sip,          ///< people with at least one SIP meeting held
  need_to_summons,          ///< days from the case's opening to its first summons
  summons_to_meeting,       ///< days from a meeting's first summons to the meeting
  meeting_to_copy,          ///< days from a meeting to the person's copy of the plan
  meeting_to_follow_up,     ///< days from a meeting to the first follow-up held
  answered_in_time,         ///< summons answered by the last day
  attended,                 ///< summoned parties that came themselves
  substituted,              ///< summoned parties for which a substitute came
  absent,                   ///< summoned parties for which nobody came
  all_summoned_present,     ///< meetings to which all summoned parties came
  called_off_at_table,      ///< meetings called off at the table
  followed_up_as_promised,  ///< meetings followed up by the promised day
  closed_with_evaluation,   ///< cases closed after an evaluation
  person_took_part,         ///< meetings at which the person was there
};
BOOST_DESCRIBE_ENUM(FigureId, new_sips, carried_out_sips, people_with_sip, need_to_summons,
                    summons_to_meeting, meeting_to_copy, meeting_to_follow_up, answered_in_time,
                    attended, substituted, absent, all_summoned_present, called_off_at_table,
                    followed_up_as_promised, closed_with_evaluation, person_took_part)

}  // namespace kallad::count
