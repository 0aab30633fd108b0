// Units found by words of their names, and added one after the other.
// Not a list of the whole register: where it is long, a page has its beginning and says so.
#include "adapters/web/case/parties_page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/case/own_cases.hpp"
#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/words_in.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

/// A page stays light: who does not find a unit among so many writes a part of its name.
constexpr std::size_t most_units = 40;
/// Those of one's last cases stand first: most cases of a unit have the same parties.
constexpr std::size_t most_lately = 8;
/// The value of the box that stands for the person, which no unit's id can be.
constexpr std::string_view the_person = "person:";

struct UnitBox {
  std::string id;
  std::string value;
  std::string text;
  std::string why;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(UnitBox, (), (id, value, text, why, chosen))

struct UnitsPart {
  std::string heading;
  std::vector<UnitBox> boxes;
};
BOOST_DESCRIBE_STRUCT(UnitsPart, (), (heading, boxes))

/// What became of one that was to be added.
struct AddedLine {
  std::string text;
  std::string tag;
  std::string tone;
};
BOOST_DESCRIBE_STRUCT(AddedLine, (), (text, tag, tone))

struct PartiesView {
  static constexpr std::string_view page = "parties";
  std::optional<CaseNav> nav;
  std::string back;
  std::string here;
  std::string other;  ///< the form for who is neither unit nor the person
  bool has_why = false;
  std::vector<std::string> why_not;
  bool has_added = false;
  std::vector<AddedLine> added;
  bool has_members = false;
  std::vector<std::string> members;
  std::string find;
  bool is_found = false;
  std::string rest;  ///< that there are more than are shown
  std::vector<UnitsPart> parts;
};
BOOST_DESCRIBE_STRUCT(PartiesView, (),
                      (nav, back, here, other, has_why, why_not, has_added, added, has_members,
                       members, find, is_found, rest, parts))

/// The page in the making: who can be added, and what the form says of them.
class PartyList {
 public:
  PartyList(const ShownCase& now, const Register& known, const api::House& house, const Form& form,
            Language language)
      : now_(now),
        known_(known),
        today_(house.calendar.zone().day_of(house.now())),
        words_(form.value("find")),
        chosen_(form.values("party")),
        language_(language) {}

  void tell(PartiesView& view, const std::vector<UnitId>& lately) {
    view.find = words_;
    if (UnitsPart person = the_persons(); !person.boxes.empty()) view.parts.push_back(person);
    UnitsPart ticked{said("parties.chosen"_text, language_), {}};
    for (const auto& [id, unit] : known_.units) {
      if (is_chosen(id.text) && !is_party(PartyId{id.text})) ticked.boxes.push_back(box(unit));
    }
    if (!ticked.boxes.empty()) view.parts.push_back(std::move(ticked));
    UnitsPart known{said("parties.lately"_text, language_), {}};
    for (const UnitId& id : lately) {
      if (!words_.empty() || is_chosen(id.text) || is_party(PartyId{id.text})) continue;
      known.boxes.push_back(box(known_.units.at(id)));
      lately_.push_back(id);
    }
    if (!known.boxes.empty()) view.parts.push_back(std::move(known));
    tell_units(view);
  }

 private:
  bool is_chosen(const std::string& value) const { return std::ranges::count(chosen_, value) > 0; }
  bool is_party(const PartyId& id) const {
    return std::ranges::any_of(now_.shown.parties,
                               [&](const PartyView& one) { return one.id == id && !one.left_at; });
  }

  UnitsPart the_persons() const {
    const bool is_there = std::ranges::any_of(now_.shown.parties, [](const PartyView& one) {
      return one.kind == PartyKind::person && !one.left_at;
    });
    if (is_there) return {};
    std::string why = words::capitalised(word(Calling::invited, language_));
    const std::string value{the_person};
    return {said("parties.person"_text, language_),
            {{"party-person", value, words::capitalised(word(PartyKind::person, language_)),
              std::move(why), is_chosen(value)}}};
  }

  UnitBox box(const Unit& unit) {
    const auto [calling, why] =
        casework::unit_calling(duty_of(known_, unit.id, now_.shown.agreement, today_));
    return {"party-" + std::to_string(boxes_++), unit.id.text, unit.name,
            words::capitalised(word(calling, language_)) + ": " + std::string{word(why, language_)},
            is_chosen(unit.id.text)};
  }

  std::string principal_of(const Unit& unit) const {
    return kallad::principal_name(known_, unit.principal);
  }

  /// By huvudman; those that are ticked stand above, whatever is looked for.
  void tell_units(PartiesView& view) {
    std::vector<std::pair<std::string, const Unit*>> found;
    for (const auto& [id, unit] : known_.units) {
      const std::string principal = principal_of(unit);
      const bool stands_above = is_chosen(id.text) || std::ranges::count(lately_, id) > 0;
      const bool is_wanted = !stands_above && !is_party(PartyId{id.text});
      if (is_wanted && has_words(unit.name + " " + principal, words_)) {
        found.emplace_back(principal, &unit);
      }
    }
    std::ranges::sort(found, [](const auto& one, const auto& other) {
      const auto key = [](const auto& each) {
        return std::pair{sort_key(each.first), sort_key(each.second->name)};
      };
      return key(one) < key(other);
    });
    view.is_found = !found.empty();
    if (found.size() > most_units) {
      view.rest =
          said("parties.rest"_text, language_,
               {{"shown", std::to_string(most_units)}, {"count", std::to_string(found.size())}});
      found.resize(most_units);
    }
    for (const auto& [principal, unit] : found) {
      if (view.parts.empty() || view.parts.back().heading != principal) {
        view.parts.push_back({principal, {}});
      }
      view.parts.back().boxes.push_back(box(*unit));
    }
  }

