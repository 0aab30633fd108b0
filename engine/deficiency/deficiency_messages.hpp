// What can be said to a deficiency, and what has then happened to it. Commands first, events after;
// what the machine hears besides (the automatic ones and the clock) stands between them. The events
// are written to disk and frozen: a new meaning is a new version (CONTRIBUTING.md).
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/deficiency/deficiency.hpp"

namespace kallad {

/// Which deficiency of the case.
struct DeficiencyRef {
  std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(DeficiencyRef, (), (number))

/// By hand, for what no system sees: against a unit, or an organisation that has none here; never
/// both.
struct WriteDeficiency {
  static constexpr std::string_view id = "write_deficiency";
  std::optional<UnitId> party;
  std::optional<std::string> outsider;
  Date event_date;  ///< local day
  std::string what_happened;
  std::optional<std::uint32_t> meeting;
};
BOOST_DESCRIBE_STRUCT(WriteDeficiency, (), (party, outsider, event_date, what_happened, meeting))

/// Fills the form. A field left out stays as it is; may be said again until it leaves the unit.
struct CompleteDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "complete_deficiency";
  std::optional<StaffContact> registered_by;
  std::optional<StaffContact> nearest_manager;
  std::optional<Date> event_date;
  std::optional<std::string> found_at;
  std::optional<std::string> parties_concerned;
  std::optional<std::string> what_happened;
  std::optional<std::string> measures_for_person;
  std::optional<std::string> measures_by_parties;
  std::optional<std::vector<Cause>> causes;
  std::optional<bool> consent_to_pass_on;
  std::optional<bool> withhold_identity;
};
BOOST_DESCRIBE_STRUCT(CompleteDeficiency, (DeficiencyRef),
                      (registered_by, nearest_manager, event_date, found_at, parties_concerned,
                       what_happened, measures_for_person, measures_by_parties, causes,
                       consent_to_pass_on, withhold_identity))

/// To the nearest manager of the own unit.
struct HandToOwnManager : DeficiencyRef {
  static constexpr std::string_view id = "hand_to_own_manager";
};
BOOST_DESCRIBE_STRUCT(HandToOwnManager, (DeficiencyRef), ())

/// To the counterpart: it leaves the unit, and the time to answer begins.
struct SendToCounterpart : DeficiencyRef {
  static constexpr std::string_view id = "send_to_counterpart";
};
BOOST_DESCRIBE_STRUCT(SendToCounterpart, (DeficiencyRef), ())

/// The counterpart tells its measures.
struct AnswerDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "answer_deficiency";
  std::string measures;
};
BOOST_DESCRIBE_STRUCT(AnswerDeficiency, (DeficiencyRef), (measures))

/// The counterpart does not agree, in its own words; the deficiency stays where it is.
struct ContestDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "contest_deficiency";
  std::string words;
};
BOOST_DESCRIBE_STRUCT(ContestDeficiency, (DeficiencyRef), (words))

struct SendToCouncilSecretary : DeficiencyRef {
  static constexpr std::string_view id = "send_to_council_secretary";
};
BOOST_DESCRIBE_STRUCT(SendToCouncilSecretary, (DeficiencyRef), ())

struct PutBeforeCouncil : DeficiencyRef {
  static constexpr std::string_view id = "put_before_council";
};
BOOST_DESCRIBE_STRUCT(PutBeforeCouncil, (DeficiencyRef), ())

/// The council secretary or the council wants more before it can be reviewed.
struct SendBack : DeficiencyRef {
  static constexpr std::string_view id = "send_back";
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SendBack, (DeficiencyRef), (reason))

/// The own unit takes up what was sent back, to complete it again.
struct ResumeDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "resume";
};
BOOST_DESCRIBE_STRUCT(ResumeDeficiency, (DeficiencyRef), ())

/// The council: this is a deficiency. `causes` are those the review saw; left out, the form's
/// stand.
struct AcceptDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "accept_deficiency";
  std::optional<std::vector<Cause>> causes;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(AcceptDeficiency, (DeficiencyRef), (causes, words))

/// The council: "ej brist". With the reason other, words are required.
struct RuleNotADeficiency : DeficiencyRef {
  static constexpr std::string_view id = "rule_not_a_deficiency";
  NotDeficiencyReason reason = NotDeficiencyReason::other;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(RuleNotADeficiency, (DeficiencyRef), (reason, words))

/// An accepted one needs measure and result.
struct CloseDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "close_deficiency";
  std::optional<std::string> measure;
  std::optional<std::string> result;
};
BOOST_DESCRIBE_STRUCT(CloseDeficiency, (DeficiencyRef), (measure, result))

/// By hand, before it has left the unit.
struct WithdrawDeficiency : DeficiencyRef {
  static constexpr std::string_view id = "withdraw_deficiency";
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawDeficiency, (DeficiencyRef), (reason))

using DeficiencyCommand = boost::variant2::variant<
    WriteDeficiency, CompleteDeficiency, HandToOwnManager, SendToCounterpart, AnswerDeficiency,
    ContestDeficiency, SendToCouncilSecretary, PutBeforeCouncil, SendBack, ResumeDeficiency,
    AcceptDeficiency, RuleNotADeficiency, CloseDeficiency, WithdrawDeficiency>;

namespace deficiency {

/// What the machine hears from the raising rules and from the clock. Each stands in the table.
struct Raise {
  static constexpr std::string_view id = "raise";
};
struct Grow {
  static constexpr std::string_view id = "raise:grow";
};
struct Narrow {
  static constexpr std::string_view id = "raise:narrow";
};
struct LoseGround {
  static constexpr std::string_view id = "raise:lose_ground";
};
struct PassAnswerDeadline {
  static constexpr std::string_view id = "pass_time:deficiency_answer_due";
};

}  // namespace deficiency

