// What the page of letters shows, as people read it.
// Not the API's values. Rule kept: what came by mail is shown as somebody's words, never as a fact.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "adapters/api/letters/letter_answers.hpp"
#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/course/case_places.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// A reply that came by mail. `record` leads to the form that records it, filled in as far as the
/// mail goes; empty where there is nothing to record.
struct SuggestionLine {
  std::string number;
  std::string party;
  std::string what;
  std::string why;
  std::string from;
  std::string words;
  std::optional<When> came;
  std::string record;
  std::string record_text;
  std::string settled;
};
BOOST_DESCRIBE_STRUCT(SuggestionLine, (),
                      (number, party, what, why, from, words, came, record, record_text, settled))

/// A letter to come. `name` is its place on the page, for ids of its fields.
struct ComingLine {
  std::string name;
  std::string kind;
  std::string number;
  std::string party_id;
  std::string what;
  std::string party;
  std::string to;
  std::optional<When> at;
  std::string why_not;
  std::string held;
  bool can_hold = false;
};
BOOST_DESCRIBE_STRUCT(ComingLine, (),
                      (name, kind, number, party_id, what, party, to, at, why_not, held, can_hold))

/// A letter that is wished and has not left: `state` says what it waits for, and till when.
struct WaitingLine {
  std::string name;
  std::string kind;
  std::string number;
  std::string party_id;
  std::string what;
  std::string party;
  std::string to;
  std::string state;
  std::string tone;
  std::string why_not;
  bool can_hold = false;
};
BOOST_DESCRIBE_STRUCT(WaitingLine, (),
                      (name, kind, number, party_id, what, party, to, state, tone, why_not,
                       can_hold))

struct SentLine {
  std::string what;
  std::string party;
  std::string to;
  std::string state;
  std::string tone;
  std::string next;
  std::optional<When> at;
};
BOOST_DESCRIBE_STRUCT(SentLine, (), (what, party, to, state, tone, next, at))

struct HeldLine {
  std::string what;
  std::string party;
  std::string until;
  std::string by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HeldLine, (), (what, party, until, by, reason))

/// Where a party's letters go. `own`: an address of its own in this case.
struct AddressLine {
  std::string name;  ///< its place on the page, for ids
  std::string party_id;
  std::string party;
  std::string own;
};
BOOST_DESCRIBE_STRUCT(AddressLine, (), (name, party_id, party, own))

struct LettersView {
  static constexpr std::string_view page = "letters";
  std::string heading;
  std::string here;
  std::optional<CaseNav> nav;
  bool is_silent = false;  ///< the installation sends no mail
  std::vector<SuggestionLine> open;
  std::vector<SuggestionLine> others;
  bool has_others = false;
  std::vector<ComingLine> to_come;
  std::string id;  ///< of the case, by which the page hears that something has left
  std::vector<WaitingLine> waiting;
  bool has_waiting = false;
  std::vector<SentLine> sent;
  bool has_sent = false;
  std::vector<HeldLine> held;
  bool has_held = false;
  std::vector<AddressLine> addresses;
};
BOOST_DESCRIBE_STRUCT(LettersView, (),
                      (heading, here, nav, is_silent, open, others, has_others, to_come, id,
                       waiting, has_waiting, sent, has_sent, held, has_held, addresses))

/// The page of what the API says of the case's letters.
LettersView letters_view(const ShownCase& now, const api::CaseLetters& letters,
                         const api::MailSuggestions& suggestions, const api::House& house,
                         Language language);

}  // namespace kallad::web
