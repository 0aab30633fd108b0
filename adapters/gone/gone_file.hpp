// The file of what was disposed of, beside the backups: a line of JSON for each copy that went.
// Not the log: it only says again what the log says, for a store that is older than it. Rules kept
// (domain 6, gallring): nothing of the person stands in it; a line is on the disk before the
// disposal is; a torn line is told of and hides no other.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// One copy that went; an example that was removed has no owner, and so no `principal`.
/// `opened_at`: of the case's first event, so that the number is not taken for another case's.
/// Moments are UTC.
struct GoneCase {
  CaseId of_case;
  Instant opened_at;
  PrincipalId principal;
  Instant at;
  std::string command_id;
  bool operator==(const GoneCase&) const = default;
};

/// What stands in the file.
struct GoneCases {
  bool is_there = false;        ///< the file
  std::vector<GoneCase> cases;  ///< in the order they went; without those taken back
  std::vector<GoneCase> told;   ///< that could not be repeated, and somebody was told
  std::size_t unreadable = 0;   ///< lines
};

class GoneFile {
 public:
  explicit GoneFile(std::filesystem::path file) : file_(std::move(file)) {}

  const std::filesystem::path& path() const { return file_; }
  GoneCases read() const;
  /// Adds lines and waits for the disk. Throws std::system_error.
  void add(std::span<const GoneCase> cases) const;
  /// Says that they did not go after all. Throws std::system_error.
  void take_back(std::span<const GoneCase> cases) const;
  /// Says that somebody was told that they cannot be repeated. Throws std::system_error.
  void note_told(std::span<const GoneCase> cases) const;

 private:
  void write(const std::string& lines) const;

  std::filesystem::path file_;
};

/// Its name in the folder of backups.
inline constexpr const char* gone_file_name = "kallad-disposals.jsonl";

}  // namespace kallad
