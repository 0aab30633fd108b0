// What the page behind an answer link says, as texts.
// Not what may be seen: adapters/answer_link. Rules kept (domain 6, rulings "Mail"): nothing that
// names the person; a summoned party is told what "cannot come" means before it can be sent.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/api/links/link_door.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// One of the party's substitutes.
struct SubstituteLine {
  std::string who;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(SubstituteLine, (), (who, state))

/// One of the own activities.
struct OwnActivityLine {
  std::string what;
  std::optional<When> due;
};
BOOST_DESCRIBE_STRUCT(OwnActivityLine, (), (what, due))

/// The plan after the meeting, as far as whoever holds the link may see it. `content` is sent back.
struct AgreementPart {
  std::string for_whom;
  std::string content;
  std::string efforts;
  bool has_activities = false;
  std::vector<OwnActivityLine> activities;
  std::string overall_responsible;
  std::optional<When> follow_up;
  std::string agreed;    ///< when
  std::string declined;  ///< when, and why
  bool asks = false;     ///< whether there is an answer to give or change
  bool can_agree = false;
  bool opens_no = false;
};
BOOST_DESCRIBE_STRUCT(AgreementPart, (),
                      (for_whom, content, efforts, has_activities, activities, overall_responsible,
                       follow_up, agreed, declined, asks, can_agree, opens_no))

/// What can be sent now: each is a button or a part of the page.
struct LinkCan {
  bool attend = false;
  bool attend_digitally = false;
  bool acknowledge = false;
  bool name_substitute = false;
  bool send_substitute = false;
  bool forward = false;
  bool not_come = false;
  bool take_back = false;
  bool confirm = false;
  bool decline = false;
  bool check_in = false;
  bool undo_check_in = false;
};
BOOST_DESCRIBE_STRUCT(LinkCan, (),
                      (attend, attend_digitally, acknowledge, name_substitute, send_substitute,
                       forward, not_come, take_back, confirm, decline, check_in, undo_check_in))

struct LinkPageView {
  static constexpr std::string_view page = "link";
  std::string heading;
  std::string why_dead;  ///< of a link that no longer stands; then little else is filled in
  std::optional<When> starts;
  std::string near;
  std::string place;
  std::string meeting_link;
  bool link_opens = false;  ///< whether it is an address to press; else it is shown as text
  std::string withheld;
  std::string calendar;  ///< address of the meeting as a file for a calendar; empty: none
  std::string case_number;
  std::string called_by;
  std::string mailbox;
  std::string unit;
  std::string expectation;
  std::optional<When> answer_by;
  std::string duty;
  std::string answer;  ///< the answer so far
  std::string named;   ///< to a substitute: who asks
  bool has_substitutes = false;
  std::vector<SubstituteLine> substitutes;
  std::string present;  ///< "Ni är anmälda som närvarande"
  bool is_staff = false;
  bool is_substitute = false;
  bool example = false;      ///< of an invented case
  bool has_presses = false;  ///< whether an answer can be given by one press
  bool asks_answer = false;  ///< whether there is an answer to give or change
  LinkCan can;
  std::string cannot_come_notice;
  std::string closed_because;  ///< where nothing can be done now
  bool opens_substitute = false;
  bool opens_forward = false;
  bool opens_cannot = false;
  std::optional<AgreementPart> agreement;
};
BOOST_DESCRIBE_STRUCT(LinkPageView, (),
                      (heading, why_dead, starts, near, place, meeting_link, link_opens, withheld,
                       calendar, case_number, called_by, mailbox, unit, expectation, answer_by,
                       duty, answer, named, has_substitutes, substitutes, present, is_staff,
                       is_substitute, example, has_presses, asks_answer, can, cannot_come_notice,
                       closed_because, opens_substitute, opens_forward, opens_cannot, agreement))

/// The page for what a link shows now.
LinkPageView link_page_view(const kallad::LinkView& shown, const Calendar& calendar, Instant now,
                            Language language);

}  // namespace kallad::web
