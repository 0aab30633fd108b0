// Keyed words first, so that bare ones find only what is still free.
// Not knowing any command: what is asked is the shape's kinds and names.
#include "adapters/scene/fields/bind.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/codec/forms.hpp"
#include "adapters/scene/fields/values.hpp"
#include "adapters/scene/text/nearest.hpp"

namespace kallad::scene {

namespace {

using codec::Field;
using codec::Kind;
using codec::Shape;

const Shape& unwrapped(const Shape& shape) {
  return shape.kind == Kind::optional ? *shape.of : shape;
}

/// The struct's own fields first, then those of its parts.
void flatten(const Shape& structure, const Path& before, std::vector<Path>& out) {
  for (const Field& field : structure.fields) {
    out.push_back(before);
    out.back().push_back(&field);
  }
  for (const Field& field : structure.fields) {
    const Shape& part = unwrapped(*field.shape);
    if (part.kind != Kind::structure) continue;
    Path path = before;
    path.push_back(&field);
    flatten(part, path, out);
  }
}

std::vector<Path> all_paths(const Shape& structure) {
  std::vector<Path> paths;
  flatten(structure, {}, paths);
  return paths;
}

bool is_id_first(const Shape& shape) {
  return shape.kind == Kind::structure && !shape.fields.empty() &&
         shape.fields.front().shape->kind == Kind::id;
}

bool is_list(const Path& path) { return unwrapped(*path.back()->shape).kind == Kind::list; }

class Binder {
 public:
  Binder(const Shape& structure, const Binding& how)
      : how_(how), structure_(structure), paths_(all_paths(structure)) {}

