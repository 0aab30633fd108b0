// One function a kind. Wall-clock times are Sweden's, by the setting's zone.
// Not which field a value is for: bind.cpp.
#include "adapters/scene/fields/values.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/codec/forms.hpp"
#include "adapters/scene/text/nearest.hpp"
#include "adapters/scene/text/parser.hpp"

namespace kallad::scene {

namespace {

using codec::Kind;
using codec::Shape;

/// Day and time of day, the day left out being that of the line.
std::optional<LocalTime> wall_clock(std::string_view text, Date today) {
  if (const auto time = read_time_of_day(text)) return std::chrono::local_days{today} + *time;
  if (text.size() < day_length + 2) return std::nullopt;
  if (text[day_length] != ' ' && text[day_length] != 'T') return std::nullopt;
  const auto day = read_day(text.substr(0, day_length));
  const auto time = read_time_of_day(text.substr(day_length + 1));
  if (!day || !time) return std::nullopt;
  return std::chrono::local_days{*day} + *time;
}

template <class T>
void put(const std::optional<T>& value, void* target, const Word& word, std::string_view wanted) {
  if (!value) {
    throw StoryFault(word.place, "\"" + word.text() + "\" är inte " + std::string{wanted});
  }
  *static_cast<T*>(target) = *value;
}

void put_enumerator(const Shape& shape, void* target, const Word& word) {
  const std::string name = word.text();
  for (const auto& each : shape.enumerators) {
    if (each.name == name) return shape.number.store(target, each.value);
  }
  std::vector<std::string> names;
  for (const auto& each : shape.enumerators) names.emplace_back(each.name);
  throw StoryFault(word.place, "\"" + name + "\" är inget värde här" + hint(name, names));
}

void put_number(const Shape& shape, void* target, const Word& word) {
  const auto number = read_number(word.text());
  const bool fits = number && *number >= shape.number.least &&
                    (*number < 0 || static_cast<std::uint64_t>(*number) <= shape.number.most);
  if (!fits) throw StoryFault(word.place, "\"" + word.text() + "\" är inget tal som passar här");
  shape.number.store(target, *number);
}

std::optional<bool> read_bool(std::string_view text) {
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  return std::nullopt;
}

bool names_a_party(const Shape& shape) { return shape.name == "Party" || shape.name == "Unit"; }

std::string local_text(LocalTime reading) {
  std::string text;
  codec::put_local_time(text, reading);
  return text;
}

}  // namespace

std::optional<LocalTime> read_wall_clock(std::string_view text, const Setting& setting) {
  return wall_clock(text, setting.today);
}

std::optional<Instant> read_moment(std::string_view text, const Setting& setting) {
  if (text.ends_with('Z')) {
    const auto utc = wall_clock(text.substr(0, text.size() - 1), setting.today);
    if (!utc) return std::nullopt;
    return Instant{utc->time_since_epoch()};
  }
  const auto reading = wall_clock(text, setting.today);
  if (!reading) return std::nullopt;
  return setting.zone.to_instant(*reading);
}

std::optional<std::int64_t> read_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

bool is_enumerator(const Shape& shape, std::string_view name) {
  return std::any_of(shape.enumerators.begin(), shape.enumerators.end(),
                     [&](const auto& each) { return each.name == name; });
}

bool has_form_of(Kind kind, std::string_view text) {
  if (kind == Kind::integer) return read_number(text).has_value();
  if (kind == Kind::date) return read_day(text).has_value();
  if (text.ends_with('Z') && kind == Kind::instant) text.remove_suffix(1);
  return wall_clock(text, Date{}).has_value();
}

void set_value(const Shape& shape, void* target, const Word& word, bool as_written,
               const Setting& setting) {
  const std::string text = word.text();
  switch (shape.kind) {
    case Kind::boolean:
      return put(read_bool(text), target, word, "yes eller no");
    case Kind::integer:
      return put_number(shape, target, word);
    case Kind::date:
      return put(read_day(text), target, word, "en dag, ÅÅÅÅ-MM-DD");
    case Kind::instant:
      return put(read_moment(text, setting), target, word, "en tid, TT:MM eller ÅÅÅÅ-MM-DDTTT:MM");
    case Kind::local_time:
      return put(read_wall_clock(text, setting), target, word,
                 "en tid, TT:MM eller ÅÅÅÅ-MM-DDTTT:MM");
    case Kind::enumeration:
      return put_enumerator(shape, target, word);
    case Kind::id:
      *static_cast<std::string*>(target) =
          names_a_party(shape) && !as_written ? setting.party(text, word.place) : text;
      return;
    default:
      *static_cast<std::string*>(target) = text;
  }
}

std::string text_of(const Shape& shape, const void* value, const Setting& setting) {
  std::string text;
  switch (shape.kind) {
    case Kind::optional:
      value = shape.optional.get(value);
      return value == nullptr ? "none" : text_of(*shape.of, value, setting);
    case Kind::boolean:
      return *static_cast<const bool*>(value) ? "yes" : "no";
    case Kind::integer:
      return std::to_string(shape.number.load(value));
    case Kind::date:
      codec::put_date(text, *static_cast<const Date*>(value));
      return text;
    case Kind::instant:
      return local_text(setting.zone.to_local(*static_cast<const Instant*>(value)));
    case Kind::local_time:
      return local_text(*static_cast<const LocalTime*>(value));
    case Kind::enumeration:
      for (const auto& each : shape.enumerators) {
        if (each.value == shape.number.load(value)) text = each.name;
      }
      return text;
    default:
      return *static_cast<const std::string*>(value);
  }
}

}  // namespace kallad::scene
