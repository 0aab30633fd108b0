// Copy under a temporary name, verify, sync, then link to the final name (which fails if the name
// is taken).
#include "adapters/store/sqlite/beside/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "adapters/store/sqlite/beside/new_file.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/mark.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

constexpr int wait_ms = 5'000;
constexpr int pages_at_a_time = 4'096;

/// Made before SQLite opens it, so that nobody else can read it from the first byte on.
void make_private(const path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const int error = errno;
  if (descriptor >= 0) {
    close(descriptor);
    return;
  }
  throw StoreError(error == EEXIST ? StoreFault::exists : StoreFault::failed,
                   "cannot make " + file.string() + ": " + std::generic_category().message(error));
}

VerifyReport copy_verified(const StorePlace& from, const path& to, const AlsoCheck& also) {
  refuse_existing(to);
  const Partial partial{to};
  open_store(from, Access::read);  // refuses what is no store of this program
  copy_database(from, partial.file());
  VerifyReport report = verify({partial.file(), {}, from.version});
  std::string wrong = report.clean() ? "" : text_of(report.damages.front());
  if (wrong.empty() && also) wrong = also({partial.file(), {}, from.version});
  if (!wrong.empty()) {
    throw StoreError(StoreFault::damaged, "the copy of " + from.file.string() +
                                              " does not verify, so it was not kept: " + wrong);
  }
  sync_file(partial.file());
  give_name(partial.file(), to);
  sync_folder(std::filesystem::absolute(to).parent_path());
  return report;
}

}  // namespace

VerifyReport backup(const StorePlace& from, const path& to) { return copy_verified(from, to, {}); }

VerifyReport restore(const path& from, const StorePlace& to, const AlsoCheck& also) {
  // What an older program backed up is put back as it was; kallad migrate takes it from there.
  VerifyReport report =
      copy_verified({from, {}, version_of_store({from, {}, to.version})}, to.file, also);
  std::filesystem::remove(mark_file(to.file));  // of the store that stood here before
  return report;
}

void copy_database(const StorePlace& from, const path& to, const std::function<void()>& between) {
  guarded("copying " + from.file.string() + " to " + to.string(), [&] {
    SQLite::Database source{from.file.string(), SQLite::OPEN_READONLY, wait_ms, from.vfs};
    sqlite3_db_config(source.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // Within one snapshot the copy is of one moment, and the writer's commits do not make it start
    // over.
    const SQLite::Transaction snapshot{source};
    source.execAndGet("SELECT count(*) FROM sqlite_schema");
    make_private(to);
    SQLite::Database copy{to.string(), SQLite::OPEN_READWRITE};
    SQLite::Backup pages{copy, source};
    int code = SQLITE_OK;
    while ((code = pages.executeStep(pages_at_a_time)) == SQLITE_OK) {
      if (between) between();
    }
    if (code != SQLITE_DONE) throw StoreError(fault_of(code), "the copy is being used by another");
  });
}

bool is_database(const path& file) {
  constexpr std::string_view begins{"SQLite format 3\0", 16};
  std::array<char, begins.size()> read{};
  std::ifstream in{file, std::ios::binary};
  in.read(read.data(), read.size());
  return in && std::string_view{read.data(), read.size()} == begins;
}

std::string structure_flaw(const path& file) {
  return guarded("checking " + file.string(), [&] {
    SQLite::Database database{file.string(), SQLite::OPEN_READONLY, wait_ms};
    const std::string line = database.execAndGet("PRAGMA integrity_check(1)").getString();
    return line == "ok" ? std::string{} : line;
  });
}

}  // namespace kallad
