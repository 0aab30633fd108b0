// HMAC and Base64 are OpenSSL's. Nothing is kept here.
// Not a check of signatures: those who receive do that.
#include "adapters/webhook/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "adapters/sign_in/secret/secret.hpp"

namespace kallad::webhook {

namespace {

constexpr std::string_view secret_prefix = "whsec_";
using Bytes = std::vector<unsigned char>;

const unsigned char* bytes_in(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(std::span<const unsigned char> bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a NUL
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                  static_cast<int>(bytes.size()));
  text.pop_back();
  return text;
}

Bytes key_of(std::string_view secret) {
  if (!secret.starts_with(secret_prefix)) throw std::invalid_argument("not a webhook's secret");
  secret.remove_prefix(secret_prefix.size());
  Bytes key(secret.size() / 4 * 3);
  const int size = EVP_DecodeBlock(key.data(), bytes_in(secret), static_cast<int>(secret.size()));
  if (size <= 0) throw std::invalid_argument("not a webhook's secret");
  const auto padding = secret.ends_with("==") ? 2U : secret.ends_with("=") ? 1U : 0U;
  key.resize(static_cast<std::size_t>(size) - padding);
  return key;
}

std::string one_signature(const std::string& secret, std::string_view signed_text) {
  const Bytes key = key_of(secret);
  std::array<unsigned char, 32> digest{};
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_in(signed_text),
           signed_text.size(), digest.data(), nullptr) == nullptr)
    throw std::runtime_error("HMAC-SHA-256 failed");
  return "v1," + base64(digest);
}

}  // namespace

std::string new_secret() {
  const std::string hex = random_hex(32);
  Bytes bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes.push_back(static_cast<unsigned char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return std::string{secret_prefix} + base64(bytes);
}

std::string timestamp_of(Instant moment) {
  return std::to_string(
      std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
}

std::string signature_of(std::span<const std::string> secrets, std::string_view id,
                         std::string_view timestamp, std::string_view body) {
  std::string signed_text{id};
  signed_text.append(".").append(timestamp).append(".").append(body);
  std::string all;
  for (const std::string& secret : secrets)
    all += (all.empty() ? "" : " ") + one_signature(secret, signed_text);
  return all;
}

}  // namespace kallad::webhook
