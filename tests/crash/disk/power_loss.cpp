// Each file is what its last sync promised, and a list of changes since then.
// Not fast: an image is made from the first change anew.
#include "tests/crash/disk/power_loss.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <vector>

namespace kallad::testing {

namespace {

using Kind = DiskChange::Kind;

struct FileState {
  bool exists = false;  ///< as far as a sync has promised
  std::string bytes;
  std::vector<const DiskChange*> since;
};

void put(std::string& bytes, std::int64_t place, std::string_view piece) {
  const auto from = static_cast<std::size_t>(place);
  if (bytes.size() < from + piece.size()) bytes.resize(from + piece.size(), '\0');
  std::copy(piece.begin(), piece.end(), bytes.begin() + place);
}

void make(FileState& file, const DiskChange& change) {
  file.exists = change.kind != Kind::remove;
  if (change.kind == Kind::truncate) file.bytes.resize(static_cast<std::size_t>(change.place));
  if (change.kind == Kind::write) put(file.bytes, change.place, change.bytes);
  if (change.kind == Kind::remove) file.bytes.clear();
}

/// Keeps a change by pieces, each with even odds.
void make_some(FileState& file, const DiskChange& change, std::int64_t sector,
               std::mt19937& random) {
  if (change.kind != Kind::write) {
    if (random() % 2 == 0) make(file, change);
    return;
  }
  const auto size = static_cast<std::int64_t>(change.bytes.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t end = std::min(size, at + sector - (change.place + at) % sector);
    if (random() % 2 == 0) {
      file.exists = true;
      put(file.bytes, change.place + at,
          std::string_view{change.bytes}.substr(static_cast<std::size_t>(at),
                                                static_cast<std::size_t>(end - at)));
    }
    at = end;
  }
}

void keep(FileState& file, const Loss& loss, std::mt19937& random) {
  for (const DiskChange* change : file.since) {
    if (loss.kept == Loss::Kept::some) {
      make_some(file, *change, loss.sector, random);
    } else if (loss.kept == Loss::Kept::all && !change->lost) {
      make(file, *change);
    }
  }
  file.since.clear();
}

/// SQLite's unix vfs syncs the folder together with the first sync of a new journal or write-ahead
/// log, not with a new store: then no file removed before can come back.
bool syncs_folder(const std::string& name, const FileState& file) {
  return !file.exists && name.find('-') != std::string::npos;
}

void forget_removed(std::map<std::string, FileState>& files) {
  for (auto& [name, file] : files) {
    const auto removal =
        std::find_if(file.since.rbegin(), file.since.rend(),
                     [](const DiskChange* change) { return change->kind == Kind::remove; });
    if (removal == file.since.rend()) continue;
    file.since.erase(file.since.begin(), removal.base());
    file.exists = false;
    file.bytes.clear();
  }
}

void sync(FileState& file) {
  file.exists = true;
  // What a failed sync has lost is not made good by a later one.
  for (const DiskChange* change : file.since) {
    if (!change->lost) make(file, *change);
  }
  file.since.clear();
}

}  // namespace

DiskImage after_power_loss(std::span<const DiskChange> changes, std::size_t count,
                           const Loss& loss) {
  std::map<std::string, FileState> files;
  for (const DiskChange& change : changes.first(count)) {
    FileState& file = files[change.file];
    if (change.kind == Kind::sync) {
      const bool with_folder = syncs_folder(change.file, file);
      sync(file);
      if (with_folder) forget_removed(files);
    } else if (change.kind == Kind::remove && change.folder_synced) {
      file = {};
    } else {
      file.since.push_back(&change);
    }
  }
  std::mt19937 random{loss.seed};
  DiskImage image;
  for (auto& [name, file] : files) {
    keep(file, loss, random);
    if (file.exists) image.emplace(name, std::move(file.bytes));
  }
  return image;
}

void write_image(const DiskImage& image, const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    std::filesystem::remove(entry.path());
  for (const auto& [name, bytes] : image) {
    std::ofstream{folder / name, std::ios::binary} << bytes;
  }
}

}  // namespace kallad::testing
