// All papers by their ids: what `kallad paper list` shows, and what a page would offer.
// Not the documents themselves: documents.hpp.
#pragma once

#include <boost/describe.hpp>

#include "adapters/paper/documents.hpp"
#include "adapters/paper/fill/fill.hpp"

namespace kallad::paper {

enum class PaperKind {
  consent,
  summons,
  mapping,
  plan,
  checklist,
  questions,
  questions_at_follow_up,
  follow_up,
  evaluation,
  deficiency,
  attendance_list,
  access_extract,
  person_sheet,
};
BOOST_DESCRIBE_ENUM(PaperKind, consent, summons, mapping, plan, checklist, questions,
                    questions_at_follow_up, follow_up, evaluation, deficiency, attendance_list,
                    access_extract, person_sheet)

/// What of a case is meant, where a case has several: `party` of a summons, `number` of a
/// deficiency; the answer link of a summons; the rows of the access log, already read.
struct Chosen {
  PartyId party;
  std::uint32_t number = 0;
  std::string link;
  std::vector<OpeningLine> openings;
};

/// The form to fill in by hand.
Document empty_paper(PaperKind kind, Language language);

/// The paper of a case, in the source's language; nothing where the case has no such seat or
/// deficiency.
std::optional<Document> paper_of(PaperKind kind, const Source& from, const Chosen& chosen);

}  // namespace kallad::paper
