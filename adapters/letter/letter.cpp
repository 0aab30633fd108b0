// The names of reasons, and the groups letters fall into.
// Not their texts: wording/words has those.
#include "adapters/letter/letter.hpp"

namespace kallad::letter {

std::string_view rule_of(NoLetter why) {
  switch (why) {
    case NoLetter::not_a_letter:
      return "letter_is_none";
    case NoLetter::already_answered:
      return "letter_already_answered";
    case NoLetter::already_done:
      return "letter_already_done";
    case NoLetter::replaced:
      return "letter_replaced";
    case NoLetter::meeting_begun:
      return "letter_meeting_begun";
    case NoLetter::meeting_cancelled:
      return "letter_meeting_cancelled";
    case NoLetter::consent_withdrawn:
      return "letter_consent_withdrawn";
    case NoLetter::outside_consent:
      return "letter_outside_consent";
    case NoLetter::party_left:
      return "letter_party_left";
    case NoLetter::case_closed:
      return "letter_case_closed";
    case NoLetter::no_seat:
      return "letter_without_seat";
    case NoLetter::no_address:
      return "letter_without_address";
  }
  return {};
}

bool is_summons(WishKind kind) {
  return kind == WishKind::summons || kind == WishKind::changed_summons ||
         kind == WishKind::forwarded_summons;
}

bool is_reminder(WishKind kind) {
  return kind == WishKind::reminder_to_recipient || kind == WishKind::reminder_to_mailbox ||
         kind == WishKind::reminder_to_head;
}

bool is_about_activity(WishKind kind) {
  return kind == WishKind::activity_reminder || kind == WishKind::activity_overdue ||
         kind == WishKind::activity_overdue_to_head;
}

bool is_about_plan(WishKind kind) {
  return is_about_activity(kind) || kind == WishKind::plan_copy_told;
}

bool is_to_coordinator(WishKind kind) {
  return kind == WishKind::coming_list || kind == WishKind::no_answer_to_coordinator ||
         kind == WishKind::attendance_reminder || kind == WishKind::demand_to_coordinator ||
         kind == WishKind::draft_to_coordinator || kind == WishKind::plan_declined_to_coordinator;
}

bool takes_back(WishKind kind) {
  return kind == WishKind::cancellation || kind == WishKind::substitute_released;
}

bool must_be_heard(WishKind kind) { return takes_back(kind) || kind == WishKind::substitute_link; }

}  // namespace kallad::letter
