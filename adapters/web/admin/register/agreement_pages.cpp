// The form of an agreement: from when it binds, and whom, with the duty to come or without.
// Not the duty itself: engine/register. Rule kept (domain 2): whom an agreement binds is said for
// each member, and for some of its units alone where only they are members.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/web/admin/register/unit_view.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad::web {

namespace {

using api::RegisterShown;
using nlohmann::json;

struct OptionView {
  std::string value;
  std::string text;
  std::string id;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (value, text, id, chosen))

/// One member in the form; `place` tells its fields from the others'.
struct MemberView {
  std::string place;
  std::string principal;
  std::string name;
  std::vector<OptionView> duties;
  std::vector<OptionView> units;
  bool has_units = false;
  bool is_narrowed = false;  ///< to some units
};
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (place, principal, name, duties, units, has_units, is_narrowed))

struct AgreementView {
  static constexpr std::string_view page = "agreement";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string version;
  bool is_new = false;
  std::vector<MemberView> members;
  bool has_members = false;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (),
                      (heading, nav, version, is_new, members, has_members, conflict))

/// A member as the form has it. Duty: "must", "may", or "no" where it is to be a member no more.
struct FormMember {
  std::string principal;
  std::string duty;
  std::vector<std::string> units;
};

std::string field(std::size_t place, std::string_view what) {
  return "member-" + std::to_string(place) + std::string{what};
}

std::vector<FormMember> members_in(const Form& form) {
  std::vector<FormMember> members;
  for (std::size_t i = 0; !form.value(field(i, "")).empty(); ++i) {
    members.push_back(
        {form.value(field(i, "")), form.value(field(i, "-duty")), form.values(field(i, "-unit"))});
  }
  return members;
}

std::vector<FormMember> members_of(const Agreement& agreement) {
  std::vector<FormMember> members;
  for (const Member& each : agreement.members) {
    FormMember one{each.principal.text, each.duty_to_attend ? "must" : "may", {}};
    for (const UnitId& unit : each.units) one.units.push_back(unit.text);
    members.push_back(std::move(one));
  }
  return members;
}

MemberView view_of(const RegisterShown& known, const FormMember& member, std::size_t place,
                   Language language) {
  MemberView view;
  view.place = field(place, "");
  view.principal = member.principal;
  view.name = principal_name(known, PrincipalId{member.principal});
  for (const char* duty : {"must", "may", "no"}) {
    view.duties.push_back({duty, said_of("duty." + std::string{duty}, language),
                           view.place + "-" + duty, member.duty == duty});
  }
  for (const api::UnitShown& unit : known.units) {
    if (unit.principal.text != member.principal) continue;
    const bool chosen = std::ranges::count(member.units, unit.id.text) > 0;
    view.units.push_back({unit.id.text, unit.name, view.place + "-" + unit.id.text, chosen});
  }
  view.has_units = !view.units.empty();
  view.is_narrowed = !member.units.empty();
  return view;
}

json data_in(const Form& form, const std::string& id) {
  json agreement{{"id", id},
                 {"name", form.value("agreement-name")},
                 {"council", form.value("agreement-council")},
                 {"valid_from", form.value("agreement-valid_from")},
                 {"members", json::array()}};
  if (const auto until = form.value("agreement-valid_until"); !until.empty())
    agreement["valid_until"] = until;
  for (const FormMember& each : members_in(form)) {
    if (each.duty == "no") continue;
    agreement["members"].push_back({{"principal", each.principal},
                                    {"duty_to_attend", each.duty == "must"},
                                    {"units", each.units}});
  }
  return {{"agreement", std::move(agreement)}};
}

void fill(Form& form, const Agreement& standing) {
  form.put("agreement-name", standing.name);
  form.put("agreement-council", standing.council.text);
  form.put("agreement-valid_from", iso(standing.valid_from));
  form.put("agreement-valid_until", standing.valid_until ? iso(*standing.valid_until) : "");
}

const Agreement* standing_in(const RegisterShown& known, const std::string& id) {
  const auto found =
      std::ranges::find(known.agreements, id, [](const Agreement& each) { return each.id.text; });
  return found == known.agreements.end() ? nullptr : &*found;
}

/// A member as its line of a conflict has it: the duty, and its units where only some are meant.
std::string member_told(const RegisterShown& known, const std::vector<FormMember>& members,
                        const std::string& principal, Language language) {
  const auto found = std::ranges::find(members, principal, &FormMember::principal);
  const bool is_in = found != members.end() && found->duty != "no";
  std::string text = said_of("duty." + (is_in ? found->duty : std::string{"no"}), language);
  if (!is_in) return text;
  for (const std::string& id : found->units) {
    const auto unit = std::ranges::find(known.units, UnitId{id}, &api::UnitShown::id);
    text += ", " + (unit == known.units.end() ? id : unit->name);
  }
  return text;
}

