// One pass in the order in which the letters were wished: each looks back at those before it.
// Not a queue: the outbox is the desk's.
#include "adapters/letter/waiting.hpp"

#include <algorithm>

#include "adapters/letter/letter.hpp"

namespace kallad::letter {

namespace {

/// Whether the letter goes to the party itself about the same place at the meeting. A released
/// substitute is told besides.
bool is_of_seat(const StillWaiting& one, const Wish& wish) {
  return !is_to_coordinator(one.wish.kind) && one.wish.kind != WishKind::substitute_released &&
         one.wish.number == wish.number && one.wish.to == wish.to;
}

bool tells_answer(WishKind kind) {
  return kind == WishKind::answer_confirmed || kind == WishKind::decline_explained;
}

/// Whether the newer letter says all that the older one would have said.
bool says_it_too(WishKind newer, WishKind older) {
  if (is_summons(newer)) return true;
  if (is_reminder(newer)) return is_reminder(older);
  if (tells_answer(newer)) return tells_answer(older) || is_reminder(older);
  return newer == older;
}

class Pass {
 public:
  void take(const Wish& wish, std::size_t place) {
    if (wish.kind == WishKind::stop_letters) {
      std::erase_if(left_, [](const StillWaiting& one) { return is_stopped(one.wish.kind); });
    } else if (is_to_coordinator(wish.kind) || wish.kind == WishKind::substitute_released) {
      put({wish, taken(place, [&](const StillWaiting& one) { return one.wish == wish; })});
    } else if (wish.kind == WishKind::cancellation) {
      cancel(wish, place);
    } else {
      take_for_party(wish, place);
    }
  }

  std::vector<StillWaiting> left() { return std::move(left_); }

 private:
  static bool is_stopped(WishKind kind) { return !is_to_coordinator(kind) && !takes_back(kind); }

  void put(StillWaiting one) { left_.push_back(std::move(one)); }

  /// Takes those out, and gives their places with `place`.
  template <class Which>
  std::vector<std::size_t> taken(std::size_t place, Which which) {
    std::vector<std::size_t> places;
    for (const StillWaiting& one : left_) {
      if (which(one)) places.insert(places.end(), one.stands_for.begin(), one.stands_for.end());
    }
    std::erase_if(left_, which);
    places.push_back(place);
    std::ranges::sort(places);
    return places;
  }

  /// The kallelse of the seat that has not left yet, or null.
  const StillWaiting* summons_of(const Wish& wish) const {
    const auto at = std::ranges::find_if(left_, [&](const StillWaiting& one) {
      return is_of_seat(one, wish) && is_summons(one.wish.kind);
    });
    return at == left_.end() ? nullptr : &*at;
  }

  /// Whether the party has not heard of the meeting at all.
  bool is_news(const Wish& wish) const {
    const StillWaiting* summons = summons_of(wish);
    return summons && summons->wish.kind != WishKind::changed_summons;
  }

  void cancel(const Wish& wish, std::size_t place) {
    const bool nobody_knows = is_news(wish);
    auto places = taken(place, [&](const StillWaiting& one) { return is_of_seat(one, wish); });
    if (!nobody_knows) put({wish, std::move(places)});
  }

  void take_for_party(Wish wish, std::size_t place) {
    if (is_reminder(wish.kind) && summons_of(wish)) return;
    if (is_summons(wish.kind) && is_news(wish)) wish.kind = summons_of(wish)->wish.kind;
    auto places = taken(place, [&](const StillWaiting& one) {
      return is_of_seat(one, wish) && says_it_too(wish.kind, one.wish.kind);
    });
    put({std::move(wish), std::move(places)});
  }

  std::vector<StillWaiting> left_;
};

}  // namespace

std::vector<StillWaiting> still_waiting(const std::vector<Wish>& waiting) {
  Pass pass;
  for (std::size_t place = 0; place < waiting.size(); ++place) pass.take(waiting[place], place);
  return pass.left();
}

}  // namespace kallad::letter
