// TOTP and Base32 through liboath; randomness from libsodium. All steps of the window are compared,
// so that the time taken does not say which one fits.
#include "adapters/sign_in/secret/one_time_code.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace kallad {

namespace {

constexpr std::size_t secret_size = 20;
constexpr std::size_t recovery_size = 10;
constexpr int recovery_codes = 10;
constexpr unsigned digits = 6;
constexpr std::int64_t steps_around = 1;
constexpr std::chrono::seconds step_length{30};

void start_oath() {
  static const bool started = oath_init() == OATH_OK;
  if (!started) throw std::runtime_error("liboath does not start");
}

std::string random_bytes(std::size_t size) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no randomness");
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::int64_t step_at(Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / step_length;
}

std::string code_of_step(std::string_view secret, std::int64_t step) {
  start_oath();
  std::array<char, digits + 1> code{};
  if (oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits,
                         false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) != OATH_OK)
    throw std::runtime_error("liboath makes no code");
  return code.data();
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain)
      encoded += c;
    else
      encoded.append({'%', hex_digits[byte >> 4U], hex_digits[byte & 15U]});
  }
  return encoded;
}

/// Capital letters and digits of what was typed, without what people put between.
std::string plain_code(std::string_view typed) {
  std::string plain;
  for (const char c : typed) {
    if (c >= 'a' && c <= 'z')
      plain += static_cast<char>(c - 'a' + 'A');
    else if (c != ' ' && c != '-')
      plain += c;
  }
  return plain;
}

std::string new_recovery_code() {
  std::string code = totp_secret_text(random_bytes(recovery_size));
  for (const std::size_t place : {12U, 8U, 4U}) code.insert(place, 1, '-');
  return code;
}

}  // namespace

std::string new_totp_secret() { return random_bytes(secret_size); }

std::string totp_secret_text(std::string_view secret) {
  start_oath();
  char* text = nullptr;
  std::size_t size = 0;
  if (oath_base32_encode(secret.data(), secret.size(), &text, &size) != OATH_OK)
    throw std::bad_alloc();
  std::string copy{text, size};
  sodium_memzero(text, size);
  std::free(text);
  return copy;
}

std::string otpauth_uri(std::string_view secret, std::string_view user_name,
                        std::string_view issuer) {
  const std::string from = percent_encoded(issuer);
  return "otpauth://totp/" + from + ":" + percent_encoded(user_name) +
         "?secret=" + totp_secret_text(secret) + "&issuer=" + from;
}

std::string totp_code(std::string_view secret, Instant now) {
  return code_of_step(secret, step_at(now));
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t last_used) {
  const std::string given = plain_code(code);
  std::optional<std::int64_t> found;
  for (std::int64_t around = -steps_around; around <= steps_around; ++around) {
    const std::int64_t step = step_at(now) + around;
    const bool fits = same_secret(given, code_of_step(secret, step));
    if (fits && step > last_used) found = step;
  }
  return found;
}

std::vector<std::string> new_recovery_codes() {
  std::vector<std::string> codes;
  for (int i = 0; i < recovery_codes; ++i) codes.push_back(new_recovery_code());
  return codes;
}

std::string recovery_digest(const Keyring& keyring, std::string_view account,
                            std::string_view code) {
  return keyring.sign(Purpose::recovery_code, std::string{account} + ":" + plain_code(code));
}

}  // namespace kallad
