// Signing with OpenSSL. ES256 turns OpenSSL's DER into two numbers of 32 bytes, by another way than
// the code under test.
// Not for production: nothing here is careful with private keys.
#include "tests/adapters/oidc/signing_keys.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <stdexcept>

#include "adapters/sign_in/oidc/base64url.hpp"

namespace kallad::testing {

namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string number_bytes(const BIGNUM* number, int bytes) {
  std::string text(static_cast<std::size_t>(bytes > 0 ? bytes : BN_num_bytes(number)), '\0');
  BN_bn2binpad(number, reinterpret_cast<unsigned char*>(text.data()),
               static_cast<int>(text.size()));
  return text;
}

std::string pair_of(std::string_view der) {
  const unsigned char* at = bytes_of(der);
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
      d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), ECDSA_SIG_free);
  return number_bytes(ECDSA_SIG_get0_r(pair.get()), 32) +
         number_bytes(ECDSA_SIG_get0_s(pair.get()), 32);
}

}  // namespace

SigningKey SigningKey::rsa(unsigned bits) { return SigningKey{EVP_RSA_gen(bits)}; }
SigningKey SigningKey::elliptic() { return SigningKey{EVP_EC_gen("P-256")}; }

std::string SigningKey::number(const char* name, int bytes) const {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key_.get(), name, &number) != 1)
    throw std::runtime_error("the key has no such number");
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> owned(number, BN_free);
  return base64url(number_bytes(number, bytes));
}

nlohmann::json SigningKey::jwk(const std::string& kid) const {
  if (EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_RSA)
    return {{"kty", "RSA"},
            {"use", "sig"},
            {"kid", kid},
            {"n", number(OSSL_PKEY_PARAM_RSA_N, 0)},
            {"e", number(OSSL_PKEY_PARAM_RSA_E, 0)}};
  return {{"kty", "EC"},
          {"use", "sig"},
          {"kid", kid},
          {"crv", "P-256"},
          {"x", number(OSSL_PKEY_PARAM_EC_PUB_X, 32)},
          {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)}};
}

std::string SigningKey::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_PUBKEY(memory.get(), key_.get());
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string SigningKey::sign(std::string_view algorithm, std::string_view text) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  EVP_PKEY_CTX* inner = nullptr;
  EVP_DigestSignInit(context.get(), &inner, EVP_sha256(), nullptr, key_.get());
  if (algorithm == "PS256") {
    EVP_PKEY_CTX_set_rsa_padding(inner, RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_rsa_pss_saltlen(inner, RSA_PSS_SALTLEN_DIGEST);
  }
  std::string signature(1024, '\0');
  std::size_t size = signature.size();
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     bytes_of(text), text.size()) != 1)
    throw std::runtime_error("the key cannot sign so");
  signature.resize(size);
  return algorithm == "ES256" ? pair_of(signature) : signature;
}

std::string hs256(std::string_view secret, std::string_view text) {
  std::string mac(32, '\0');
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text), text.size(),
       reinterpret_cast<unsigned char*>(mac.data()), &size);
  return mac;
}

std::string token_of(const nlohmann::json& header, const nlohmann::json& claims,
                     const SigningKey& key) {
  const std::string text = base64url(header.dump()) + "." + base64url(claims.dump());
  const std::string algorithm = header.value("alg", "none");
  if (algorithm == "RS256" || algorithm == "PS256" || algorithm == "ES256")
    return text + "." + base64url(key.sign(algorithm, text));
  if (algorithm == "HS256") return text + "." + base64url(hs256(key.pem(), text));
  return text + ".";
}

}  // namespace kallad::testing
