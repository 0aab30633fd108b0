// The commands of IMAP this room says, and its answers taken apart (RFC 3501). Not of use to
// others. Rules kept: nothing given can become a command; what the server sends is bounded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/post/line.hpp"

namespace kallad::post {

/// One untagged answer; literals stand beside the text, which has "{n}" in their place.
struct Untagged {
  std::string text;  ///< without "* "
  std::vector<std::string> literals;
};

/// What the server answered to a command.
struct ImapAnswer {
  bool ok = false;
  std::string text;  ///< of the tagged line, after OK, NO or BAD
  std::vector<Untagged> untagged;
};

class Imap {
 public:
  Imap(Line& line, std::chrono::milliseconds reply, std::size_t most_bytes)
      : line_(line), reply_(reply), most_(most_bytes) {}

  /// Says the command and reads to the end of its answer. Throws LineTrouble.
  ImapAnswer ask(const std::string& command);

 private:
  Untagged rest_of(std::string first);

  Line& line_;
  std::chrono::milliseconds reply_;
  std::size_t most_;  ///< of one literal
  int tag_ = 0;
};

/// The number after a word and a space, as in "UID 17"; 0 where there is none.
std::uint64_t number_after(std::string_view text, std::string_view word);

/// Numbers with spaces between, up to the end or what is no number.
std::vector<std::uint32_t> numbers(std::string_view text);

/// Whether it can be given as a folder: printable ASCII without '"', '\\', '*' and '%'.
bool is_folder(std::string_view name);

}  // namespace kallad::post
