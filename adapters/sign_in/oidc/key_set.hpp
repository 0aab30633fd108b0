// An issuer's public keys (RFC 7517), and whether one of them made a signature (RFC 7518).
// Not the fetching of them: issuer.hpp. Rules kept: RS256, PS256 and ES256 and no others, each with
// the kind of key it is made for; RSA from 2048 bits; a key for something else verifies nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kallad {

enum class SigningAlgorithm { rs256, ps256, es256 };

/// Nothing for every other name, "none" and "HS256" among them.
std::optional<SigningAlgorithm> algorithm_named(std::string_view name);

/// A public key that can be verified with. Cheap to copy.
class VerifyingKey {
 public:
  struct Impl;
  explicit VerifyingKey(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

  const std::string& kid() const;
  bool is_for(SigningAlgorithm algorithm) const;
  /// Whether this key made `signature` over `text` by the algorithm.
  bool verifies(SigningAlgorithm algorithm, std::string_view text,
                std::string_view signature) const;

 private:
  std::shared_ptr<const Impl> impl_;
};

/// The usable keys of a set; others in it are passed over.
class KeySet {
 public:
  /// Nothing where it is no key set, or has more than 100 keys.
  static std::optional<KeySet> read(const std::string& json);

  /// The one key for the algorithm that has this id; where no id is given, the only one there is
  /// for the algorithm. Nothing where there is none, or where it is not clear which.
  std::optional<VerifyingKey> find(std::string_view kid, SigningAlgorithm algorithm) const;
  std::size_t size() const { return keys_.size(); }

 private:
  std::vector<VerifyingKey> keys_;
};

}  // namespace kallad
