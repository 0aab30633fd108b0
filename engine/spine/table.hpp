// The words in which a machine's table is written, and its rows as plain text for whoever prints
// them. Not a machine: this header knows only Boost.MSM's front end (cheap to compile);
// machine_back.hpp runs it. Rule kept: the tables are the only source of the process (design law);
// what is printed, drawn and checked is read off them.
#pragma once

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/mp11/mpl.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/states.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/spine/verdict.hpp"

namespace kallad {

/// One row of a table as text: state ids, command id, the rules that must hold, and the legal
/// basis.
struct TableRow {
  std::string_view from;
  std::string_view command;
  std::string_view to;
  std::vector<std::string_view> rules;
  std::string_view basis;
};

/// A whole table as text: its name, all states in order (the first is where it starts), and its
/// rows.
struct TableText {
  std::string_view machine;
  std::vector<std::string_view> states;
  std::vector<TableRow> rows;
};

namespace table {

/// A text that can be a template argument, for legal references in rows.
template <std::size_t N>
struct Words {
  char text[N]{};
  constexpr Words(const char (&given)[N]) {
    std::copy_n(given, N, text);
  }  // NOLINT: meant to convert
  constexpr std::string_view view() const { return {text, N - 1}; }
};

/// The id of a described enumerator: its name.
template <class State>
constexpr std::string_view state_id(State state) {
  std::string_view found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto d) {
    if (d.value == state) found = d.name;
  });
  return found;
}

/// The state of a machine as MSM wants it: a type per enumerator.
template <auto S>
struct At : boost::msm::front::state<> {
  static constexpr auto value = S;
};

/// What MSM dispatches: the command, the facts its guards look at, and where refusals are gathered.
template <class Command, class Facts>
struct On {
  const Command& command;
  const Facts& facts;
  Refusals& refusals;
};

/// All these checks must pass; every one is asked, so that a person sees all reasons at once.
/// A check is a struct with `rule` (its id) and `static std::optional<Refusal> check(facts,
/// command)`.
template <class... Checks>
struct All {
  using checks = boost::mp11::mp_list<Checks...>;

  template <class Event, class Fsm, class From, class To>
  bool operator()(const Event& on, Fsm&, From&, To&) const {
    const auto before = on.refusals.size();
    (gather(on.refusals, Checks::check(on.facts, on.command)), ...);
    return on.refusals.size() == before;
  }
  static std::vector<std::string_view> rules() { return {std::string_view{Checks::rule}...}; }

 private:
  static void gather(Refusals& all, std::optional<Refusal> one) {
    if (one) all.push_back(std::move(*one));
  }
};

/// The states a line starts from.
template <auto... S>
struct From {};

/// From each of these states the command leads to one state.
template <class From, class Command, auto To, class Checks = All<>, Words Basis = "">
struct Goes;

template <auto... S, class C, auto T, class Checks, Words Basis>
struct Goes<From<S...>, C, T, Checks, Basis> {
  template <class Facts>
  using rows = boost::mp11::mp_list<
      boost::msm::front::Row<At<S>, On<C, Facts>, At<T>, boost::msm::front::none, Checks>...>;
  template <class Facts>
  using inner = boost::mp11::mp_list<>;
  template <class State>
  static void write(std::vector<TableRow>& out, State) {
    (out.push_back({state_id(S), C::id, state_id(T), Checks::rules(), Basis.view()}), ...);
  }
};

/// In each of these states the command is taken and the state stays.
template <class From, class Command, class Checks = All<>, Words Basis = "">
struct Stays;

template <auto... S, class C, class Checks, Words Basis>
struct Stays<From<S...>, C, Checks, Basis> {
  template <class Facts>
  using rows = boost::mp11::mp_list<
      boost::msm::front::Row<At<S>, On<C, Facts>, At<S>, boost::msm::front::none, Checks>...>;
  template <class Facts>
  using inner = boost::mp11::mp_list<>;
  template <class State>
  static void write(std::vector<TableRow>& out, State) {
    (out.push_back({state_id(S), C::id, state_id(S), Checks::rules(), Basis.view()}), ...);
  }
};

/// The command is taken in every state but the last one and changes none. Its first check must be
/// the one that refuses in the last state, for MSM takes such a row in any state.
template <class Command, class Checks = All<>, Words Basis = "">
struct Always {
  template <class Facts>
  using rows = boost::mp11::mp_list<>;
  template <class Facts>
  using inner = boost::mp11::mp_list<
      boost::msm::front::Internal<On<Command, Facts>, boost::msm::front::none, Checks>>;

  template <class State>
  static void write(std::vector<TableRow>& out, State last) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto d) {
      if (d.value == last) return;
      out.push_back({d.name, Command::id, d.name, Checks::rules(), Basis.view()});
    });
  }
};

/// The rows MSM reads, from a list of lines.
template <class Lines, class Facts>
struct Expand;
template <class... Line, class Facts>
struct Expand<boost::mp11::mp_list<Line...>, Facts> {
  using type = boost::mp11::mp_append<typename Line::template rows<Facts>...>;
  using inner = boost::mp11::mp_append<typename Line::template inner<Facts>...>;
};

/// The table as text, in the order its lines are written. The last enumerator is the last state.
template <class State, class Lines>
TableText describe(std::string_view machine) {
  TableText text{machine, {}, {}};
  State last{};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto d) {
    text.states.push_back(d.name);
    last = d.value;
  });
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Lines>>(
      [&](auto line) { decltype(line)::type::write(text.rows, last); });
  return text;
}

}  // namespace table
}  // namespace kallad
