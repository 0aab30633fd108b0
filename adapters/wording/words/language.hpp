// The languages texts are written in, and the shape of a text in a table.
// Not a locale: which words people read says nothing of how numbers, days or names are sorted.
#pragma once

#include <boost/describe.hpp>
#include <string_view>

namespace kallad {

/// Swedish first; English second.
enum class Language { swedish, english };
BOOST_DESCRIBE_ENUM(Language, swedish, english)

/// The text of one rule. {name} stands for a value of the refusal's data.
struct RuleText {
  std::string_view rule;
  std::string_view text;
};

/// The word for one value of one kind of thing.
struct Word {
  std::string_view kind;
  std::string_view value;
  std::string_view text;
};

}  // namespace kallad
