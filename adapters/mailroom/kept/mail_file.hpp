// The file of mail: copies that were sent, what coordinators want of letters, mails that came.
// Not the event log: what a seat must know is said to it as a command. Not the outbox: that lies in
// the store, and a letter is in it until its copies are done with.
// Rule kept: addresses and words of others are here and nowhere else; nothing of it is logged.
#pragma once

#include "adapters/store/side/side_store.hpp"

namespace kallad::mailroom {

/// Safe for many threads.
class MailFile : public SideStore {
 public:
  /// Opens or makes the file. Throws StoreError.
  explicit MailFile(const std::filesystem::path& file);
};

}  // namespace kallad::mailroom
