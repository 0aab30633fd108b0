// What a story is played on: the real desk over a real store, with a clock that stands still until
// it is moved. Not a stand-in for anything: only the clock is virtual, and due rows are fired when
// the story says so. Rules kept: an event's time is the line's time, a due row's event has the
// row's own time (or, after downtime, the time at which it was fired); letters stop when consent is
// withdrawn.
#pragma once

#include <memory>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/scene/stage/own_due.hpp"
#include "adapters/store/sqlite/store.hpp"

namespace kallad::scene {

class Stage {
 public:
  /// Opens the store, or makes it. Throws StoreError.
  Stage(const StorePlace& place, Calendar calendar);
  /// Writes what overviews show of each case.
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// The stream is this story's: its due rows fire with the story's clock.
  void own(const std::string& stream) { due_.own(stream); }
  /// Says it at that moment. What is stored is durable when this returns.
  Outcome say(Instant at, Submission submission);
  /// Fires this story's due rows until and with `until`, each at its own time; `late`: all at
  /// `until`. Throws std::runtime_error where one has an accident.
  void fire(Instant until, bool late);

  /// All events of the stream in order; returns how many there are.
  std::uint64_t read(std::string_view stream, const TakeEvent& take);
  std::vector<DueRow> due_of(std::string_view stream);
  /// Letters of the stream that wait to be sent, oldest first.
  std::vector<OutboxRow> letters_of(std::string_view stream);

  const Ledger& ledger() { return brain_.ledger(); }
  const Zone& zone() const { return brain_.calendar().zone(); }
  /// The hash over all events in the store.
  const Digest& root() const { return store_.root(); }

 private:
  SqliteStore store_;
  OwnDue due_;
  EngineBrain brain_;
  Instant now_{};
  Desk desk_;
};

}  // namespace kallad::scene
