// The links of the latest meeting's seats, drawn.
// Not kept: a link is made anew each time, and is the same.
#include "adapters/web/meeting/check_in_page.hpp"

#include "adapters/api/links/link_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/paper/model/qr_path.hpp"
#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/frame/page_route.hpp"

namespace kallad::web {

namespace {

struct CodeView {
  std::string party;
  std::string link;
  int side = 0;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(CodeView, (), (party, link, side, path))

struct CheckInView {
  static constexpr std::string_view page = "check_in";
  std::optional<CaseNav> nav;
  std::string meeting;
  bool has_codes = false;
  std::vector<CodeView> codes;
};
BOOST_DESCRIBE_STRUCT(CheckInView, (), (nav, meeting, has_codes, codes))

/// Where people reach us, as far as it is known.
std::string base_of(const std::string& public_url, const HttpRequest& request) {
  if (!public_url.empty()) return public_url;
  const std::string* host = request.header("host");
  return (request.secure ? "https://" : "http://") + (host == nullptr ? std::string{} : *host);
}

CodeView code_of(const std::string& base, std::string party, const std::string& token) {
  const std::string link = base + "/s/" + token;
  paper::QrPath code = paper::qr_path(link);
  return {std::move(party), link, code.side, std::move(code.path)};
}

CheckInView view_of(const ShownCase& now, const api::SeatLinks& links, const std::string& base,
                    Language language) {
  CheckInView view{.nav = case_places(now.shown.id, "/meeting", language, leads(now)),
                   .meeting = case_address(now.shown.id) + "/meeting",
                   .codes = {}};
  for (const api::SeatLink& each : links.links) {
    if (each.holder != LinkHolder::check_in) continue;
    view.codes.push_back(code_of(base, party_name(now.shown, each.party), each.token));
  }
  view.has_codes = !view.codes.empty();
  return view;
}

void show(api::House& house, const Within& within, const std::string& public_url,
          const api::Call& call) {
  const Language language = language_of(call.request);
  const std::string base = base_of(public_url, call.request);
  with_case(within, call, language, [&house, &within, call, base, language](const ShownCase& now) {
    within.read<api::SeatLinks>(
        "seat_links", call, {call.values.at(0)}, {},
        [&house, call, base, language, now](const api::SeatLinks& links) {
          const auto view = view_of(now, links, base, language);
          return page_of(house, call, view,
                         case_showing(call, now.shown.id, said("check_in.title"_text, language)));
        });
  });
}

}  // namespace

std::vector<api::Route> check_in_pages(api::House& house, const Within& within,
                                       std::string public_url) {
  return {later_route("GET", "/cases/{case}/meeting/check-in", "page_check_in",
                      [&house, &within, public_url](const api::Call& call) {
                        show(house, within, public_url, call);
                      })};
}

}  // namespace kallad::web
