// The plan: goals, activities, the four points the law asks for, and who has agreed to it.
// Not the meeting that made it, and not the paper: those are in case/ and in the adapters.
// Rules kept (2009:981 and today's act, domain 2 "The plan"): a plan lacking one of four points
// cannot be agreed; a material change after the parties agreed needs their agreement again.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/deadline/legal_reference.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/stamp.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

enum class GoalKind { long_term, part };
BOOST_DESCRIBE_ENUM(GoalKind, long_term, part)

/// A goal; the long-term one should be in the person's own words.
struct Goal {
  GoalId id;
  std::string text;
  GoalKind kind = GoalKind::part;
  bool own_words = false;
  bool operator==(const Goal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Goal, (), (id, text, kind, own_words))

/// Insats, aktivitet: what is done, which party answers for it, by when.
struct Activity {
  ActivityId id;
  std::string what;
  PartyId owner;
  std::optional<std::string> named_person;
  std::optional<Date> due;
  std::optional<GoalId> goal;
  bool operator==(const Activity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Activity, (), (id, what, owner, named_person, due, goal))

enum class ActivityStatus { planned, started, done, blocked };
BOOST_DESCRIBE_ENUM(ActivityStatus, planned, started, done, blocked)

/// An activity with what has been told of it.
struct ActivityInPlan {
  Activity activity;
  ActivityStatus status = ActivityStatus::planned;
  std::string note;
  std::optional<Cited> reported;
};

/// Point 2: which efforts one principal answers for.
struct Responsibility {
  PrincipalId principal;
  std::string efforts;
  bool operator==(const Responsibility&) const = default;
};
BOOST_DESCRIBE_STRUCT(Responsibility, (), (principal, efforts))

/// The law's four points, as far as they are answered. Point 3 is answered by a text or by an
/// explicit "none" (rulings, "Process").
struct PlanPoints {
  std::optional<std::string> efforts_needed;       ///< 1
  std::vector<Responsibility> responsibilities;    ///< 2
  std::optional<std::string> others_measures;      ///< 3
  std::optional<bool> no_others_measures;          ///< 3
  std::optional<PrincipalId> overall_responsible;  ///< 4
  bool operator==(const PlanPoints&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanPoints, (),
                      (efforts_needed, responsibilities, others_measures, no_others_measures,
                       overall_responsible))

/// One agreement: by a principal, or under LPT by a unit; `content` is the content version agreed
/// to.
struct PlanAgreed {
  PartyId by;
  std::uint32_t content = 0;
  Cited fact;
};

/// One no: what stands in the way for a principal, or under LPT a unit, of the plan as it was at
/// `content`.
struct PlanDeclined {
  PartyId by;
  std::uint32_t content = 0;
  std::string reason;
  Cited fact;
};

/// A copy handed out.
struct CopyHandedOut {
  PartyId to;
  Cited fact;
};

struct Plan {
  PlanLaw law = PlanLaw::sol_hsl;
  PlanPoints points;
  std::vector<Goal> goals;
  std::vector<ActivityInPlan> activities;
  std::uint32_t content = 0;  ///< grows with every material change
  std::vector<PlanAgreed> agreements;
  std::vector<PlanDeclined> declined;  ///< of each the last no; gone when it agrees
  std::vector<CopyHandedOut> copies;
  std::optional<Cited> first_agreed;
};

namespace plan {

/// Which of the law's four points lack an answer, in their order (1-4).
std::vector<int> missing_points(const Plan& plan);

/// What good practice misses; warned about, never refused: "long_term_goal_missing",
/// "part_goal_missing", "activity_without_person", "activity_without_date".
std::vector<std::string> missing_practice(const Plan& plan);

/// Whether `who` has agreed to the plan as it is now.
bool has_agreed(const Plan& plan, const PartyId& who);

/// The no of `who` to the plan as it is now, or null: of yes and no the last word stands.
const PlanDeclined* standing_no(const Plan& plan, const PartyId& who);

/// The activity, or null.
const ActivityInPlan* find_activity(const Plan& plan, const ActivityId& id);

/// Whether recording this changes the plan materially: a goal's text, an activity's content, owner
/// or dates, the responsible principal (rulings, "Process").
bool is_material(const Plan& plan, const Goal& goal);
bool is_material(const Plan& plan, const Activity& activity);
bool is_material(const Plan& plan, const PlanPoints& points);

}  // namespace plan
}  // namespace kallad
