// What all pages of administration share: whose they are, the row of links on each of them, and the
// register as it is. Not what a page shows. Rules kept (engine/authority): register, routines and
// accounts are the administrator's alone; nobody else is told that such a page exists.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "adapters/web/frame/conflict_view.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/frame/within.hpp"
#include "adapters/web/template/words_in.hpp"

namespace kallad::web {

/// One page of administration; `here` where one is on it or below it.
struct AdminPlace {
  std::string href;
  std::string text;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(AdminPlace, (), (href, text, here))

struct AdminNav {
  std::vector<AdminPlace> links;
};
BOOST_DESCRIBE_STRUCT(AdminNav, (), (links))

/// The row of links of a page at or below `here`, "/admin/units". Webhooks only where the server
/// has them.
AdminNav admin_places(const api::House& house, std::string_view here, Language language);

/// Of what the page is, as its address says; empty where it makes a new one.
inline std::string id_asked(const api::Call& call) {
  return call.values.empty() ? std::string{} : call.values.at(0);
}

/// What one can do on the page at `href` of that row, in a sentence.
std::string admin_place_about(std::string_view href, Language language);

/// How a page of administration is shown; `above`: the pages between it and the first of them.
Showing admin_showing(const api::Call& call, std::string title, std::vector<Link> above = {});

/// "/admin/units/helsingborg%2Fvuxen"
std::string admin_address(std::string_view below, std::string_view id);

/// A page for administrators alone; to all others 403, before anything is read.
template <class Work>
api::Route admin_route(std::string method, std::string pattern, std::string id, Work work) {
  return later_route(std::move(method), std::move(pattern), std::move(id),
                     [work](const api::Call& call) {
                       if (!authority::has(call.caller, Position::administrator))
                         return call.answer(api::problem(403, "position_missing"));
                       work(call);
                     });
}

/// Reads the register and answers with what `then` makes of it.
using WithRegister = std::function<HttpResponse(const api::RegisterShown&)>;
void with_register(const Within& within, const api::Call& call, WithRegister then);

/// Says a command of the register or the routines, with its data as JSON, on the version in the
/// form's field "version" or, where that is empty, on the register as it is now. Taken: on to
/// `location` with `done`. A no: `again` shows the form anew with what is wrong.
struct LedgerWish {
  std::string command;
  std::string data;
  std::string location;
  TextKey done;
};
using ShowAgain = std::function<void(Form form, unsigned status)>;
void say_ledger(const Within& within, const api::Call& call, const Form& form, LedgerWish wish,
                ShowAgain again);

/// Of a list that is too long for one page: what is shown, and where the next one begins.
struct Slice {
  std::size_t from = 0;
  std::size_t count = 0;
  std::optional<std::size_t> next;
};
/// `from`: the address's "from", 0 where it says none that there is.
Slice slice_of(std::size_t all, std::string_view from);

/// One more line of a conflict, where what was filled in is not what stands now.
void tell_difference(ConflictView& view, std::string label, const std::string& mine,
                     const std::string& now, Language language);

/// What was typed, without what was said of it: where both sides are shown, that says it.
Form without_wrongs(const Form& form);

}  // namespace kallad::web
