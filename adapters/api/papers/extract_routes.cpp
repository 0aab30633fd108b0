// Looks through the cases that were ever opened for those of the person, gathers their openings,
// prints, logs, answers.
// Not by an index: closed cases stand in none, and an extract is asked for a few times a year.
#include "adapters/api/papers/extract_routes.hpp"

#include <algorithm>
#include <iterator>

#include "adapters/api/lists/search.hpp"
#include "adapters/api/papers/printed.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/brain/case_index.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

/// The cases somebody has opened that are the person's, in the order of their numbers.
std::vector<CaseId> cases_of(House& house, const std::string& number) {
  std::vector<CaseId> all;
  for (const CaseId& id : house.access_reader.subjects()) {
    const auto found = house.shelf.find_reached(
        id.text, [](const EventView& event) { return event.type == CaseOpened::id; });
    if (found && lookup_digits(found->file.running.person.identity_number) == number)
      all.push_back(id);
  }
  std::ranges::sort(all);
  return all;
}

paper::AccessPaper paper_of(House& house, const SearchForm& form, const std::vector<CaseId>& cases,
                            const Register& known) {
  paper::AccessPaper paper;
  paper.asked = true;
  paper.of.identity_number = form.identity_number;
  for (const CaseId& id : cases) {
    paper.of.case_number += (paper.of.case_number.empty() ? "" : ", ") + id.text;
    std::ranges::move(openings_of(house, id, known), std::back_inserter(paper.rows));
  }
  std::ranges::stable_sort(paper.rows, {}, &paper::OpeningLine::at);
  if (!paper.rows.empty())
    paper.from = Date{std::chrono::floor<std::chrono::days>(paper.rows.front().at)};
  paper.until = house.calendar.zone().day_of(house.now());
  return paper;
}

void hand_out(House& house, Call call) {
  if (!authority::has(call.caller, Position::auditor))
    return call.answer(problem(403, "position_missing"));
  const auto form = codec::read_text<SearchForm>(call.request.body);
  if (!form) return call.answer(problem_of(form.errors()));
  if (const auto why = wrong_in(form.value()); !why.empty()) return call.answer(problem(422, why));
  const auto cases = cases_of(house, lookup_digits(form.value().identity_number));
  const auto ledger = house.shelf.ledger();
  const PaperForm wanted = paper_form_of(call);
  const auto document = paper::access_extract(
      paper_of(house, form.value(), cases, ledger->ledger.known), wanted.language);
  const Instant now = house.now();
  answer_found(house, call, "access_extract", cases, stated(form.value()), now,
               printed(document, wanted, "access-log", now));
}

}  // namespace

std::vector<Route> extract_routes(House& house) {
  return {{.method = "POST",
           .pattern = "/api/v1/access-log/extract",
           .id = "hand_out_access_log",
           .about = "utdrag ur åtkomstloggen för en person, att lämna ut; skälet loggas",
           .handle = [&house](Call call) { hand_out(house, std::move(call)); },
           .form = {.body = &codec::shape_of<SearchForm>(),
                    .media = "application/pdf",
                    .other_media = {"text/html"},
                    .query = {"format", "lang", "size"}},
           .slow = true}};
}

}  // namespace kallad::api
