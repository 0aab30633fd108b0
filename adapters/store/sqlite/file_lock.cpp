// flock(2) on a file beside the store; the holder's process id stands in it for the one who is
// refused.
#include "adapters/store/sqlite/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {
std::string holder(int descriptor) {
  std::array<char, 24> text{};
  const auto length = pread(descriptor, text.data(), text.size() - 1, 0);
  const std::string number{text.data(), length > 0 ? static_cast<std::size_t>(length) : 0U};
  return number.empty() ? "another process" : "process " + number.substr(0, number.find('\n'));
}

void write_own_id(int descriptor) {
  const std::string line = std::to_string(getpid()) + "\n";
  if (ftruncate(descriptor, 0) != 0) return;  // the id is a courtesy: the lock holds without it
  [[maybe_unused]] const auto written = pwrite(descriptor, line.data(), line.size(), 0);
}
}  // namespace

FileLock::FileLock(const std::filesystem::path& store) {
  // The path is resolved first, so that a store reached through a link has the same lock.
  auto path = std::filesystem::weakly_canonical(store);
  path += ".lock";
  descriptor_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) {
    throw StoreError(StoreFault::failed, "cannot make the lock file " + path.string() + ": " +
                                             std::generic_category().message(errno));
  }
  if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
    write_own_id(descriptor_);
    return;
  }
  const std::string who = holder(descriptor_);
  close(descriptor_);
  throw StoreError(StoreFault::locked, "the store " + store.string() +
                                           " is already being written by " + who +
                                           "; only one writer at a time");
}

FileLock::~FileLock() { close(descriptor_); }

}  // namespace kallad
