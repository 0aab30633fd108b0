// Work is done in folders of fixed names inside the data folder, readable by their owner alone:
// what a killed program left in them is removed by the next. The plain copy is gone before the
// sealed one is unpacked, so room for one copy of the data is enough.
#include "adapters/backup/data_backup.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/backup/archive.hpp"
#include "adapters/desk/event_store.hpp"
#include "adapters/report/kept/check.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/new_file.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/file_lock.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

constexpr const char* store_name = "kallad.db";
constexpr const char* access_log_name = "access.sqlite";
constexpr const char* reports_name = "reports.sqlite";

/// A folder for work: new, and gone afterwards, whatever happens.
class WorkFolder {
 public:
  explicit WorkFolder(path folder) : path_(std::move(folder)) {
    remove();
    if (mkdir(path_.c_str(), 0700) != 0) {
      throw StoreError(StoreFault::failed, "cannot make the folder " + path_.string() + ": " +
                                               std::generic_category().message(errno));
    }
  }
  ~WorkFolder() { remove(); }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const path& at() const { return path_; }

 private:
  void remove() const {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  path path_;
};

/// One backup or restore of a data folder at a time.
class OnlyOne {
 public:
  explicit OnlyOne(const path& data) try : lock_(data / "backup") {
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::locked) throw;
    throw StoreError(StoreFault::locked, "another backup of " + data.string() + " is running");
  }

 private:
  FileLock lock_;
};

[[noreturn]] void refuse(const path& file, const std::string& why) {
  throw StoreError(StoreFault::damaged,
                   file.filename().string() + " does not verify, so it was not kept: " + why);
}

VerifyReport check_store(const path& file, const BrainAt& brain_at) {
  const StorePlace place{file, {}};
  VerifyReport report = verify(place);
  if (!report.clean()) refuse(file, text_of(report.damages.front()));
  const auto wrong = compare_projections(place, *brain_at(place), 1);
  if (!wrong.empty()) refuse(file, text_of(wrong.front()));
  return report;
}

/// A report that is another than was published is not kept as if it were the one.
void check_published(const path& file) {
  for (const report::CheckedReport& one : report::check_reports(file)) {
    if (one.damage.empty()) continue;
    refuse(file, one.head.council.text + " " + std::to_string(one.head.year) + ", version " +
                     std::to_string(one.head.version) + ": " + one.damage);
  }
}

void check_other(const path& file) {
  if (!is_database(file)) refuse(file, "it is no database");
  if (const std::string flaw = structure_flaw(file); !flaw.empty()) refuse(file, flaw);
  if (file.filename() == reports_name) return check_published(file);
  if (file.filename() != access_log_name) return;
  if (const auto damage = AccessReader{file}.first_damage()) refuse(file, *damage);
}

/// The store's copy is made first; the others may know of more than it does, never of less.
std::vector<std::string> copy_all(const path& data, const path& to, const GoOn& go_on) {
  std::vector<std::string> names = databases_in(data);
  const auto store = std::ranges::find(names, store_name);
  if (store == names.end()) {
    throw StoreError(StoreFault::missing, "there is no store in " + data.string());
  }
  std::rotate(names.begin(), store, store + 1);
  for (const std::string& name : names) copy_database({data / name, {}}, to / name, go_on);
  return names;
}

/// Seals copies of all databases; gives the key to read them back with.
SealSession seal_copies(const path& data, const path& to, const PublicSealKey& key,
                        const GoOn& go_on) {
  const WorkFolder copies{data / "backup.tmp"};
  const std::vector<std::string> names = copy_all(data, copies.at(), go_on);
  SealWriter sealed{to, key};
  pack(copies.at(), names, sealed, go_on);
  return sealed.session();
}

DataReport unpack_checked(SealReader& from, const path& folder, const BrainAt& brain_at,
                          const GoOn& go_on = {}) {
  DataReport report;
  report.files = unpack(from, folder, go_on);
  report.log = check_data(folder, brain_at);
  return report;
}

/// Names the files in their folder, the store last: it makes the folder a data folder. What was
/// named before something failed is taken away again.
void name_all(const path& from, const path& data, std::vector<std::string> names) {
  std::ranges::partition(names, [](const std::string& name) { return name != store_name; });
  std::vector<path> named;
  try {
    for (const std::string& name : names) {
      give_name(from / name, data / name);
      named.push_back(data / name);
    }
    sync_folder(data);
  } catch (...) {
    for (const path& file : named) std::filesystem::remove(file);
    throw;
  }
}

/// The data folder of a restore: where it had to be made, it goes again unless it is kept.
class Home {
 public:
  explicit Home(path data) : data_(std::move(data)) {
    if (std::filesystem::exists(data_)) return;
    std::filesystem::create_directories(data_);
    std::filesystem::permissions(data_, std::filesystem::perms::owner_all);
    made_ = true;
  }
  ~Home() {
    std::error_code ignored;
    if (made_) std::filesystem::remove_all(data_, ignored);
  }
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;
  void keep() { made_ = false; }

 private:
  path data_;
  bool made_ = false;
};

}  // namespace

VerifyReport check_data(const path& folder, const BrainAt& brain_at) {
  std::vector<path> files;  // before any is opened: SQLite puts others beside them
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    files.push_back(entry.path());
  if (std::ranges::count(files, folder / store_name) == 0)
    throw StoreError(StoreFault::damaged, "there is no store in it");
  for (const path& file : files) {
    if (file.filename() != store_name) check_other(file);
  }
  return check_store(folder / store_name, brain_at);
}

DataReport back_up_data(const path& data, const path& to, const PublicSealKey& key,
                        const BrainAt& brain_at, const std::stop_token& stop) {
  const GoOn go_on = [&stop] {
    if (stop.stop_requested()) throw BackupStopped{};
  };
  refuse_existing(to);
  const OnlyOne only{data};
  const Partial partial{to};
  const SealSession session = seal_copies(data, partial.file(), key, go_on);
  const WorkFolder restored{data / "backup.tmp"};
  SealReader back{partial.file(), session};
  DataReport report = unpack_checked(back, restored.at(), brain_at, go_on);
  give_name(partial.file(), to);
  sync_folder(std::filesystem::absolute(to).parent_path());
  return report;
}

DataReport restore_data(const path& from, const PrivateSealKey& key, const path& data,
                        const BrainAt& brain_at) {
  SealReader sealed{from, key};
  Home home{data};
  const OnlyOne only{data};
  refuse_existing(data / store_name);
  const WorkFolder restored{data / "restore.tmp"};
  DataReport report = unpack_checked(sealed, restored.at(), brain_at);
  for (const std::string& name : report.files) {
    refuse_existing(data / name);
    sync_file(restored.at() / name);
  }
  name_all(restored.at(), data, report.files);
  std::filesystem::remove(mark_file(data / store_name));  // of the store that stood here before
  home.keep();
  return report;
}

}  // namespace kallad
