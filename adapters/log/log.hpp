// What the program tells those who run it: one JSON object a line.
// Not the access log (who opened what) and not the event log. Rule kept (domain 6): events of the
// program, names of routes and what went wrong; never a person's name or number, the text of a case
// or a path with an id in it. Who tells sees to that: there is no place here for a request.
#pragma once

#include <functional>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/spine/instant.hpp"

namespace kallad {

enum class LogLevel { info, warning, error };

/// Names and values, in the order they are to be written.
using LogFields = std::vector<std::pair<std::string_view, std::string>>;

/// Thread-safe; a line is written whole and at once.
class Log {
 public:
  /// `out` must outlive the log.
  Log(std::ostream& out, std::function<Instant()> now) : out_(out), now_(std::move(now)) {}

  /// `event` is a word of the program, in snake case: "started", "route_failed".
  void tell(LogLevel level, std::string_view event, const LogFields& fields = {});

 private:
  std::ostream& out_;
  std::function<Instant()> now_;
  std::mutex mutex_;
};

}  // namespace kallad
