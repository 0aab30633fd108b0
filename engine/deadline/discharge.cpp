// The act's rules, one function each. See discharge.hpp for what is decided where the act is
// silent.
#include "engine/deadline/discharge.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <type_traits>

#include "engine/deadline/holidays.hpp"

namespace kallad {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

namespace {

ActLimit cannot_compute(DischargeFact missing, const LegalReference& reference) {
  ActLimit limit;
  limit.missing = {missing};
  limit.reference = reference;
  return limit;
}

ActLimit by(Instant latest, const std::optional<Instant>& done, const LegalReference& reference) {
  ActLimit limit;
  limit.state = LimitState::computed;
  limit.latest = latest;
  limit.reference = reference;
  if (done) limit.fulfilment = *done <= latest ? Fulfilment::in_time : Fulfilment::late;
  return limit;
}

Date later_by(Date day, int count) { return sys_days{day} + days{count}; }

Date first_day_of_work(Date day) {
  while (is_rest_day(day)) day = later_by(day, 1);
  return day;
}

/// A withdrawal from before the notice belongs to an earlier notice: the new one started another
/// clock.
bool is_withdrawn(const DischargeFacts& facts) {
  return facts.ready_notice_withdrawn_at &&
         (!facts.ready_notice_at || *facts.ready_notice_at <= *facts.ready_notice_withdrawn_at);
}

bool is_after_noon(Instant moment, const Zone& zone) {
  const LocalTime reading = zone.to_local(moment);
  return reading - std::chrono::floor<days>(reading) > hours{12};
}

/// The regular day of 5:4; it is not an act anyone does, so a day of rest does not move it.
Date regular_payment_day(const DischargeFacts& facts, const Zone& zone) {
  const Instant notice = *facts.ready_notice_at;
  const int by_law = is_after_noon(notice, zone) ? discharge_law::payment_days_after_noon
                                                 : discharge_law::payment_days;
  return later_by(zone.day_of(notice), facts.agreed_payment_days.value_or(by_law));
}

std::vector<DischargeFact> missing_for_payment(const DischargeFacts& facts) {
  std::vector<DischargeFact> missing;
  if (!facts.admission_notice_at) missing.push_back(DischargeFact::admission_notice_at);
  if (!facts.ready_notice_at) missing.push_back(DischargeFact::ready_notice_at);
  if (!facts.summons_sent_at) missing.push_back(DischargeFact::summons_sent_at);
  if (facts.open_care == OpenCare::unknown) missing.push_back(DischargeFact::open_care);
  if (facts.open_care != OpenCare::unknown &&
      (facts.open_care == OpenCare::missing || !facts.open_care_in_place_at)) {
    missing.push_back(DischargeFact::open_care_in_place_at);
  }
  return missing;
}

/// What payment rests on when it cannot be given a day: the first condition that fails.
LegalReference reference_of(const std::vector<DischargeFact>& missing) {
  const bool about_open_care = missing.front() == DischargeFact::open_care ||
                               missing.front() == DischargeFact::open_care_in_place_at;
  return about_open_care ? discharge_law::payment_open_care : discharge_law::payment_conditions;
}

std::optional<Instant> end_of_payment(const DischargeFacts& facts) {
  if (!is_withdrawn(facts)) return facts.discharged_at;
  if (!facts.discharged_at) return facts.ready_notice_withdrawn_at;
  return std::min(*facts.discharged_at, *facts.ready_notice_withdrawn_at);
}

PaymentStart without_day(LimitState state, std::vector<DischargeFact> missing) {
  PaymentStart start;
  start.state = state;
  start.reference = missing.empty() ? discharge_law::payment : reference_of(missing);
  start.missing = std::move(missing);
  return start;
}

/// Days are added to a time, up to a year of them, and what comes of it has to be written.
void check_times(const DischargeFacts& facts, Refusals& refusals) {
  constexpr Instant too_late = sys_days{std::chrono::year{9998} / 1 / 1};
  using Members =
      boost::describe::describe_members<DischargeFacts, boost::describe::mod_any_access>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& value = facts.*member.pointer;
    if constexpr (std::is_same_v<decltype(value), const std::optional<Instant>&>) {
      if (!value || *value < too_late) return;
      refusals.push_back({"bad_time", {{"field", member.name}, {"form", "2026-03-20T13:00"}}});
    }
  });
}

