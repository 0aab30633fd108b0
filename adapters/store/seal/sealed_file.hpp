// Writing and reading a sealed file as a stream of bytes, in memory of one piece only.
// Not who may read: who has the private key. Not a signature: who has the public key can seal, so
// what a backup says is proven by the log's own sum, noted elsewhere. Rule kept: what is cut,
// changed, reordered or added is refused, and no unproven byte is handed on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "adapters/store/seal/seal_key.hpp"

namespace kallad {

/// Whether the file begins as a sealed one does. False where it cannot be read.
bool is_sealed(const std::filesystem::path& file);

/// The key of one sealed file alone. Who wrote the file can read it back with it.
using SealSession = std::shared_ptr<const SecretKey>;

class SealWriter {
 public:
  /// Makes `file`, mode 0600. Throws StoreError `exists`, `failed`.
  SealWriter(const std::filesystem::path& file, const PublicSealKey& to);
  /// Leaves an unfinished file as it is; no reader takes it.
  ~SealWriter();
  SealWriter(const SealWriter&) = delete;
  SealWriter& operator=(const SealWriter&) = delete;

  /// Throws StoreError `full` or `failed`.
  void write(std::string_view bytes);
  /// Writes the last piece and syncs. Nothing more may be written.
  void finish();
  SealSession session() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class SealReader {
 public:
  /// Throws StoreError: missing, foreign (no sealed file, or sealed to another key), newer,
  /// damaged.
  SealReader(const std::filesystem::path& file, const PrivateSealKey& key);
  SealReader(const std::filesystem::path& file, const SealSession& session);
  ~SealReader();
  SealReader(const SealReader&) = delete;
  SealReader& operator=(const SealReader&) = delete;

  /// Fills all of `into`. Throws StoreError `damaged` where the stream is wrong or ends before.
  void read(std::span<char> into);
  /// Throws StoreError `damaged` unless all was read and the file ends where it was finished.
  void end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kallad
