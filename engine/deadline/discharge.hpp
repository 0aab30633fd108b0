// Deadlines at discharge from hospital (SVU) by the act on cooperation at discharge, lag
// (2017:612). Not the case: it keeps the facts and asks here. Nothing is guessed: where a fact is
// missing the answer is what is missing. Calendar days in the zone's local time; local closed days
// do not matter here. Rules kept (domain.md 4 and 8, "Dates" and "Edge cases"), each with its
// reference: 2:3, 2:5, 3:1, 3:2, 4:3, 4:4-5 (agreed times), 5:3, 5:4, 5:5.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "engine/deadline/legal_reference.hpp"
#include "engine/spine/instant.hpp"
#include "engine/spine/verdict.hpp"
#include "engine/spine/zone.hpp"

namespace kallad {

/// The numbers of the act and where they stand.
namespace discharge_law {
inline constexpr int admission_notice_hours = 24;
inline constexpr int summons_days = 3;
inline constexpr int payment_days = 3;
inline constexpr int payment_days_after_noon = 4;
inline constexpr LegalReference admission_notice{"lag", "2017:612", "2 kap. 3 §"};
inline constexpr LegalReference fast_contact{"lag", "2017:612", "2 kap. 5 §"};
inline constexpr LegalReference ready_notice{"lag", "2017:612", "3 kap. 1 §"};
inline constexpr LegalReference information{"lag", "2017:612", "3 kap. 2 §"};
inline constexpr LegalReference summons{"lag", "2017:612", "4 kap. 3 §"};
inline constexpr LegalReference agreed_times{"lag", "2017:612", "4 kap. 4–5 §§"};
inline constexpr LegalReference payment_conditions{"lag", "2017:612", "5 kap. 3 §"};
inline constexpr LegalReference payment{"lag", "2017:612", "5 kap. 4 §"};
inline constexpr LegalReference payment_open_care{"lag", "2017:612", "5 kap. 5 §"};
/// The act that moves a statutory last day from a day of rest. Known, not yet read in a source.
inline constexpr LegalReference moved_last_day{"lag", "1930:173", ""};
}  // namespace discharge_law

/// Whether the region's open care, which the person needs after discharge, is there.
enum class OpenCare { unknown, missing, in_place };
BOOST_DESCRIBE_ENUM(OpenCare, unknown, missing, in_place)

/// What has been recorded about one discharge; moments in UTC. Nothing recorded is nothing known.
struct DischargeFacts {
  std::optional<Instant> admitted_at;
  std::optional<Instant> admission_notice_at;  ///< inskrivningsmeddelande sent
  std::optional<Instant> ready_notice_at;      ///< the latest notice of utskrivningsklar sent
  std::optional<Instant>
      ready_notice_withdrawn_at;           ///< from before ready_notice_at: an earlier notice's
  std::optional<Instant> summons_sent_at;  ///< kallelse by the fast vårdkontakt
  std::optional<Instant> fast_contact_at;  ///< fast vårdkontakt appointed
  std::optional<Instant> discharged_at;
  OpenCare open_care = OpenCare::unknown;
  std::optional<Instant> open_care_in_place_at;  ///< counts only with open_care in_place
  std::optional<Instant> plan_informed_at;  ///< the information of 3:2 given to those concerned
  std::optional<int> agreed_summons_days;   ///< by agreement, instead of the 3 of 4:3
  std::optional<int> agreed_payment_days;  ///< by agreement, instead of both the 3 and the 4 of 5:4
  bool operator==(const DischargeFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(DischargeFacts, (),
                      (admitted_at, admission_notice_at, ready_notice_at, ready_notice_withdrawn_at,
                       summons_sent_at, fast_contact_at, discharged_at, open_care,
                       open_care_in_place_at, plan_informed_at, agreed_summons_days,
                       agreed_payment_days))

/// A fact by the name of its field in DischargeFacts, for saying that it is missing.
enum class DischargeFact {
  admitted_at,
  admission_notice_at,
  ready_notice_at,
  summons_sent_at,
  discharged_at,
  open_care,
  open_care_in_place_at,
};
BOOST_DESCRIBE_ENUM(DischargeFact, admitted_at, admission_notice_at, ready_notice_at,
                    summons_sent_at, discharged_at, open_care, open_care_in_place_at)

/// What a limit came to.
enum class LimitState {
  computed,
  cannot_be_computed,  ///< `missing` says what is unknown
  stopped,             ///< the notice it counts from has been withdrawn
  does_not_begin,      ///< payment only: no kallelse, or discharged before the first day
};
BOOST_DESCRIBE_ENUM(LimitState, computed, cannot_be_computed, stopped, does_not_begin)

/// Whether the act a limit asks for has been done. Whether an open one is overdue the caller sees.
enum class Fulfilment { open, in_time, late };
BOOST_DESCRIBE_ENUM(Fulfilment, open, in_time, late)

/// The limit for one act: what somebody must have done by `latest`.
struct ActLimit {
  LimitState state = LimitState::cannot_be_computed;
  std::optional<Instant> latest;  ///< the last moment that is in time; only when computed
  std::vector<DischargeFact> missing;
  Fulfilment fulfilment = Fulfilment::open;
  LegalReference reference;
  /// Where the last day was moved from a day of rest: the act that moves it, and a sign that it
  /// must be checked before it is shown as law.
  std::optional<LegalReference> moved_by;
  bool to_be_checked = false;
  bool operator==(const ActLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActLimit, (),
                      (state, latest, missing, fulfilment, reference, moved_by, to_be_checked))

/// From when the municipality pays.
struct PaymentStart {
  LimitState state = LimitState::cannot_be_computed;
  std::optional<Date> first_day;  ///< the first local day paid for; only when computed
  /// Computed, and the time paid for has an end: the discharge, or the notice withdrawn.
  std::optional<Instant> until;
  std::vector<DischargeFact> missing;
  LegalReference reference;
  bool operator==(const PaymentStart&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaymentStart, (), (state, first_day, until, missing, reference))

/// Inskrivningsmeddelande within 24 elapsed hours of admission (2:3). Does not move.
ActLimit admission_notice_limit(const DischargeFacts& facts);

/// Fast vårdkontakt appointed before discharge (2:5): the limit is the discharge itself, and the
/// last moment in time the millisecond before it.
ActLimit fast_contact_limit(const DischargeFacts& facts);

/// Information the same day as discharge (3:2), 23:59:59 at latest; given earlier it is in time
/// too.
ActLimit information_limit(const DischargeFacts& facts, const Zone& zone);

/// Kallelse at latest 3 days after the notice of utskrivningsklar (4:3), or the agreed number
/// (4:4-5), at 23:59:59. A statutory last day that is a day of rest moves to the next that is not;
/// an agreed one does not, since that rule is about times set by law. A kallelse sent before the
/// notice counts.
ActLimit discharge_summons_limit(const DischargeFacts& facts, const Zone& zone);

/// The first day the municipality pays (5:3-5): the latest of the regular day, the day the kallelse
/// was given and the day open care was in place. Regular is day 3 after the notice, day 4 where it
/// was sent later than 12:00:00 local time, or the agreed day; it does not move. Missing or unclear
/// open care, or a notice that is not recorded: cannot be computed. No kallelse: never begins,
/// whatever else is known.
PaymentStart payment_start(const DischargeFacts& facts, const Zone& zone);

/// The reasons why `facts` cannot be true: bad_time (field; days are added to a time, and none can
/// be written that has five digits in its year), discharge_days_out_of_range (field, value; 0 to
/// 366), discharged_before_admission.
Refusals check(const DischargeFacts& facts);

}  // namespace kallad
