// Walks the shape of a command: what it finds becomes fields, and their values become JSON again.
// Not the texts of labels: command_page.cpp asks the texts for each path.
#include "adapters/web/case/fields/command_fields.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/brain/messages.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/web/case/fields/preset.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using codec::Kind;
using codec::Shape;
using nlohmann::json;

/// Said by the program itself: which version of a seat is meant.
bool is_left_to_program(std::string_view member) {
  return member == "meeting" || member == "version";
}

/// How many empty groups a list of things offers that name nothing in the case.
constexpr int open_groups = 2;

std::string kind_of_words(std::string_view enum_name) {
  std::string found;
  boost::mp11::mp_for_each<words::Kinds>([&](auto kind) {
    if (codec::detail::type_name<typename decltype(kind)::type>() == enum_name) {
      found = kind.name();
    }
  });
  return found;
}

const Shape& without_optional(const Shape& shape) {
  return shape.kind == Kind::optional ? *shape.of : shape;
}

std::string name_of(std::string path) {
  std::ranges::replace(path, '.', '-');
  return path;
}

/// What can be chosen where an id, or a word, is wanted.
class Choices {
 public:
  explicit Choices(const CommandGround& ground) : ground_(ground) {}

  std::vector<Choice> of_enum(const Shape& shape) const {
    const std::string kind = kind_of_words(shape.name);
    std::vector<Choice> all;
    for (const codec::Enumerator& each : shape.enumerators) {
      all.push_back(
          {std::string{each.name}, std::string{word_of(kind, each.name, ground_.language)}});
    }
    return all;
  }

  std::vector<Choice> of_id(std::string_view thing) const {
    if (thing == "Party") return parties();
    if (thing == "Unit") return sorted(ground_.known.units);
    if (thing == "Principal") return sorted(ground_.known.principals);
    if (thing == "Council") return sorted(ground_.known.councils);
    if (thing == "Agreement") return sorted(ground_.known.agreements);
    if (thing == "Goal") return goals();
    return thing == "Activity" ? activities() : std::vector<Choice>{};
  }

  std::vector<Choice> parties() const {
    std::vector<Choice> all;
    if (ground_.shown == nullptr) return all;
    for (const PartyView& each : ground_.shown->parties) {
      if (!each.left_at) all.push_back({each.id.text, each.name});
    }
    return all;
  }

  /// Who can take the coordination on: the parties that are units, and the one that has it.
  std::vector<Choice> units_of_parties() const {
    std::vector<Choice> all = sorted(ground_.known.units);
    if (ground_.shown == nullptr) return all;
    std::erase_if(all, [&, shown = ground_.shown](const Choice& unit) {
      const auto is_it = [&](const auto& one) { return !one.left_at && one.id.text == unit.value; };
      return unit.value != shown->coordinator.unit.text &&
             std::ranges::none_of(shown->parties, is_it);
    });
    return all;
  }

  std::vector<Choice> goals() const {
    std::vector<Choice> all;
    if (ground_.shown == nullptr) return all;
    for (const Goal& each : ground_.shown->plan.goals) all.push_back({each.id.text, each.text});
    return all;
  }

  /// The huvudmän of the parties.
  std::vector<Choice> principals_of_parties() const {
    std::vector<Choice> all;
    if (ground_.shown == nullptr) return all;
    for (const PartyView& each : ground_.shown->parties) {
      const Principal* found = find_principal(ground_.known, each.principal);
      if (each.left_at || found == nullptr) continue;
      const auto is_there = [&](const Choice& one) { return one.value == each.principal.text; };
      if (std::ranges::none_of(all, is_there)) {
        all.push_back({each.principal.text, found->name});
      }
    }
    return all;
  }

 private:
  std::vector<Choice> activities() const {
    std::vector<Choice> all;
    if (ground_.shown == nullptr) return all;
    for (const ActivityView& each : ground_.shown->plan.activities) {
      all.push_back({each.id.text, each.what});
    }
    return all;
  }

  template <class Map>
  static std::vector<Choice> sorted(const Map& things) {
    std::vector<Choice> all;
    for (const auto& [id, thing] : things) all.push_back({id.text, thing.name});
    std::ranges::sort(all, {}, &Choice::text);
    return all;
  }

  const CommandGround& ground_;
};

/// Walks a command's shape and collects its groups.
class Walk {
 public:
  explicit Walk(const CommandGround& ground) : ground_(ground), choices_(ground) {}

