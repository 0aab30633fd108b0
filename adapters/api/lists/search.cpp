// The store says where to look; the case as its reader sees it says whether it is one.
// Not telling apart: that there is no such case, and that the reader may not know of it, is the
// same empty answer.
#include "adapters/api/lists/search.hpp"

#include <algorithm>
#include <iterator>

#include "adapters/api/way/problem.hpp"
#include "adapters/brain/case_index.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "engine/authority/redaction.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t number_digits = 10;
constexpr std::size_t shortest_ground = 5;
constexpr std::size_t longest_ground = 200;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < ' '; }

/// A case as the caller sees it: redacted, and where the sight is frozen as it stood then.
struct SeenCase {
  CaseSight sight = CaseSight::none;
  Case running;
};

std::optional<SeenCase> seen_case(House& house, const Caller& caller, const std::string& id,
                                  const Occasion& occasion) {
  auto found = house.shelf.find_case(id);
  if (!found) return std::nullopt;
  const Sight sight = authority::sight(caller, found->file, occasion);
  if (sight.of_case < CaseSight::frozen) return std::nullopt;
  if (sight.of_case == CaseSight::frozen) {
    found = house.shelf.find_reached(id, [&](const EventView& event) {
      return sight.horizon.reaches(static_cast<std::uint32_t>(event.sequence), event.at);
    });
  }
  if (!found) return std::nullopt;
  return SeenCase{sight.of_case, authority::redacted(found->file, sight).running};
}

FoundCase told(const std::string& id, const SeenCase& seen) {
  return {CaseId{id}, seen.sight, seen.running.kind, seen.running.step,
          seen.running.coordinator.unit};
}

/// The case, where what the caller sees of it shows the number.
std::optional<FoundCase> seen_by(House& house, const Caller& caller, const std::string& id,
                                 const std::string& number, const Occasion& occasion) {
  const auto seen = seen_case(house, caller, id, occasion);
  if (!seen || lookup_digits(seen->running.person.identity_number) != number) return std::nullopt;
  return told(id, *seen);
}

/// The one case of that number, open or closed. As it is written, or else in small letters. Not
/// logged: it tells what a line of a list tells, and nothing of the person.
void find(House& house, Call call) {
  if (!authority::is_staff(call.caller)) return call.answer(problem(403, "position_missing"));
  std::string id = trimmed(query_value(call.request.query, "number"));
  if (!house.shelf.find_case(id)) {
    std::ranges::transform(id, id.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  FoundCases all;
  if (const auto seen = seen_case(house, call.caller, id, occasion))
    all.cases.push_back(told(id, *seen));
  call.answer(json(codec::write_compact(all)));
}

void search(House& house, Call call) {
  if (!authority::is_staff(call.caller)) return call.answer(problem(403, "position_missing"));
  const auto form = codec::read_text<SearchForm>(call.request.body);
  if (!form) return call.answer(problem_of(form.errors()));
  if (const auto why = wrong_in(form.value()); !why.empty()) return call.answer(problem(422, why));
  const std::string number = lookup_digits(form.value().identity_number);
  const std::string ground = stated(form.value());
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  FoundCases all;
  for (const std::string& id : house.shelf.find(number)) {
    if (auto one = seen_by(house, call.caller, id, number, occasion))
      all.cases.push_back(*std::move(one));
  }
  std::vector<CaseId> cases;
  for (const FoundCase& one : all.cases) cases.push_back(one.id);
  answer_found(house, call, "search", std::move(cases), ground, occasion.at,
               json(codec::write_compact(all)));
}

}  // namespace

std::vector<Reason> wrong_in(const SearchForm& form) {
  std::vector<Reason> why;
  const std::string number = lookup_digits(form.identity_number);
  if (number.size() < number_digits)
    why.push_back({"search_number_incomplete", "/identity_number", {}});
  const std::string ground = trimmed(form.ground);
  const bool is_stated = ground.size() >= shortest_ground && ground.size() <= longest_ground &&
                         std::ranges::none_of(ground, is_control);
  if (!is_stated) why.push_back({"search_ground_missing", "/ground", {}});
  // The log is kept and handed out: the number itself does not belong there.
  std::string digits;
  std::ranges::copy_if(ground, std::back_inserter(digits), is_digit);
  if (number.size() == number_digits && digits.find(number) != std::string::npos)
    why.push_back({"search_ground_has_number", "/ground", {}});
  return why;
}

std::string stated(const SearchForm& form) { return trimmed(form.ground); }

void answer_found(House& house, Call& call, const std::string& kind, std::vector<CaseId> cases,
                  const std::string& ground, Instant now, HttpResponse response) {
  const auto opening = [&](const CaseId& subject) {
    return Opening{.account = call.caller.account,
                   .name = call.caller.name,
                   .unit = call.caller.unit,
                   .subject = subject,
                   .kind = kind,
                   .ground = ground,
                   .outcome = subject.empty() ? "refused" : "shown"};
  };
  if (cases.empty()) cases.emplace_back();
  const Opening last = opening(cases.back());
  cases.pop_back();
  for (const CaseId& id : cases) house.access.record_and_wait(opening(id), now);
  answer_logged(house, last, now, std::move(call.answer), std::move(response));
}

std::vector<Route> search_routes(House& house) {
  return {
      {.method = "GET",
       .pattern = "/api/v1/case-search",
       .id = "find_case",
       .about = "ärendet med ett visst ärendenummer, om du får se det",
       .handle = [&house](Call call) { find(house, std::move(call)); },
       .form = {.answer = &codec::shape_of<FoundCases>(),
                .query = {{"number", "hela ärendenumret"}}}},
      {.method = "POST",
       .pattern = "/api/v1/case-search",
       .id = "search_cases",
       .about = "pågående ärenden med ett personnummer, bland dem som du får se; skälet loggas",
       .handle = [&house](Call call) { search(house, std::move(call)); },
       .form = {.body = &codec::shape_of<SearchForm>(), .answer = &codec::shape_of<FoundCases>()}}};
}

}  // namespace kallad::api
