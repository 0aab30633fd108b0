// Runs a table on Boost.MSM: state in, command in, ruling out. Only *_machine.cpp files include
// this, for MSM's back end is the slowest thing to compile in the engine. Not a place for state: a
// machine lives for one command; the state is put in and taken out (design, §3). Also checks at
// compile time that a table has one row per state and command, that every state can be reached from
// the first, and that only the last states named have no way out.
#pragma once

#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <type_traits>

#include "engine/spine/ruling.hpp"
#include "engine/spine/table.hpp"

namespace kallad::table {

/// MSM's front end for a list of lines. No queue and no exception catching: a machine that
/// swallowed an exception would look as if it had handled the command, and then go deaf.
template <class State, State First, class Lines, class Facts>
struct Front : boost::msm::front::state_machine_def<Front<State, First, Lines, Facts>> {
  using no_message_queue = int;
  using no_exception_thrown = int;
  using activate_deferred_events = std::false_type;
  using initial_state = At<First>;
  using transition_table = typename Expand<Lines, Facts>::type;
  using internal_transition_table = typename Expand<Lines, Facts>::inner;

  template <class Fsm, class Event>
  void no_transition(const Event& on, Fsm&, int) {
    on.refusals.push_back({"not_in_this_step", {{"command", std::string(command_id(on))}}});
  }

 private:
  template <class C, class F>
  static std::string_view command_id(const On<C, F>&) {
    return C::id;
  }
};

/// Stands in for an archive in MSM's serialize(): hands the one active state number in or out.
class StateDoor {
 public:
  explicit StateDoor(int number) : number_(number) {}
  StateDoor& operator&(int (&states)[1]) {
    states[0] = number_;
    return *this;
  }
  template <class Anything>
  StateDoor& operator&(Anything&) {
    return *this;
  }

 private:
  int number_;
};

namespace check {
template <class Row>
using key = boost::mp11::mp_list<typename Row::Source, typename Row::Evt>;
template <class Row>
using source = typename Row::Source;
template <class Row>
using target = typename Row::Target;

template <class Row>
using leads_away = boost::mp11::mp_not<std::is_same<typename Row::Source, typename Row::Target>>;

/// States reachable from those in Seen, by repeated walking along the rows.
template <class Rows, class Seen>
struct Reach {
  template <class Row>
  using starts_in = boost::mp11::mp_contains<Seen, typename Row::Source>;
  using next = boost::mp11::mp_unique<boost::mp11::mp_append<
      Seen, boost::mp11::mp_transform<target, boost::mp11::mp_copy_if<Rows, starts_in>>>>;
  using type =
      typename boost::mp11::mp_eval_if_c<boost::mp11::mp_size<next>::value ==
                                             boost::mp11::mp_size<Seen>::value,
                                         boost::mp11::mp_identity<Seen>, Reach, Rows, next>::type;
};
}  // namespace check

/// The machine of one table. `Last...` are the states without a way out.
template <class State, State First, class Lines, class Facts, State... Last>
class Machine {
  using Rows = typename Expand<Lines, Facts>::type;
  using Back = boost::msm::back::state_machine<Front<State, First, Lines, Facts>>;
  using States = boost::describe::describe_enumerators<State>;

  static_assert(boost::mp11::mp_is_set<boost::mp11::mp_transform<check::key, Rows>>::value,
                "a table has one row per state and command");
  using Reached = typename check::Reach<Rows, boost::mp11::mp_list<At<First>>>::type;
  static_assert(boost::mp11::mp_size<Reached>::value == boost::mp11::mp_size<States>::value,
                "every state can be reached from the first");
  using Sources = boost::mp11::mp_unique<
      boost::mp11::mp_transform<check::source, boost::mp11::mp_copy_if<Rows, check::leads_away>>>;
  template <State S>
  using has_way_out = boost::mp11::mp_contains<Sources, At<S>>;
  static_assert((!has_way_out<Last>::value && ...), "a last state has no way out");
  static_assert(boost::mp11::mp_size<Sources>::value + sizeof...(Last) ==
                    boost::mp11::mp_size<States>::value,
                "no dead end but the last");

 public:
  /// Rules on one command in one state: the next state, or the refusals of every check that said
  /// no.
  template <class Command>
  static Ruling<State> rule(State state, const Facts& facts, const Command& command) {
    Ruling<State> ruling{state, {}};
    Back machine;
    StateDoor door{number_of(state)};
    machine.serialize(door, 0);
    machine.process_event(On<Command, Facts>{command, facts, ruling.refusals});
    if (ruling.refusals.empty()) ruling.next = state_of(machine.current_state()[0]);
    return ruling;
  }

 private:
  template <class Do>
  static void each_state(Do act) {
    boost::mp11::mp_for_each<States>([&](auto d) {
      constexpr State state = decltype(d)::value;
      act(state, boost::msm::back::get_state_id<typename Back::stt, At<state>>::type::value);
    });
  }
  static int number_of(State wanted) {
    int found = -1;
    each_state([&](State state, int number) {
      if (state == wanted) found = number;
    });
    return found;
  }
  static State state_of(int wanted) {
    State found = First;
    each_state([&](State state, int number) {
      if (number == wanted) found = state;
    });
    return found;
  }
};

}  // namespace kallad::table
