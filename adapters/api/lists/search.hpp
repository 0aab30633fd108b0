// Cases by the person's identity number: only with a stated ground, and each answer in the access
// log with it; and one case by its own number, which tells nothing of the person.
// Not a search for people or for words: a case is found where its reader sees the number anyhow.
// Rules kept (domain 6, PDL 4:3): an identity number stands in no address and no log; who finds
// nothing is logged as well.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

struct SearchForm {
  std::string identity_number;  ///< ten digits or twelve, with or without signs between
  std::string ground;           ///< why, in the reader's words; nothing of the person
};
BOOST_DESCRIBE_STRUCT(SearchForm, (), (identity_number, ground))

/// As the reader sees it.
struct FoundCase {
  CaseId id;
  CaseSight sight = CaseSight::none;
  CaseKind kind = CaseKind::sip;
  Step step = Step::preparation;
  UnitId coordinator;
};
BOOST_DESCRIBE_STRUCT(FoundCase, (), (id, sight, kind, step, coordinator))

/// Cases that go on; a closed one is found by none of this.
struct FoundCases {
  std::vector<FoundCase> cases;
};
BOOST_DESCRIBE_STRUCT(FoundCases, (), (cases))

/// What is wrong with the number or the ground: search_number_incomplete, search_ground_missing,
/// search_ground_has_number. Nothing where both will do.
std::vector<Reason> wrong_in(const SearchForm& form);

/// The ground as it is logged.
std::string stated(const SearchForm& form);

/// Logs what was found, of `kind`, on each of the cases with its ground, or that nothing was, and
/// then answers: 503 where the last could not be logged. Throws StoreError where another could not.
void answer_found(House& house, Call& call, const std::string& kind, std::vector<CaseId> cases,
                  const std::string& ground, Instant now, HttpResponse response);

std::vector<Route> search_routes(House& house);

}  // namespace kallad::api
