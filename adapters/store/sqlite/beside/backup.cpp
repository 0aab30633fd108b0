// Copy under a temporary name, verify, sync, then link to the final name (which fails if the name
// is taken).
#include "adapters/store/sqlite/beside/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/mark.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

path with(const path& file, const char* ending) {
  path longer = file;
  longer += ending;
  return longer;
}

/// The copy under its temporary name; whatever happens, nothing of it stays behind under that name.
class Partial {
 public:
  explicit Partial(const path& final_name) : file_(with(final_name, ".partial")) { remove(); }
  ~Partial() { remove(); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;
  const path& file() const { return file_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
      std::filesystem::remove(with(file_, ending), ignored);
    }
  }
  path file_;
};

void refuse_existing(const path& to) {
  for (const char* ending : {"", "-wal", "-journal"}) {
    const path taken = with(to, ending);
    if (std::filesystem::exists(taken)) {
      throw StoreError(StoreFault::exists,
                       taken.string() + " exists already; nothing was overwritten");
    }
  }
}

void copy_pages(const StorePlace& from, const path& to) {
  guarded("copying " + from.file.string() + " to " + to.string(), [&] {
    SQLite::Database source = open_store(from, Access::read);
    // Within one snapshot the copy is of one moment, and the writer's commits do not make it start
    // over.
    const SQLite::Transaction snapshot{source};
    source.execAndGet("SELECT last FROM log");
    SQLite::Database copy{to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    SQLite::Backup{copy, source}.executeStep();
  });
}

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

void give_name(const path& file, const path& name) {
  if (link(file.c_str(), name.c_str()) == 0) return;
  const int error = errno;
  throw StoreError(
      error == EEXIST ? StoreFault::exists : StoreFault::failed,
      "cannot name the copy " + name.string() + ": " + std::generic_category().message(error));
}

VerifyReport copy_verified(const StorePlace& from, const path& to) {
  refuse_existing(to);
  const Partial partial{to};
  copy_pages(from, partial.file());
  VerifyReport report = verify({partial.file(), {}});
  if (!report.clean()) {
    throw StoreError(StoreFault::damaged, "the copy of " + from.file.string() +
                                              " does not verify, so it was not kept: " +
                                              text_of(report.damages.front()));
  }
  sync(partial.file(), O_RDONLY);
  give_name(partial.file(), to);
  const path folder = std::filesystem::absolute(to).parent_path();
  sync(folder, O_RDONLY | O_DIRECTORY);
  return report;
}

}  // namespace

VerifyReport backup(const StorePlace& from, const path& to) { return copy_verified(from, to); }

VerifyReport restore(const path& from, const StorePlace& to) {
  VerifyReport report = copy_verified({from, {}}, to.file);
  std::filesystem::remove(mark_file(to.file));  // of the store that stood here before
  return report;
}

}  // namespace kallad
