// What an answer link refuses, in English.
// One row a rule. Not when it is refused: adapters/answer_link says that.
// Rule kept: plain words, no blame, and what to do next; nothing of who the meeting is about.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto link_rules = std::to_array<RuleText>({
    {"link_superseded",
     "A new summons has been sent with a new time or place. Answer with the link in that one."},
    {"link_replaced",
     "Another substitute has been named. You need not do anything."},
    {"link_taken_back",
     "The seat has been taken back, so this link is no longer needed. Contact whoever "
     "summoned if that is wrong."},
    {"link_declined",
     "You have said no to coming as a substitute. Contact whoever named you if you have "
     "changed your mind."},
    {"link_of_cancelled_meeting",
     "The meeting is cancelled, so there is nothing to answer. You need not do anything."},
    {"link_of_meeting_not_held",
     "The meeting could not be held. Wait for the summons to a new time."},
    {"link_over",
     "The meeting is over and answers are no longer taken. Contact whoever summoned if "
     "something needs correcting."},
    {"link_handed_over",
     "The unit you forwarded the summons to has taken it on. Contact that unit if something "
     "needs to change."},
    {"link_of_party_that_left",
     "The unit is no longer part of the case. Contact whoever summoned if that is wrong."},
    {"link_outside_consent",
     "Consent no longer covers the unit, so no more can be shown. Contact whoever summoned."},
    {"link_consent_withdrawn",
     "Consent has been withdrawn, so no more can be shown. Contact whoever summoned."},
    {"link_of_closed_case",
     "The case is closed. You need not do anything."},
    {"link_revoked",
     "The link has been replaced by a newer one. Use the link in the latest summons."},
    {"too_many_requests", "Too many visits in a short time. Wait a while and try again."},
    {"link_without_meeting", "This link leads to no meeting to put into a calendar."},
    {"link_dead",
     "The link cannot be used. Check that the whole address came along, or contact whoever "
     "summoned."},
    {"not_by_this_link",
     "That cannot be done with this link. Choose something that the page shows."},
    {"plan_has_changed",
     "The plan has changed since you opened the page. Read it as it is now and answer that."},
    {"check_in_too_early",
     "Checking in is for the day of the meeting. Wait until then."},
});
// clang-format on

}  // namespace kallad::words::english
