// A key file is one line: what it is, then 64 hexadecimal digits. The word keeps a private key from
// being taken for a public one. Not armoured further: a file system's rights guard the private one.
#include "adapters/store/seal/seal_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

constexpr std::string_view public_word = "kallad-public-key ";
constexpr std::string_view private_word = "kallad-private-key ";

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("libsodium has no randomness");
}

/// Writes a file that must not exist yet; of a failed one nothing is left.
void write_new(const path& file, const std::string& text, mode_t mode) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) {
    const int error = errno;
    throw StoreError(error == EEXIST ? StoreFault::exists : StoreFault::failed,
                     "cannot make the key file " + file.string() + ": " +
                         std::generic_category().message(error));
  }
  const bool good =
      write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      fsync(descriptor) == 0;
  close(descriptor);
  if (good) return;
  unlink(file.c_str());
  throw StoreError(StoreFault::failed, "cannot write the key file " + file.string());
}

std::string line_of(std::string_view word, const SealKeyBytes& bytes) {
  return std::string{word} + hex(bytes) + "\n";
}

void read_key(const path& file, std::string_view word, SealKeyBytes& bytes) {
  start_sodium();
  std::ifstream in{file, std::ios::binary};
  if (!in) throw StoreError(StoreFault::missing, "cannot read the key file " + file.string());
  std::string line;
  std::getline(in, line);
  const std::string_view digits = std::string_view{line}.substr(std::min(word.size(), line.size()));
  const bool good = line.starts_with(word) && digits.size() == 2 * bytes.size() &&
                    sodium_hex2bin(bytes.data(), bytes.size(), digits.data(), digits.size(),
                                   nullptr, nullptr, nullptr) == 0;
  sodium_memzero(line.data(), line.size());
  if (!good) {
    throw StoreError(StoreFault::foreign, file.string() + " does not hold a key: one line \"" +
                                              std::string{word} + "\" and 64 hexadecimal digits");
  }
}

}  // namespace

SecretKey::~SecretKey() { sodium_memzero(bytes.data(), bytes.size()); }

PublicSealKey PrivateSealKey::public_half() const {
  PublicSealKey half;
  crypto_scalarmult_base(half.bytes.data(), bytes.data());
  return half;
}

SealKeyMark mark_of(const PublicSealKey& key) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), key.bytes.data(), key.bytes.size(), nullptr, 0);
  SealKeyMark mark{};
  std::copy_n(hash.begin(), mark.size(), mark.begin());
  return mark;
}

std::string shown_mark(const PublicSealKey& key) { return hex(mark_of(key)); }

path public_file_of(const path& private_file) {
  path file = private_file;
  file += ".pub";
  return file;
}

PublicSealKey make_seal_keys(const path& private_file) {
  start_sodium();
  PublicSealKey half;
  PrivateSealKey secret;
  crypto_box_keypair(half.bytes.data(), secret.bytes.data());
  write_new(public_file_of(private_file), line_of(public_word, half.bytes), 0644);
  try {
    write_new(private_file, line_of(private_word, secret.bytes), 0600);
  } catch (const StoreError&) {
    unlink(public_file_of(private_file).c_str());
    throw;
  }
  return half;
}

PublicSealKey read_public_seal_key(const path& file) {
  PublicSealKey key;
  read_key(file, public_word, key.bytes);
  return key;
}

std::unique_ptr<const PrivateSealKey> read_private_seal_key(const path& file) {
  auto key = std::make_unique<PrivateSealKey>();
  read_key(file, private_word, key->bytes);
  return key;
}

}  // namespace kallad
