// Keys go into OpenSSL by their numbers; an elliptic point that is not on the curve is no key. An
// ES256 signature is two numbers of 32 bytes, which OpenSSL wants in DER.
// Not a general reader of keys: private, symmetric and other kinds are passed over.
#include "adapters/sign_in/oidc/key_set.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include "adapters/sign_in/oidc/base64url.hpp"
#include "adapters/sign_in/oidc/said.hpp"

namespace kallad {

namespace {

using nlohmann::json;

constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;
constexpr std::size_t most_keys = 100;
constexpr std::size_t coordinate_bytes = 32;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
  return Number{BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)};
}

std::string bytes_in(const json& key, const char* name) {
  return from_base64url(said_text(key, name)).value_or(std::string{});
}

PublicKey made(const char* kind, const Builder& builder) {
  const Parameters parameters{OSSL_PARAM_BLD_to_param(builder.get())};
  const KeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
  EVP_PKEY* key = nullptr;
  const bool is_key =
      parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
  PublicKey owned{key};
  if (!is_key) return {};
  const KeyContext check{EVP_PKEY_CTX_new_from_pkey(nullptr, owned.get(), nullptr)};
  if (!check || EVP_PKEY_public_check(check.get()) != 1) return {};
  return owned;
}

PublicKey rsa_key(const json& key) {
  const Number modulus = number_of(bytes_in(key, "n"));
  const Number exponent = number_of(bytes_in(key, "e"));
  const int bits = BN_num_bits(modulus.get());
  if (bits < least_rsa_bits || bits > most_rsa_bits || BN_num_bits(exponent.get()) > 64) return {};
  const Builder builder{OSSL_PARAM_BLD_new()};
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return made("RSA", builder);
}

PublicKey elliptic_key(const json& key) {
  const std::string x = bytes_in(key, "x");
  const std::string y = bytes_in(key, "y");
  if (said_text(key, "crv") != "P-256" || x.size() != coordinate_bytes ||
      y.size() != coordinate_bytes)
    return {};
  const std::string point = "\x04" + x + y;
  const Builder builder{OSSL_PARAM_BLD_new()};
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  return made("EC", builder);
}

std::string der_of(std::string_view pair_bytes) {
  if (pair_bytes.size() != 2 * coordinate_bytes) return {};
  const Pair pair{ECDSA_SIG_new()};
  Number r = number_of(pair_bytes.substr(0, coordinate_bytes));
  Number s = number_of(pair_bytes.substr(coordinate_bytes));
  if (!pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());
  static_cast<void>(s.release());
  std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
  auto* at = reinterpret_cast<unsigned char*>(der.data());
  i2d_ECDSA_SIG(pair.get(), &at);
  return der;
}

bool set_pss(EVP_PKEY_CTX* context) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

struct VerifyingKey::Impl {
  std::string kid;
  std::string algorithm;  ///< the one name the set allows it for; empty: any of its kind
  bool is_rsa;
  PublicKey key;
};

std::optional<SigningAlgorithm> algorithm_named(std::string_view name) {
  if (name == "RS256") return SigningAlgorithm::rs256;
  if (name == "PS256") return SigningAlgorithm::ps256;
  if (name == "ES256") return SigningAlgorithm::es256;
  return std::nullopt;
}

const std::string& VerifyingKey::kid() const { return impl_->kid; }

bool VerifyingKey::is_for(SigningAlgorithm algorithm) const {
  const bool named = impl_->algorithm.empty() || algorithm_named(impl_->algorithm) == algorithm;
  return named && impl_->is_rsa == (algorithm != SigningAlgorithm::es256);
}

bool VerifyingKey::verifies(SigningAlgorithm algorithm, std::string_view text,
                            std::string_view signature) const {
  if (!is_for(algorithm)) return false;
  const std::string der = impl_->is_rsa ? std::string{signature} : der_of(signature);
  const DigestContext context{EVP_MD_CTX_new()};
  EVP_PKEY_CTX* inner = nullptr;
  if (!context ||
      EVP_DigestVerifyInit(context.get(), &inner, EVP_sha256(), nullptr, impl_->key.get()) != 1)
    return false;
  if (algorithm == SigningAlgorithm::ps256 && !set_pss(inner)) return false;
  return EVP_DigestVerify(context.get(), bytes_of(der), der.size(), bytes_of(text), text.size()) ==
         1;
}

std::optional<KeySet> KeySet::read(const std::string& text) {
  const json set = json::parse(text, nullptr, false);
  if (!set.is_object() || !set.contains("keys") || !set["keys"].is_array()) return std::nullopt;
  if (set["keys"].size() > most_keys) return std::nullopt;
  KeySet keys;
  for (const json& key : set["keys"]) {
    if (!key.is_object() || (key.contains("use") && said_text(key, "use") != "sig")) continue;
    const bool is_rsa = said_text(key, "kty") == "RSA";
    PublicKey usable;
    if (is_rsa) usable = rsa_key(key);
    if (said_text(key, "kty") == "EC") usable = elliptic_key(key);
    if (!usable) continue;
    keys.keys_.emplace_back(std::make_shared<const VerifyingKey::Impl>(
        said_text(key, "kid"), said_text(key, "alg"), is_rsa, std::move(usable)));
  }
  return keys;
}

std::optional<VerifyingKey> KeySet::find(std::string_view kid, SigningAlgorithm algorithm) const {
  std::optional<VerifyingKey> found;
  for (const VerifyingKey& key : keys_) {
    if (!key.is_for(algorithm) || (!kid.empty() && key.kid() != kid)) continue;
    if (found) return std::nullopt;
    found = key;
  }
  return found;
}

}  // namespace kallad
