// In the sealed stream: for each file the length of its name (4 bytes), the name, its size (8
// bytes) and its bytes; then a name of length 0. Numbers are little-endian.
// Not compressed: what is sealed must not tell its content by its size.
#include "adapters/backup/archive.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <span>
#include <system_error>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

constexpr std::size_t longest_name = 100;
constexpr std::size_t most_files = 100;
constexpr std::size_t piece = std::size_t{256} * 1024;

template <std::size_t size>
void put_number(SealWriter& into, std::uint64_t number) {
  std::array<char, size> bytes{};
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(number >> (8 * i) & 0xff);
  into.write({bytes.data(), size});
}

template <std::size_t size>
std::uint64_t take_number(SealReader& from) {
  std::array<char, size> bytes{};
  from.read(bytes);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && name.front() != '.' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '-';
         });
}

StoreError accident(const std::string& doing, int error) {
  return {error == ENOSPC || error == EDQUOT ? StoreFault::full : StoreFault::failed,
          doing + ": " + std::generic_category().message(error)};
}

/// A file that must not exist yet, written piece by piece.
class NewFile {
 public:
  explicit NewFile(path name)
      : name_(std::move(name)),
        descriptor_(open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw accident("cannot make " + name_.string(), errno);
  }
  ~NewFile() { close(descriptor_); }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::span<const char> bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw accident("writing " + name_.string(), errno);
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
  }

 private:
  path name_;
  int descriptor_;
};

void pack_file(const path& file, SealWriter& into, const GoOn& go_on) {
  std::ifstream in{file, std::ios::binary};
  std::uint64_t left = std::filesystem::file_size(file);
  put_number<8>(into, left);
  std::vector<char> bytes(piece);
  while (left > 0) {
    const std::size_t now = static_cast<std::size_t>(std::min<std::uint64_t>(left, piece));
    if (!in.read(bytes.data(), static_cast<std::streamsize>(now)))
      throw StoreError(StoreFault::failed, "reading " + file.string() + " failed");
    into.write({bytes.data(), now});
    left -= now;
    if (go_on) go_on();
  }
}

void unpack_file(SealReader& from, const path& file, const GoOn& go_on) {
  NewFile out{file};
  std::vector<char> bytes(piece);
  for (std::uint64_t left = take_number<8>(from); left > 0;) {
    const std::size_t now = static_cast<std::size_t>(std::min<std::uint64_t>(left, piece));
    from.read(std::span{bytes}.first(now));
    out.write(std::span{bytes}.first(now));
    left -= now;
    if (go_on) go_on();
  }
}

}  // namespace

std::vector<std::string> databases_in(const path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && is_plain_name(name) && is_database(entry.path()))
      names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

void pack(const path& folder, const std::vector<std::string>& names, SealWriter& into,
          const GoOn& go_on) {
  for (const std::string& name : names) {
    put_number<4>(into, name.size());
    into.write(name);
    pack_file(folder / name, into, go_on);
  }
  put_number<4>(into, 0);
  into.finish();
}

std::vector<std::string> unpack(SealReader& from, const path& folder, const GoOn& go_on) {
  std::vector<std::string> names;
  while (const std::uint64_t length = take_number<4>(from)) {
    std::string name(static_cast<std::size_t>(std::min<std::uint64_t>(length, longest_name)), '\0');
    from.read(name);
    if (length > longest_name || !is_plain_name(name) || names.size() == most_files ||
        std::ranges::count(names, name) > 0)
      throw StoreError(StoreFault::damaged, "the archive has a file name that cannot be");
    unpack_file(from, folder / name, go_on);
    names.push_back(std::move(name));
  }
  from.end();
  return names;
}

}  // namespace kallad
