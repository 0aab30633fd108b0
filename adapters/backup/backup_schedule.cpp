// What is due follows from the names of the files that are there, so a restart forgets nothing.
// A name in the future (a clock that was set wrong and back) counts for nothing, or it would hold
// up all backups until then.
#include "adapters/backup/backup_schedule.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace kallad {

namespace {

using std::chrono::days;
using std::filesystem::path;

constexpr std::string_view name_pattern = "kallad-00000000T000000Z.sealed";
constexpr std::chrono::seconds between_ticks{30};

std::string digits_of(const std::string& iso_text) {
  std::string digits;
  std::ranges::copy_if(iso_text, std::back_inserter(digits),
                       [](char c) { return c != '-' && c != ':'; });
  return digits;
}

/// The number that stands at `at`; a name of the pattern has nothing but digits there.
unsigned number_at(const std::string& name, std::size_t at, std::size_t length) {
  unsigned number = 0;
  std::from_chars(name.data() + at, name.data() + at + length, number);
  return number;
}

bool fits_pattern(const std::string& name) {
  return std::ranges::equal(name, name_pattern, [](char c, char wanted) {
    return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
  });
}

/// The moments of the backups in a folder, oldest first.
std::vector<Instant> backups_in(const path& folder) {
  std::vector<Instant> moments;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator{folder, missing}) {
    if (const auto moment = moment_of_backup(entry.path().filename().string()))
      moments.push_back(*moment);
  }
  std::ranges::sort(moments);
  return moments;
}

}  // namespace

std::string backup_name(Instant moment) {
  return "kallad-" + digits_of(iso(std::chrono::floor<std::chrono::seconds>(moment))) + ".sealed";
}

std::optional<Instant> moment_of_backup(const std::string& name) {
  if (!fits_pattern(name)) return std::nullopt;
  const Date day{std::chrono::year{static_cast<int>(number_at(name, 7, 4))},
                 std::chrono::month{number_at(name, 11, 2)},
                 std::chrono::day{number_at(name, 13, 2)}};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days{day} + std::chrono::hours{number_at(name, 16, 2)} +
         std::chrono::minutes{number_at(name, 18, 2)} +
         std::chrono::seconds{number_at(name, 20, 2)};
}

BackupSchedule::BackupSchedule(BackupPlan plan, Zone zone, Make make, Tell tell)
    : plan_(std::move(plan)),
      zone_(std::move(zone)),
      make_(std::move(make)),
      tell_(std::move(tell)) {
  const std::vector<Instant> there = backups_in(plan_.folder);
  if (!there.empty()) health_.last_good = there.back();
}

BackupSchedule::~BackupSchedule() { stop(); }

void BackupSchedule::start(std::function<Instant()> now) {
  thread_ =
      std::jthread{[this, now = std::move(now)](const std::stop_token& stop) { run(now, stop); }};
}

void BackupSchedule::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void BackupSchedule::run(const std::function<Instant()>& now, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    tick(now(), stop);
    std::unique_lock lock{mutex_};
    wake_.wait_for(lock, stop, between_ticks, [] { return false; });
  }
}

Instant BackupSchedule::latest_slot(Instant now) const {
  const auto today = std::chrono::local_days{zone_.day_of(now)};
  const Instant slot = zone_.to_instant(LocalTime{today} + plan_.at);
  return slot <= now ? slot : zone_.to_instant(LocalTime{today - days{1}} + plan_.at);
}

bool BackupSchedule::is_due(Instant now) const {
  if (failed_at_ && *failed_at_ <= now && now < *failed_at_ + plan_.pause) return false;
  const Instant slot = latest_slot(now);
  return std::ranges::none_of(backups_in(plan_.folder),
                              [&](Instant made) { return slot <= made && made <= now; });
}

bool BackupSchedule::tick(Instant now, const std::stop_token& stop) {
  try {
    if (!is_due(now)) return false;
    make_one(now, stop);
    return true;
  } catch (const BackupStopped&) {
    return false;
  } catch (const std::exception& error) {
    note_failure(now, error.what());
    return false;
  }
}

void BackupSchedule::make_one(Instant now, const std::stop_token& stop) {
  std::filesystem::create_directories(plan_.folder);
  const path file = plan_.folder / backup_name(now);
  const DataReport report = make_(file, stop);
  {
    const std::lock_guard lock{mutex_};
    health_.last_good = std::chrono::floor<std::chrono::seconds>(now);
    ++health_.made;
    health_.failure.clear();
  }
  failed_at_.reset();
  // The sum, noted in a log elsewhere, finds a backup that somebody made up later.
  tell_("backup " + file.filename().string() + " made and restored on trial: " +
        std::to_string(report.log.events) + " events, sum " + hex(report.log.root));
  prune(file);
}

void BackupSchedule::prune(const path& newest) const {
  std::vector<Instant> there = backups_in(plan_.folder);
  const auto keep = static_cast<std::size_t>(std::max(plan_.keep, 1));
  if (there.size() <= keep) return;
  there.resize(there.size() - keep);
  for (const Instant old : there) {
    const path file = plan_.folder / backup_name(old);
    if (file != newest) std::filesystem::remove(file);
  }
}

void BackupSchedule::note_failure(Instant now, const std::string& why) {
  failed_at_ = now;
  {
    const std::lock_guard lock{mutex_};
    ++health_.failed;
    health_.failure = why;
  }
  tell_("backup failed: " + why);
}

BackupHealth BackupSchedule::health() const {
  const std::lock_guard lock{mutex_};
  return health_;
}

BackupSchedule::Make sealed_backups(path data, path public_key, BrainAt brain_at) {
  return [data = std::move(data), public_key = std::move(public_key),
          brain_at = std::move(brain_at)](const path& to, const std::stop_token& stop) {
    return back_up_data(data, to, read_public_seal_key(public_key), brain_at, stop);
  };
}

}  // namespace kallad
