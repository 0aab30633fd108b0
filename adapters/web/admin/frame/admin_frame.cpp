// The table of administration's pages, and how a wish about the register is said.
// Not the rules of the register: engine/register. Rule kept: what is changed was seen, so each wish
// names the version of the register that its form was made of.
#include "adapters/web/admin/frame/admin_frame.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/http/wire/form_body.hpp"

namespace kallad::web {

namespace {

constexpr std::size_t lines_of_a_page = 40;
constexpr std::string_view webhooks_place = "/admin/webhooks";
constexpr std::string_view feedback_place = "/admin/feedback";

struct PlaceRow {
  std::string_view href;
  TextKey text;
  TextKey about;
};

constexpr auto place_rows = std::to_array<PlaceRow>({
    {"/admin/units", "admin.place_units"_text, "admin.place_units_about"_text},
    {"/admin/organisations", "admin.place_organisations"_text,
     "admin.place_organisations_about"_text},
    {"/admin/routines", "admin.place_routines"_text, "admin.place_routines_about"_text},
    {"/admin/retention", "admin.place_retention"_text, "admin.place_retention_about"_text},
    {"/admin/people", "admin.place_people"_text, "admin.place_people_about"_text},
    {"/admin/trouble", "admin.place_trouble"_text, "admin.place_trouble_about"_text},
    {feedback_place, "admin.place_feedback"_text, "admin.place_feedback_about"_text},
    {webhooks_place, "admin.place_webhooks"_text, "admin.place_webhooks_about"_text},
});

void say(const Within& within, const api::Call& call, const Form& form, const LedgerWish& wish,
         const std::string& version, const ShowAgain& again) {
  within.say(wish.command, call, {}, wish.data, form.value("key"), version,
             [call, form, wish, again](const HttpResponse& response) {
               if (response.status < 400)
                 return call.answer(go_to(call.request, wish.location, wish.done));
               Form anew = form;
               anew.wrong(response, language_of(call.request));
               anew.forget("version");  // it is shown again on the register as it is now
               again(std::move(anew), response.status);
             });
}

}  // namespace

AdminNav admin_places(const api::House& house, std::string_view here, Language language) {
  AdminNav places;
  for (const PlaceRow& row : place_rows) {
    if (row.href == webhooks_place && house.hooks == nullptr) continue;
    if (row.href == feedback_place && house.feedback == nullptr) continue;
    places.links.push_back({std::string{row.href}, said(row.text, language), row.href == here});
  }
  return places;
}

std::string admin_place_about(std::string_view href, Language language) {
  const auto found = std::ranges::find(place_rows, href, &PlaceRow::href);
  return found == place_rows.end() ? std::string{} : said(found->about, language);
}

Showing admin_showing(const api::Call& call, std::string title, std::vector<Link> above) {
  above.insert(above.begin(), {"/admin", said("admin.title"_text, language_of(call.request))});
  return {.title = std::move(title), .trail = std::move(above), .here = "/admin"};
}

std::string admin_address(std::string_view below, std::string_view id) {
  return "/admin/" + std::string{below} + "/" + http::form_encoded(id);
}

void with_register(const Within& within, const api::Call& call, WithRegister then) {
  within.read<api::RegisterShown>("show_register", call, {}, {}, std::move(then));
}

void say_ledger(const Within& within, const api::Call& call, const Form& form, LedgerWish wish,
                ShowAgain again) {
  const std::string version = form.value("version");
  if (!version.empty()) return say(within, call, form, wish, version, again);
  within.ask("show_register", call, {}, {},
             [&within, call, form, wish = std::move(wish),
              again = std::move(again)](HttpResponse response) {
               const auto now = codec::read_text<api::RegisterShown>(response.body);
               if (!now) return call.answer(std::move(response));
               say(within, call, form, wish, std::to_string(now.value().version), again);
             });
}

Slice slice_of(std::size_t all, std::string_view from) {
  Slice slice;
  std::from_chars(from.data(), from.data() + from.size(), slice.from);
  if (slice.from >= all) slice.from = 0;
  slice.count = std::min(lines_of_a_page, all - slice.from);
  if (slice.from + slice.count < all) slice.next = slice.from + slice.count;
  return slice;
}

void tell_difference(ConflictView& view, std::string label, const std::string& mine,
                     const std::string& now, Language language) {
  if (mine == now) return;
  const std::string nothing = said("conflict.nothing"_text, language);
  view.differs.push_back(
      {std::move(label), mine.empty() ? nothing : mine, now.empty() ? nothing : now});
  view.has_differs = true;
}

Form without_wrongs(const Form& form) {
  Form clean;
  for (const auto& [name, value] : form.fields()) clean.add(name, value);
  return clean;
}

}  // namespace kallad::web
