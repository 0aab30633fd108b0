// The pages of one case, as a row of links that stands on each of them.
// Not the menu of the house: frame/menu_table.hpp. Rule kept: who sees no more of a case than that
// it goes on is offered no page that would say no.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/web/frame/frame.hpp"
#include "engine/spine/id.hpp"

namespace kallad::web {

/// One page of a case; `here` where one is on it.
struct CasePlace {
  std::string href;
  std::string text;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(CasePlace, (), (href, text, here))

/// The row; a page that has none leaves it out as a whole.
struct CaseNav {
  std::vector<CasePlace> links;
};
BOOST_DESCRIBE_STRUCT(CaseNav, (), (links))

/// "/cases/sip-1", with the id as it may stand in an address.
std::string case_address(const CaseId& id);

/// How a page of that case is shown: below My day and the case itself.
Showing case_showing(const api::Call& call, const CaseId& id, std::string title = {});

/// The links of that case; `here` is the end of the present page's address, "/history" or "" for
/// the case itself.
/// `leads`: the reader coordinates the case, and has the page of its letters too.
CaseNav case_places(const CaseId& id, std::string_view here, Language language, bool leads = false);

}  // namespace kallad::web
