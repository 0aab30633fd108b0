// link(2) gives the name: unlike rename it fails where the name is taken.
// Not for file systems without links: there a copy is refused, not made unsafely.
#include "adapters/store/sqlite/beside/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

void sync(const path& what, int flags) {
  const int descriptor = open(what.c_str(), flags | O_CLOEXEC);
  const bool good = descriptor >= 0 && fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) close(descriptor);
  if (!good) {
    throw StoreError(StoreFault::failed, "cannot sync " + what.string() + ": " +
                                             std::generic_category().message(error));
  }
}

}  // namespace

path with_ending(const path& file, const char* ending) {
  path longer = file;
  longer += ending;
  return longer;
}

void refuse_existing(const path& file) {
  for (const char* ending : {"", "-wal", "-journal"}) {
    const path taken = with_ending(file, ending);
    if (std::filesystem::exists(taken)) {
      throw StoreError(StoreFault::exists,
                       taken.string() + " exists already; nothing was overwritten");
    }
  }
}

void sync_file(const path& file) { sync(file, O_RDONLY); }

void sync_folder(const path& folder) { sync(folder, O_RDONLY | O_DIRECTORY); }

void give_name(const path& file, const path& name) {
  if (link(file.c_str(), name.c_str()) == 0) return;
  const int error = errno;
  throw StoreError(
      error == EEXIST ? StoreFault::exists : StoreFault::failed,
      "cannot name the copy " + name.string() + ": " + std::generic_category().message(error));
}

void remove_database(const path& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::remove(with_ending(file, ending), ignored);
  }
}

Partial::Partial(const path& final_name) : file_(with_ending(final_name, ".partial")) {
  remove_database(file_);
}

}  // namespace kallad
