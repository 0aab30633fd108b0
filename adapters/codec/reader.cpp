// Walks a tape and a shape side by side and fills the value. All errors are gathered, in declared
// order. Not lenient anywhere: no field is guessed, no type converted, nothing unknown passed over.
#include <algorithm>
#include <nlohmann/json_fwd.hpp>

#include "adapters/codec/codec.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/tape.hpp"

namespace kallad::codec {
namespace {

using Data = std::vector<std::pair<std::string, std::string>>;

// Where the reader is. A chain on the stack, made into a path only when something is wrong.
struct Place {
  const Place* outer = nullptr;
  std::string_view key;
  std::size_t index = 0;  // where the key is empty
  bool in_list = false;

  std::string path() const {
    if (outer == nullptr) return {};
    std::string text = outer->path();
    if (in_list) return text + "/" + std::to_string(index);
    append_key(text, key);
    return text;
  }
};

class Reader {
 public:
  Reader(const Tape& tape, CodecErrors& errors) : tape_(tape), errors_(errors) {}

  void read(const Shape& shape, std::size_t at, const Place& place, void* target);
  void read_alternative(const Shape& variant, const Alternative& chosen, int version,
                        std::size_t data, const Place& place, void* target);
  void error(const Place& place, std::string_view rule, Data data = {}) {
    if (errors_.size() < limit::errors) errors_.push_back({place.path(), rule, std::move(data)});
  }

 private:
  void read_integer(const Shape& shape, const Node& node, const Place& place, void* target);
  void read_text_like(const Shape& shape, const Node& node, const Place& place, void* target);
  void read_enumeration(const Shape& shape, const Node& node, const Place& place, void* target);
  void read_id(const Node& node, const Place& place, void* target);
  void read_text(const Node& node, const Place& place, void* target);
  void read_list(const Shape& shape, std::size_t at, const Place& place, void* target);
  void read_structure(const Shape& shape, std::size_t at, const Place& place, void* target);
  void read_field(const Field& field, std::size_t at, const Place& place, void* structure);
  void refuse_unknown(std::span<const Field> fields, std::size_t at, const Place& place);
  void read_variant(const Shape& shape, std::size_t at, const Place& place, void* target);
  const Alternative* find_type(const Shape& shape, std::size_t at, const Place& place);
  int find_version(std::size_t at, const Place& place);
  bool expect(const Node& node, Token token, std::string_view name, const Place& place) {
    if (node.token == token) return true;
    error(place, rule::wrong_type, {{"expected", std::string{name}}});
    return false;
  }
  // The child of that name, looked for first at `hint` (fields mostly come in declared order); 0 is
  // none, since node 0 is the document.
  std::size_t child(std::size_t object, std::string_view name, std::size_t hint) const;