  std::vector<Bound> run(std::span<const Word> words) {
    for (const Word& word : words) {
      if (!word.is_bare()) keyed(word);
    }
    for (const Word& word : words) {
      if (word.is_bare()) placed(word);
    }
    std::sort(bound_.begin(), bound_.end(), [](const Bound& a, const Bound& b) {
      return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    return std::move(bound_);
  }

 private:
  void keyed(const Word& word) {
    if (const Path path = by_key(word); !path.empty()) {
      return add(path, word.op, grouped(*path.back()->shape, word), word.place);
    }
    const Path path = by_item(word);
    std::vector<Word> parts{single(word, word.key)};
    for (const std::string& value : word.values) {
      parts.push_back(part_of(bare(*path.back()->shape), word, value));
    }
    add(path, "=", {std::move(parts)}, word.place);
  }

  /// A path with dots, a field, or the only field of that name inside the parts.
  Path by_key(const Word& word) {
    std::vector<Path> found;
    for (const Path& path : paths_) {
      if (text_of(path) == word.key) return path;
      if (path.back()->name == word.key) found.push_back(path);
    }
    if (found.size() > 1) {
      throw StoryFault(word.place, word.key + " kan vara " + text_of(found[0]) + " eller " +
                                       text_of(found[1]) + "; skriv vilken");
    }
    return found.empty() ? Path{} : found.front();
  }

  Path by_item(const Word& word) {
    for (const Path& path : paths_) {
      const Shape& item = bare(*path.back()->shape);
      if (codec::is_id(word.key) && is_id_first(item) && is_item(item, word.key)) return path;
    }
    std::vector<std::string> names;
    for (const Path& path : paths_) names.emplace_back(path.back()->name);
    throw StoryFault(word.place, "fältet " + word.key + " finns inte här" + hint(word.key, names));
  }

  bool is_item(const Shape& item, const std::string& id) const {
    return !how_.is_item || how_.is_item(item.fields.front().shape->name, id);
  }

  static Word single(const Word& word, std::string value) {
    Word one;
    one.place = word.place;
    one.values = {std::move(value)};
    return one;
  }

  /// One part of an item: "mandate=no" is keyed where the struct has such a field.
  static Word part_of(const Shape& structure, const Word& word, const std::string& value) {
    const auto equals = value.find('=');
    if (structure.kind == Kind::structure && equals != std::string::npos) {
      const std::string key = value.substr(0, equals);
      if (!find_path(structure, key).empty()) {
        Word part = single(word, value.substr(equals + 1));
        part.key = key;
        part.op = "=";
        return part;
      }
    }
    return single(word, value);
  }

  /// The values of a keyed word as items.
  std::vector<std::vector<Word>> grouped(const Shape& field, const Word& word) {
    const Shape& shape = unwrapped(field);
    const Shape& item = bare(field);
    std::vector<std::vector<Word>> items;
    for (const std::string& value : word.values) {
      Word part = part_of(item, word, value);
      part.quoted = word.quoted && item.kind != Kind::structure;
      if (items.empty() || (shape.kind == Kind::list && begins_item(item, items.back(), part))) {
        items.emplace_back();
      }
      items.back().push_back(std::move(part));
    }
    return items;
  }

  /// Whether this part no longer fits into the item before it.
  static bool begins_item(const Shape& item, const std::vector<Word>& before, const Word& part) {
    if (item.kind != Kind::structure) return true;
    std::vector<Word> with = before;
    with.push_back(part);
    try {
      bind_words(item, with, {.taken = {}, .in_item = true, .is_item = {}});
      return false;
    } catch (const StoryFault&) {
      return true;
    }
  }

  void placed(const Word& word) {
    if (word.values.size() > 1) return placed_list(word);
    const Path* best = nullptr;
    std::tuple<int, int> least{100, 100};
    for (const Path& path : paths_) {
      const auto rank = rank_of(path, word);
      if (rank < least) std::tie(best, least) = std::tuple{&path, rank};
    }
    if (best == nullptr) fits_nowhere(word);
    add(*best, "=", {{word}}, word.place);
  }

  /// `a,b,c` without a key: the first free list that takes the first of them.
  void placed_list(const Word& word) {
    for (const Path& path : paths_) {
      if (!is_list(path) || !is_free(path)) continue;
      if (taking(bare(*path.back()->shape), word, word.values.front(), true) == 0) continue;
      return add(path, "=", grouped(*path.back()->shape, word), word.place);
    }
    fits_nowhere(word);
  }

  [[noreturn]] void fits_nowhere(const Word& word) const {
    std::vector<std::string> names;
    for (const Path& path : paths_) {
      if (!is_free(path)) continue;
      names.emplace_back(path.back()->name);
      for (const auto& each : bare(*path.back()->shape).enumerators) names.emplace_back(each.name);
    }
    throw StoryFault(word.place,
                     "\"" + word.text() + "\" passar inte in här" + hint(word.text(), names));
  }

  /// How well a free field takes the word, the least first; 100 not at all.
  std::tuple<int, int> rank_of(const Path& path, const Word& word) const {
    if (!is_free(path) || (how_.in_item && is_list(path))) return {100, 100};
    const int taken = taking(bare(*path.back()->shape), word, word.text(), how_.in_item);
    if (taken == 0) return {100, 100};
    const Kind kind = path.back()->shape->kind;
    const Shape& item = bare(*path.back()->shape);
    const bool is_guess = item.kind == Kind::id && kind == Kind::optional && how_.is_item;
    if (is_guess && !how_.is_item(item.name, word.text())) return {100, 100};
    return {taken, kind == Kind::list ? 2 : kind == Kind::optional ? 1 : 0};
  }

  /// 1 an enum with that name, 2 a number, day or time, 3 an id, 4 a text; 0 not at all.
  static int taking(const Shape& shape, const Word& word, const std::string& value, bool in_item) {
    if (shape.kind == Kind::text) return word.quoted || in_item ? 4 : 0;
    if (word.quoted) return 0;
    switch (shape.kind) {
      case Kind::enumeration:
        return is_enumerator(shape, value) ? 1 : 0;
      case Kind::integer:
      case Kind::date:
      case Kind::instant:
      case Kind::local_time:
        return has_form_of(shape.kind, value) ? 2 : 0;
      case Kind::id:
        return codec::is_id(value) ? 3 : 0;
      default:
        return 0;
    }
  }

  bool is_free(const Path& path) const {
    const auto same = [&](const Bound& each) { return each.path == path && !is_list(path); };
    if (std::any_of(bound_.begin(), bound_.end(), same)) return false;
    return std::find(how_.taken.begin(), how_.taken.end(), path) == how_.taken.end();
  }

  void add(const Path& path, const std::string& op, std::vector<std::vector<Word>> items,
           Place place) {
    const auto same = std::find_if(bound_.begin(), bound_.end(),
                                   [&](Bound& each) { return each.path == path && each.op == op; });
    if (same == bound_.end()) {
      bound_.push_back({path, op, std::move(items), place});
      return;
    }
    if (!is_list(path)) throw StoryFault(place, text_of(path) + " är sagt två gånger");
    for (auto& item : items) same->items.push_back(std::move(item));
  }

  const Binding& how_;
  const Shape& structure_;
  std::vector<Path> paths_;
  std::vector<Bound> bound_;
};

}  // namespace

std::string text_of(const Path& path) {
  std::string text;
  for (const Field* field : path) text.append(text.empty() ? "" : ".").append(field->name);
  return text;
}

const codec::Shape& bare(const codec::Shape& shape) {
  const Shape& inner = unwrapped(shape);
  return inner.kind == Kind::list ? *inner.of : inner;
}

Path find_path(const codec::Shape& structure, std::string_view key) {
  for (Path& path : all_paths(structure)) {
    if (text_of(path) == key || path.back()->name == key) return std::move(path);
  }
  return {};
}

const void* reach(const void* value, const Path& path) {
  for (const Field* field : path) {
    const bool is_last = field == path.back();
    value = field->at(value);
    if (is_last || field->shape->kind != Kind::optional) continue;
    value = field->shape->optional.get(value);
    if (value == nullptr) return nullptr;
  }
  return value;
}

std::vector<Bound> bind_words(const codec::Shape& structure, std::span<const Word> words,
                              const Binding& how) {
  return Binder{structure, how}.run(words);
}

}  // namespace kallad::scene
