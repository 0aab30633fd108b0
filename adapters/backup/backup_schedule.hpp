// A sealed backup each day at a local time, the newest few of them kept, and how it is going.
// Not the making: data_backup.hpp. Rules kept: the time is the wall clock's in the zone it is
// given, also where that time exists twice (the first) or not at all (an hour later); what was
// missed while the program was down is made up for at once; a backup is removed only when a newer
// good one is there.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "adapters/backup/data_backup.hpp"
#include "adapters/store/seal/seal_key.hpp"
#include "engine/spine/zone.hpp"

namespace kallad {

struct BackupPlan {
  std::filesystem::path data;
  std::filesystem::path folder;                                 ///< where the files go
  std::chrono::minutes at = std::chrono::minutes{2 * 60 + 30};  ///< since local midnight
  int keep = 14;                                          ///< newest files that stay, 1 or more
  std::chrono::minutes pause = std::chrono::minutes{15};  ///< after one that failed
};

/// How backups go, since the program started.
struct BackupHealth {
  std::optional<Instant> last_good;  ///< of the newest file, also of one made before
  std::uint64_t made = 0;
  std::uint64_t failed = 0;
  std::string failure;  ///< why the last one failed; empty when it went well
};

/// "kallad-20260302T013000Z.sealed": the moment is UTC, so that names sort by it.
std::string backup_name(Instant moment);
/// The moment in such a name; nothing where it is another.
std::optional<Instant> moment_of_backup(const std::string& name);

class BackupSchedule {
 public:
  /// Makes one backup as that file; throws where it cannot.
  using Make = std::function<DataReport(const std::filesystem::path& to, const std::stop_token&)>;
  /// A line for the log, without personal data.
  using Tell = std::function<void(const std::string&)>;

  /// Looks which backups are there already. Starts no thread: call start(), or drive it with
  /// tick().
  BackupSchedule(BackupPlan plan, Zone zone, Make make, Tell tell);
  /// Stops.
  ~BackupSchedule();
  BackupSchedule(const BackupSchedule&) = delete;
  BackupSchedule& operator=(const BackupSchedule&) = delete;

  /// Ticks by this clock on a thread of its own.
  void start(std::function<Instant()> now);
  /// Ends the thread; a backup at hand is given up.
  void stop();

  /// Makes a backup if one is due at `now`; says whether it made one. Throws nothing: a failure is
  /// told, and tried again after the pause. One thread at a time.
  bool tick(Instant now, const std::stop_token& stop = {});
  /// The latest moment until and with `now` at which a backup should have been made.
  Instant latest_slot(Instant now) const;

  BackupHealth health() const;

 private:
  bool is_due(Instant now) const;
  void make_one(Instant now, const std::stop_token& stop);
  void prune(const std::filesystem::path& newest) const;
  void note_failure(Instant now, const std::string& why);
  void run(const std::function<Instant()>& now, const std::stop_token& stop);

  BackupPlan plan_;
  Zone zone_;
  Make make_;
  Tell tell_;
  std::optional<Instant> failed_at_;
  mutable std::mutex mutex_;
  BackupHealth health_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

/// The product's way to make one: back_up_data with the key in `public_key`, read each time.
BackupSchedule::Make sealed_backups(std::filesystem::path data, std::filesystem::path public_key,
                                    BrainAt brain_at);

}  // namespace kallad
