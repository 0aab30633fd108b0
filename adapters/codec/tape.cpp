// From text or tree to tape. The reading of characters, numbers and escapes is nlohmann/json's.
// Not the meaning of a field: reader.cpp. Rule kept: no recursion without an end, no time out of
// proportion.
#include "adapters/codec/tape.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/forms.hpp"

namespace kallad::codec {

// Takes nlohmann's events (its SAX interface, whose names are given) and keeps the stack of open
// containers. Each function returns whether to go on; the first error of form stops, doubled fields
// are gathered.
class TapeWriter {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  TapeWriter(Tape& tape, CodecErrors& errors) : tape_(tape), errors_(errors) {}

  bool null() { return add({}), true; }
  bool boolean(bool value) { return add({.token = Token::boolean, .bits = value}), true; }
  bool number_unsigned(number_unsigned_t value) {
    return add({.token = Token::integer, .bits = value}), true;
  }
  bool number_integer(number_integer_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return add({.token = Token::integer, .negative = value < 0, .bits = bits}), true;
  }
  bool number_float(number_float_t, std::string_view lexeme) {
    // An integer over 64 bits comes here too: it has neither point nor exponent.
    const bool whole = !lexeme.empty() && lexeme.find_first_of(".eE") == std::string_view::npos;
    return add({.token = whole ? Token::huge_integer : Token::fraction}), true;
  }
  bool string(const string_t& value) { return text(keep(value)); }
  bool text(std::string_view value) { return add({.token = Token::text, .text = value}), true; }
  bool binary(const binary_t&) { return add({.token = Token::other}), true; }
  bool start_object(std::size_t) { return open(Token::object); }
  bool start_array(std::size_t) { return open(Token::list); }
  bool key(const string_t& name) { return field(keep(name)); }
  bool field(std::string_view name) { return key_ = name, true; }
  bool end_array() { return close(), true; }
  bool end_object() {
    find_doubles(open_.back());
    return close(), errors_.size() < limit::errors;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) {
    constexpr int number_overflow =
        406;  // nlohmann's out_of_range: 1e999 is JSON, but no number of ours
    if (e.id == number_overflow) {
      add({.token = Token::fraction});  // so that it is the latest child, which the path leads to
      return fail(path_inside(), rule::number_too_large, {});
    }
    return fail("", rule::not_json, {{"position", std::to_string(position)}});
  }

 private:
  struct Opened {
    std::size_t index;
    std::size_t children = 0;
    std::string_view key;  // of the latest child
  };

  std::string_view keep(const std::string& value) {
    const std::size_t from = tape_.letters_.size();
    tape_.letters_ += value;
    return std::string_view{tape_.letters_}.substr(from);
  }

  void add(Node node) {
    node.key = key_;
    node.next = tape_.nodes_.size() + 1;
    if (!open_.empty()) {
      ++open_.back().children;
      open_.back().key = key_;
    }
    tape_.nodes_.push_back(node);
  }

  bool open(Token token) {
    add({.token = token});
    if (open_.size() >= limit::depth) {
      return fail(path_inside(), rule::too_deep, {{"limit", std::to_string(limit::depth)}});
    }
    open_.push_back({.index = tape_.nodes_.size() - 1, .children = 0, .key = {}});
    key_ = {};
    return true;
  }

  void close() {
    Node& node = tape_.nodes_[open_.back().index];
    node.children = open_.back().children;
    node.next = tape_.nodes_.size();
    open_.pop_back();
  }

  bool fail(std::string path, std::string_view rule,
            std::vector<std::pair<std::string, std::string>> data) {
    errors_.push_back({std::move(path), rule, std::move(data)});
    return false;
  }

  // The pointer to the latest child of the innermost open container.
  std::string path_inside() const {
    std::string path;
    for (const Opened& opened : open_) {
      if (tape_.nodes_[opened.index].token == Token::object) {
        append_key(path, opened.key);
      } else {
        path += "/" + std::to_string(opened.children == 0 ? 0 : opened.children - 1);
      }
    }
    return path;
  }

