// Walks each path, making optionals on the way, and sets what is at its end.
// Not choosing: which word is about which field is settled before (bind.cpp).
#include "adapters/scene/fields/fill.hpp"

#include "adapters/scene/fields/values.hpp"

namespace kallad::scene {

namespace {

using codec::Kind;
using codec::Shape;

void set(const Shape& shape, void* target, const std::vector<Word>& item, bool as_written,
         const Setting& setting) {
  if (shape.kind == Kind::optional) {
    return set(*shape.of, shape.optional.emplace(target), item, as_written, setting);
  }
  if (shape.kind == Kind::structure) {
    return fill(shape, target, item, setting, {.taken = {}, .in_item = true, .is_item = {}});
  }
  if (item.size() > 1) {
    throw StoryFault(item[1].place, "här väntas ett värde; \"" + item[1].text() + "\" är ett till");
  }
  set_value(shape, target, item.front(), as_written, setting);
}

void set_list(const Shape& shape, void* target, const Bound& said, const Setting& setting) {
  shape.list.resize(target, said.items.size());
  const bool as_written = is_as_written(*said.path.back());
  for (std::size_t i = 0; i < said.items.size(); ++i) {
    // The list is ours, so what it holds may be changed.
    set(*shape.of, const_cast<void*>(shape.list.at(target, i)), said.items[i], as_written, setting);
  }
}

void set_bound(void* target, const Bound& said, const Setting& setting) {
  const Shape* shape = nullptr;
  for (const codec::Field* field : said.path) {
    target = const_cast<void*>(field->at(target));
    shape = field->shape;
    if (shape->kind != Kind::optional) continue;
    const bool is_last = field == said.path.back();
    if (is_last && shape->of->kind != Kind::list) break;
    const void* there = shape->optional.get(target);
    target = there == nullptr ? shape->optional.emplace(target) : const_cast<void*>(there);
    shape = shape->of;
  }
  if (shape->kind == Kind::list) return set_list(*shape, target, said, setting);
  set(*shape, target, said.items.front(), is_as_written(*said.path.back()), setting);
}

}  // namespace

bool is_as_written(const codec::Field& field) {
  return field.name == "covers" || field.name == "by" || field.name == "agreed_by";
}

void fill(const Shape& structure, void* target, std::span<const Word> words, const Setting& setting,
          const Binding& how) {
  for (const Bound& each : bind_words(structure, words, how)) {
    if (each.op != "=") throw StoryFault(each.place, "här väntas =, inte " + each.op);
    set_bound(target, each, setting);
  }
}

}  // namespace kallad::scene
