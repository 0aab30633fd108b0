// Plays the lines of one story on a stage, in order, and holds what comes against what it says.
// Not the reading of files: that is run.hpp.
// Rules kept: a line's command id follows from the story's name and the line, so that a story
// played into a store twice stores once; lines that were played before are held against what is
// stored.
#pragma once

#include <map>

#include "adapters/scene/commands.hpp"
#include "adapters/scene/report.hpp"
#include "adapters/scene/stage/stage.hpp"
#include "adapters/view/case_view.hpp"

namespace kallad::scene {

/// A line with the file it stands in: lines of a used file come before those of the story.
struct Cue {
  const Scene* of;
  const Line* line;
};

/// A case of the story, as far as the story has told it.
struct CaseInPlay {
  std::string name;  ///< in the story
  CaseFile file;
  std::uint64_t told = 0;  ///< events up to the line played last
};

class Player {
 public:
  /// `as` examples: what the story opens and registers is marked as invented.
  Player(Stage& stage, std::vector<Cue> cues, Telling as)
      : stage_(stage), cues_(std::move(cues)), as_(as) {}

  /// Plays until the end, a mistake, or a command that comes out otherwise than the story says.
  PlayReport play();

 private:
  bool play_line(const Line& line);
  bool play(const Line& line, const RegisterLine& said);
  bool play(const Line& line, const CaseLine& said);
  bool play(const Line& line, const CommandLine& said);
  bool play(const Line& line, const ClockLine& said);
  bool play(const Line& line, const ExpectLine& said);

  Instant moment(const WrittenTime& time) const;
  void go_to(Instant at, const Line& line);
  Instant next_moment() const;
  LineContext here(const CaseFile& file);

  CaseInPlay& case_of(const Line& line);
  std::string id_of(const Line& line, std::string_view part = {}) const;
  std::uint64_t stored(const CaseInPlay& running);
  bool is_replay(const CaseInPlay& running) { return running.told < stored(running); }
  std::string next_command_id(const CaseInPlay& running);
  std::vector<std::string> tell(CaseInPlay& running,
                                const std::function<bool(const EventView&)>& as_long_as);

  Outcome say(CaseInPlay& running, std::string id, const Actor& actor, FileCommand command);
  bool judge(const Line& line, const Expected& expected, const Outcome& outcome);
  bool judge_events(const Line& line, const Expected& expected,
                    const std::vector<std::string>& events);
  bool fail(const Line& line, std::string wanted, std::string got);
  std::optional<bool> replayed(const Line& line, const Expected& expected,
                               const CaseInPlay& running, const std::string& id);
  std::vector<std::string> fire(Instant until, bool late, const std::string& only);
  CaseView seen(const CaseInPlay& running);

  bool mark_entry(const Line& line, const LedgerCommand& said);

  Stage& stage_;
  std::vector<Cue> cues_;
  Telling as_;
  std::size_t at_cue_ = 0;
  PlayReport report_;
  Instant now_{};
  bool started_ = false;
  bool clock_runs_ = false;
  CaseFile nothing_;
  std::vector<CaseInPlay> cases_;
};

}  // namespace kallad::scene
