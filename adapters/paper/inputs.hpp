// What each document is filled from: plain values, ready to print. Empty values leave room to write
// by hand, so that the empty form is the same document with nothing in it.
// Not the case: fill/ makes these of one. Rule kept: each struct holds what its paper may show and
// no more; `SummonsPaper` has no place for the person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/case/case.hpp"
#include "engine/deficiency/deficiency.hpp"

namespace kallad::paper {

/// Whom and what the paper is about. Names are those of the person and of staff.
struct Subject {
  std::string case_number;
  std::string name;
  std::string identity_number;
  std::string unit;         ///< the coordinating one
  std::string coordinator;  ///< name of staff
  std::string contact;
};

struct ConsentPaper {
  Subject of;
  std::vector<Giver> given_by;
  std::optional<ConsentForm> form;
  std::optional<Date> from;
  std::optional<Date> until;
  std::vector<std::string> covers;  ///< names of units and principals; empty: all, where one stands
  std::vector<std::string> except;
  std::string not_shared;
  std::string one_guardian_motive;
  std::string cannot_consent_motive;
  bool withdrawn = false;
};

/// A summons by post: no name of the person, no purpose and no question of a case, for these are
/// free text. Times are those of the wall clock.
struct SummonsPaper {
  std::string case_number;
  std::string to;
  std::string from_unit;
  std::string from_contact;
  std::optional<LocalTime> starts;
  std::string place;  ///< left out where the person's identity is protected
  std::optional<Calling> calling;
  std::optional<LocalTime> acknowledge_by;
  std::optional<LocalTime> answer_by;
  std::uint32_t version = 0;
  std::string link;  ///< the answer link; empty: the form alone
};

struct MappingTold {
  std::string by;
  std::string needs;
  std::string efforts;
  std::string network;
};

struct MappingPaper {
  Subject of;
  std::vector<MappingTold> told;
};

/// Who was at a meeting, or is to come.
struct Attending {
  std::string party;
  std::string who;
  std::optional<Calling> calling;
  std::optional<Attendance> mark;
  std::optional<LocalTime> arrived;
  std::optional<Mandate> mandate;
  std::optional<AnswerKind> answer;
};

struct ActivityLine {
  std::string what;
  std::string owner;
  std::string named_person;
  std::optional<Date> due;
  std::optional<ActivityStatus> status;
  std::string note;
};

struct AgreedBy {
  std::string who;
  std::optional<Date> on;
  bool as_it_is = true;  ///< false: to an earlier wording
};

struct EffortsOf {
  std::string principal;
  std::string efforts;
};

struct PlanPaper {
  Subject of;
  std::vector<std::string> law;  ///< as cited
  std::optional<LocalTime> met;
  std::vector<Attending> present;
  std::string need;
  std::vector<Goal> goals;
  std::string efforts_needed;
  std::vector<EffortsOf> responsibilities;
  std::string others_measures;
  bool no_others_measures = false;
  std::string overall_responsible;
  std::vector<ActivityLine> activities;
  std::optional<Date> follow_up_on;
  std::string no_follow_up_motive;
  std::vector<AgreedBy> agreed;
  std::vector<std::string> copies;
  std::string chair;
  std::string secretary;
};

struct ChecklistPaper {
  std::string case_number;
};

/// The person's own questions; `goals` at follow-up.
struct QuestionsPaper {
  std::string case_number;
  std::vector<std::string> goals;
};

struct FollowUpPaper {
  Subject of;
  std::optional<Date> held_on;
  std::vector<ActivityLine> activities;
  std::vector<std::string> goals;
  std::optional<Date> next;
};

struct EvaluatedGoal {
  std::string text;
  std::optional<GoalVerdict> verdict;
  std::string words;
};

struct EvaluationPaper {
  Subject of;
  std::vector<EvaluatedGoal> goals;
  std::string persons_verdict;
  std::optional<ClosingReason> reason;
};

/// `cover` is all there is of the person; the rest is read without it.
struct DeficiencyPaper {
  std::string case_number;
  std::uint32_t number = 0;
  DeficiencyCover cover;
  std::optional<Date> registered;
  DeficiencyForm form;
  std::vector<DeficiencyKind> kinds;
  std::vector<std::string> facts;  ///< as sentences, with their times
  std::optional<LocalTime> answer_by;
  std::vector<std::string> answers;
  std::string measure;
  std::string result;
};

struct AttendancePaper {
  std::string case_number;
  std::optional<LocalTime> starts;
  std::string place;
  std::string chair;
  std::string secretary;
  std::vector<Attending> seats;
};

struct OpeningLine {
  LocalTime at;
  std::string name;  ///< of staff
  std::string unit;
  std::string kind;
  std::string ground;
  std::string outcome;
};

struct AccessPaper {
  Subject of;
  std::optional<Date> from;
  std::optional<Date> until;
  std::vector<OpeningLine> rows;
  bool asked = false;  ///< the log was asked: no rows means that there are none
};

struct PersonPaper {
  Subject of;
  std::optional<LocalTime> meets;
  std::string place;
  std::vector<Attending> comes;
  std::vector<std::string> goals;
  std::vector<ActivityLine> activities;
  std::optional<Date> follow_up_on;
};

}  // namespace kallad::paper
