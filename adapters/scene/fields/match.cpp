// Values are compared as the texts a story would write, numbers and counts as numbers.
// Not choosing what is looked at: that is expect.cpp.
#include "adapters/scene/fields/match.hpp"

#include <algorithm>

#include "adapters/scene/fields/fill.hpp"
#include "adapters/scene/fields/values.hpp"
#include "adapters/scene/text/parser.hpp"

namespace kallad::scene {

namespace {

using codec::Kind;
using codec::Shape;

bool compares(std::int64_t is, const std::string& op, std::int64_t wanted) {
  if (op == ">=") return is >= wanted;
  if (op == "<=") return is <= wanted;
  return is == wanted;
}

/// The text a struct in a list is known by: that of its first field.
std::string item_text(const Shape& shape, const void* item, const Setting& setting) {
  if (shape.kind != Kind::structure) return text_of(shape, item, setting);
  const codec::Field& first = shape.fields.front();
  return text_of(*first.shape, first.at(item), setting);
}

std::vector<std::string> texts_of(const Shape& list, const void* value, const Setting& setting) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < list.list.size(value); ++i) {
    texts.push_back(item_text(*list.of, list.list.at(value, i), setting));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// What the word means as a value of that shape, as text_of would write it.
std::string meant(const Shape& shape, const Word& word, bool as_written, const Setting& setting) {
  const std::string text = word.text();
  if (shape.kind == Kind::structure) {
    const codec::Field& first = shape.fields.front();
    return meant(*first.shape, word, as_written || is_as_written(first), setting);
  }
  if (shape.kind == Kind::id) {
    const bool party = !as_written && (shape.name == "Party" || shape.name == "Unit");
    return party ? setting.party(text, word.place) : text;
  }
  if (shape.kind == Kind::boolean && text == "true") return "yes";
  if (shape.kind == Kind::boolean && text == "false") return "no";
  if (shape.kind == Kind::enumeration && !is_enumerator(shape, text)) {
    std::int64_t unused = 0;
    set_value(shape, &unused, word, false, setting);  // throws, naming what would do
  }
  return text;
}

bool list_is_as_said(const Shape& list, const void* value, const Bound& said,
                     const Setting& setting) {
  const auto is = texts_of(list, value, setting);
  const Word& first = said.items.front().front();
  if (first.is("none") && !is_enumerator(*list.of, "none")) return is.empty();
  if (const auto count = read_number(first.text()); count && list.of->kind != Kind::integer) {
    return compares(static_cast<std::int64_t>(is.size()), said.op, *count);
  }
  std::vector<std::string> wanted;
  for (const auto& item : said.items) {
    wanted.push_back(meant(*list.of, item.front(), is_as_written(*said.path.back()), setting));
  }
  std::sort(wanted.begin(), wanted.end());
  if (said.op == ">=") return std::includes(is.begin(), is.end(), wanted.begin(), wanted.end());
  return is == wanted;
}

bool moment_is_as_said(Instant is, const Bound& said, const Setting& setting) {
  const Word& word = said.items.front().front();
  if (const auto day = read_day(word.text())) {
    return compares(
        (std::chrono::sys_days{setting.zone.day_of(is)} - std::chrono::sys_days{*day}).count(),
        said.op, 0);
  }
  const auto wanted = read_moment(word.text(), setting);
  if (!wanted) throw StoryFault(word.place, "\"" + word.text() + "\" är varken dag eller tid");
  const std::string text = word.text();
  const bool to_the_minute = std::count(text.begin(), text.end(), ':') == 1;
  if (to_the_minute) is = std::chrono::floor<std::chrono::minutes>(is);
  return compares((is - *wanted).count(), said.op, 0);
}

}  // namespace

bool is_as_said(const void* value, const Bound& said, const Setting& setting) {
  const Word& word = said.items.front().front();
  const Shape* shape = said.path.back()->shape;
  const void* field = reach(value, said.path);
  if (field == nullptr) return word.is("none");
  if (shape->kind == Kind::optional) {
    field = shape->optional.get(field);
    shape = shape->of;
    if (word.is("none") && !is_enumerator(*shape, "none")) return field == nullptr;
    if (field == nullptr) return false;
  }
  if (shape->kind == Kind::list) return list_is_as_said(*shape, field, said, setting);
  if (shape->kind == Kind::instant) {
    return moment_is_as_said(*static_cast<const Instant*>(field), said, setting);
  }
  if (shape->kind == Kind::integer || shape->kind == Kind::date) {
    const auto key = [&](const std::string& text) {
      if (const auto day = read_day(text)) {
        return std::int64_t{std::chrono::sys_days{*day}.time_since_epoch().count()};
      }
      const auto number = read_number(text);
      if (!number) throw StoryFault(word.place, "\"" + word.text() + "\" är varken tal eller dag");
      return *number;
    };
    return compares(key(text_of(*shape, field, setting)), said.op, key(word.text()));
  }
  const bool as_written = is_as_written(*said.path.back());
  return item_text(*shape, field, setting) == meant(*shape, word, as_written, setting);
}

std::string as_it_is(const void* value, const Path& path, const Setting& setting) {
  std::string text = text_of(path) + "=";
  const Shape* shape = path.back()->shape;
  const void* field = reach(value, path);
  if (field != nullptr && shape->kind == Kind::optional) {
    field = shape->optional.get(field);
    shape = shape->of;
  }
  if (field == nullptr) return text + "none";
  if (shape->kind != Kind::list) return text + item_text(*shape, field, setting);
  const auto texts = texts_of(*shape, field, setting);
  for (const std::string& each : texts) text.append(text.ends_with('=') ? "" : ",").append(each);
  return texts.empty() ? text + "none" : text;
}

}  // namespace kallad::scene
