// A JSON document as one flat row of nodes, parents before children: quick to make and to walk.
// Not a general JSON library: nlohmann/json reads the text; this is where its events land. Inside
// the codec only. Rule kept: what is no JSON of ours (a field twice, too deep, too large, a NUL, a
// byte order mark) stops here.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "adapters/codec/read_result.hpp"

namespace kallad::codec {

enum class Token {
  null,
  boolean,
  integer,       ///< within 64 bits; `bits`, and `negative` tells int64 from uint64
  huge_integer,  ///< an integer beyond that
  fraction,
  text,
  list,
  object,
  other,  ///< binary and the like, which only a tree built by a program can hold
};

struct Node {
  Token token = Token::null;
  bool negative = false;
  std::size_t children = 0;
  std::size_t next = 0;     ///< the node after this one and all that is inside it
  std::string_view key{};   ///< the field's name, where the parent is an object
  std::string_view text{};  ///< for text
  std::uint64_t bits = 0;   ///< for boolean and integer
};

/// The nodes, the document itself first. They point into the tape (or the tree it was made from),
/// so it neither moves nor is copied.
class Tape {
 public:
  Tape() = default;
  Tape(const Tape&) = delete;
  Tape& operator=(const Tape&) = delete;

  /// Fills the tape. Gives the errors; the nodes are whole only where there are none.
  CodecErrors fill(std::string_view text);
  /// The same from a tree, which must outlive the tape.
  CodecErrors fill_tree(const nlohmann::json& tree);

  const Node& node(std::size_t index) const { return nodes_[index]; }

 private:
  friend class TapeWriter;
  std::vector<Node> nodes_;
  std::string letters_;  // the decoded strings, reserved once so that views into it stay
};

/// Appends "/key" to a JSON Pointer. A key that is no plain text of sensible length is shown as
/// "?".
void append_key(std::string& path, std::string_view key);

}  // namespace kallad::codec