  std::vector<CommandGroup> run(const Shape& command) {
    groups_.emplace_back();
    command_ = command.name;
    adds_party_ = command_ == "AddParty";
    members(command, "", false);
    return std::move(groups_);
  }

 private:
  void members(const Shape& structure, const std::string& before, bool optional) {
    for (const codec::Field& each : structure.fields) {
      if (before.empty() && is_left_to_program(each.name)) continue;
      take(*each.shape, before + std::string{each.name}, optional);
    }
  }

  void take(const Shape& shape, const std::string& path, bool optional) {
    const bool left_out = optional || shape.may_be_left_out();
    const Shape& inner = without_optional(shape);
    if (inner.kind == Kind::structure) return members(inner, path + ".", left_out);
    if (inner.kind == Kind::list && inner.of->kind == Kind::structure) return list(inner, path);
    groups_.front().fields.push_back(field(inner, path, !left_out));
  }

  /// One group for each thing of the case that the list can be about: its parties, goals, huvudmän;
  /// else some that are empty.
  void list(const Shape& shape, const std::string& path) {
    const codec::Field& first = shape.of->fields.front();
    const auto about = things(first);
    if (first.shape->kind == Kind::id) {
      for (std::size_t i = 0; i < about.size(); ++i) {
        group(*shape.of, path + "." + std::to_string(i), about[i].text, about[i].value);
      }
      return;
    }
    for (int i = 0; i < open_groups; ++i) {
      group(*shape.of, path + "." + std::to_string(i), {}, {});
    }
  }

  std::vector<Choice> things(const codec::Field& first) const {
    if (first.shape->name == "Party") return choices_.parties();
    if (first.shape->name == "Goal") return choices_.goals();
    return first.shape->name == "Principal" ? choices_.principals_of_parties()
                                            : std::vector<Choice>{};
  }

  void group(const Shape& structure, const std::string& path, std::string about,
             const std::string& fixed) {
    CommandGroup one{std::move(about), {}};
    for (const codec::Field& each : structure.fields) {
      CommandField made =
          field(without_optional(*each.shape), path + "." + std::string{each.name}, false);
      if (!fixed.empty() && &each == &structure.fields.front()) made.fixed = fixed;
      one.fields.push_back(std::move(made));
    }
    groups_.push_back(std::move(one));
  }

  CommandField field(const Shape& leaf, const std::string& path, bool required) const {
    CommandField made{path, name_of(path), Control::text, &leaf, required, {}, {}, {}};
    switch (leaf.kind) {
      case Kind::boolean:
        made.control = Control::check;
        break;
      case Kind::integer:
        made.control = Control::number;
        break;
      case Kind::date:
        made.control = Control::day;
        break;
      case Kind::instant:
      case Kind::local_time:
        made.control = Control::moment;
        break;
      case Kind::enumeration:
        made.control = Control::select;
        made.choices = choices_.of_enum(leaf);
        break;
      case Kind::id:
        made.control = Control::select;
        made.choices = command_ == "HandOverCoordination" && leaf.name == "Unit"
                           ? choices_.units_of_parties()
                           : choices_.of_id(adds_party_ ? "Unit" : leaf.name);
        made.required = required && !adds_party_;  // who is no unit gets an id by itself
        break;
      case Kind::list:
        set_list(made, *leaf.of);
        break;
      default:
        break;
    }
    preset(made);
    return made;
  }

  void set_list(CommandField& made, const Shape& item) const {
    made.control = item.kind == Kind::text ? Control::lines : Control::checks;
    if (item.kind == Kind::enumeration) made.choices = choices_.of_enum(item);
    if (item.kind == Kind::id) made.choices = choices_.of_id(item.name);
  }

  /// What is likely, or certain: the only choice there is, whoever asks as coordinator, the next
  /// free id of a goal or an activity; the law of all but a few plans.
  void preset(CommandField& made) const {
    if (made.path == "coordinator.unit") made.fixed = ground_.caller.unit.text;
    if (made.path == "coordinator.name") made.fixed = ground_.caller.name;
    if (made.path == "goal.id") made.fixed = next_id("mal", choices_.goals());
    if (made.path == "activity.id") made.fixed = next_id("akt", choices_.of_id("Activity"));
    if (made.control == Control::select && made.required && made.choices.size() == 1) {
      made.preset = made.choices.front().value;
    }
    if (made.path.starts_with("person.")) {
      made.preset =
          preset_of_person(ground_.shown, made.path.substr(std::string_view{"person."}.size()));
    }
    if (made.path == "law") made.preset = "sol_hsl";
    if (made.path == "questions") made.required = true;  // the engine asks for one at least
    if (adds_party_ && made.path == "kind") made.preset = "unit";
    if (command_ == "OpenCase" && made.path == "kind") made.preset = "sip";
    if (command_ == "CloseCase" && made.path == "reason")
      made.preset = preset_of_closing(ground_.shown);
    if (made.path == "consent.from" && ground_.today) made.preset = iso(*ground_.today);
    // Who consents is nearly always the person; in which capacity is still chosen.
    if (ground_.shown != nullptr && made.path == "consent.given_by.0.name")
      made.preset = ground_.shown->person.name;
    if (command_ == "SendSummons") made.preset += preset_of_last_meeting(ground_.shown, made.path);
  }

