// What can be said to a plan, and what has happened to it. When each may be said stands in the
// case's table; the plan itself has no machine.
#pragma once

#include <boost/variant2/variant.hpp>
#include <string_view>

#include "engine/plan/plan.hpp"

namespace kallad {

/// Writes a goal, new or changed.
struct RecordGoal {
  static constexpr std::string_view id = "record_goal";
  Goal goal;
};
BOOST_DESCRIBE_STRUCT(RecordGoal, (), (goal))

/// Writes an activity, new or changed.
struct RecordActivity {
  static constexpr std::string_view id = "record_activity";
  Activity activity;
};
BOOST_DESCRIBE_STRUCT(RecordActivity, (), (activity))

/// Answers points of the law; what is left out stands as it was.
struct RecordPlanPoints {
  static constexpr std::string_view id = "record_plan_points";
  PlanPoints points;
};
BOOST_DESCRIBE_STRUCT(RecordPlanPoints, (), (points))

/// A principal (under LPT a unit) agrees to the plan as it is now.
struct AgreePlan {
  static constexpr std::string_view id = "agree_plan";
  PartyId by;
};
BOOST_DESCRIBE_STRUCT(AgreePlan, (), (by))

/// A principal (under LPT a unit) does not agree to the plan as it is now, and says why.
struct DeclinePlan {
  static constexpr std::string_view id = "decline_plan";
  PartyId by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeclinePlan, (), (by, reason))

/// A copy of the plan is handed out; the person is a party like the others.
struct HandOutCopy {
  static constexpr std::string_view id = "hand_out_copy";
  std::vector<PartyId> to;
};
BOOST_DESCRIBE_STRUCT(HandOutCopy, (), (to))

/// Aktivitetsuppföljning: the party that answers for an activity tells how it stands.
struct ReportActivity {
  static constexpr std::string_view id = "report_activity";
  ActivityId activity;
  ActivityStatus status = ActivityStatus::started;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReportActivity, (), (activity, status, note))

/// `content` in the events below is the plan's content version after the event.
struct GoalRecorded {
  static constexpr std::string_view id = "goal_recorded";
  static constexpr int version = 1;
  Goal goal;
  std::uint32_t content = 0;
};
BOOST_DESCRIBE_STRUCT(GoalRecorded, (), (goal, content))

struct ActivityRecorded {
  static constexpr std::string_view id = "activity_recorded";
  static constexpr int version = 1;
  Activity activity;
  std::uint32_t content = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityRecorded, (), (activity, content))

struct PlanPointsRecorded {
  static constexpr std::string_view id = "plan_points_recorded";
  static constexpr int version = 1;
  PlanPoints points;
  std::uint32_t content = 0;
};
BOOST_DESCRIBE_STRUCT(PlanPointsRecorded, (), (points, content))

struct PlanAgreedTo {
  static constexpr std::string_view id = "plan_agreed";
  static constexpr int version = 1;
  PartyId by;
  std::uint32_t content = 0;
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(PlanAgreedTo, (), (by, content, warnings))

struct PlanDeclinedBy {
  static constexpr std::string_view id = "plan_declined";
  static constexpr int version = 1;
  PartyId by;
  std::uint32_t content = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanDeclinedBy, (), (by, content, reason))

struct CopyHandedOutTo {
  static constexpr std::string_view id = "copy_handed_out";
  static constexpr int version = 1;
  std::vector<PartyId> to;
};
BOOST_DESCRIBE_STRUCT(CopyHandedOutTo, (), (to))

struct ActivityReported {
  static constexpr std::string_view id = "activity_reported";
  static constexpr int version = 1;
  ActivityId activity;
  ActivityStatus status = ActivityStatus::started;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ActivityReported, (), (activity, status, note))

using PlanEvent =
    boost::variant2::variant<GoalRecorded, ActivityRecorded, PlanPointsRecorded, PlanAgreedTo,
                             PlanDeclinedBy, CopyHandedOutTo, ActivityReported>;

namespace plan {

/// The points after a command that answers some of them.
PlanPoints merged(PlanPoints standing, const PlanPoints& said);

/// The plan after the event. Never refuses.
Plan evolve(Plan plan, const PlanEvent& event, const Stamp& stamp);

}  // namespace plan
}  // namespace kallad
