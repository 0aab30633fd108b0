// Keys that sign as an issuer's do, and as an attacker's: RSA, elliptic, and a shared secret.
// Not the code under test: OpenSSL's signing half, used only here. Rule kept: keys are made anew in
// each run; none is committed.
#pragma once

#include <openssl/evp.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace kallad::testing {

/// A pair of keys. Cheap to copy.
class SigningKey {
 public:
  static SigningKey rsa(unsigned bits = 2048);
  static SigningKey elliptic();

  /// The public half as a member of a JWKS.
  nlohmann::json jwk(const std::string& kid) const;
  /// The public half in PEM, as an attacker can know it.
  std::string pem() const;
  /// RS256, PS256 or ES256 as RFC 7518 has them.
  std::string sign(std::string_view algorithm, std::string_view text) const;

 private:
  explicit SigningKey(EVP_PKEY* key) : key_(key, EVP_PKEY_free) {}
  std::string number(const char* name, int bytes) const;
  std::shared_ptr<EVP_PKEY> key_;
};

/// The signature HS256 makes with this secret.
std::string hs256(std::string_view secret, std::string_view text);

/// header.payload.signature, where the header's alg decides how it is signed: with the key, with
/// its public half as a shared secret (HS256), or not at all (every other alg).
std::string token_of(const nlohmann::json& header, const nlohmann::json& claims,
                     const SigningKey& key);

}  // namespace kallad::testing
