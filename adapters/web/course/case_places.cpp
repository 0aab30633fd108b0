// The table of a case's pages.
// Not their contents.
#include "adapters/web/course/case_places.hpp"

#include <array>

#include "adapters/http/wire/form_body.hpp"

namespace kallad::web {

namespace {

struct PlaceRow {
  std::string_view end;  ///< of the address
  TextKey text;
};

constexpr auto place_rows = std::to_array<PlaceRow>({
    {"", "place.case"_text},
    {"/meeting", "place.meeting"_text},
    {"/deficiencies", "place.deficiencies"_text},
    {"/papers", "place.papers"_text},
    {"/person", "place.person"_text},
    {"/history", "place.history"_text},
});

}  // namespace

std::string case_address(const CaseId& id) { return "/cases/" + http::form_encoded(id.text); }

Showing case_showing(const api::Call& call, const CaseId& id, std::string title) {
  const Language language = language_of(call.request);
  return {.title = std::move(title),
          .trail = {{"/", said("menu.my_day"_text, language)}, {case_address(id), id.text}},
          .here = "/"};
}

CaseNav case_places(const CaseId& id, std::string_view here, Language language, bool leads) {
  CaseNav places;
  for (const PlaceRow& row : place_rows) {
    places.links.push_back(
        {case_address(id) + std::string{row.end}, said(row.text, language), row.end == here});
  }
  if (leads) {
    places.links.push_back(
        {case_address(id) + "/letters", said("place.letters"_text, language), here == "/letters"});
  }
  return places;
}

}  // namespace kallad::web
