// The port behind which the engine sits: how a stream's state is made, folded and asked.
// Not the engine: the desk knows no SIP. The engine and the codec implement this; tests have a
// counter. Rules kept: decide, record and apply are three places; due rows and list rows are
// functions of the state, so that what `rebuild` makes from the log is what the desk wrote along
// the way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/desk/list_entry.hpp"
#include "adapters/desk/submission.hpp"

namespace kallad {

/// The present of one stream; only its brain looks inside.
class StreamState {
 public:
  virtual ~StreamState() = default;
};

/// Accepted with events (possibly none: nothing new was said), or refused with reasons.
struct Decision {
  bool accepted = false;
  std::vector<NewEvent> events;
  std::vector<OutboxRow> outbox;  ///< only together with events
  std::string refusals;           ///< JSON, when refused

  static Decision accept(std::vector<NewEvent> events, std::vector<OutboxRow> outbox = {}) {
    return {true, std::move(events), std::move(outbox), {}};
  }
  static Decision refuse(std::string reasons) { return {false, {}, {}, std::move(reasons)}; }
};

/// One thread at a time: the desk's, or that of rebuild while no desk runs. A second brain judges
/// ahead of the desk's, on a thread of its own (forerunner.hpp).
class Brain {
 public:
  virtual ~Brain() = default;

  /// The state of a stream without events.
  virtual std::unique_ptr<StreamState> fresh(std::string_view stream) = 0;

  /// Takes one stored event into the state. Total: never refuses.
  virtual void fold(StreamState& state, const EventView& event) = 0;

  /// Answers a command. Accepted: `state` holds the decided events as well when this returns.
  /// Refused: `state` is as before. Throwing is an accident: the state is thrown away.
  virtual Decision decide(StreamState& state, const Submission& submission) = 0;

  /// Everything that time will demand of this stream, in any order, no row twice. A row that has
  /// been fired must be gone once the event that answered it is folded; a closed stream has none.
  virtual std::vector<DueRow> due(const StreamState& state) = 0;

  /// A transaction was rolled back: its states are gone, and whatever else was read of the log
  /// since it began may never have been stored.
  virtual void forget() {}

  /// A number that changes whenever what decisions and projections rest on beside their stream
  /// does. Two brains with the same number answer alike. Throws what reading throws.
  virtual std::uint64_t ground() { return 0; }

  /// The stream's lines in lists of cases, in any order, no two at one place. A function of the
  /// state alone.
  virtual std::vector<ListEntry> entries(const StreamState& state) {
    static_cast<void>(state);
    return {};
  }

  /// By what text other streams' decisions find this one; empty where by none.
  virtual std::string lookup_text(const StreamState& state) {
    static_cast<void>(state);
    return {};
  }

  /// What reports take from the stream, in a form of the brain's own; empty where nothing. It is
  /// kept sealed with the stream's key, or in the clear where that was destroyed.
  virtual std::string count_row(const StreamState& state) {
    static_cast<void>(state);
    return {};
  }

  /// Another number whenever `due`, `entries`, `lookup_text`, `count_row` or `list_row` make
  /// something else of the same events: the desk rebuilds a store that another revision filled. At
  /// least 1.
  virtual int revision() const { return 1; }

  /// What overviews show of the stream, JSON.
  virtual std::string list_row(const StreamState& state) = 0;

  /// Who the alarm is in the log, JSON.
  virtual std::string clock_actor() const { return R"({"role":"clock","unit":"","name":""})"; }
};

}  // namespace kallad
