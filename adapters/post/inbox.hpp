// Mails fetched over IMAP, none lost and none taken twice (RFC 3501, 6851, 4315).
// Not a memory: the caller keeps its Place together with what it made of the mails, and only then
// has them put away. Rules kept: fetching changes nothing in the box, not even whether a mail is
// read; a mail is put away only by its number under the validity it was seen with.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/post/line.hpp"

namespace kallad::post {

struct InboxSettings {
  ServerSettings server;
  std::string folder = "INBOX";
  /// Where mails go that are dealt with, made where it is not there; empty: they stay, marked read.
  std::string done = "Kallad";
  std::size_t bytes = 10UL * 1024 * 1024;  ///< of larger mails only the beginning is fetched
};

/// How far the box has been read: the caller's bookkeeping. Begins as zeros.
struct Place {
  std::uint32_t validity = 0;  ///< UIDVALIDITY
  std::uint32_t last = 0;      ///< the highest UID dealt with under it
  bool operator==(const Place&) const = default;
};

/// One mail in the box. `bytes` is what the server says of its size.
struct Waiting {
  std::uint32_t validity = 0;
  std::uint32_t uid = 0;
  std::uint64_t bytes = 0;
};

/// What there is after a place, the oldest first.
struct Look {
  Trouble trouble = Trouble::none;
  /// The server has numbered its mails anew: all of them are listed, and some have been dealt with.
  /// The caller knows those by their `key`.
  bool renumbered = false;
  std::vector<Waiting> waiting;
};

struct Fetched {
  Trouble trouble = Trouble::none;
  bool gone = false;  ///< somebody else has taken it away; or its number is another mail's now
  bool is_beginning = false;  ///< too large: its head, and what comes first of the words
  std::string bytes;
  std::string key;  ///< SHA-256 of the bytes, hexadecimal: the same mail whatever its number
};

/// One connection, made when needed and kept. Blocks: at most `connect` and then `reply` for each
/// command. One thread at a time.
class Inbox {
 public:
  explicit Inbox(InboxSettings settings, std::stop_token stop = {});
  ~Inbox();
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  /// At most so many that come after the place.
  Look look(const Place& after, std::size_t most = 100);
  /// The mail, whole or its head. What it says is not looked at: read_mail() does that.
  Fetched fetch(const Waiting& mail);
  /// To the folder of those dealt with; to be called after the caller has committed. Harmless where
  /// it has been done before. Where it fails the mail stays, and its Place tells it is dealt with.
  Trouble put_away(const Waiting& mail);
  /// Ends the connection; the next call makes another.
  void hang_up();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kallad::post
