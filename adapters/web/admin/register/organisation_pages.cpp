// What of the register is no unit: principals, agreements and councils, each with its form.
// Not the forms: record_pages.cpp and agreement_pages.cpp.
#include <algorithm>

#include "adapters/codec/describe.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/web/admin/register/unit_view.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using api::RegisterShown;

/// A thing of the register: `about` says what there is to know of it, `more` what else.
struct ThingLine {
  std::string href;
  std::string name;
  std::string about;
  std::string more;
  bool ended = false;
};
BOOST_DESCRIBE_STRUCT(ThingLine, (), (href, name, about, more, ended))

struct OrganisationsView {
  static constexpr std::string_view page = "organisations";
  std::optional<AdminNav> nav;
  std::vector<ThingLine> principals;
  std::vector<ThingLine> agreements;
  std::vector<ThingLine> councils;
};
BOOST_DESCRIBE_STRUCT(OrganisationsView, (), (nav, principals, agreements, councils))

std::string edit_address(std::string_view below, const std::string& id) {
  return admin_address(below, id) + "/edit";
}

ThingLine line_of(const RegisterShown& known, const Principal& one, Language language) {
  ThingLine line{edit_address("principals", one.id.text),
                 one.name,
                 words::capitalised(word(one.kind, language)),
                 {},
                 false};
  if (one.bound_like)
    line.more = said("organisations.bound_like"_text, language,
                     {{"name", principal_name(known, *one.bound_like)}});
  return line;
}

ThingLine line_of(const RegisterShown& known, const Agreement& one, Date today, Language language) {
  const auto council = std::ranges::find(known.councils, one.council, &Council::id);
  ThingLine line{edit_address("agreements", one.id.text),
                 one.name,
                 council == known.councils.end() ? one.council.text : council->name,
                 {},
                 one.valid_until && *one.valid_until < today};
  const std::string from = day_told(one.valid_from, language).text;
  const std::string members = std::to_string(one.members.size());
  line.more = one.valid_until ? said("organisations.from_until"_text, language,
                                     {{"from", from},
                                      {"until", day_told(*one.valid_until, language).text},
                                      {"members", members}})
                              : said("organisations.from"_text, language,
                                     {{"from", from}, {"members", members}});
  return line;
}

ThingLine line_of(const api::House& house, const Council& one, Language language) {
  ThingLine line{edit_address("councils", one.id.text), one.name, {}, {}, false};
  if (!one.secretary_unit.empty())
    line.more = said("organisations.secretary"_text, language,
                     {{"name", unit_name(house, one.secretary_unit)}});
  return line;
}

HttpResponse show(const api::House& house, const api::Call& call, const RegisterShown& known) {
  const Language language = language_of(call.request);
  const Date today = house.calendar.zone().day_of(house.now());
  OrganisationsView view;
  view.nav = admin_places(house, "/admin/organisations", language);
  for (const auto& each : known.principals)
    view.principals.push_back(line_of(known, each, language));
  for (const auto& each : known.agreements)
    view.agreements.push_back(line_of(known, each, today, language));
  for (const auto& each : known.councils) view.councils.push_back(line_of(house, each, language));
  for (auto* lines : {&view.principals, &view.agreements, &view.councils})
    std::ranges::sort(*lines, {}, [](const auto& line) { return sort_key(line.name); });
  return page_of(house, call, view, admin_showing(call, {}));
}

}  // namespace

std::vector<api::Route> organisation_pages(api::House& house, const Within& within) {
  return {admin_route("GET", "/admin/organisations", "page_organisations",
                      [&house, &within](const api::Call& call) {
                        with_register(within, call, [&house, call](const auto& known) {
                          return show(house, call, known);
                        });
                      })};
}

std::vector<api::Route> register_pages(api::House& house, const Within& within) {
  std::vector<api::Route> all;
  // The forms first: "new" is no unit.
  for (const auto pages :
       {record_pages, agreement_pages, unit_pages, absence_pages, organisation_pages}) {
    for (api::Route& each : pages(house, within)) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace kallad::web
