// Files that appear under their name whole or not at all, also over a power cut.
// Not writing them: whoever makes a file writes it under another name first. Rule kept: nothing is
// ever overwritten.
#pragma once

#include <filesystem>

namespace kallad {

/// "kallad.db.before" of "kallad.db" and ".before".
std::filesystem::path with_ending(const std::filesystem::path& file, const char* ending);

/// Throws StoreError `exists` where `file`, or SQLite's -wal or -journal of it, is there.
void refuse_existing(const std::filesystem::path& file);

/// The content is on disk when this returns. Throws StoreError `failed`.
void sync_file(const std::filesystem::path& file);
/// The names in a folder are on disk when this returns.
void sync_folder(const std::filesystem::path& folder);

/// Gives a written file its name, besides the one it has. Throws StoreError `exists` where the name
/// is taken, `failed`.
void give_name(const std::filesystem::path& file, const std::filesystem::path& name);

/// Removes a file and what SQLite may have put beside it. Throws nothing.
void remove_database(const std::filesystem::path& file);

/// "<file>.partial" and what SQLite puts beside it: gone before and after, whatever happens.
class Partial {
 public:
  explicit Partial(const std::filesystem::path& final_name);
  ~Partial() { remove_database(file_); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

}  // namespace kallad
