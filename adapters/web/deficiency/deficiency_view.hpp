// A deficiency as texts: its form, the facts it rests on, and where on its way it is.
// Not its rules: what can be done with it, the API says. Rules kept (domain 3): it names
// organisations and not people; it does not replace other reporting, and the page says so.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/web/case/case_view.hpp"

namespace kallad::web {

/// A station of the way: own unit, counterpart, council. `state` says it in words.
struct StationLine {
  std::string name;
  std::string state;
  bool is_past = false;
  bool is_here = false;
};
BOOST_DESCRIBE_STRUCT(StationLine, (), (name, state, is_past, is_here))

/// A dated step: "lämnad till egen chef", when, and by which hand.
struct StepTold {
  std::optional<When> at;
  std::string what;
  std::string who;
};
BOOST_DESCRIBE_STRUCT(StepTold, (), (at, what, who))

/// A label and what stands there.
struct FactLine {
  std::string name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FactLine, (), (name, text))

/// A press that needs nothing typed; `act` is what its button sends.
struct PressLine {
  std::string act;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PressLine, (), (act, text))

struct DeficiencyPageView {
  static constexpr std::string_view page = "deficiency";
  std::string heading;
  std::string lead;
  std::optional<CaseNav> nav;
  std::string id;
  std::string here;
  std::string back;
  std::string where;
  std::vector<StationLine> stations;
  std::string answer_by;
  std::string proposed;
  bool has_kinds = false;
  std::vector<std::string> kinds;
  bool has_facts = false;
  std::vector<std::string> facts;
  bool fills = false;     ///< the form can be written in
  bool is_draft = false;  ///< and is what there is to do now; else it is folded away
  bool hands_on = false;  ///< and can be handed to the own manager with the same press
  bool guesses = false;   ///< causes are ticked that nobody has chosen
  bool has_form = false;
  std::vector<FactLine> form_lines;
  bool has_words = false;
  std::vector<FactLine> words;
  std::optional<PressLine> main;
  std::optional<ActionLine> first;  ///< the main action where it is a form of its own
  bool has_more = false;
  std::vector<ActionLine> more;
  bool has_steps = false;
  std::vector<StepTold> steps;
  std::string paper;
};
BOOST_DESCRIBE_STRUCT(DeficiencyPageView, (),
                      (heading, lead, nav, id, here, back, where, stations, answer_by, proposed,
                       has_kinds, kinds, has_facts, facts, fills, is_draft, hands_on, guesses,
                       has_form, form_lines, has_words, words, main, first, has_more, more,
                       has_steps, steps, paper))

/// The commands that can be said to that deficiency now: allowed in the case, and with a row in the
/// table for the state it is in.
std::vector<std::string> commands_for(const ShownCase& now, const DeficiencyView& one);

/// "/cases/sip-1/deficiencies/2".
std::string deficiency_address(const CaseId& id, std::uint32_t number);

/// `reader`: the unit of who reads it.
DeficiencyPageView deficiency_page_view(const ShownCase& now, const DeficiencyView& one,
                                        const api::House& house, const UnitId& reader,
                                        Language language);

}  // namespace kallad::web