/// Which deficiency a fact is about.
struct DeficiencyFact {
  std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(DeficiencyFact, (), (number))

/// Raised by the product; said again with the same number when a withdrawn draft is grounded anew.
struct DeficiencyDrafted : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_drafted";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  PartyId party;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
};
BOOST_DESCRIBE_STRUCT(DeficiencyDrafted, (DeficiencyFact), (meeting, party, kinds, facts))

/// More has happened: all kinds and all facts it has now.
struct DeficiencyGrown : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_grown";
  static constexpr int version = 1;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
};
BOOST_DESCRIBE_STRUCT(DeficiencyGrown, (DeficiencyFact), (kinds, facts))

/// Some of its ground is gone: the kinds and facts that remain.
struct DeficiencyNarrowed : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_narrowed";
  static constexpr int version = 1;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
};
BOOST_DESCRIBE_STRUCT(DeficiencyNarrowed, (DeficiencyFact), (kinds, facts))

/// `event` is the number of the event that removed its ground, 0 by hand; `words` say why by hand.
struct DeficiencyWithdrawn : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_withdrawn";
  static constexpr int version = 1;
  WithdrawReason reason = WithdrawReason::by_hand;
  std::uint32_t event = 0;
  std::optional<std::string> words = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(DeficiencyWithdrawn, (DeficiencyFact), (reason, event, words))

/// Written by hand, for the unit of its writer; `proposed_reason` where it is proposed as "ej
/// brist".
struct DeficiencyWritten : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_written";
  static constexpr int version = 1;
  UnitId unit;
  std::optional<std::uint32_t> meeting;
  std::optional<PartyId> party;
  std::optional<std::string> outsider;
  Date event_date;
  std::string what_happened;
  std::optional<NotDeficiencyReason> proposed_reason;
};
BOOST_DESCRIBE_STRUCT(DeficiencyWritten, (DeficiencyFact),
                      (unit, meeting, party, outsider, event_date, what_happened, proposed_reason))

/// A place in the form's running text that was warned about and let stand; bytes of UTF-8.
struct TextWarning {
  std::string rule;
  std::string field;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  bool operator==(const TextWarning&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextWarning, (), (rule, field, offset, length))

/// The whole form as it is now.
struct DeficiencyCompleted : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_completed";
  static constexpr int version = 1;
  DeficiencyForm form;
  std::vector<TextWarning> warnings;
};
BOOST_DESCRIBE_STRUCT(DeficiencyCompleted, (DeficiencyFact), (form, warnings))

struct DeficiencyHandedToOwnManager : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_handed_to_own_manager";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(DeficiencyHandedToOwnManager, (DeficiencyFact), ())

struct DeficiencySentToCounterpart : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_sent_to_counterpart";
  static constexpr int version = 1;
  Instant answer_by;  ///< the last second to answer in
  bool identity_withheld = false;
};
BOOST_DESCRIBE_STRUCT(DeficiencySentToCounterpart, (DeficiencyFact), (answer_by, identity_withheld))

struct DeficiencyAnswered : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_answered";
  static constexpr int version = 1;
  std::string measures;
};
BOOST_DESCRIBE_STRUCT(DeficiencyAnswered, (DeficiencyFact), (measures))

struct DeficiencyContested : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_contested";
  static constexpr int version = 1;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(DeficiencyContested, (DeficiencyFact), (words))

struct DeficiencyAnswerOverdue : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_answer_overdue";
  static constexpr int version = 1;
  Instant due;
};
BOOST_DESCRIBE_STRUCT(DeficiencyAnswerOverdue, (DeficiencyFact), (due))

struct DeficiencySentToCouncilSecretary : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_sent_to_council_secretary";
  static constexpr int version = 1;
  bool identity_withheld = false;
};
BOOST_DESCRIBE_STRUCT(DeficiencySentToCouncilSecretary, (DeficiencyFact), (identity_withheld))

struct DeficiencyPutBeforeCouncil : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_put_before_council";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(DeficiencyPutBeforeCouncil, (DeficiencyFact), ())

struct DeficiencySentBack : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_sent_back";
  static constexpr int version = 1;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeficiencySentBack, (DeficiencyFact), (reason))

struct DeficiencyResumed : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_resumed";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(DeficiencyResumed, (DeficiencyFact), ())

struct DeficiencyAccepted : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_accepted";
  static constexpr int version = 1;
  std::vector<Cause> causes;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(DeficiencyAccepted, (DeficiencyFact), (causes, words))

struct RuledNotADeficiency : DeficiencyFact {
  static constexpr std::string_view id = "ruled_not_a_deficiency";
  static constexpr int version = 1;
  NotDeficiencyReason reason = NotDeficiencyReason::other;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(RuledNotADeficiency, (DeficiencyFact), (reason, words))

struct DeficiencyClosed : DeficiencyFact {
  static constexpr std::string_view id = "deficiency_closed";
  static constexpr int version = 1;
  std::optional<std::string> measure;
  std::optional<std::string> result;
};
BOOST_DESCRIBE_STRUCT(DeficiencyClosed, (DeficiencyFact), (measure, result))

using DeficiencyEvent = boost::variant2::variant<
    DeficiencyDrafted, DeficiencyGrown, DeficiencyNarrowed, DeficiencyWithdrawn, DeficiencyWritten,
    DeficiencyCompleted, DeficiencyHandedToOwnManager, DeficiencySentToCounterpart,
    DeficiencyAnswered, DeficiencyContested, DeficiencyAnswerOverdue,
    DeficiencySentToCouncilSecretary, DeficiencyPutBeforeCouncil, DeficiencySentBack,
    DeficiencyResumed, DeficiencyAccepted, RuledNotADeficiency, DeficiencyClosed>;

}  // namespace kallad
