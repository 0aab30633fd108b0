// SHA-256 through OpenSSL's low-level calls: a log event is some 250 bytes, and for so little the
// EVP interface costs as much again as the hashing. The calls are deprecated, not removed; this
// file is the only user.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "adapters/desk/digest/digest.hpp"

#include <openssl/sha.h>

#include <algorithm>

namespace kallad {

struct Hasher::State {
  SHA256_CTX context;
};

Hasher::Hasher() : state_(std::make_unique<State>()) { restart(); }
Hasher::~Hasher() = default;

void Hasher::restart() { SHA256_Init(&state_->context); }

void Hasher::add(std::span<const unsigned char> bytes) {
  SHA256_Update(&state_->context, bytes.data(), bytes.size());
}

void Hasher::add(std::uint64_t number) {
  std::array<unsigned char, 8> bytes{};
  for (auto& byte : bytes) {
    byte = static_cast<unsigned char>(number & 0xffU);
    number >>= 8U;
  }
  add(std::span<const unsigned char>{bytes});
}

void Hasher::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  SHA256_Update(&state_->context, text.data(), text.size());
}

Digest Hasher::finish() {
  Digest digest{};
  SHA256_Final(digest.data(), &state_->context);
  return digest;
}

ShortDigest content_digest(std::string_view actor, std::string_view content) {
  Hasher hasher;
  hasher.add(actor);
  hasher.add(content);
  const Digest whole = hasher.finish();
  ShortDigest half{};
  std::copy_n(whole.begin(), half.size(), half.begin());
  return half;
}

std::string hex(std::span<const unsigned char> bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

}  // namespace kallad
