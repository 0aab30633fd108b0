// SHA-256 over pieces, as the log's chain and the commands' content hashes use it.
// Not a password hash and no key: it finds change, it does not keep out someone who can rewrite
// everything.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kallad {

using Digest = std::array<unsigned char, 32>;
using ShortDigest = std::array<unsigned char, 16>;  ///< the first half of a Digest

/// A hash in the making. Numbers go in as 8 bytes, little-endian; text with its length before it,
/// so that two different lists of fields never give the same bytes.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void restart();
  void add(std::span<const unsigned char> bytes);  ///< as they are, without length
  void add(std::uint64_t number);
  void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
  void add(std::string_view text);
  Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The hash of a command's content together with who sent it.
ShortDigest content_digest(std::string_view actor, std::string_view content);

/// Lower-case hexadecimal.
std::string hex(std::span<const unsigned char> bytes);

}  // namespace kallad