/// What was filled in beside the agreement as it stands now.
ConflictView conflict_of(const RegisterShown& known, const Form& form, const Agreement& standing,
                         Language language) {
  ConflictView view;
  view.leave = "/admin/organisations";
  Form now;
  fill(now, standing);
  for (const auto& [name, value] : now.fields()) {
    const bool is_council = name == "agreement-council";
    const auto told = [&](const std::string& said_one) {
      const auto council = std::ranges::find(known.councils, CouncilId{said_one}, &Council::id);
      return is_council && council != known.councils.end() ? council->name : said_one;
    };
    tell_difference(view, said_of("agreement." + name, language), told(form.value(name)),
                    told(value), language);
  }
  const auto mine = members_in(form);
  const auto theirs = members_of(standing);
  std::vector<FormMember> all = theirs;
  for (const FormMember& each : mine) {
    if (std::ranges::count(all, each.principal, &FormMember::principal) == 0) all.push_back(each);
  }
  for (const FormMember& each : all) {
    tell_difference(view, principal_name(known, PrincipalId{each.principal}),
                    member_told(known, mine, each.principal, language),
                    member_told(known, theirs, each.principal, language), language);
  }
  return view;
}

/// Councils to choose from, and principals that can become members.
void offer(Form& form, const RegisterShown& known, const std::vector<FormMember>& members) {
  std::vector<Choice> councils;
  for (const Council& each : known.councils) councils.push_back({each.id.text, each.name});
  form.offer("agreement-council", std::move(councils));
  std::vector<Choice> others;
  for (const Principal& each : known.principals) {
    if (std::ranges::count(members, each.id.text, &FormMember::principal) == 0)
      others.push_back({each.id.text, each.name});
  }
  std::ranges::sort(others, {}, &Choice::text);
  form.offer("add", std::move(others));
}

HttpResponse page(const api::House& house, const api::Call& call, Form form, unsigned status,
                  const RegisterShown& known) {
  const Language language = language_of(call.request);
  const std::string id = id_asked(call);
  const Agreement* standing = standing_in(known, id);
  if (!id.empty() && standing == nullptr) return api::problem(404, "path_unknown");
  const bool is_fresh = form.fields().empty();
  if (is_fresh && standing != nullptr) fill(form, *standing);
  const auto members = is_fresh && standing != nullptr ? members_of(*standing) : members_in(form);
  AgreementView view;
  if (status == overtaken && standing != nullptr) {
    form = without_wrongs(form);
    view.conflict = conflict_of(known, form, *standing, language);
  }
  view.is_new = standing == nullptr;
  view.heading = view.is_new ? said("record.new_agreement"_text, language)
                             : said("record.change"_text, language, {{"name", standing->name}});
  view.nav = admin_places(house, "/admin/organisations", language);
  view.version = form.value("version");
  if (view.version.empty()) view.version = std::to_string(known.version);
  for (const FormMember& each : members)
    view.members.push_back(view_of(known, each, view.members.size(), language));
  view.has_members = !view.members.empty();
  offer(form, known, members);
  Showing showing = admin_showing(
      call, view.heading, {{"/admin/organisations", said("organisations.title"_text, language)}});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void show_agreement(const api::House& house, const Within& within, const api::Call& call,
                    const Form& form, unsigned status) {
  with_register(within, call, [&house, call, form, status](const RegisterShown& known) {
    return page(house, call, form, status, known);
  });
}

void say(const api::House& house, const Within& within, const api::Call& call, const Form& form,
         const std::string& id) {
  say_ledger(within, call, form,
             {.command = std::string{RecordAgreement::id},
              .data = data_in(form, id).dump(),
              .location = "/admin/organisations",
              .done = "done.recorded"_text},
             [&house, &within, call](const Form& again, unsigned status) {
               show_agreement(house, within, call, again, status);
             });
}

/// One member more in the form; nothing is recorded yet.
Form with_member(Form form) {
  const std::string principal = form.value("add");
  form.forget("add");
  if (principal.empty()) return form;
  const std::size_t place = members_in(form).size();
  form.put(field(place, ""), principal);
  form.put(field(place, "-duty"), "must");
  return form;
}

void send(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  if (form->value("act") == "add")
    return show_agreement(house, within, call, with_member(*form), 200);
  const std::string id = id_asked(call);
  if (!id.empty()) return say(house, within, call, *form, id);
  within.ask("show_register", call, {}, {},
             [&house, &within, call, form = *form](HttpResponse response) mutable {
               const auto known = codec::read_text<RegisterShown>(response.body);
               if (!known) return call.answer(std::move(response));
               const std::string wanted = form.value("agreement-id");
               if (standing_in(known.value(), wanted) == nullptr)
                 return say(house, within, call, form, wanted);
               form.wrong("agreement-id", said("record.taken"_text, language_of(call.request)));
               call.answer(page(house, call, form, 422, known.value()));
             });
}

}  // namespace

std::vector<api::Route> agreement_pages(api::House& house, const Within& within) {
  std::vector<api::Route> routes;
  for (const auto& [place, id] :
       {std::pair{"/admin/agreements/new", std::string{"page_agreement_new"}},
        std::pair{"/admin/agreements/{agreement}/edit", std::string{"page_agreement_edit"}}}) {
    routes.push_back(admin_route("GET", place, id, [&house, &within](const api::Call& call) {
      show_agreement(house, within, call, Form{}, 200);
    }));
    routes.push_back(
        admin_route("POST", place, id + "_send",
                    [&house, &within](const api::Call& call) { send(house, within, call); }));
  }
  return routes;
}

}  // namespace kallad::web
