// Several letters to the same people made into one.
// Not what they say: of each its subject and its link. Rule kept: one digest rather than five
// letters; a kallelse, a change and a cancellation are never in it, for they carry a calendar part
// and must stand alone.
#pragma once

#include "adapters/letter/letter.hpp"
#include "adapters/letter/template/letter_texts.hpp"

namespace kallad::letter {

/// A letter to be sent, and which of those handed in it is, or is made of.
struct Mailing {
  Letter letter;
  std::vector<std::size_t> stands_for;
  bool is_digest() const { return stands_for.size() > 1; }
};

/// Whether letters of the kind can stand in a digest: reminders, also of activities, and those to
/// the coordinator.
bool can_wait_together(WishKind kind);

/// The same letters with those put together that can be and have the same recipients and language,
/// in the order of the first of each. `letters` are those that leave now: who empties the outbox
/// once in the morning sends each recipient one reminder a day.
std::vector<Mailing> digest(std::vector<Letter> letters, const LetterTexts& texts);

}  // namespace kallad::letter
