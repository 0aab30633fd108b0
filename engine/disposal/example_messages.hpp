// That a case is an example, an invented one to learn by, and that it is taken away again.
// Not a disposal: no huvudman has a copy of an example, no law keeps it, and it counts as nothing
// once it is gone. Frozen on disk: a new meaning is a new version. Rule kept: a case is an example
// from its first moment or never, so that no case of a person can be made one and taken away.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <string_view>

namespace kallad {

/// Said once, right after the case was opened.
struct MarkExample {
  static constexpr std::string_view id = "mark_example";
};
BOOST_DESCRIBE_STRUCT(MarkExample, (), ())

/// The example goes, wherever it stands.
struct RemoveExample {
  static constexpr std::string_view id = "remove_example";
};
BOOST_DESCRIBE_STRUCT(RemoveExample, (), ())

using ExampleCommand = boost::variant2::variant<MarkExample, RemoveExample>;

struct ExampleMarked {
  static constexpr std::string_view id = "example_marked";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(ExampleMarked, (), ())

/// Nothing said before can be read any more; this stands in the clear.
struct ExampleRemoved {
  static constexpr std::string_view id = "example_removed";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(ExampleRemoved, (), ())

using ExampleEvent = boost::variant2::variant<ExampleMarked, ExampleRemoved>;

}  // namespace kallad
