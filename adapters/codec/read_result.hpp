// What reading gives: a value, or every error that was found, each with its place and the rule it
// broke. Not an exception and not a text for people: the texts, in Swedish and English, belong to
// those who show them.
#pragma once

#include <boost/variant2/variant.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kallad {

/// One thing that is wrong in a JSON document. The given value itself is never repeated here, since
/// these errors are logged and the value may be about a person.
struct CodecError {
  std::string path;  ///< JSON Pointer to the place ("/parties/2/unit"); "" is the whole document
  std::string_view rule;  ///< one of codec::rule, a constant of the program
  std::vector<std::pair<std::string, std::string>> data;  ///< what a text about it needs, named
  bool operator==(const CodecError&) const = default;
};

using CodecErrors = std::vector<CodecError>;

/// What reading came to: a value or errors (one at least), never both.
template <class T>
class Read {
 public:
  Read(T value) : outcome_(boost::variant2::in_place_index_t<0>{}, std::move(value)) {}
  Read(CodecErrors errors) : outcome_(boost::variant2::in_place_index_t<1>{}, std::move(errors)) {}

  bool ok() const { return outcome_.index() == 0; }
  explicit operator bool() const { return ok(); }
  /// The value; throws boost::variant2::bad_variant_access where there are errors.
  const T& value() const { return boost::variant2::get<0>(outcome_); }
  T& value() { return boost::variant2::get<0>(outcome_); }
  /// The errors, in the order of the declared fields; throws boost::variant2::bad_variant_access
  /// where there is a value.
  const CodecErrors& errors() const { return boost::variant2::get<1>(outcome_); }

 private:
  boost::variant2::variant<T, CodecErrors> outcome_;
};

/// The ids of the rules a document can break. Stable: texts and programs elsewhere know them.
namespace codec::rule {
inline constexpr std::string_view not_json = "not_json";
inline constexpr std::string_view duplicate_field = "duplicate_field";
inline constexpr std::string_view too_deep = "too_deep";
inline constexpr std::string_view unknown_field = "unknown_field";
inline constexpr std::string_view missing_field = "missing_field";
inline constexpr std::string_view wrong_type = "wrong_type";
inline constexpr std::string_view bad_date = "bad_date";
inline constexpr std::string_view bad_time = "bad_time";
inline constexpr std::string_view bad_id = "bad_id";
inline constexpr std::string_view unknown_value = "unknown_value";
inline constexpr std::string_view too_long = "too_long";
inline constexpr std::string_view bad_text = "bad_text";
inline constexpr std::string_view out_of_range = "out_of_range";
inline constexpr std::string_view number_too_large = "number_too_large";
inline constexpr std::string_view unknown_command = "unknown_command";
inline constexpr std::string_view unknown_event = "unknown_event";
inline constexpr std::string_view unknown_version = "unknown_version";
}  // namespace codec::rule

/// How much is taken in. Numbers of ours, not of any law: room for every real story, none for a
/// flood.
namespace codec::limit {
inline constexpr std::size_t document_bytes = 1'048'576;
inline constexpr std::size_t depth = 32;  ///< arrays and objects inside each other
inline constexpr std::size_t text_characters = 10'000;
inline constexpr std::size_t list_items = 1'000;
inline constexpr std::size_t id_characters = 64;
inline constexpr std::size_t errors = 100;  ///< no more are collected for one document
}  // namespace codec::limit

}  // namespace kallad
