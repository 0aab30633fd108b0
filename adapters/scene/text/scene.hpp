// A story as data: what its lines say, in order, not yet played. Not the engine's commands: verbs,
// keys and parties are words here; adapters/scene gives them their meaning.
#pragma once

#include <boost/variant2/variant.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "adapters/scene/text/words.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::scene {

/// What a line says must come of it: nothing said, these events in this order, or refused by these
/// rules.
struct Expected {
  enum class Kind { accepted, events, refused };
  Kind kind = Kind::accepted;
  std::vector<Word> names;
};

/// A moment as a story writes it: on the wall clock in Sweden, or in UTC with a Z.
struct WrittenTime {
  LocalTime reading;
  bool utc = false;
};

/// `use FILE`.
struct UseLine {
  Word file;
};

/// `principal region name="…"` and the other things of the register: what is recorded, which, and
/// how.
struct RegisterLine {
  Word what;
  std::vector<Word> words;
};

/// One party of a case header: its id, and what stands after it.
struct PartyItem {
  Word id;
  std::vector<Word> words;
};

/// `case NAME key=value … parties …`.
struct CaseLine {
  Word name;
  std::optional<WrittenTime> at;
  std::vector<Word> words;
  std::vector<PartyItem> parties;
  Expected expected;
};

/// `TIME ACTOR verb …`.
struct CommandLine {
  WrittenTime time;
  Word actor;
  Word verb;
  std::vector<Word> words;
  Expected expected;
};

/// `TIME clock`, `TIME clock late`.
struct ClockLine {
  WrittenTime time;
  bool late = false;
  Expected expected;
};

/// `clock runs`.
struct ClockRunsLine {};

/// `expect [no] SUBJECT …`.
struct ExpectLine {
  bool no = false;
  Word subject;
  std::vector<Word> words;
};

/// One line of a story. `of_case` is what @NAME or case=NAME said, empty where nothing was.
struct Line {
  std::size_t number = 0;
  std::string text;
  std::string of_case;
  boost::variant2::variant<UseLine, RegisterLine, CaseLine, CommandLine, ClockLine, ClockRunsLine,
                           ExpectLine>
      is;
};

/// A scene file as read.
struct Scene {
  std::string file;  ///< as it was given
  std::string stem;  ///< the file's name as an id: what its cases and commands are named after
  std::vector<Line> lines;
  std::vector<Fault> faults;  ///< not empty: not to be played
};

}  // namespace kallad::scene
