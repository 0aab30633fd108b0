// What stands against a command whatever it says: the rules of its line in a table that look at the
// facts alone. Not a decision: a command that nothing stands against can still be refused for what
// it says. Rule kept: "allowed now" is read off the tables, like everything else of the process.
#pragma once

#include <concepts>

#include "engine/spine/table.hpp"

namespace kallad::table {

/// A rule written once for all commands: `ask(facts)`.
template <class Check, class Facts>
concept AsksFacts = requires(const Facts& facts) {
  { Check::ask(facts) } -> std::same_as<std::optional<Refusal>>;
};

/// A rule that knows which command it is, and does not look at what the command says.
template <class Check>
concept AsksKind = requires {
  requires Check::is_regardless_of_content;
};

/// A line taken apart.
template <class Line>
struct LineParts;

template <auto... S, class C, auto To, class Checks, Words Basis>
struct LineParts<Goes<From<S...>, C, To, Checks, Basis>> {
  using command = C;
  using checks = typename Checks::checks;
  template <class State>
  static bool is_taken_in(State now, State) {
    return ((now == S) || ...);
  }
};

template <auto... S, class C, class Checks, Words Basis>
struct LineParts<Stays<From<S...>, C, Checks, Basis>> {
  using command = C;
  using checks = typename Checks::checks;
  template <class State>
  static bool is_taken_in(State now, State) {
    return ((now == S) || ...);
  }
};

template <class C, class Checks, Words Basis>
struct LineParts<Always<C, Checks, Basis>> {
  using command = C;
  using checks = typename Checks::checks;
  template <class State>
  static bool is_taken_in(State now, State last) {
    return now != last;
  }
};

/// Adds what the rule has against the command, where the rule does not look at what it says.
template <class Command, class Check, class Facts>
void ask_standing(Refusals& all, const Facts& facts) {
  std::optional<Refusal> no;
  if constexpr (AsksFacts<Check, Facts>) {
    no = Check::ask(facts);
  } else if constexpr (AsksKind<Check>) {
    no = Check::check(facts, Command{});
  }
  if (no) all.push_back(std::move(*no));
}

/// What stands against the command named `command` in the state `now`; nothing at all where no line
/// takes it there. `last` is the machine's last state.
template <class Lines, class State, class Facts>
std::optional<Refusals> standing(const Facts& facts, State now, State last,
                                 std::string_view command) {
  namespace mp = boost::mp11;
  std::optional<Refusals> all;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, Lines>>([&](auto line) {
    using Parts = LineParts<typename decltype(line)::type>;
    using Command = typename Parts::command;
    if (Command::id != command || !Parts::is_taken_in(now, last)) return;
    if (!all) all.emplace();
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, typename Parts::checks>>(
        [&](auto check) { ask_standing<Command, typename decltype(check)::type>(*all, facts); });
  });
  return all;
}

}  // namespace kallad::table
