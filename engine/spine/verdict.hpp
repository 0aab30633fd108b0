// The answer to a wish: accepted with events, or refused with named reasons. Never both (design
// law). Not an exception: a refusal is an ordinary value. What must never happen is a broken
// promise, below.
#pragma once

#include <boost/variant2/variant.hpp>
#include <initializer_list>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kallad {

/// One reason why not: the id of the rule that says no, and the data its text needs (names of
/// fields, parties, dates), in the order given. The text itself, in Swedish and English, is the
/// adapters'.
struct Refusal {
  std::string_view rule;
  std::vector<std::pair<std::string, std::string>> data;
  bool operator==(const Refusal&) const = default;
};

using Refusals = std::vector<Refusal>;

/// What a decision came to. Holds events (accepted; possibly none, where nothing new was said) or
/// refusals.
template <class Event>
class Verdict {
 public:
  static Verdict accepted(std::vector<Event> events) { return Verdict{std::move(events)}; }
  static Verdict refused(Refusals reasons) { return Verdict{std::move(reasons)}; }

  bool is_accepted() const {
    return boost::variant2::holds_alternative<std::vector<Event>>(outcome_);
  }
  explicit operator bool() const { return is_accepted(); }
  /// The events; throws boost::variant2::bad_variant_access on a refused verdict.
  const std::vector<Event>& events() const {
    return boost::variant2::get<std::vector<Event>>(outcome_);
  }
  std::vector<Event>& events() { return boost::variant2::get<std::vector<Event>>(outcome_); }
  /// The reasons; throws boost::variant2::bad_variant_access on an accepted verdict.
  const Refusals& refusals() const { return boost::variant2::get<Refusals>(outcome_); }

 private:
  explicit Verdict(std::vector<Event> events) : outcome_(std::move(events)) {}
  explicit Verdict(Refusals reasons) : outcome_(std::move(reasons)) {}
  boost::variant2::variant<std::vector<Event>, Refusals> outcome_;
};

/// Stops the process when a promise of the program itself is broken (machine and fold disagree, a
/// stored event without a reader). Always on, also in release: a wrong log is worse than no
/// service.
void promise(bool kept, std::string_view what,
             const std::source_location& where = std::source_location::current());

}  // namespace kallad
