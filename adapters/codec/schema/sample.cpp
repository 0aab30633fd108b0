// Fills values by their shape, counting, so that no two fields of a sample hold the same.
// Rule kept: the same bytes in every build, since golden copies are held against them.
#include "adapters/codec/schema/sample.hpp"

#include <string_view>

#include "adapters/codec/codec.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::codec {
namespace {

using namespace std::chrono_literals;

constexpr int deepest = 5;  // a list in a struct in itself ends empty here

class Filler {
 public:
  void fill(const Shape& shape, void* value, std::string_view name);

 private:
  void fill_list(const Shape& shape, void* value, std::string_view name);
  void fill_structure(const Shape& shape, void* value);
  int next() { return ++count_; }

  int count_ = 0;
  int depth_ = 0;
};

template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

void Filler::fill(const Shape& shape, void* value, std::string_view name) {
  const auto start = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};
  switch (shape.kind) {
    case Kind::boolean:
      as<bool>(value) = true;
      return;
    case Kind::integer:
      return shape.number.store(value, next());
    case Kind::text:
      // Quotes, a break and letters beyond ASCII: what a careless writer would get wrong.
      as<std::string>(value) = std::string{name} + " \"å/ä\\ö\"\n" + std::to_string(next());
      return;
    case Kind::id:
      as<std::string>(value) = "sample/id-" + std::to_string(next());
      return;
    case Kind::date:
      as<Date>(value) = Date{start + std::chrono::days{next()}};
      return;
    case Kind::instant:
      as<Instant>(value) = Instant{start} + 9h + next() * 61s;
      return;
    case Kind::local_time:
      as<LocalTime>(value) = LocalTime{start.time_since_epoch()} + 13h + next() * 1min;
      return;
    case Kind::enumeration:
      return shape.number.store(value, shape.enumerators.front().value);
    case Kind::structure:
      return fill_structure(shape, value);
    case Kind::list:
      return fill_list(shape, value, name);
    case Kind::optional:
      if (depth_ < deepest) fill(*shape.of, shape.optional.emplace(value), name);
      return;
    case Kind::variant:
      return fill(*shape.alternatives.front().shape, shape.alternatives.front().emplace(value), "");
  }
}

void Filler::fill_list(const Shape& shape, void* value, std::string_view name) {
  const std::size_t size = depth_ < deepest ? 2 : 0;
  shape.list.resize(value, size);
  for (std::size_t i = 0; i < size; ++i) {
    fill(*shape.of, const_cast<void*>(shape.list.at(value, i)), name);
  }
}

void Filler::fill_structure(const Shape& shape, void* value) {
  ++depth_;
  for (const Field& field : shape.fields) {
    fill(*field.shape, const_cast<void*>(field.at(value)), field.name);
  }
  --depth_;
}

// The document is put together here and not by writing a variant, since an older version is in
// none.
GeneratedFile golden_copy(std::string_view id, int version, const Shape& shape, void* value) {
  fill_sample(shape, value);
  const std::string number = std::to_string(version);
  std::string text = "{\"type\":\"" + std::string{id} + "\",\"version\":" + number + ",\"data\":";
  write_onto(text, shape, value);
  return {std::string{id} + ".v" + number + ".json", text + "}\n"};
}

}  // namespace

void fill_sample(const Shape& shape, void* value) { Filler{}.fill(shape, value, ""); }

std::vector<GeneratedFile> golden_copies(const Shape& variant) {
  const auto event = variant.variant.create();
  std::vector<GeneratedFile> copies;
  for (const Alternative& each : variant.alternatives) {
    for (const Older& older : each.older) {
      copies.push_back(golden_copy(each.id, older.version, *older.shape, older.create().get()));
    }
    copies.push_back(golden_copy(each.id, each.version, *each.shape, each.emplace(event.get())));
  }
  return copies;
}

}  // namespace kallad::codec
