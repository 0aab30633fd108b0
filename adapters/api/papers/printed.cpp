// Prints through adapters/paper, and reads the access log through its reader.
// Not a store: each answer is made anew.
#include "adapters/api/papers/printed.hpp"

#include "adapters/api/way/router.hpp"
#include "adapters/paper/model/html.hpp"
#include "adapters/paper/print/print.hpp"

namespace kallad::api {

PaperForm paper_form_of(const Call& call) {
  const auto said = [&](std::string_view name) { return query_value(call.request.query, name); };
  return {said("lang") == "en" ? Language::english : Language::swedish, said("format") == "html",
          said("size") == "large"};
}

HttpResponse printed(const paper::Document& document, const PaperForm& form,
                     const std::string& name, Instant now) {
  HttpResponse response{.status = 200, .headers = {{"cache-control", "no-store"}}};
  if (form.as_html) {
    response.headers.emplace_back("content-type", "text/html; charset=utf-8");
    response.body = paper::html_of(document);
    return response;
  }
  response.headers.emplace_back("content-type", "application/pdf");
  response.headers.emplace_back("content-disposition", "inline; filename=\"" + name + ".pdf\"");
  response.body = paper::pdf_of(document, {form.large, now});
  return response;
}

std::vector<paper::OpeningLine> openings_of(House& house, const CaseId& subject,
                                            const Register& known) {
  std::vector<paper::OpeningLine> rows;
  house.access_reader.each_of_case(subject, [&](const AccessRow& row) {
    const Opening& opening = row.opening;
    const Unit* unit = find_unit(known, opening.unit);
    rows.push_back({house.calendar.zone().to_local(row.at), opening.name,
                    unit == nullptr ? opening.unit.text : unit->name, opening.kind, opening.ground,
                    opening.outcome});
  });
  return rows;
}

}  // namespace kallad::api
