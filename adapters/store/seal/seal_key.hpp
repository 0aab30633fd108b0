// The pair of keys for sealed files: who has the public one can seal, who has the private one can
// read. Not the installation's key, and not kept with the server: the private file belongs
// elsewhere. Rule kept: a key file is never overwritten, and a private one is its owner's alone.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

namespace kallad {

using SealKeyBytes = std::array<unsigned char, 32>;

/// Seals. No secret.
struct PublicSealKey {
  SealKeyBytes bytes{};
  bool operator==(const PublicSealKey&) const = default;
};

/// A key that is wiped from memory when it goes.
struct SecretKey {
  SealKeyBytes bytes{};
  SecretKey() = default;
  ~SecretKey();
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
};

/// Reads what was sealed to its public half.
struct PrivateSealKey : SecretKey {
  PublicSealKey public_half() const;
};

/// The first 8 bytes of a hash over the public key, to tell keys apart.
using SealKeyMark = std::array<unsigned char, 8>;
SealKeyMark mark_of(const PublicSealKey& key);
/// The same as 16 hexadecimal characters, for people.
std::string shown_mark(const PublicSealKey& key);

/// The public key's file beside a private one: "<private_file>.pub".
std::filesystem::path public_file_of(const std::filesystem::path& private_file);

/// Makes a new pair: `private_file` (mode 0600) and its public file. Throws StoreError `exists`
/// where either is there already, `failed` where they cannot be written; then neither is left.
PublicSealKey make_seal_keys(const std::filesystem::path& private_file);

/// Throws StoreError: missing, or foreign where the file holds no such key.
PublicSealKey read_public_seal_key(const std::filesystem::path& file);
std::unique_ptr<const PrivateSealKey> read_private_seal_key(const std::filesystem::path& file);

}  // namespace kallad
