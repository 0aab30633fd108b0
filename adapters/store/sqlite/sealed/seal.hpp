// Sealing bytes with a stream's key, and opening them again: XChaCha20-Poly1305 with a nonce drawn
// anew for each piece. Not where keys are kept: stream_keys.hpp. Rule kept (domain 6): without its
// key a piece tells its length and nothing else.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace kallad {

/// A key that is wiped from memory when it goes.
class StreamKey {
 public:
  static constexpr std::size_t size = 32;
  StreamKey() = default;
  ~StreamKey();
  StreamKey(const StreamKey&) = default;
  StreamKey& operator=(const StreamKey&) = default;
  std::array<unsigned char, size> bytes{};
};

/// A new key. Throws StoreError `failed` where the machine has no randomness.
StreamKey drawn_key();

/// `plain` as only who has the key can read it. `place` says what it is and where it stands; it is
/// bound to the piece and has to be told again to open it.
std::string seal(const StreamKey& key, std::string_view place, std::string_view plain);

/// What was sealed. Throws StoreError `damaged` where key, place or bytes are not those of then.
std::string open_seal(const StreamKey& key, std::string_view place, std::string_view sealed);

}  // namespace kallad
