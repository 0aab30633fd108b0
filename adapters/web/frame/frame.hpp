// The page around each page: who reads it, in which language, where one is, what has just been
// done; and how a form's answer goes on. Not what a page says: its view and template. Rules kept:
// nothing of a person stands in an address or a cookie; a form that was taken is answered with 303.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"
#include "adapters/web/frame/form.hpp"
#include "adapters/web/template/templates.hpp"
#include "adapters/web/template/texts.hpp"
#include "adapters/web/template/views.hpp"

namespace kallad::web {

/// A link with its text: a step of the way to where one is.
struct Link {
  std::string href;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Link, (), (href, text))

/// How a page is shown, besides its view.
struct Showing {
  unsigned status = 200;
  std::string title = {};        ///< in place of the text "<page>.title"
  std::vector<Link> trail = {};  ///< the pages above this one, first the outermost
  const Form* form = nullptr;    ///< the page's form, as "form" in its template
  std::string here = {};         ///< the menu's entry this page is under, "/" for My day
  bool tells_examples = true;    ///< that there are invented cases; false: the page says it itself
};

/// The name of the cookie that keeps the reader's language.
std::string_view language_cookie(bool secure);
/// What a unit is called; its id where the register does not know it.
std::string unit_name(const api::House& house, const UnitId& id);

/// What the reader has chosen; Swedish where nothing was.
Language language_of(const HttpRequest& request);

/// Who reads the page, also on routes for anyone; nothing where nobody is signed in.
std::optional<Session> reader_of(const api::House& house, const api::Call& call);

/// The page `View::page` filled with the view, in the frame. View is a described struct with
/// `static constexpr std::string_view page = "start";`, the name of its template.
HttpResponse page_of(const api::House& house, const api::Call& call, std::string_view page,
                     Data view, const Showing& showing);
template <class View>
HttpResponse page_of(const api::House& house, const api::Call& call, const View& view,
                     const Showing& showing = {}) {
  static_cast<void>(view_is_known<View>);
  return page_of(house, call, View::page, data_of(view), showing);
}

/// 303 to another page. `done` is said there, once: what has just been done.
HttpResponse go_to(const HttpRequest& request, std::string location,
                   std::optional<TextKey> done = {});

/// Whether an address is one of our own pages, and safe to be sent to.
bool is_own_address(std::string_view address);
/// The address of a link to sign in and come back here.
std::string sign_in_address(const HttpRequest& request);

/// What proves that a form was shown to that account, also when its session has ended.
std::string owner_word(const Keyring& keyring, std::string_view account);

}  // namespace kallad::web
