// A line of a case in somebody's list of cases: what lists are sorted, filtered and counted by.
// Not the case, and no authority: who may open it is asked of the case as it is. Rules kept
// (domain 6): no name, number or text of the person; only words and moments that a whole unit may
// see, and the name of the coordinator, who is staff.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "engine/spine/instant.hpp"

namespace kallad {

/// The moment that stands for "nothing is demanded": lines without a demand come last.
inline constexpr Instant nothing_due{std::chrono::milliseconds{253'402'300'800'000}};  // year 10000

/// One line. It is shown to readers of `list` from `begins` until, and without, `ends`.
struct ListEntry {
  std::string list = {};  ///< whose: the brain's own names
  bool closed = false;
  Instant due = nothing_due;  ///< what is demanded next of the list's owner, overdue or not
  int part = 0;               ///< tells apart a stream's lines in one list

  Instant begins{};
  std::optional<Instant> ends = {};
  std::optional<Instant> frozen = {};  ///< from then on read-only
  std::uint32_t readers = 0;           ///< which kinds of readers, as bits; the brain's own
  bool named = false;                  ///< only for those named for the stream

  std::string sight = {};
  std::string kind = {};
  std::string step = {};
  std::uint32_t round = 0;
  std::string unit = {};    ///< that coordinates
  std::string lead = {};    ///< who coordinates, by name
  std::string offer = {};   ///< who of the list's owner is offered the coordination, by name
  bool own = false;         ///< the list's owner coordinates
  std::string demand = {};  ///< the kind of `due`
  std::optional<Instant> meeting = {};  ///< start of the one that waits to be held
  /// From when on something is overdue; that is demanded too, so `due` is not after it.
  std::optional<Instant> late = {};
  bool unanswered = false;   ///< a summons of the list's owner waits for an answer
  std::uint32_t drafts = 0;  ///< deficiencies of the list's owner that have not left it
  bool is_protected = false;
  std::string words = {};  ///< by which it is found: of the case, its units and who coordinates

  auto operator<=>(const ListEntry&) const = default;
};

/// The words of the lines, each text once; no words are no text.
inline std::set<std::string> words_of(std::span<const ListEntry> lines) {
  std::set<std::string> texts;
  for (const ListEntry& line : lines) {
    if (!line.words.empty()) texts.insert(line.words);
  }
  return texts;
}

}  // namespace kallad
