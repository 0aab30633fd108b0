// The file of mail: copies that were sent, what coordinators want of letters, mails that came.
// Not the event log: what a seat must know is said to it as a command. Not the outbox: that lies in
// the store, and a letter is in it until its copies are done with.
// Rule kept: addresses and words of others are here and nowhere else; nothing of it is logged.
#pragma once

#include <chrono>

#include "adapters/store/side/side_store.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::mailroom {

/// How long what went and came is kept when nothing can come of it any more: over the year's report
/// and a complaint about it. A local choice, told in docs/mail.md.
inline constexpr std::chrono::days kept_when_done{400};
/// Words and names of a settled mail; what was to be recorded of them is in the log.
inline constexpr std::chrono::days words_kept_when_settled{90};

/// Safe for many threads.
class MailFile : public SideStore {
 public:
  /// Opens or makes the file. Throws StoreError.
  explicit MailFile(const std::filesystem::path& file);

  /// Lets go of what has been done with for longer than that at `now` (UTC): copies with their
  /// addresses, settled suggestions, holds, keys of mails dealt with. What waits, is open or has
  /// something to say stays, however old. Overwritten on disk (secure_delete). Gives how many rows
  /// were changed. Throws StoreError.
  int forget_old(Instant now);
};

}  // namespace kallad::mailroom