  const ShownCase& now_;
  const Register& known_;
  Date today_;
  std::string words_;
  std::vector<std::string> chosen_;
  std::vector<UnitId> lately_;
  Language language_;
  std::size_t boxes_ = 0;
};

void show_parties(api::House& house, const api::Call& call, const ShownCase& now, const Form& form,
                  std::vector<AddedLine> added, unsigned status) {
  const Language language = language_of(call.request);
  const auto ledger = house.shelf.ledger();
  PartiesView view;
  view.nav = case_places(now.shown.id, "/parties", language, leads(now));
  view.back = case_address(now.shown.id);
  view.here = view.back + "/parties";
  view.other = view.back + "/do/" + std::string{AddParty::id};
  view.added = std::move(added);
  view.has_added = !view.added.empty();
  const auto command = std::ranges::find(now.commands, AddParty::id, &CommandNow::id);
  if (command != now.commands.end() && !command->allowed) view.why_not = command->why_not;
  view.has_why = !view.why_not.empty();
  for (const PartyView& each : now.shown.parties) {
    if (each.left_at) continue;
    view.members.push_back(party_name(now.shown, each.id) + ", " +
                           std::string{word(each.calling, language)});
  }
  view.has_members = !view.members.empty();
  PartyList{now, ledger->ledger.known, house, form, language}.tell(
      view, units_called_lately(house, call.caller, now.shown.id, most_lately));
  Showing shown = case_showing(call, now.shown.id, said("parties.title"_text, language));
  shown.status = status;
  shown.form = &form;
  call.answer(page_of(house, call, view, shown));
}

// Adding -----------------------------------------------------------------------------------------

/// Those that were ticked, with what the page was when they were.
struct Adding {
  api::House& house;
  const Within& within;
  api::Call call;
  Form form;
  ShownCase now;
  std::vector<std::string> wanted;
};

json data_for(const Adding& all, const std::string& value) {
  if (value != the_person) return {{"party", value}, {"kind", "unit"}};
  const CaseView& shown = all.now.shown;
  std::size_t number = shown.parties.size() + 1;
  const auto id = [&] { return "person-" + std::to_string(number); };
  while (std::ranges::count(shown.parties, PartyId{id()}, &PartyView::id) > 0) ++number;
  json data{{"party", id()}, {"kind", "person"}};
  if (!shown.person.name.empty()) data["name"] = shown.person.name;
  return data;
}

std::string called(const Adding& all, const std::string& value) {
  const Language language = language_of(all.call.request);
  if (value == the_person) return words::capitalised(word(PartyKind::person, language));
  return unit_name(all.house, UnitId{value});
}

AddedLine told(const Adding& all, const std::string& value, const HttpResponse& answer) {
  const Language language = language_of(all.call.request);
  if (answer.status < 400)
    return {called(all, value), said("parties.is_added"_text, language), "success"};
  AddedLine line{called(all, value), said("parties.is_not_added"_text, language), "danger"};
  Form why;
  why.wrong(answer, language);
  const Data errors = why.data();
  for (const Data& each : errors.get("errors")->list_value())
    line.text += ". " + each.get("text")->string_value();
  return line;
}

void end_adding(const Adding& all, const std::vector<HttpResponse>& answers) {
  Form again;
  again.put("find", all.form.value("find"));
  std::vector<AddedLine> added;
  bool is_refused = false;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    added.push_back(told(all, all.wanted[i], answers[i]));
    if (answers[i].status < 400) continue;
    again.add("party", all.wanted[i]);
    is_refused = true;
  }
  if (!is_refused)
    return all.call.answer(
        go_to(all.call.request, case_address(all.now.shown.id), "done.parties"_text));
  with_case(all.within, all.call, language_of(all.call.request),
            [all, again, added](const ShownCase& then) {
              show_parties(all.house, all.call, then, again, added, 422);
            });
}

void add_all(const Adding& all) {
  std::vector<Turn> turns;
  for (const std::string& value : all.wanted) {
    turns.push_back({AddParty::id, all.call.values.at(0), data_for(all, value).dump(),
                     (all.form.value("key") + "-" + value).substr(0, 128), all.now.version});
  }
  all.within.say_in_turn(
      all.call, std::move(turns), AfterNo::goes_on,
      [all](const std::vector<HttpResponse>& answers) { end_adding(all, answers); });
}

void send_parties(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const Language language = language_of(call.request);
  with_case(within, call, language,
            [&house, &within, call, form = *form, language](const ShownCase& now) {
              const auto wanted = form.values("party");
              const bool looks = form.value("act") == "find";
              if (looks) return show_parties(house, call, now, form, {}, 200);
              if (wanted.empty()) {
                Form again = form;
                again.wrong("find", said("parties.none_chosen"_text, language));
                return show_parties(house, call, now, again, {}, 422);
              }
              add_all({house, within, call, form, now, wanted});
            });
}

}  // namespace

std::vector<api::Route> parties_pages(api::House& house, const Within& within) {
  return {
      later_route("GET", "/cases/{case}/parties", "page_parties",
                  [&house, &within](const api::Call& call) {
                    with_case(within, call, language_of(call.request),
                              [&house, call](const ShownCase& now) {
                                show_parties(house, call, now, Form{}, {}, 200);
                              });
                  }),
      later_route("POST", "/cases/{case}/parties", "page_parties_send",
                  [&house, &within](const api::Call& call) { send_parties(house, within, call); })};
}

}  // namespace kallad::web
