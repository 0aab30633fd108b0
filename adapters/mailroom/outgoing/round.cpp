// One pass over what adapters/letter says is still waiting.
// Not a memory: copies and holds are in the mail file.
#include "adapters/mailroom/outgoing/round.hpp"

#include <algorithm>

#include "adapters/brain/letters.hpp"
#include "adapters/letter/schedule.hpp"
#include "adapters/letter/waiting.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::mailroom {

namespace {

bool is_asked(const OutboxKey& key) { return key.position < 0; }

class Pass {
 public:
  Pass(const CaseFile& file, const std::vector<OutboxItem>& items, const RoundGround& ground,
       Instant now)
      : file_(file), items_(items), ground_(ground), now_(now) {}

  CaseRound run() {
    std::vector<Wish> wishes;
    for (const OutboxItem& item : items_) wishes.push_back(wish_of(item.row));
    const auto waiting = letter::still_waiting(wishes);
    retire_what_nothing_stands_for(waiting);
    for (const auto& one : waiting) take(one);
    return std::move(round_);
  }

 private:
  void retire_what_nothing_stands_for(const std::vector<letter::StillWaiting>& waiting) {
    std::vector<bool> stands(items_.size());
    for (const auto& one : waiting) {
      for (const std::size_t place : one.stands_for) stands[place] = true;
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!stands[i]) round_.done.push_back(items_[i].key);
    }
  }

  void take(const letter::StillWaiting& one) {
    std::vector<OutboxKey> keys;
    for (const std::size_t place : one.stands_for) keys.push_back(items_[place].key);
    // The program died before it could retire the rows.
    if (is_through(ground_.copies, keys.front())) return finish(keys);
    const auto later = may_leave_at(one.wish, keys);
    if (!later) return finish(keys);
    if (later->at > now_) return wait(*later);
    compose(one.wish, std::move(keys));
  }

  /// Nothing where the coordinator has stopped it.
  std::optional<Later> may_leave_at(const Wish& wish, const std::vector<OutboxKey>& keys) const {
    Later later{wish, keys.front(), now_, LetterWaits::its_turn};
    const auto not_before = [&later](Instant moment, LetterWaits because) {
      if (moment > later.at) later.at = moment, later.because = because;
    };
    for (const Copy& copy : ground_.copies.of_key(keys.front())) {
      if (copy.state == CopyState::waiting && copy.next_at) {
        not_before(*copy.next_at, LetterWaits::next_try);
      }
    }
    if (std::ranges::any_of(keys, is_asked)) return later;
    if (const auto hold = ground_.wills.standing(name_of(file_, wish))) {
      if (!hold->until) return std::nullopt;
      not_before(*hold->until, LetterWaits::held);
    }
    const Routine& routine = casework::routine_for(file_.running, now_, ground_.from.ground);
    const Calendar& calendar = ground_.from.ground.calendar;
    not_before(letter::send_at(now_, wish.kind, routine, calendar), LetterWaits::office_hours);
    return later;
  }

  void compose(const Wish& wish, std::vector<OutboxKey> keys) {
    const Language language = letter::language_for(file_, wish, ground_.from.ground.known);
    auto made = letter::compose(file_, wish, ground_.from, language, now_);
    if (const auto* none = boost::variant2::get_if<NothingToSend>(&made)) {
      if (none->tell != CoordinatorFact::none) round_.untold.push_back({wish, none->tell});
      return finish(keys);
    }
    round_.leaving.push_back({boost::variant2::get<Letter>(std::move(made)),
                              name_of(file_, wish).version, std::move(keys)});
  }

  void finish(const std::vector<OutboxKey>& keys) {
    round_.done.insert(round_.done.end(), keys.begin(), keys.end());
  }
  void wait(const Later& later) {
    if (!round_.next || later.at < *round_.next) round_.next = later.at;
    round_.later.push_back(later);
  }

  const CaseFile& file_;
  const std::vector<OutboxItem>& items_;
  const RoundGround& ground_;
  Instant now_;
  CaseRound round_;
};

}  // namespace

CaseRound round_of(const CaseFile& file, const std::vector<OutboxItem>& items,
                   const RoundGround& ground, Instant now) {
  return Pass{file, items, ground, now}.run();
}

bool is_through(Copies& copies, const OutboxKey& key) {
  const auto made = copies.of_key(key);
  return !made.empty() && std::ranges::none_of(made, [](const Copy& copy) {
    return copy.state == CopyState::waiting;
  });
}

LetterName name_of(const CaseFile& file, const Wish& wish) {
  const Meeting* meeting = casework::find_meeting(file.running, wish.number);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, wish.to) : nullptr;
  const bool is_about_seat = seat && !letter::is_to_coordinator(wish.kind);
  return {file.running.id, wish, is_about_seat ? seat->version : 0};
}

}  // namespace kallad::mailroom
