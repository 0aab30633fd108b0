// FORMAT (version 1; frozen)
//   "KALLADSB", one byte version, 8 bytes mark of the public key, 80 bytes the file's own key in a
//   box for the public key (crypto_box_seal), 24 bytes header of the stream. Then pieces of
//   crypto_secretstream_xchacha20poly1305: 64 KiB each and 17 bytes more, the last one (tag FINAL)
//   shorter or empty. The bytes before the first piece are its additional data, so nothing of the
//   file is outside a proof.
// Why it refuses: each piece is bound to all before it, a missing end lacks the tag FINAL, and
// nothing may follow the piece that has it.
#include "adapters/store/seal/sealed_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

using std::filesystem::path;
using Bytes = std::vector<unsigned char>;

constexpr std::string_view magic = "KALLADSB";
constexpr unsigned char version = 1;
constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::size_t around = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t mark_at = magic.size() + 1;
constexpr std::size_t box_at = mark_at + sizeof(SealKeyMark);
constexpr std::size_t box_size = sizeof(SealKeyBytes) + crypto_box_SEALBYTES;
constexpr std::size_t stream_at = box_at + box_size;
constexpr std::size_t head_size =
    stream_at + std::size_t{crypto_secretstream_xchacha20poly1305_HEADERBYTES};

using Stream = crypto_secretstream_xchacha20poly1305_state;

std::string said(int error) { return std::generic_category().message(error); }

StoreError damaged(const path& file, const char* what) {
  return {StoreFault::damaged, "the sealed file " + file.string() + " " + what};
}

}  // namespace

struct SealWriter::State {
  path file;
  int descriptor = -1;
  std::shared_ptr<SecretKey> key = std::make_shared<SecretKey>();
  Stream stream{};
  Bytes head;
  Bytes plain;
  Bytes sealed = Bytes(piece_size + around);
  bool first = true;

  explicit State(path name) : file(std::move(name)) {
    descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const int error = errno;
    if (descriptor < 0) {
      throw StoreError(error == EEXIST ? StoreFault::exists : StoreFault::failed,
                       "cannot make " + file.string() + ": " + said(error));
    }
    plain.reserve(piece_size);
  }
  ~State() {
    close(descriptor);
    sodium_memzero(&stream, sizeof stream);
    sodium_memzero(plain.data(), plain.size());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void put(std::span<const unsigned char> bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("writing");
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
  }

  void put_piece(unsigned char tag) {
    const std::size_t bound = std::exchange(first, false) ? head.size() : 0;
    unsigned long long size = 0;
    crypto_secretstream_xchacha20poly1305_push(&stream, sealed.data(), &size, plain.data(),
                                               plain.size(), head.data(), bound, tag);
    put(std::span{sealed}.first(static_cast<std::size_t>(size)));
    plain.clear();
  }

  [[noreturn]] void fail(const char* doing) const {
    const int error = errno;
    throw StoreError(error == ENOSPC || error == EDQUOT ? StoreFault::full : StoreFault::failed,
                     std::string{doing} + " " + file.string() + ": " + said(error));
  }
};

SealWriter::SealWriter(const path& file, const PublicSealKey& to)
    : state_(std::make_unique<State>(file)) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no randomness");
  State& state = *state_;
  crypto_secretstream_xchacha20poly1305_keygen(state.key->bytes.data());
  state.head.resize(head_size);
  unsigned char* const head = state.head.data();
  std::ranges::copy(magic, head);
  head[magic.size()] = version;
  std::ranges::copy(mark_of(to), head + mark_at);
  if (crypto_box_seal(head + box_at, state.key->bytes.data(), state.key->bytes.size(),
                      to.bytes.data()) != 0) {
    throw StoreError(StoreFault::foreign, "the public key is none that can be sealed to");
  }
  crypto_secretstream_xchacha20poly1305_init_push(&state.stream, head + stream_at,
                                                  state.key->bytes.data());
  state.put(state.head);
}

SealWriter::~SealWriter() = default;

void SealWriter::write(std::string_view bytes) {
  Bytes& plain = state_->plain;
  while (!bytes.empty()) {
    // A full piece waits until more comes: the last piece is the one that says it is.
    if (plain.size() == piece_size) state_->put_piece(0);
    const std::string_view now = bytes.substr(0, piece_size - plain.size());
    plain.insert(plain.end(), now.begin(), now.end());
    bytes.remove_prefix(now.size());
  }
}

