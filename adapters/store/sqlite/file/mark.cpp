// One line of fixed length: position, root, and the first half of a hash over both, so that a mark
// that is not whole says nothing instead of something wrong. Not locked: only the writer writes.
#include "adapters/store/sqlite/file/mark.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {
constexpr std::size_t digits = 20;

std::string line_of(const Mark& mark, Hasher& hasher) {
  hasher.restart();
  hasher.add(mark.last);
  hasher.add(std::span<const unsigned char>{mark.root});
  const Digest check = hasher.finish();
  std::string number = std::to_string(mark.last);
  number.insert(0, digits - number.size(), '0');
  return number + " " + hex(mark.root) + " " + hex(std::span{check}.first<16>()) + "\n";
}

/// The digest that `text` spells; what is spelt wrongly is found by comparing lines.
Digest digest_of(std::string_view text) {
  Digest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    std::from_chars(text.data() + 2 * i, text.data() + 2 * i + 2, digest[i], 16);
  return digest;
}
}  // namespace

std::filesystem::path mark_file(const std::filesystem::path& store) {
  auto path = std::filesystem::weakly_canonical(store);
  path += ".mark";
  return path;
}

std::optional<Mark> read_mark(const std::filesystem::path& store) {
  std::ifstream file{mark_file(store), std::ios::binary};
  const std::string line{std::istreambuf_iterator<char>{file}, {}};
  Hasher hasher;
  if (line.size() != line_of({}, hasher).size()) return std::nullopt;
  Mark mark;
  std::from_chars(line.data(), line.data() + digits, mark.last);
  mark.root = digest_of(std::string_view{line}.substr(digits + 1));
  return line == line_of(mark, hasher) ? std::optional{mark} : std::nullopt;
}

void refuse_older(const std::filesystem::path& store, const std::optional<Mark>& mark,
                  const Mark& log) {
  if (!mark || mark->last < log.last || (mark->last == log.last && mark->root == log.root)) return;
  throw StoreError(
      StoreFault::older,
      "the store " + store.string() + " ends at event " + std::to_string(log.last) + ", but had " +
          (mark->last == log.last ? "another past" : "come to " + std::to_string(mark->last)) +
          ": an older copy stands in its place, or its write-ahead log was cut or damaged. Where "
          "that is wanted, remove " +
          mark_file(store).string());
}

MarkWriter::MarkWriter(const std::filesystem::path& store)
    : descriptor_(open(mark_file(store).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {}

MarkWriter::~MarkWriter() {
  if (descriptor_ >= 0) close(descriptor_);
}

void MarkWriter::write(const Mark& mark) {
  if (descriptor_ < 0) return;
  const std::string line = line_of(mark, hasher_);
  [[maybe_unused]] const auto written = pwrite(descriptor_, line.data(), line.size(), 0);
}

}  // namespace kallad
