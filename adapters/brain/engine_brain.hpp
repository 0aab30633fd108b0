// The engine behind the desk's port: streams of the register and of cases are folded, decided and
// asked here. Not rules: whether something may be done is the engine's. Not the store: it is read
// only through the two functions it is given. Rules kept: what a decision took from the register is
// written into its events; due rows and list rows follow from the state.
#pragma once

#include "adapters/brain/case_index.hpp"
#include "adapters/brain/example_uses.hpp"
#include "adapters/brain/ledger.hpp"
#include "adapters/desk/brain.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

/// The present of a case's stream.
class CaseState final : public StreamState {
 public:
  CaseFile file;
};

/// The present of the register's stream.
class LedgerState final : public StreamState {
 public:
  std::shared_ptr<Ledger> ledger;
};

/// What the brain may read of the log, besides what the desk hands it.
struct LogAccess {
  ReadStream read;
  FindStreams find;
};

/// Reads `store` on the desk's own thread, so also what the open transaction has staged.
LogAccess log_of(EventStore& store);

/// Submission::command is an AnyCommand (messages.hpp). One thread at a time.
class EngineBrain final : public Brain {
 public:
  /// Of what it makes of histories. 2: who comes, activities and the plan's copies fall due too.
  /// 3: lists of what will be disposed of, what a case counts as, and words by which lines are
  /// found. 4: lines written later. 5: a deadline that passed unnoticed is due after a late answer,
  /// whom words about a case may not name stands beside what it counts as, a no to the plan burns.
  /// 6: what a case counts as says in its first byte whether something has come in, "sends a
  /// substitute" with nobody named is told the coordinator when the time to answer is over, and a
  /// closed case stands in no list of who was offered its coordination.
  static constexpr int made_by = 6;

  EngineBrain(LogAccess log, Calendar calendar);

  std::unique_ptr<StreamState> fresh(std::string_view stream) override;
  void fold(StreamState& state, const EventView& event) override;
  Decision decide(StreamState& state, const Submission& submission) override;
  std::vector<DueRow> due(const StreamState& state) override;
  void forget() override { ledger_.forget(); }
  /// How many events the register has had.
  std::uint64_t ground() override { return ledger_.present().events; }
  std::vector<ListEntry> entries(const StreamState& state) override;
  /// The digits of the person's number while the case is open.
  std::string lookup_text(const StreamState& state) override;
  std::string list_row(const StreamState& state) override;
  /// A CountRow (counts/count_row.hpp) of a case.
  std::string count_row(const StreamState& state) override;
  int revision() const override { return made_by; }

  /// The register as it is now; the reference holds until the next call.
  const Ledger& ledger() { return ledger_.present(); }
  const Calendar& calendar() const { return calendar_; }

 private:
  Decision decide_case(CaseFile& file, const FileCommand& command, const Submission& submission);
  std::vector<Due> dues_of(const CaseFile& file);
  Decision decide_ledger(Ledger& ledger, const LedgerCommand& command);
  const Actor& actor_of(std::string_view text);
  std::vector<CaseId> others(const CaseFile& file, const FileCommand& command);

  Calendar calendar_;
  LedgerKeeper ledger_;
  CaseIndex index_;
  ExampleUses example_uses_;
  std::string actor_text_;
  Actor actor_;
};

}  // namespace kallad
