// A token's text is its handle (16 bytes) and its secret (32 bytes), both in hexadecimal. Rows are
// found by handle and judged by digest, so that no index compares secrets.
#include "adapters/sign_in/secret/secret.hpp"

#include <sodium.h>

#include <stdexcept>
#include <vector>

namespace kallad {

namespace {

constexpr std::size_t handle_bytes = 16;
constexpr std::size_t secret_bytes = 32;
constexpr std::size_t handle_length = 2 * handle_bytes;
constexpr std::size_t secret_length = 2 * secret_bytes;

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("libsodium has no randomness");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const unsigned char* bytes, std::size_t size) {
  std::string text(2 * size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::optional<std::vector<unsigned char>> bytes_in(std::string_view text) {
  if (text.size() < 2) return std::nullopt;  // no byte, and sodium takes no null
  std::vector<unsigned char> bytes(text.size() / 2);
  std::size_t size = 0;
  const char* end = nullptr;
  const bool read = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr,
                                   &size, &end) == 0;
  if (!read || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

std::string digest_of(std::string_view text) {
  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(text), text.size(), nullptr, 0);
  return hex_of(digest.data(), digest.size());
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string random_hex(std::size_t size) {
  start_sodium();
  std::vector<unsigned char> bytes(size);
  randombytes_buf(bytes.data(), bytes.size());
  return hex_of(bytes.data(), bytes.size());
}

NewToken new_token() { return new_token_for(random_hex(handle_bytes)); }

NewToken new_token_for(std::string handle) {
  const std::string secret = random_hex(secret_bytes);
  std::string text = handle + secret;
  return {std::move(handle), digest_of(secret), std::move(text)};
}

std::optional<ShownToken> read_token(std::string_view text) {
  if (text.size() != handle_length + secret_length || !is_hex(text)) return std::nullopt;
  return ShownToken{std::string{text.substr(0, handle_length)},
                    digest_of(text.substr(handle_length))};
}

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

Keyring::Keyring(const InstallationKey& key) {
  start_sodium();
  const auto derive = [&](Key& derived, std::uint64_t number) {
    crypto_kdf_derive_from_key(derived.data(), derived.size(), number, "sign_in_", key.data());
  };
  derive(sealing_, 1);
  for (std::size_t i = 0; i < signing_.size(); ++i) derive(signing_[i], 2 + i);
}

Keyring::~Keyring() {
  sodium_memzero(sealing_.data(), sealing_.size());
  for (Key& key : signing_) sodium_memzero(key.data(), key.size());
}

std::string Keyring::seal(std::string_view plain) const {
  std::vector<unsigned char> sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES +
                                    plain.size());
  randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(sealed.data() + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(),
                        sealed.data(), sealing_.data());
  return hex_of(sealed.data(), sealed.size());
}

std::optional<std::string> Keyring::unseal(std::string_view sealed) const {
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  const auto bytes = bytes_in(sealed);
  if (!bytes || bytes->size() < around) return std::nullopt;
  std::string plain(bytes->size() - around, '\0');
  const int opened = crypto_secretbox_open_easy(
      reinterpret_cast<unsigned char*>(plain.data()), bytes->data() + crypto_secretbox_NONCEBYTES,
      bytes->size() - crypto_secretbox_NONCEBYTES, bytes->data(), sealing_.data());
  return opened == 0 ? std::optional{plain} : std::nullopt;
}

std::string Keyring::sign(Purpose purpose, std::string_view text) const {
  std::array<unsigned char, crypto_auth_BYTES> signature{};
  crypto_auth(signature.data(), bytes_of(text), text.size(),
              signing_[static_cast<std::size_t>(purpose)].data());
  return hex_of(signature.data(), signature.size());
}

}  // namespace kallad