  const Tape& tape_;
  CodecErrors& errors_;
  bool is_stored_ = false;  ///< an event is read: its texts are what they are
};

template <class T>
T& as(void* target) {
  return *static_cast<T*>(target);
}

// The address of a member of the structure that is being filled: ours to change, since we own the
// structure.
void* member(const Field& field, void* structure) { return const_cast<void*>(field.at(structure)); }

std::size_t Reader::child(std::size_t object, std::string_view name, std::size_t hint) const {
  const std::size_t end = tape_.node(object).next;
  if (hint < end && tape_.node(hint).key == name) return hint;
  for (std::size_t at = object + 1; at < end; at = tape_.node(at).next) {
    if (tape_.node(at).key == name) return at;
  }
  return 0;
}

void Reader::read(const Shape& shape, std::size_t at, const Place& place, void* target) {
  const Node& node = tape_.node(at);
  switch (shape.kind) {
    case Kind::boolean:
      if (expect(node, Token::boolean, "boolean", place)) as<bool>(target) = node.bits != 0;
      return;
    case Kind::integer:
      return read_integer(shape, node, place, target);
    case Kind::list:
      return read_list(shape, at, place, target);
    case Kind::optional:
      return read(*shape.of, at, place, shape.optional.emplace(target));
    case Kind::structure:
      return read_structure(shape, at, place, target);
    case Kind::variant:
      return read_variant(shape, at, place, target);
    default:
      if (expect(node, Token::text, "text", place)) read_text_like(shape, node, place, target);
  }
}

void Reader::read_integer(const Shape& shape, const Node& node, const Place& place, void* target) {
  const NumberAccess& number = shape.number;
  if (node.token != Token::huge_integer && !expect(node, Token::integer, "integer", place)) return;
  const auto bits = static_cast<std::int64_t>(node.bits);
  const bool fits = node.token == Token::integer &&
                    (node.negative ? bits >= number.least : node.bits <= number.most);
  if (fits) return number.store(target, bits);
  error(place, rule::out_of_range,
        {{"least", std::to_string(number.least)}, {"most", std::to_string(number.most)}});
}

void Reader::read_text_like(const Shape& shape, const Node& node, const Place& place,
                            void* target) {
  const auto set = [&]<class T>(const std::optional<T>& value, std::string_view rule,
                                std::string_view form) {
    if (value)
      as<T>(target) = *value;
    else
      error(place, rule, {{"form", std::string{form}}});
  };
  switch (shape.kind) {
    case Kind::id:
      return read_id(node, place, target);
    case Kind::date:
      return set(read_date(node.text), rule::bad_date, date_form);
    case Kind::instant:
      return set(read_instant(node.text), rule::bad_time, instant_form);
    case Kind::local_time:
      return set(read_local_time(node.text), rule::bad_time, local_time_form);
    case Kind::enumeration:
      return read_enumeration(shape, node, place, target);
    default:
      return read_text(node, place, target);
  }
}

void Reader::read_enumeration(const Shape& shape, const Node& node, const Place& place,
                              void* target) {
  std::string allowed;
  for (const Enumerator& enumerator : shape.enumerators) {
    if (enumerator.name == node.text) return shape.number.store(target, enumerator.value);
  }
  for (const Enumerator& enumerator : shape.enumerators) {
    allowed.append(allowed.empty() ? "" : ", ").append(enumerator.name);
  }
  error(place, rule::unknown_value, {{"allowed", allowed}});
}

void Reader::read_id(const Node& node, const Place& place, void* target) {
  if (!is_id(node.text)) return error(place, rule::bad_id, {{"pattern", std::string{id_pattern}}});
  as<std::string>(target) = node.text;
}

void Reader::read_text(const Node& node, const Place& place, void* target) {
  std::string text = is_stored_ ? std::string{node.text} : legible(node.text);
  const std::string_view broken = broken_text_rule(text);
  if (broken.empty())
    as<std::string>(target) = std::move(text);
  else if (broken == rule::bad_text)
    error(place, broken);
  else
    error(place, broken, {{"limit", std::to_string(limit::text_characters)}});
}

void Reader::read_list(const Shape& shape, std::size_t at, const Place& place, void* target) {
  const Node& node = tape_.node(at);
  if (!expect(node, Token::list, "list", place)) return;
  if (node.children > limit::list_items) {
    return error(place, rule::too_long, {{"limit", std::to_string(limit::list_items)}});
  }
  shape.list.resize(target, node.children);
  std::size_t item = at + 1;
  for (std::size_t i = 0; i < node.children; ++i, item = tape_.node(item).next) {
    read(*shape.of, item, {.outer = &place, .key = {}, .index = i, .in_list = true},
         const_cast<void*>(shape.list.at(target, i)));
  }
}

void Reader::read_structure(const Shape& shape, std::size_t at, const Place& place, void* target) {
  if (!expect(tape_.node(at), Token::object, "object", place)) return;
  std::size_t hint = at + 1;
  std::size_t known = 0;
  for (const Field& field : shape.fields) {
    const std::size_t given = child(at, field.name, hint);
    read_field(field, given, place, target);
    if (given == 0) continue;
    hint = tape_.node(given).next;
    ++known;
  }
  if (known != tape_.node(at).children) refuse_unknown(shape.fields, at, place);
}

// `at` is the field's node, 0 where it was left out. A required Id may be empty, for an actor that
// acts for no unit; in a list or an optional it may not, since leaving it out says the same.
void Reader::read_field(const Field& field, std::size_t at, const Place& outer, void* structure) {
  const Place place{.outer = &outer, .key = field.name};
  void* target = member(field, structure);
  if (at == 0) {
    if (field.shape->kind == Kind::optional) return field.shape->optional.reset(target);
    if (field.shape->kind == Kind::list) return field.shape->list.resize(target, 0);
    return error(place, rule::missing_field);
  }
  const Node& node = tape_.node(at);
  if (field.shape->kind == Kind::id && node.token == Token::text && node.text.empty()) {
    return as<std::string>(target).clear();
  }
  read(*field.shape, at, place, target);
}

void Reader::refuse_unknown(std::span<const Field> fields, std::size_t at, const Place& place) {
  const std::size_t end = tape_.node(at).next;
  for (std::size_t each = at + 1; each < end; each = tape_.node(each).next) {
    const std::string_view key = tape_.node(each).key;
    const auto same = [&](const Field& field) { return field.name == key; };
    if (std::none_of(fields.begin(), fields.end(), same)) {
      error({.outer = &place, .key = key}, rule::unknown_field);
    }
  }
}

const Alternative* find_alternative(const Shape& variant, std::string_view type) {
  for (const Alternative& each : variant.alternatives) {
    if (each.id == type) return &each;
  }
  return nullptr;
}

std::string_view unknown_type_rule(const Shape& variant) {
  return variant.is_versioned() ? rule::unknown_event : rule::unknown_command;
}

const Alternative* Reader::find_type(const Shape& shape, std::size_t at, const Place& place) {
  if (at == 0) return error(place, rule::missing_field), nullptr;
  if (!expect(tape_.node(at), Token::text, "text", place)) return nullptr;
  const Alternative* found = find_alternative(shape, tape_.node(at).text);
  if (found == nullptr) error(place, unknown_type_rule(shape));
  return found;
}

// The version asked for, or 0 after an error; 0 and numbers too large are left to read_alternative.
int Reader::find_version(std::size_t at, const Place& place) {
  if (at == 0) return error(place, rule::missing_field), 0;
  const Node& node = tape_.node(at);
  if (!expect(node, Token::integer, "integer", place)) return 0;
  return node.negative || node.bits > 1'000'000 ? -1 : static_cast<int>(node.bits);
}

void Reader::read_variant(const Shape& shape, std::size_t at, const Place& place, void* target) {
  if (!expect(tape_.node(at), Token::object, "object", place)) return;
  const std::size_t type = child(at, "type", at + 1);
  const bool versioned = shape.is_versioned();
  const std::size_t version = versioned ? child(at, "version", at + 2) : 0;
  const std::size_t data = child(at, "data", at + (versioned ? 3 : 2));
  const std::size_t errors_before = errors_.size();
  const Place at_version{.outer = &place, .key = "version"};
  const Alternative* chosen = find_type(shape, type, {.outer = &place, .key = "type"});
  const int wanted = versioned ? find_version(version, at_version) : 0;
  const Place at_data{.outer = &place, .key = "data"};
  if (data == 0) error(at_data, rule::missing_field);
  const bool known = errors_.size() == errors_before;
  if (known && chosen != nullptr) read_alternative(shape, *chosen, wanted, data, at_data, target);
  const std::size_t expected = (type != 0) + (version != 0) + (data != 0);
  if (expected == tape_.node(at).children) return;
  static constexpr Field envelope[] = {{.name = "type"}, {.name = "data"}, {.name = "version"}};
  refuse_unknown(std::span{envelope, versioned ? 3U : 2U}, at, place);
}

std::string known_versions(const Alternative& alternative) {
  std::string text;
  for (const Older& older : alternative.older) text += std::to_string(older.version) + ", ";
  return text + std::to_string(alternative.version);
}

// `place` is that of the data; the version stands beside it.
void Reader::read_alternative(const Shape& variant, const Alternative& chosen, int version,
                              std::size_t data, const Place& place, void* target) {
  is_stored_ = is_stored_ || variant.is_versioned();
  if (!variant.is_versioned() || version == chosen.version) {
    return read(*chosen.shape, data, place, chosen.emplace(target));
  }
  const auto older = std::find_if(chosen.older.begin(), chosen.older.end(),
                                  [&](const Older& each) { return each.version == version; });
  if (older == chosen.older.end()) {
    return error({.outer = place.outer, .key = "version"}, rule::unknown_version,
                 {{"type", std::string{chosen.id}}, {"known", known_versions(chosen)}});
  }
  const std::size_t errors_before = errors_.size();
  const auto value = older->create();
  read(*older->shape, data, place, value.get());
  if (errors_.size() == errors_before) older->lift(value.get(), target);
}

}  // namespace

CodecErrors read_into(const Shape& shape, std::string_view text, void* target) {
  Tape tape;
  CodecErrors errors = tape.fill(text);
  if (errors.empty()) Reader{tape, errors}.read(shape, 0, {}, target);
  return errors;
}

CodecErrors read_tree_into(const Shape& shape, const nlohmann::json& json, void* target) {
  Tape tape;
  CodecErrors errors = tape.fill_tree(json);
  if (errors.empty()) Reader{tape, errors}.read(shape, 0, {}, target);
  return errors;
}

CodecErrors read_data_into(const Shape& variant, std::string_view type, int version,
                           std::string_view data, void* target) {
  const Alternative* chosen = find_alternative(variant, type);
  if (chosen == nullptr) return {{"/type", unknown_type_rule(variant), {}}};
  Tape tape;
  CodecErrors errors = tape.fill(data);
  if (!errors.empty()) return errors;
  const Place document;
  Reader{tape, errors}.read_alternative(variant, *chosen, version, 0,
                                        {.outer = &document, .key = "data"}, target);
  return errors;
}

}  // namespace kallad::codec
