// A piece: 24 bytes of nonce, then the sealed bytes with their 16 bytes of proof.
// The nonce is drawn, not counted: a rolled back transaction may have reached the disk, and the
// same count with other bytes would tell both.
#include "adapters/store/sqlite/sealed/seal.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t proof_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(StreamKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

void have_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw StoreError(StoreFault::failed, "libsodium has no randomness");
}

const unsigned char* bytes_in(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_in(std::string& text, std::size_t at = 0) {
  return reinterpret_cast<unsigned char*>(text.data()) + at;
}

/// Asking the kernel costs as much as the rest of an event, so nonces are drawn many at a time.
/// They are no secret; each is used once.
void put_nonce(std::string& sealed) {
  thread_local std::array<unsigned char, 256 * nonce_size> drawn;
  thread_local std::size_t used = drawn.size();
  if (used == drawn.size()) {
    randombytes_buf(drawn.data(), drawn.size());
    used = 0;
  }
  std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(used), nonce_size, sealed.begin());
  used += nonce_size;
}

}  // namespace

StreamKey::~StreamKey() { sodium_memzero(bytes.data(), bytes.size()); }

StreamKey drawn_key() {
  have_sodium();
  StreamKey key;
  randombytes_buf(key.bytes.data(), key.bytes.size());
  return key;
}

std::string seal(const StreamKey& key, std::string_view place, std::string_view plain) {
  have_sodium();
  std::string sealed(nonce_size + plain.size() + proof_size, '\0');
  put_nonce(sealed);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_in(sealed, nonce_size), nullptr, bytes_in(plain),
                                             plain.size(), bytes_in(place), place.size(), nullptr,
                                             bytes_in(sealed), key.bytes.data());
  return sealed;
}

std::string open_seal(const StreamKey& key, std::string_view place, std::string_view sealed) {
  have_sodium();
  const bool is_whole = sealed.size() >= nonce_size + proof_size;
  std::string plain(is_whole ? sealed.size() - nonce_size - proof_size : 0, '\0');
  const bool opened =
      is_whole && crypto_aead_xchacha20poly1305_ietf_decrypt(
                      bytes_in(plain), nullptr, nullptr, bytes_in(sealed) + nonce_size,
                      sealed.size() - nonce_size, bytes_in(place), place.size(), bytes_in(sealed),
                      key.bytes.data()) == 0;
  if (opened) return plain;
  throw StoreError(StoreFault::damaged, std::string{place} + " does not open with its key");
}

}  // namespace kallad
