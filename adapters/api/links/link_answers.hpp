// What the links' JSON routes take and answer, as described structs.
// Not the view: adapters/answer_link makes it; here its rules get their texts. Rule kept: what a
// link shows is listed field by field, so nothing can slip in from the case.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/api/links/link_door.hpp"

namespace kallad {

BOOST_DESCRIBE_STRUCT(LinkCaller, (), (name, unit, mailbox))
BOOST_DESCRIBE_STRUCT(LinkUnit, (), (id, name))
BOOST_DESCRIBE_STRUCT(LinkSubstitute, (),
                      (name, role, mandate, briefed, named_at, confirmed_at, is_you))
BOOST_DESCRIBE_STRUCT(LinkActivity, (), (what, due))
BOOST_DESCRIBE_STRUCT(LinkAgreement, (),
                      (for_whom, content, efforts, activities, overall_responsible, follow_up,
                       agreed_at, declined_at, reason))
BOOST_DESCRIBE_STRUCT(LinkSeat, (),
                      (state, calling, has_duty, opened_at, acknowledged_at, answer, answered_at,
                       answered_by, forwarded_to, substitutes, attendance))

namespace api {

/// Swedish and English.
struct SaidText {
  std::string sv;
  std::string en;
};
BOOST_DESCRIBE_STRUCT(SaidText, (), (sv, en))

struct LinkReason {
  std::string rule;
  SaidText text;
};
BOOST_DESCRIBE_STRUCT(LinkReason, (), (rule, text))

/// An act of the link, whether it is taken now, and if not why. `notice` is to be read before it is
/// sent.
struct LinkActShown {
  LinkAct act = LinkAct::open_summons;
  bool allowed = false;
  std::vector<LinkReason> why_not;
  std::optional<SaidText> notice;
};
BOOST_DESCRIBE_STRUCT(LinkActShown, (), (act, allowed, why_not, notice))

/// What the link shows. Of a link that no longer stands: its state, why, the case's number and whom
/// to turn to.
struct LinkPage {
  LinkState state = LinkState::dead;
  std::optional<LinkReason> why;
  LinkHolder holder = LinkHolder::party;
  std::string case_number;
  LinkCaller called_by;
  std::optional<LinkUnit> unit;
  std::optional<LocalTime> starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::optional<std::string> expectation;
  std::vector<std::string> withheld;
  std::optional<LocalTime> acknowledge_by;
  std::optional<LocalTime> answer_by;
  std::optional<LinkSeat> seat;
  std::vector<LinkActShown> acts;
  std::vector<LinkUnit> receivers;
  std::optional<LinkAgreement> agreement;
  bool repeated = false;  ///< the same form had been stored before
};
BOOST_DESCRIBE_STRUCT(LinkPage, (),
                      (state, why, holder, case_number, called_by, unit, starts, place, link,
                       expectation, withheld, acknowledge_by, answer_by, seat, acts, receivers,
                       agreement, repeated))

/// The way to a seat of the last meeting, for whoever coordinates: to print, or to send by another
/// channel. `token` is what stands in the address.
struct SeatLink {
  PartyId party;
  LinkHolder holder = LinkHolder::party;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(SeatLink, (), (party, holder, token))

struct SeatLinks {
  std::vector<SeatLink> links;
};
BOOST_DESCRIBE_STRUCT(SeatLinks, (), (links))

/// Who comes instead; each act takes what it needs, and says what is missing.
struct SubstituteForm {
  std::optional<std::string> name;
  std::optional<std::string> role;
  std::optional<std::string> contact;
  std::optional<std::string> mandate;
  std::optional<bool> briefed;
};
BOOST_DESCRIBE_STRUCT(SubstituteForm, (), (name, role, contact, mandate, briefed))

/// What is sent behind a link. `nonce` is the client's own: sent twice, it is stored once.
struct LinkAnswerForm {
  std::string act;
  std::string nonce;
  std::optional<std::string> your_name;
  std::optional<std::string> forward_to;
  std::optional<SubstituteForm> substitute;
  std::optional<std::uint32_t> content;  ///< of the plan that is answered
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(LinkAnswerForm, (),
                      (act, nonce, your_name, forward_to, substitute, content, reason))

}  // namespace api
}  // namespace kallad
