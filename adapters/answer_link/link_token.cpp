// A synthetic-IV seal (RFC 5297's construction, with HMAC-SHA-256 as its function): the tag over
// the name is also where the cipher starts. Not randomized: the same name gives the same token, so
// that a reminder carries the link of its summons without anybody remembering it. Token: version
// and key id (1 byte), tag (16), AES-256-CTR of holder (1), event (4), party mark (6), case id.
#include "adapters/answer_link/link_token.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kallad {

namespace {

constexpr unsigned version = 1;
constexpr std::size_t tag_bytes = 16;
constexpr std::size_t fixed_bytes = 11;
constexpr std::size_t longest_token = 160;
constexpr std::string_view domain = "kallad answer link 1";

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hmac(std::string_view key, std::string_view text) {
  std::string mac(SHA256_DIGEST_LENGTH, '\0');
  unsigned length = 0;
  if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(),
            bytes(mac), &length)) {
    throw std::runtime_error("HMAC-SHA-256 cannot be computed");
  }
  return mac;
}

std::string sha256(std::string_view text) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(bytes(text), text.size(), bytes(digest));
  return digest;
}

std::string_view view(const std::array<unsigned char, 32>& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

/// Both ways: in counter mode a text is turned and turned back alike.
std::string ctr(const std::array<unsigned char, 32>& key, std::string_view start,
                std::string_view text) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
      EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  std::string turned(text.size(), '\0');
  int length = 0;
  const bool done = context &&
                    EVP_EncryptInit_ex(context.get(), EVP_aes_256_ctr(), nullptr, key.data(),
                                       bytes(start)) == 1 &&
                    EVP_EncryptUpdate(context.get(), bytes(turned), &length, bytes(text),
                                      static_cast<int>(text.size())) == 1;
  if (!done) throw std::runtime_error("AES-256-CTR cannot be computed");
  return turned;
}

std::string encoded(const LinkName& name) {
  std::string text;
  text += static_cast<char>(name.holder);
  for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(name.event >> shift);
  for (const unsigned char byte : name.party) text += static_cast<char>(byte);
  return text + name.of_case.text;
}

std::optional<LinkName> decoded(std::string_view text) {
  const unsigned holder = bytes(text)[0];
  if (holder > static_cast<unsigned>(LinkHolder::check_in)) return std::nullopt;
  LinkName name;
  name.holder = static_cast<LinkHolder>(holder);
  for (std::size_t at = 1; at < 5; ++at) name.event = (name.event << 8U) | bytes(text)[at];
  std::copy_n(bytes(text) + 5, name.party.size(), name.party.begin());
  name.of_case = CaseId{text.substr(fixed_bytes)};
  return name;
}

std::string tag_of(const std::array<unsigned char, 32>& key, char head, std::string_view payload) {
  return hmac(view(key), std::string{domain} + '\0' + head + std::string{payload})
      .substr(0, tag_bytes);
}

std::string base64url(std::string_view raw) {
  std::string text(4 * ((raw.size() + 2) / 3) + 1, '\0');
  const int length = EVP_EncodeBlock(bytes(text), bytes(raw), static_cast<int>(raw.size()));
  text.resize(static_cast<std::size_t>(length));
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  text.erase(std::find(text.begin(), text.end(), '='), text.end());
  return text;
}

/// Only the one way in which base64url() writes it, so that a token has no second spelling.
std::optional<std::string> from_base64url(std::string_view text) {
  std::string padded{text};
  std::replace(padded.begin(), padded.end(), '-', '+');
  std::replace(padded.begin(), padded.end(), '_', '/');
  const std::size_t missing = (4 - padded.size() % 4) % 4;
  padded.append(missing, '=');
  std::string raw(padded.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(bytes(raw), bytes(padded), static_cast<int>(padded.size()));
  if (length < 0 || missing == 3) return std::nullopt;
  raw.resize(std::min(raw.size(), static_cast<std::size_t>(length)) - missing);
  if (base64url(raw) != text) return std::nullopt;
  return raw;
}

}  // namespace

PartyMark mark_of(const PartyId& party) {
  PartyMark mark{};
  const std::string digest = sha256(party.text);
  std::copy_n(digest.begin(), mark.size(), mark.begin());
  return mark;
}

LinkKeyring::LinkKeyring(const std::vector<LinkKey>& keys) {
  if (keys.empty() || keys.size() > 2) throw std::invalid_argument("one or two keys for links");
  for (const LinkKey& key : keys) {
    const bool stands = std::any_of(keys_.begin(), keys_.end(),
                                    [&](const Active& one) { return one.id == key.id; });
    if (key.id > 15 || stands) throw std::invalid_argument("ids of link keys: 0 to 15, each once");
    if (key.secret.size() < 32) throw std::invalid_argument("a link key has 32 bytes or more");
    Active active{key.id, {}, {}};
    const std::string signing = hmac(key.secret, std::string{domain} + " signing");
    const std::string cipher = hmac(key.secret, std::string{domain} + " cipher");
    std::copy(signing.begin(), signing.end(), active.signing.begin());
    std::copy(cipher.begin(), cipher.end(), active.cipher.begin());
    keys_.push_back(active);
  }
}

LinkKeyring::~LinkKeyring() {
  for (Active& key : keys_) OPENSSL_cleanse(&key, sizeof key);
}

std::string LinkKeyring::seal(const LinkName& name) const {
  const Active& key = keys_.front();
  const char head = static_cast<char>((version << 4U) | key.id);
  const std::string payload = encoded(name);
  const std::string tag = tag_of(key.signing, head, payload);
  return base64url(head + tag + ctr(key.cipher, tag, payload));
}

std::optional<LinkName> LinkKeyring::open(std::string_view token) const {
  if (token.empty() || token.size() > longest_token) return std::nullopt;
  const auto raw = from_base64url(token);
  if (!raw || raw->size() <= 1 + tag_bytes + fixed_bytes) return std::nullopt;
  const unsigned head = bytes(*raw)[0];
  const auto key = std::find_if(keys_.begin(), keys_.end(), [&](const Active& one) {
    return head == ((version << 4U) | one.id);
  });
  if (key == keys_.end()) return std::nullopt;
  const std::string tag = raw->substr(1, tag_bytes);
  const std::string payload = ctr(key->cipher, tag, std::string_view{*raw}.substr(1 + tag_bytes));
  const std::string wanted = tag_of(key->signing, raw->front(), payload);
  if (CRYPTO_memcmp(wanted.data(), tag.data(), tag_bytes) != 0) return std::nullopt;
  return decoded(payload);
}

std::string command_id_of(const LinkName& name, std::string_view nonce) {
  static constexpr std::string_view digits = "0123456789abcdef";
  const std::string digest =
      sha256(std::string{domain} + " command" + '\0' + encoded(name) + '\0' + std::string{nonce});
  std::string id = "link-";
  for (const char byte : digest.substr(0, tag_bytes)) {
    const unsigned value = static_cast<unsigned char>(byte);
    id += digits[value >> 4U];
    id += digits[value & 15U];
  }
  return id;
}

}  // namespace kallad
