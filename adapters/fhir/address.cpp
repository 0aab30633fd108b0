// SHA-1 over the namespace of addresses and the name, as RFC 9562 has it for version 5.
// Not a secret and no signature: whoever knows the case's number can make the same address.
#include "adapters/fhir/address.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "adapters/fhir/values.hpp"

namespace kallad::fhir {

namespace {

/// RFC 9562, 6.6: the namespace of URLs, 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
constexpr std::array<unsigned char, 16> of_urls{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

}  // namespace

std::string uuid_of(const CaseId& of, std::string_view element) {
  std::string named{of_urls.begin(), of_urls.end()};
  named.append(our_base).append("case/").append(of.text).append("#").append(element);
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  if (EVP_Digest(named.data(), named.size(), hash.data(), nullptr, EVP_sha1(), nullptr) != 1) {
    throw std::runtime_error("SHA-1 failed");
  }
  hash[6] = static_cast<unsigned char>((hash[6] & 0x0f) | 0x50);
  hash[8] = static_cast<unsigned char>((hash[8] & 0x3f) | 0x80);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < 16; ++at) {
    if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
    text += digits[hash[at] >> 4];
    text += digits[hash[at] & 0x0f];
  }
  return text;
}

}  // namespace kallad::fhir
