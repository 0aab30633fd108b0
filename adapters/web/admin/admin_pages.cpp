// The first page of administration: what is left before anybody can summon anybody, what needs
// looking at, and where to go. Not the pages themselves. Rule kept: what works is not counted here;
// a number is something to do.
#include "adapters/web/admin/admin_pages.hpp"

#include <algorithm>

#include "adapters/api/examples/examples.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/web/admin/register/unit_view.hpp"

namespace kallad::web {

namespace {

/// Something to see to, with how many there are.
struct AttentionView {
  std::string href;
  std::string name;
  std::string count;
};
BOOST_DESCRIBE_STRUCT(AttentionView, (), (href, name, count))

struct PlaceView {
  std::string href;
  std::string name;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (href, name, about))

/// A step before a council can begin; the guide is gone when all are done.
struct GuideStep {
  std::string href;
  std::string text;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(GuideStep, (), (href, text, done))

struct AdminView {
  static constexpr std::string_view page = "admin";
  std::vector<GuideStep> guide;
  bool has_guide = false;
  std::vector<AttentionView> attention;
  bool has_attention = false;
  std::vector<PlaceView> places;
  bool demo = false;  ///< something in the store is invented
};
BOOST_DESCRIBE_STRUCT(AdminView, (), (guide, has_guide, attention, has_attention, places, demo))

void add(AdminView& view, std::string href, std::string name, std::int64_t count) {
  if (count == 0) return;
  view.attention.push_back({std::move(href), std::move(name), std::to_string(count)});
  view.has_attention = true;
}

void put_register(AdminView& view, const api::RegisterShown& known, Language language) {
  const auto count = [&](MailboxState state) {
    return std::ranges::count(known.units, state, mailbox_state);
  };
  add(view, "/admin/units?mailbox=bounced", said("admin.bounced"_text, language),
      count(MailboxState::bounced));
  add(view, "/admin/units?mailbox=unchecked", said("admin.unchecked"_text, language),
      count(MailboxState::unchecked));
}

/// In the order in which one needs the other.
void put_guide(AdminView& view, const api::RegisterShown& known, const api::AccountPage& accounts,
               Language language) {
  const bool has_coordinator = std::ranges::any_of(accounts.accounts, [](const auto& account) {
    return std::ranges::count(account.positions, "coordinator") > 0;
  });
  view.guide = {
      {"/admin/principals/new", said("guide.principal"_text, language), !known.principals.empty()},
      {"/admin/units/new", said("guide.unit"_text, language), !known.units.empty()},
      {"/admin/councils/new", said("guide.council"_text, language), !known.councils.empty()},
      {"/admin/agreements/new", said("guide.agreement"_text, language), !known.agreements.empty()},
      {"/admin/people/new", said("guide.coordinator"_text, language), has_coordinator}};
  view.has_guide = !std::ranges::all_of(view.guide, &GuideStep::done);
  if (!view.has_guide) view.guide.clear();
}

HttpResponse page(const api::House& house, const api::Call& call, AdminView view) {
  const Language language = language_of(call.request);
  const AdminNav nav = admin_places(house, {}, language);
  view.demo = !house.demo_folder.empty() || api::has_examples(house);
  for (const AdminPlace& each : nav.links)
    view.places.push_back({each.href, each.text, admin_place_about(each.href, language)});
  return page_of(house, call, view, {.here = "/admin"});
}

/// Reads what can fail, the accounts, and then the register: each is asked when the one before has
/// answered.
void show(const api::House& house, const Within& within, const api::Call& call) {
  within.ask("list_trouble", call, {}, {}, [&house, &within, call](HttpResponse response) {
    const auto trouble = codec::read_text<api::TroubleList>(response.body);
    if (!trouble) return call.answer(std::move(response));
    const auto failed = std::ssize(trouble.value().rows);
    within.ask("list_accounts", call, {}, {}, [&house, &within, call, failed](HttpResponse list) {
      const auto accounts = codec::read_text<api::AccountPage>(list.body);
      if (!accounts) return call.answer(std::move(list));
      with_register(
          within, call, [&house, call, failed, accounts = accounts.value()](const auto& known) {
            const Language language = language_of(call.request);
            AdminView view;
            put_guide(view, known, accounts, language);
            put_register(view, known, language);
            add(view, "/admin/trouble", said("admin.place_trouble"_text, language), failed);
            return page(house, call, std::move(view));
          });
    });
  });
}

void append(std::vector<api::Route>& all, std::vector<api::Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

}  // namespace

std::vector<api::Route> admin_pages(api::House& house, const Within& within) {
  std::vector<api::Route> all{
      admin_route("GET", "/admin", "page_admin",
                  [&house, &within](const api::Call& call) { show(house, within, call); })};
  for (const auto pages :
       {register_pages, people_pages, routine_pages, trouble_pages, webhook_pages, demo_pages})
    append(all, pages(house, within));
  return all;
}

}  // namespace kallad::web
