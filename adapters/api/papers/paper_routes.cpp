// Looks, redacts, fills the document, prints it, logs, answers.
// Not a store of papers: each is made anew.
#include "adapters/api/papers/paper_routes.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/api/papers/printed.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/paper/fill/catalogue.hpp"

namespace kallad::api {

namespace {

using paper::PaperKind;

std::optional<PaperKind> kind_named(std::string_view name) {
  std::optional<PaperKind> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

/// Which paper is meant, and how it is to be made.
struct Asked {
  PaperKind kind = PaperKind::plan;
  PaperForm form = {};
  PartyId party = {};
  std::uint32_t number = 0;
};

std::optional<Asked> read_asked(const Call& call) {
  const auto kind = kind_named(call.values.at(1));
  if (!kind) return std::nullopt;
  const auto said = [&](std::string_view name) { return query_value(call.request.query, name); };
  Asked asked{.kind = *kind};
  asked.form = paper_form_of(call);
  asked.party = PartyId{said("party")};
  const std::string number = said("number");
  std::from_chars(number.data(), number.data() + number.size(), asked.number);
  return asked;
}

/// Who counts cases, or is offered one, has no papers of it; the council's secretary has those of
/// its deficiencies. Extracts of the access log are for who may read the log.
bool may_have(const Caller& caller, const Sight& sight, PaperKind kind) {
  if (kind == PaperKind::access_extract && !authority::has(caller, Position::auditor)) return false;
  if (sight.of_case >= CaseSight::frozen) return true;
  return sight.of_council && kind == PaperKind::deficiency;
}

void show_paper(House& house, Call call) {
  const auto asked = read_asked(call);
  if (!asked) return call.answer(problem(404, "path_unknown"));
  const auto ledger = house.shelf.ledger();
  const Register& known = ledger->ledger.known;
  const Occasion occasion{known, house.calendar, house.now()};
  const std::string id = call.values.at(0);
  auto seen = look(house, call.caller, id, occasion);
  if (seen && !may_have(call.caller, seen->sight, asked->kind)) seen.reset();
  HttpResponse response;
  if (seen) {
    const CaseFile file = shown_file(*seen);
    paper::Chosen chosen{asked->party, asked->number, {}, {}};
    if (asked->kind == PaperKind::access_extract)
      chosen.openings = openings_of(house, CaseId{id}, known);
    const auto document = paper::paper_of(
        asked->kind, {file, known, house.calendar.zone(), asked->form.language}, chosen);
    if (!document) return call.answer(problem(404, "path_unknown"));
    response = printed(*document, asked->form, id + "-" + call.values.at(1), occasion.at);
  }
  answer_logged(house, std::move(call), "paper", seen, occasion.at, std::move(response));
}

}  // namespace

std::vector<Route> paper_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/cases/{case}/papers/{kind}",
           .id = "show_paper",
           .about = "ett av ärendets dokument, att läsa eller skriva ut",
           .handle = [&house](Call call) { show_paper(house, std::move(call)); },
           .form = {.media = "application/pdf",
                    .other_media = {"text/html"},
                    .query = {"format", "lang", "size", "party", "number"}},
           .slow = true}};
}

}  // namespace kallad::api
