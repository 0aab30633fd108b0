// The inputs of documents, taken out of a case file.
// Not a right to see: hand in the file as the reader may see it (engine/authority/redaction.hpp).
// Rule kept (domain 6): with protected identity a summons holds no place.
#pragma once

#include "adapters/paper/inputs.hpp"
#include "adapters/wording/words/language.hpp"
#include "engine/between/case_file.hpp"
#include "engine/register/register.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::paper {

/// Where inputs are taken from. The language is for what persons are called by what they are.
struct Source {
  const CaseFile& file;
  const Register& known;
  const Zone& zone;
  Language language = Language::swedish;
};

ConsentPaper consent_of(const Source& from);
/// The party's summons to the latest meeting; nothing where the party has no seat there.
std::optional<SummonsPaper> summons_of(const Source& from, const PartyId& party,
                                       const std::string& link);
MappingPaper mapping_of(const Source& from);
PlanPaper plan_of(const Source& from);
QuestionsPaper questions_of(const Source& from);
FollowUpPaper follow_up_of(const Source& from);
/// Verdicts on single goals are not in the case's present: they are left to write in.
EvaluationPaper evaluation_of(const Source& from);
/// The deficiency of that number; nothing where there is none.
std::optional<DeficiencyPaper> deficiency_of(const Source& from, std::uint32_t number);
/// The list of the latest meeting; an empty one where there is none.
AttendancePaper attendance_of(const Source& from);
/// Whom and what papers of the case are about.
Subject subject_of(const Source& from);
PersonPaper person_of(const Source& from);

}  // namespace kallad::paper