void SealWriter::finish() {
  state_->put_piece(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  if (fsync(state_->descriptor) != 0) state_->fail("syncing");
}

SealSession SealWriter::session() const { return state_->key; }

struct SealReader::State {
  path file;
  std::ifstream in;
  Stream stream{};
  Bytes head = Bytes(head_size);
  Bytes sealed = Bytes(piece_size + around);
  Bytes plain = Bytes(piece_size);
  std::size_t at = 0;    ///< of `plain`, handed on
  std::size_t size = 0;  ///< of `plain`, proven
  bool first = true;
  bool last = false;

  explicit State(path name) : file(std::move(name)), in(file, std::ios::binary) {
    if (!in) throw StoreError(StoreFault::missing, "cannot read " + file.string());
    if (take(head) != head.size() || !std::ranges::equal(magic, std::span{head}.first<8>()))
      throw StoreError(StoreFault::foreign, file.string() + " is not a sealed file of Kallad");
    if (head[magic.size()] != version) {
      throw StoreError(StoreFault::newer,
                       file.string() + " is sealed in a form this program does not know (version " +
                           std::to_string(head[magic.size()]) + "); use the newer program");
    }
  }
  ~State() {
    sodium_memzero(&stream, sizeof stream);
    sodium_memzero(plain.data(), plain.size());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::size_t take(Bytes& into) {
    in.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    if (in.bad()) throw StoreError(StoreFault::failed, "reading " + file.string() + " failed");
    return static_cast<std::size_t>(in.gcount());
  }

  void begin(const SecretKey& key) {
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, head.data() + stream_at,
                                                        key.bytes.data()) != 0)
      throw damaged(file, "has a broken head");
  }

  void next_piece() {
    if (last) throw damaged(file, "ends before its content does");
    const std::size_t length = take(sealed);
    const std::size_t bound = std::exchange(first, false) ? head.size() : 0;
    unsigned long long opened = 0;
    unsigned char tag = 0;
    const bool proven = length >= around && crypto_secretstream_xchacha20poly1305_pull(
                                                &stream, plain.data(), &opened, &tag, sealed.data(),
                                                length, head.data(), bound) == 0;
    if (!proven) throw damaged(file, "has been cut or changed");
    at = 0;
    size = static_cast<std::size_t>(opened);
    last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  }
};

SealReader::SealReader(const path& file, const PrivateSealKey& key)
    : state_(std::make_unique<State>(file)) {
  const PublicSealKey half = key.public_half();
  const unsigned char* const head = state_->head.data();
  if (!std::ranges::equal(mark_of(half), std::span{head + mark_at, sizeof(SealKeyMark)})) {
    throw StoreError(StoreFault::foreign, file.string() + " is sealed to the key " +
                                              hex(std::span{head + mark_at, sizeof(SealKeyMark)}) +
                                              ", but this one is " + shown_mark(half));
  }
  SecretKey session;
  if (crypto_box_seal_open(session.bytes.data(), head + box_at, box_size, half.bytes.data(),
                           key.bytes.data()) != 0)
    throw damaged(file, "has a broken head");
  state_->begin(session);
}

SealReader::SealReader(const path& file, const SealSession& session)
    : state_(std::make_unique<State>(file)) {
  state_->begin(*session);
}

SealReader::~SealReader() = default;

void SealReader::read(std::span<char> into) {
  State& state = *state_;
  while (!into.empty()) {
    if (state.at == state.size) state.next_piece();
    const std::size_t now = std::min(into.size(), state.size - state.at);
    std::copy_n(state.plain.begin() + static_cast<std::ptrdiff_t>(state.at), now, into.begin());
    state.at += now;
    into = into.subspan(now);
  }
}

void SealReader::end() {
  State& state = *state_;
  while (!state.last && state.at == state.size) state.next_piece();
  if (state.at != state.size) throw damaged(state.file, "holds more than it should");
  if (state.in.peek() != std::ifstream::traits_type::eof())
    throw damaged(state.file, "goes on after its end");
}

bool is_sealed(const path& file) {
  std::ifstream in{file, std::ios::binary};
  std::array<char, magic.size()> begins{};
  in.read(begins.data(), begins.size());
  return in && std::string_view{begins.data(), begins.size()} == magic;
}

}  // namespace kallad