  // Few fields are compared each with each; many are sorted first, so that a flood stays cheap.
  void find_doubles(const Opened& opened) {
    keys_.clear();
    const std::size_t end = tape_.nodes_.size();
    for (std::size_t at = opened.index + 1; at < end; at = tape_.nodes_[at].next) {
      keys_.push_back(tape_.nodes_[at].key);
    }
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 1; i < keys_.size() && errors_.size() < limit::errors; ++i) {
      if (keys_[i] == keys_[i - 1] && (i < 2 || keys_[i] != keys_[i - 2])) report_double(keys_[i]);
    }
  }

  void report_double(std::string_view key) {
    open_.back().key = key;
    errors_.push_back({path_inside(), rule::duplicate_field, {}});
  }

  Tape& tape_;
  CodecErrors& errors_;
  std::vector<Opened> open_;
  std::vector<std::string_view> keys_;
  std::string_view key_;
};

namespace {

using nlohmann::json;

bool copy(const json& tree, TapeWriter& out);

bool copy_inside(const json& tree, TapeWriter& out) {
  if (tree.is_array()) {
    if (!out.start_array(tree.size())) return false;
    for (const json& item : tree) {
      if (!out.field({}) || !copy(item, out)) return false;
    }
    return out.end_array();
  }
  if (!out.start_object(tree.size())) return false;
  for (auto it = tree.begin(); it != tree.end(); ++it) {
    if (!out.field(it.key()) || !copy(it.value(), out)) return false;
  }
  return out.end_object();
}

// The depth of the recursion is bounded: start_array and start_object refuse beyond limit::depth.
bool copy(const json& tree, TapeWriter& out) {
  switch (tree.type()) {
    case json::value_t::null:
      return out.null();
    case json::value_t::boolean:
      return out.boolean(tree.get<bool>());
    case json::value_t::number_unsigned:
      return out.number_unsigned(tree.get<std::uint64_t>());
    case json::value_t::number_integer:
      return out.number_integer(tree.get<std::int64_t>());
    case json::value_t::number_float:
      return out.number_float(tree.get<double>(), {});
    case json::value_t::string:
      return out.text(tree.get_ref<const std::string&>());
    case json::value_t::array:
    case json::value_t::object:
      return copy_inside(tree, out);
    default:
      return out.binary({});
  }
}

// What nlohmann/json lets pass though it is no JSON: it skips a byte order mark and takes a NUL for
// the end.
std::size_t first_not_ours(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 0 : text.find('\0');
}

}  // namespace

CodecErrors Tape::fill(std::string_view text) {
  const auto at = [](std::size_t position) {
    return std::vector<std::pair<std::string, std::string>>{{"position", std::to_string(position)}};
  };
  if (text.size() > limit::document_bytes) {
    return {{"", rule::too_long, {{"limit", std::to_string(limit::document_bytes)}}}};
  }
  if (const auto bad = first_not_utf8(text); bad != text.npos)
    return {{"", rule::bad_text, at(bad)}};
  if (const auto bad = first_not_ours(text); bad != text.npos)
    return {{"", rule::not_json, at(bad)}};
  letters_.reserve(text.size());  // decoded text is never longer than its escapes
  nodes_.reserve(text.size() / 16 + 4);
  CodecErrors errors;
  TapeWriter writer{*this, errors};
  json::sax_parse(text, &writer);
  return errors;
}

CodecErrors Tape::fill_tree(const json& tree) {
  CodecErrors errors;
  TapeWriter writer{*this, errors};
  copy(tree, writer);
  return errors;
}

void append_key(std::string& path, std::string_view key) {
  path += '/';
  if (key.size() > 200 || !broken_text_rule(key).empty()) {
    path += '?';
    return;
  }
  for (const char c : key) {
    if (c == '~')
      path += "~0";
    else if (c == '/')
      path += "~1";
    else
      path += c;
  }
}

Read<json> parse(std::string_view text) {
  Tape tape;
  CodecErrors errors = tape.fill(text);
  if (!errors.empty()) return errors;
  return json::parse(text);
}

}  // namespace kallad::codec
