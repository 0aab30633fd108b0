// The documents of SIP work, each a function from its input to blocks. With an empty input it is
// the form to print for a day without power. Not printing (print/), not reading cases (fill/), and
// no right to see: who may have a paper is decided before. Rule kept (domain 6, seed 001): no name
// on what goes by post to organisations; of a deficiency the person stands on the cover only.
#pragma once

#include "adapters/paper/inputs.hpp"
#include "adapters/paper/model/document.hpp"

namespace kallad::paper {

/// Samtyckesblankett.
Document consent_form(const ConsentPaper& in, Language language);
/// Kallelse, with the QR code of the answer link and an answer form to cut off.
Document summons(const SummonsPaper& in, Language language);
/// Kartläggning, with the risk assessment.
Document mapping(const MappingPaper& in, Language language);
/// SIP-blankett with the law's four points.
Document plan(const PlanPaper& in, Language language);
/// Checklist before the meeting.
Document checklist(const ChecklistPaper& in, Language language);
/// The person's questions when a plan is drawn up.
Document questions(const QuestionsPaper& in, Language language);
/// The person's questions when the plan is followed up.
Document questions_at_follow_up(const QuestionsPaper& in, Language language);
/// Uppföljning.
Document follow_up(const FollowUpPaper& in, Language language);
/// Utvärdering.
Document evaluation(const EvaluationPaper& in, Language language);
/// Brist i samverkan: cover and form.
Document deficiency(const DeficiencyPaper& in, Language language);
/// Närvarolista.
Document attendance_list(const AttendancePaper& in, Language language);
/// Utdrag ur åtkomstloggen.
Document access_extract(const AccessPaper& in, Language language);
/// The sheet in plain words for the person.
Document person_sheet(const PersonPaper& in, Language language);

}  // namespace kallad::paper
