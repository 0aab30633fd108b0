// What of the outbox is to leave now: rows of one case become letters, or are done with.
// Not the sending. Rules kept: only what is still needed leaves, once, in office hours; a hold of
// the coordinator's is asked for first (issue "the ladder"); after a week down nobody gets five
// letters.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "adapters/desk/records.hpp"
#include "adapters/letter/compose.hpp"
#include "adapters/mailroom/kept/copies.hpp"
#include "adapters/mailroom/kept/wills.hpp"

namespace kallad::mailroom {

/// A letter that leaves now, and the rows it is for.
struct Leaving {
  Letter letter;
  std::uint32_t version = 0;  ///< of the seat it is about; 0: none
  std::vector<OutboxKey> keys;
};

/// A letter that could not be made, and what its coordinator must be told.
struct Untold {
  Wish wish;
  CoordinatorFact tell = CoordinatorFact::none;
};

/// What a letter that has not left waits for.
enum class LetterWaits {
  its_turn,      ///< nothing: it leaves with the next round
  office_hours,  ///< reminders leave by day
  held,          ///< somebody has postponed it
  next_try,      ///< the relay, or the recipient's server, did not take it
};
BOOST_DESCRIBE_ENUM(LetterWaits, its_turn, office_hours, held, next_try)

/// A letter that leaves later, and when at the earliest.
struct Later {
  Wish wish;
  OutboxKey key;  ///< its copies have it
  Instant at;
  LetterWaits because = LetterWaits::office_hours;
};

/// What is to be done with the waiting rows of one case.
struct CaseRound {
  std::vector<Leaving> leaving;
  std::vector<Later> later;
  std::vector<Untold> untold;
  std::vector<OutboxKey> done;  ///< to be retired: sent before, held for good, without point
  std::optional<Instant> next;  ///< when something of what is left may leave
};

/// What deciding looks at besides the case.
struct RoundGround {
  const LetterGround& from;
  Copies& copies;
  Wills& wills;
};

/// `items`: rows of the case, oldest first, and those asked for (negative keys), which leave at
/// once. Throws StoreError.
CaseRound round_of(const CaseFile& file, const std::vector<OutboxItem>& items,
                   const RoundGround& ground, Instant now);

/// Whether the letter for that row has been tried for each of its addresses to the end.
bool is_through(Copies& copies, const OutboxKey& key);

/// The letter's name in holds: its wish and the version of its seat.
LetterName name_of(const CaseFile& file, const Wish& wish);

}  // namespace kallad::mailroom
