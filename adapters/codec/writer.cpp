// Walks a value by its shape and appends JSON text, without a tree between: this is on the way of
// every event. Rule kept: what the reader would refuse is not written (forms, lengths, names), so a
// log can always be read.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/codec/codec.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/tape.hpp"

namespace kallad::codec {
namespace {

// A value that breaks a rule. The path grows from the inside out while the exception passes by.
struct Unwritable {
  std::string_view rule;
  std::string path;
};

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void put(const Shape& shape, const void* value);
  void put_structure(const Shape& shape, const void* value);

 private:
  void put_integer(const Shape& shape, const void* value);
  void put_text(std::string_view text);
  void put_id(std::string_view text);
  void put_enumeration(const Shape& shape, const void* value);
  void put_list(const Shape& shape, const void* value);
  void put_field(const Field& field, const void* value);
  void put_variant(const Shape& shape, const void* value);
  void put_quoted(std::string_view plain) { out_.append(1, '"').append(plain).append(1, '"'); }
  void enter() {
    if (++depth_ > limit::depth) throw Unwritable{rule::too_deep, ""};
  }
  template <class T>
  void put_form(bool (*form)(std::string&, T), const void* value, std::string_view rule) {
    out_ += '"';
    if (!form(out_, *static_cast<const T*>(value))) throw Unwritable{rule, ""};
    out_ += '"';
  }

  std::string& out_;
  std::size_t depth_ = 0;
};

const std::string& text_of(const void* value) { return *static_cast<const std::string*>(value); }

bool is_left_out(const Shape& shape, const void* value) {
  if (shape.kind == Kind::optional) return shape.optional.get(value) == nullptr;
  return shape.kind == Kind::list && shape.list.size(value) == 0;
}

void Writer::put(const Shape& shape, const void* value) {
  switch (shape.kind) {
    case Kind::boolean:
      out_ += *static_cast<const bool*>(value) ? "true" : "false";
      return;
    case Kind::integer:
      return put_integer(shape, value);
    case Kind::text:
      return put_text(text_of(value));
    case Kind::id:
      return put_id(text_of(value));
    case Kind::date:
      return put_form<Date>(&put_date, value, rule::bad_date);
    case Kind::instant:
      return put_form<Instant>(&put_instant, value, rule::bad_time);
    case Kind::local_time:
      return put_form<LocalTime>(&put_local_time, value, rule::bad_time);
    case Kind::enumeration:
      return put_enumeration(shape, value);
    case Kind::structure:
      return put_structure(shape, value);
    case Kind::list:
      return put_list(shape, value);
    case Kind::optional:
      return put(*shape.of, shape.optional.get(value));
    case Kind::variant:
      return put_variant(shape, value);
  }
}

void Writer::put_integer(const Shape& shape, const void* value) {
  const std::int64_t bits = shape.number.load(value);
  out_ += shape.number.is_signed ? std::to_string(bits)
                                 : std::to_string(static_cast<std::uint64_t>(bits));
}

void Writer::put_text(std::string_view text) {
  if (const auto broken = broken_text_rule(text); !broken.empty()) throw Unwritable{broken, ""};
  out_ += '"';
  std::size_t from = 0;
  for (std::size_t at = text.find_first_of("\"\\\n\t"); at != text.npos;
       at = text.find_first_of("\"\\\n\t", from)) {
    out_.append(text.substr(from, at - from)).append(1, '\\');
    out_ += text[at] == '\n' ? 'n' : text[at] == '\t' ? 't' : text[at];
    from = at + 1;
  }
  out_.append(text.substr(from)).append(1, '"');
}

void Writer::put_id(std::string_view text) {
  if (!is_id(text)) throw Unwritable{rule::bad_id, ""};
  put_quoted(text);
}

void Writer::put_enumeration(const Shape& shape, const void* value) {
  const std::int64_t wanted = shape.number.load(value);
  for (const Enumerator& enumerator : shape.enumerators) {
    if (enumerator.value == wanted) return put_quoted(enumerator.name);
  }
  throw Unwritable{rule::unknown_value, ""};
}

void Writer::put_list(const Shape& shape, const void* value) {
  const std::size_t size = shape.list.size(value);
  if (size > limit::list_items) throw Unwritable{rule::too_long, ""};
  enter();
  out_ += '[';
  for (std::size_t i = 0; i < size; ++i) {
    if (i != 0) out_ += ',';
    try {
      put(*shape.of, shape.list.at(value, i));
    } catch (Unwritable& e) {
      e.path = "/" + std::to_string(i) + e.path;
      throw;
    }
  }
  out_ += ']';
  --depth_;
}

void Writer::put_structure(const Shape& shape, const void* value) {
  enter();
  out_ += '{';
  bool first = true;
  for (const Field& field : shape.fields) {
    const void* member = field.at(value);
    if (is_left_out(*field.shape, member)) continue;
    if (!first) out_ += ',';
    first = false;
    put_field(field, member);
  }
  out_ += '}';
  --depth_;
}

// A required Id may be empty (reader.cpp says why), so it is looked at here, where it is known to
// be a field.
void Writer::put_field(const Field& field, const void* value) {
  put_quoted(field.name);
  out_ += ':';
  if (field.shape->kind == Kind::id && text_of(value).empty()) {
    out_ += "\"\"";
    return;
  }
  try {
    put(*field.shape, value);
  } catch (Unwritable& e) {
    e.path = "/" + std::string{field.name} + e.path;
    throw;
  }
}

void Writer::put_variant(const Shape& shape, const void* value) {
  const Alternative& chosen = shape.alternatives[shape.variant.index(value)];
  enter();
  out_ += "{\"type\":";
  put_quoted(chosen.id);
  if (chosen.version != 0) out_.append(",\"version\":").append(std::to_string(chosen.version));
  out_ += ",\"data\":";
  try {
    put_structure(*chosen.shape, shape.variant.get(value));
  } catch (Unwritable& e) {
    e.path = "/data" + e.path;
    throw;
  }
  out_ += '}';
  --depth_;
}

// Runs the writer, and takes back what it had appended where the value is refused.
template <class Put>
void write_or_throw(std::string& out, Put put) {
  const std::size_t before = out.size();
  try {
    put(Writer{out});
    if (out.size() - before > limit::document_bytes) throw Unwritable{rule::too_long, ""};
  } catch (const Unwritable& e) {
    out.resize(before);
    throw std::invalid_argument("codec: cannot write a value that could not be read: rule " +
                                std::string{e.rule} + " at \"" + e.path + "\"");
  }
}

}  // namespace

void write_onto(std::string& out, const Shape& shape, const void* value) {
  write_or_throw(out, [&](Writer writer) { writer.put(shape, value); });
}

void write_data_onto(std::string& out, const Shape& variant, const void* value) {
  const Alternative& chosen = variant.alternatives[variant.variant.index(value)];
  write_or_throw(
      out, [&](Writer writer) { writer.put_structure(*chosen.shape, variant.variant.get(value)); });
}

nlohmann::json write_tree(const Shape& shape, const void* value) {
  std::string text;
  write_onto(text, shape, value);
  return nlohmann::json::parse(text);
}

}  // namespace kallad::codec