  static std::string next_id(const std::string& word, const std::vector<Choice>& taken) {
    std::size_t number = taken.size() + 1;
    const auto is_taken = [&](const Choice& one) {
      return one.value == word + "-" + std::to_string(number);
    };
    while (std::ranges::any_of(taken, is_taken)) ++number;
    return word + "-" + std::to_string(number);
  }

  const CommandGround& ground_;
  Choices choices_;
  bool adds_party_ = false;
  std::string_view command_;
  std::vector<CommandGroup> groups_;
};

/// A moment as a browser sends it, "2026-03-20T13:00", is the clock on the wall.
json moment_of(const std::string& text, const Shape& leaf, const Calendar& calendar) {
  const auto local = codec::read_local_time(text);
  if (!local || leaf.kind == Kind::local_time) return text;
  std::string utc;
  codec::put_instant(utc, calendar.zone().to_instant(*local));
  return utc;
}

json number_of(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? json(number) : json(text);
}

json lines_of(const std::string& text) {
  json lines = json::array();
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    std::string line = text.substr(from, end - from);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    from = end + 1;
  }
  return lines;
}

std::string with_unix_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// The field's value; null where it is left out. A box that is not ticked says no.
json value_of(const CommandField& field, const Form& form, const Calendar& calendar) {
  if (!field.fixed.empty()) {
    return field.control == Control::number ? number_of(field.fixed) : json(field.fixed);
  }
  const std::string text = with_unix_lines(form.value(field.name));
  if (field.control == Control::check) {
    return field.required || text == "yes" ? json(text == "yes") : json();
  }
  if (field.control == Control::checks) {
    const auto chosen = form.values(field.name);
    return chosen.empty() ? json() : json(chosen);
  }
  if (text.empty()) return field.required && field.control == Control::text ? json("") : json();
  if (field.control == Control::number) return number_of(text);
  if (field.control == Control::moment) return moment_of(text, *field.leaf, calendar);
  return field.control == Control::lines ? lines_of(text) : json(text);
}

/// Whether somebody filled in anything of the group but what is fixed.
bool is_filled_in(const CommandGroup& group, const Form& form) {
  return std::ranges::any_of(group.fields, [&](const CommandField& each) {
    return each.fixed.empty() && !form.value(each.name).empty();
  });
}

/// "/marks/2/party" of "marks.4.party", where two marks before it were filled in.
json::json_pointer pointer_of(std::string path, std::size_t place) {
  std::string closed;
  for (std::size_t from = 0; from < path.size();) {
    const auto end = std::min(path.find('.', from), path.size());
    const std::string part = path.substr(from, end - from);
    const bool is_place = part.find_first_not_of("0123456789") == std::string::npos;
    closed += "/" + (is_place ? std::to_string(place) : part);
    from = end + 1;
  }
  return json::json_pointer{closed};
}

}  // namespace

const codec::Shape* shape_of_command(std::string_view command) {
  for (const codec::Alternative& each : codec::shape_of<FileCommand>().alternatives) {
    if (each.id == command) return each.shape;
  }
  return nullptr;
}

std::vector<CommandGroup> fields_of(const Shape& command, const CommandGround& ground) {
  return Walk(ground).run(command);
}

json data_of(const std::vector<CommandGroup>& groups, const Form& form, const Calendar& calendar) {
  json data = json::object();
  std::size_t place = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0 && !is_filled_in(groups[i], form)) continue;
    for (const CommandField& field : groups[i].fields) {
      json value = value_of(field, form, calendar);
      if (!value.is_null()) data[pointer_of(field.path, place)] = std::move(value);
    }
    if (i > 0) ++place;
  }
  return data;
}

}  // namespace kallad::web
