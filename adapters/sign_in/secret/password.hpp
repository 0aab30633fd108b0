// Passwords: which are refused, and their slow hashes. Not accounts: nothing is stored here.
// Rule kept (NIST SP 800-63B): length and lists of the commonest, no rules of composition; a
// password is taken byte for byte as it was given.
#pragma once

#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>

#include "engine/spine/verdict.hpp"

namespace kallad {

inline constexpr std::size_t least_password_characters = 12;
inline constexpr std::size_t most_password_bytes = 1024;

/// Why this password is refused for this user; empty where it is good.
/// Rules: password_too_short, password_too_long, password_not_text, password_is_user_name,
/// password_too_common.
Refusals password_refusals(std::string_view password, std::string_view user_name);

/// What one argon2id hash costs. The default is the second choice of RFC 9106 in one lane.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory = 64UL * 1024 * 1024;
};

/// Hashes from many threads, `at_once` at a time: what guesses can make the program use is bounded.
class PasswordHasher {
 public:
  explicit PasswordHasher(PasswordCost cost = {}, std::ptrdiff_t at_once = 2);

  /// argon2id with its salt and cost, as text. Throws std::bad_alloc.
  std::string hash(std::string_view password);
  /// With an empty hash it works as long and says no: nobody has that password.
  bool fits(std::string_view password, const std::string& hash);
  /// Whether the hash was made at another cost than this.
  bool is_outdated(const std::string& hash) const;

 private:
  PasswordCost cost_;
  std::counting_semaphore<> free_;
  std::string nobody_;
};

}  // namespace kallad
