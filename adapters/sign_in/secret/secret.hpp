// Random tokens, digests of them, and what the installation's key seals and signs. Stores nothing.
// Not passwords: those are guessable and need a slow hash, password.hpp.
// Rule kept: what is stored cannot be used by someone who steals it; secrets are compared in a time
// that says nothing of where they differ.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kallad {

/// The installation's key, read from a file by whoever starts the program.
using InstallationKey = std::array<unsigned char, 32>;

/// `bytes` random bytes as lower-case hexadecimal.
std::string random_hex(std::size_t bytes);

/// A 256-bit token: `text` is shown once; `handle` (no secret) and `digest` are stored.
struct NewToken {
  std::string handle;
  std::string digest;
  std::string text;
};

/// What a token somebody shows amounts to.
struct ShownToken {
  std::string handle;
  std::string digest;
};

NewToken new_token();
/// A new secret for a handle that is known already.
NewToken new_token_for(std::string handle);
/// Nothing where it is no token's form.
std::optional<ShownToken> read_token(std::string_view text);

/// Whether two texts are the same, in constant time for texts of one length.
bool same_secret(std::string_view left, std::string_view right);

/// What a signature is for; one made for one purpose fits no other.
enum class Purpose { form, device, recovery_code, trier, federated, answer_link, calendar };

/// Seals and signs with keys derived from the installation's.
class Keyring {
 public:
  explicit Keyring(const InstallationKey& key);
  ~Keyring();
  Keyring(const Keyring&) = delete;
  Keyring& operator=(const Keyring&) = delete;

  /// As hexadecimal; another text each time.
  std::string seal(std::string_view plain) const;
  /// Nothing where it was sealed with another key or changed.
  std::optional<std::string> unseal(std::string_view sealed) const;
  /// HMAC-SHA-512/256 as hexadecimal.
  std::string sign(Purpose purpose, std::string_view text) const;

 private:
  using Key = std::array<unsigned char, 32>;
  Key sealing_{};
  std::array<Key, 7> signing_{};
};

}  // namespace kallad
