// A case told through the real desk, engine and store, and the links of its seats, for the tests of
// this folder. Not a stand-in for anything: only the clock is virtual. Refused commands of the
// story itself fail the test that tells it.
#pragma once

#include <gtest/gtest.h>

#include "adapters/answer_link/link_target.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/scene/stage/stage.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::links {

inline const PartyId anna{"anna"};
inline const PartyId the_reception = party_of(support::reception);
inline const Actor coordinator{Role::coordinator, support::adults, "Siv Samordnare"};

Actor staff(const UnitId& unit, std::string name = "Lena Ledig");
Actor substitute(std::string name);

/// Adults and reception are summoned, the police and Anna invited, to Friday 2026-03-20 at 13.00;
/// sent on Monday 2026-03-02 at 09.00.
class World {
 public:
  World();
  /// The same with this purpose and so on in place of plain ones, before it is sent.
  explicit World(const SendSummons& summons);

  /// Says it now; what comes of it. The id is new each time.
  Outcome say(const Actor& by, FileCommand command);
  /// Says it now and expects it to be stored.
  void tell(const Actor& by, FileCommand command);
  Outcome submit(Submission submission) { return stage_.say(now, std::move(submission)); }
  /// Moves the clock; what falls due on the way is fired.
  void until(LocalTime reading);

  /// The case as the log has it.
  CaseFile file();
  Ground ground();
  std::size_t events() { return file().running.events; }
  std::vector<OutboxRow> letters() { return stage_.letters_of(stream); }

  Meeting meeting();
  Seat seat(const PartyId& party);
  LinkName link(const PartyId& party);
  LinkName check_in(const PartyId& party);
  /// Of the substitute named last.
  LinkName last_substitute(const PartyId& party);
  LinkState state(const LinkName& name);

  /// The reception names somebody.
  LinkName name_substitute(const std::string& name, const Actor& by);
  void confirm(const std::string& name);

  static constexpr const char* stream = "sip-2026-17";
  Instant now;

 private:
  void record(LedgerCommand command);
  void fill_register();
  void open();

  scene::TemporaryFolder folder_;
  scene::Stage stage_;
  int said_ = 0;
};

/// The summons that World() sends.
SendSummons plain_summons();
LocalTime march(unsigned day, int hour = 9, int minute = 0);
AnswerSummons answer(const PartyId& party, AnswerKind kind);
NameSubstitute naming(const PartyId& party, const std::string& name);

}  // namespace kallad::links
