// One line for each paper. Not what a paper holds: the functions of documents.hpp. Rule kept: a new
// kind does not compile until it has its lines here.
#include "adapters/paper/fill/catalogue.hpp"

#include <stdexcept>

namespace kallad::paper {

namespace {

std::optional<Document> summons_paper(const Source& from, const Chosen& chosen) {
  const auto in = summons_of(from, chosen.party, chosen.link);
  return in ? std::optional{summons(*in, from.language)} : std::nullopt;
}

std::optional<Document> deficiency_paper(const Source& from, const Chosen& chosen) {
  const auto in = deficiency_of(from, chosen.number);
  return in ? std::optional{deficiency(*in, from.language)} : std::nullopt;
}

Document access_paper(const Source& from, const Chosen& chosen) {
  AccessPaper in;
  in.of = subject_of(from);
  in.rows = chosen.openings;
  in.asked = true;
  return access_extract(in, from.language);
}

}  // namespace

Document empty_paper(PaperKind kind, Language language) {
  switch (kind) {
    case PaperKind::consent:
      return consent_form({}, language);
    case PaperKind::summons:
      return paper::summons({}, language);
    case PaperKind::mapping:
      return paper::mapping({}, language);
    case PaperKind::plan:
      return paper::plan({}, language);
    case PaperKind::checklist:
      return paper::checklist({}, language);
    case PaperKind::questions:
      return paper::questions({}, language);
    case PaperKind::questions_at_follow_up:
      return paper::questions_at_follow_up({}, language);
    case PaperKind::follow_up:
      return paper::follow_up({}, language);
    case PaperKind::evaluation:
      return paper::evaluation({}, language);
    case PaperKind::deficiency:
      return paper::deficiency({}, language);
    case PaperKind::attendance_list:
      return paper::attendance_list({}, language);
    case PaperKind::access_extract:
      return paper::access_extract({}, language);
    case PaperKind::person_sheet:
      return paper::person_sheet({}, language);
  }
  throw std::logic_error("a paper that is not in the catalogue");
}

std::optional<Document> paper_of(PaperKind kind, const Source& from, const Chosen& chosen) {
  const Language language = from.language;
  switch (kind) {
    case PaperKind::consent:
      return consent_form(consent_of(from), language);
    case PaperKind::summons:
      return summons_paper(from, chosen);
    case PaperKind::mapping:
      return paper::mapping(mapping_of(from), language);
    case PaperKind::plan:
      return paper::plan(plan_of(from), language);
    case PaperKind::checklist:
      return paper::checklist({from.file.running.id.text}, language);
    case PaperKind::questions:
      return paper::questions(questions_of(from), language);
    case PaperKind::questions_at_follow_up:
      return paper::questions_at_follow_up(questions_of(from), language);
    case PaperKind::follow_up:
      return paper::follow_up(follow_up_of(from), language);
    case PaperKind::evaluation:
      return paper::evaluation(evaluation_of(from), language);
    case PaperKind::deficiency:
      return deficiency_paper(from, chosen);
    case PaperKind::attendance_list:
      return paper::attendance_list(attendance_of(from), language);
    case PaperKind::access_extract:
      return access_paper(from, chosen);
    case PaperKind::person_sheet:
      return paper::person_sheet(person_of(from), language);
  }
  throw std::logic_error("a paper that is not in the catalogue");
}

}  // namespace kallad::paper
