// A document as an answer: in which form it is asked for, and printed so. And the access log's rows
// as such a document has them.
// Not who may have it: the routes decide that first.
#pragma once

#include <string>
#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/paper/documents.hpp"

namespace kallad::api {

/// How a document is to be made.
struct PaperForm {
  Language language = Language::swedish;
  bool as_html = false;
  bool large = false;
};

/// From the query: format=html (else PDF), lang=en (else Swedish), size=large (else normal).
PaperForm paper_form_of(const Call& call);

/// PDF under that file name, or a fragment of HTML. Kept by nobody on the way.
HttpResponse printed(const paper::Document& document, const PaperForm& form,
                     const std::string& name, Instant now);

/// All openings of a case, oldest first, on the wall clock.
std::vector<paper::OpeningLine> openings_of(House& house, const CaseId& subject,
                                            const Register& known);

}  // namespace kallad::api