void check_days(const char* field, const std::optional<int>& value, Refusals& refusals) {
  if (!value || (0 <= *value && *value <= 366)) return;
  refusals.push_back(
      {"discharge_days_out_of_range", {{"field", field}, {"value", std::to_string(*value)}}});
}

}  // namespace

ActLimit admission_notice_limit(const DischargeFacts& facts) {
  const LegalReference& reference = discharge_law::admission_notice;
  if (!facts.admitted_at) return cannot_compute(DischargeFact::admitted_at, reference);
  const Instant latest = *facts.admitted_at + hours{discharge_law::admission_notice_hours};
  return by(latest, facts.admission_notice_at, reference);
}

ActLimit fast_contact_limit(const DischargeFacts& facts) {
  const LegalReference& reference = discharge_law::fast_contact;
  if (!facts.discharged_at) return cannot_compute(DischargeFact::discharged_at, reference);
  return by(*facts.discharged_at - Instant::duration{1}, facts.fast_contact_at, reference);
}

ActLimit information_limit(const DischargeFacts& facts, const Zone& zone) {
  const LegalReference& reference = discharge_law::information;
  if (!facts.discharged_at) return cannot_compute(DischargeFact::discharged_at, reference);
  return by(zone.end_of(zone.day_of(*facts.discharged_at)), facts.plan_informed_at, reference);
}

ActLimit discharge_summons_limit(const DischargeFacts& facts, const Zone& zone) {
  const bool agreed = facts.agreed_summons_days.has_value();
  const LegalReference& reference = agreed ? discharge_law::agreed_times : discharge_law::summons;
  if (is_withdrawn(facts)) {
    ActLimit limit;
    limit.state = LimitState::stopped;
    limit.reference = reference;
    return limit;
  }
  if (!facts.ready_notice_at) return cannot_compute(DischargeFact::ready_notice_at, reference);
  const int count = facts.agreed_summons_days.value_or(discharge_law::summons_days);
  const Date last = later_by(zone.day_of(*facts.ready_notice_at), count);
  const Date moved = agreed ? last : first_day_of_work(last);
  ActLimit limit = by(zone.end_of(moved), facts.summons_sent_at, reference);
  if (moved != last) {
    limit.moved_by = discharge_law::moved_last_day;
    limit.to_be_checked = true;
  }
  return limit;
}

PaymentStart payment_start(const DischargeFacts& facts, const Zone& zone) {
  std::vector<DischargeFact> missing = missing_for_payment(facts);
  if (!facts.summons_sent_at) return without_day(LimitState::does_not_begin, std::move(missing));
  if (!missing.empty()) {
    const bool stopped = is_withdrawn(facts);
    return without_day(stopped ? LimitState::stopped : LimitState::cannot_be_computed,
                       std::move(missing));
  }
  const Date first =
      std::max({regular_payment_day(facts, zone), zone.day_of(*facts.summons_sent_at),
                zone.day_of(*facts.open_care_in_place_at)});
  const std::optional<Instant> until = end_of_payment(facts);
  if (until && *until <= zone.start_of(first)) {
    return without_day(is_withdrawn(facts) ? LimitState::stopped : LimitState::does_not_begin, {});
  }
  PaymentStart start;
  start.state = LimitState::computed;
  start.first_day = first;
  start.until = until;
  start.reference =
      facts.agreed_payment_days ? discharge_law::agreed_times : discharge_law::payment;
  return start;
}

Refusals check(const DischargeFacts& facts) {
  Refusals refusals;
  check_times(facts, refusals);
  check_days("agreed_summons_days", facts.agreed_summons_days, refusals);
  check_days("agreed_payment_days", facts.agreed_payment_days, refusals);
  if (facts.admitted_at && facts.discharged_at && *facts.discharged_at < *facts.admitted_at) {
    refusals.push_back(
        {"discharged_before_admission",
         {{"admitted_at", iso(*facts.admitted_at)}, {"discharged_at", iso(*facts.discharged_at)}}});
  }
  return refusals;
}

}  // namespace kallad
