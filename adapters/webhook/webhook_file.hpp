// The file of webhook endpoints and of messages that wait or could not be delivered.
// Not the event log and no copy of it: rows hold ids, never content. Rules kept: what was answered
// is on disk; secrets are sealed with the installation's key.
#pragma once

#include <filesystem>

#include "adapters/sign_in/secret/secret.hpp"
#include "adapters/store/side/side_store.hpp"

namespace kallad::webhook {

/// Safe for many threads.
class WebhookFile : public SideStore {
 public:
  /// Opens or makes the file. The keyring outlives it. Throws StoreError.
  WebhookFile(const std::filesystem::path& file, const Keyring& keyring);

  const Keyring& keyring() const { return keyring_; }

 private:
  const Keyring& keyring_;
};

}  // namespace kallad::webhook
