// The outer form of iCalendar (RFC 5545, 3.1 and 3.6): unfolded lines with parameters, in
// components. Not their meaning: values are as they stand. Read here and not by libical, because it
// keeps only the first of several DELEGATED-TO, and because what is too much must be refused before
// it. Rule kept: every limit of reply_limits holds for what comes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/calendar/reply/reply.hpp"

namespace kallad::calendar {

/// ;NAME=value,value with quotes taken off and RFC 6868's carets undone.
struct Parameter {
  std::string name;  ///< upper case
  std::vector<std::string> values;
};

/// NAME;parameters:value.
struct ContentLine {
  std::string name;  ///< upper case
  std::vector<Parameter> parameters;
  std::string value;

  /// The values of the parameter, all its occurrences together.
  std::vector<std::string> all(std::string_view parameter) const;
  /// The first value of the parameter, or "".
  std::string first(std::string_view parameter) const;
};

/// BEGIN to END.
struct Component {
  std::string name;  ///< upper case
  std::vector<ContentLine> lines;
  std::vector<Component> parts;

  /// The first line of that name, or null.
  const ContentLine* line(std::string_view wanted) const;
};

/// The VCALENDAR, or why there is none.
struct ContentRead {
  Component calendar;
  std::optional<ReadFault> fault;
};

/// Reads the first VCALENDAR. CR, LF and CRLF each end a line; other control characters become
/// blanks; a line that is no content line is passed over.
ContentRead read_content(std::string_view bytes);

}  // namespace kallad::calendar
