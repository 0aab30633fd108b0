// The vfs and its files: each method counts itself, may fail, does the real thing and notes it.
// Not reading: what is read comes from the real file; only the call is counted.
#include "tests/crash/disk/disk.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <memory>

namespace kallad::testing {

namespace {

/// A file as SQLite allocates it; the real one lies right behind.
struct File {
  sqlite3_file base;
  Disk* disk;
  const char* path;  // SQLite keeps it until the file is closed
  bool counted;      // the store, its journal and its write-ahead log
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  std::string name() const { return std::filesystem::path{path}.filename().string(); }
};

File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
Disk* of(sqlite3_vfs* vfs) { return static_cast<Disk*>(vfs->pAppData); }

int close_file(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods == nullptr ? SQLITE_OK : real->pMethods->xClose(real);
}

int read_file(sqlite3_file* file, void* into, int amount, sqlite3_int64 from) {
  File* self = of(file);
  if (self->counted && self->disk->next("read", self->name(), false) != DiskFault::none)
    return SQLITE_IOERR_READ;
  return self->real()->pMethods->xRead(self->real(), into, amount, from);
}

int write_file(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 to) {
  File* self = of(file);
  sqlite3_file* real = self->real();
  if (!self->counted) return real->pMethods->xWrite(real, bytes, amount, to);
  const DiskFault fault = self->disk->next("write", self->name(), true);
  if (fault == DiskFault::error) return SQLITE_IOERR_WRITE;
  const int written = fault == DiskFault::none ? amount : amount / 2;
  const int code = real->pMethods->xWrite(real, bytes, written, to);
  if (code != SQLITE_OK) return code;
  self->disk->note({DiskChange::Kind::write, self->name(), to,
                    std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(written)),
                    false, false});
  if (fault == DiskFault::full) return SQLITE_FULL;
  return fault == DiskFault::none ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  File* self = of(file);
  if (self->counted && self->disk->next("truncate", self->name(), false) != DiskFault::none)
    return SQLITE_IOERR_TRUNCATE;
  const int code = self->real()->pMethods->xTruncate(self->real(), size);
  if (code == SQLITE_OK && self->counted)
    self->disk->note({DiskChange::Kind::truncate, self->name(), size, {}, false, false});
  return code;
}

int sync_file(sqlite3_file* file, int) {
  File* self = of(file);
  if (!self->counted) return SQLITE_OK;
  if (self->disk->next("sync", self->name(), false) != DiskFault::none) {
    self->disk->lose(self->name());
    return SQLITE_IOERR_FSYNC;
  }
  self->disk->note({DiskChange::Kind::sync, self->name(), 0, {}, false, false});
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return of(file)->real()->pMethods->xFileSize(of(file)->real(), size);
}
int lock_file(sqlite3_file* file, int kind) {
  return of(file)->real()->pMethods->xLock(of(file)->real(), kind);
}
int unlock_file(sqlite3_file* file, int kind) {
  return of(file)->real()->pMethods->xUnlock(of(file)->real(), kind);
}
int check_lock(sqlite3_file* file, int* out) {
  return of(file)->real()->pMethods->xCheckReservedLock(of(file)->real(), out);
}
int control_file(sqlite3_file* file, int what, void* with) {
  return of(file)->real()->pMethods->xFileControl(of(file)->real(), what, with);
}
int sector_size(sqlite3_file* file) {
  return of(file)->real()->pMethods->xSectorSize(of(file)->real());
}
int device_traits(sqlite3_file* file) {
  return of(file)->real()->pMethods->xDeviceCharacteristics(of(file)->real());
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return of(file)->real()->pMethods->xShmMap(of(file)->real(), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return of(file)->real()->pMethods->xShmLock(of(file)->real(), offset, count, flags);
}
void barrier(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }
int unmap_shared(sqlite3_file* file, int remove) {
  return of(file)->real()->pMethods->xShmUnmap(of(file)->real(), remove);
}

const sqlite3_io_methods methods = {
    2,           close_file,  read_file,    write_file,   truncate_file, sync_file,     file_size,
    lock_file,   unlock_file, check_lock,   control_file, sector_size,   device_traits, map_shared,
    lock_shared, barrier,     unmap_shared, nullptr,      nullptr,
};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  File* self = of(file);
  self->disk = of(vfs);
  self->path = path;
  self->counted = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
  self->base.pMethods = &methods;
  self->real()->pMethods = nullptr;
  return self->disk->real()->xOpen(self->disk->real(), path, self->real(), flags, out_flags);
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  Disk* disk = of(vfs);
  const std::string name = std::filesystem::path{path}.filename().string();
  if (disk->next("remove", name, false) != DiskFault::none) return SQLITE_IOERR_DELETE;
  const int code = disk->real()->xDelete(disk->real(), path, sync_folder);
  if (code == SQLITE_OK)
    disk->note({DiskChange::Kind::remove, name, 0, {}, false, sync_folder != 0});
  return code;
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
  return of(vfs)->real()->xAccess(of(vfs)->real(), path, flags, out);
}
int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
  return of(vfs)->real()->xFullPathname(of(vfs)->real(), path, size, out);
}

std::string next_name() {
  static std::atomic<int> count = 0;
  return "kallad-disk-" + std::to_string(++count);
}

}  // namespace

/// What SQLite holds of us.
struct Disk::Registration {
  sqlite3_vfs vfs{};
};

Disk::Disk(bool recording)
    : recording_(recording),
      name_(next_name()),
      real_(sqlite3_vfs_find(nullptr)),
      registration_(std::make_unique<Registration>()) {
  sqlite3_vfs& vfs = registration_->vfs;
  vfs = *real_;
  vfs.zName = name_.c_str();
  vfs.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs.pAppData = this;
  vfs.pNext = nullptr;
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  sqlite3_vfs_register(&vfs, 0);
}

Disk::~Disk() { sqlite3_vfs_unregister(&registration_->vfs); }

std::size_t Disk::change_count() const {
  const std::lock_guard lock{mutex_};
  return changes_.size();
}

std::vector<DiskChange> Disk::changes() const {
  const std::lock_guard lock{mutex_};
  return changes_;
}

std::vector<std::string> Disk::calls() const {
  const std::lock_guard lock{mutex_};
  return calls_;
}

void Disk::fail_at(std::size_t call, DiskFault fault) {
  const std::lock_guard lock{mutex_};
  fail_at_ = call;
  fault_ = fault;
}

void Disk::full_from(std::size_t call) {
  const std::lock_guard lock{mutex_};
  full_from_ = call;
}

void Disk::make_space() { full_from(std::numeric_limits<std::size_t>::max()); }

DiskFault Disk::next(const char* what, const std::string& file, bool is_write) {
  const std::lock_guard lock{mutex_};
  calls_.push_back(std::string{what} + " " + file);
  if (is_write && calls_.size() >= full_from_) return DiskFault::full;
  return calls_.size() == fail_at_ ? fault_ : DiskFault::none;
}

void Disk::note(DiskChange change) {
  const std::lock_guard lock{mutex_};
  if (recording_) changes_.push_back(std::move(change));
}

void Disk::lose(const std::string& file) {
  const std::lock_guard lock{mutex_};
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
    if (change->file != file) continue;
    if (change->kind == DiskChange::Kind::sync) return;
    change->lost = true;
  }
}

}  // namespace kallad::testing
