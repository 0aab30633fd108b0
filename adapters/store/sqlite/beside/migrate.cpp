// A verified copy is kept as <store>.before, a second one is migrated and verified, then the store
// itself; the kept copy goes when the migrated store has been verified.
// Killed on the way, the next run finds an old store and begins again, or a new one with_ending the
// kept copy beside it, which it verifies once more.
#include "adapters/store/sqlite/beside/migrate.hpp"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/new_file.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/file_lock.hpp"
#include "adapters/store/sqlite/older/seal_events.hpp"

namespace kallad {

namespace {

using std::filesystem::path;

/// The roots may differ, what the events say may not.
constexpr VerifyOptions telling{.told = true};

const MigrationStep& step_from(int version, std::span<const MigrationStep> steps) {
  const auto step = std::ranges::find(steps, version, &MigrationStep::from);
  if (step == steps.end()) {
    throw StoreError(StoreFault::outdated,
                     "this program knows no way on from store version " + std::to_string(version));
  }
  return *step;
}

/// All steps from `from` on, or none.
void take_steps(const StorePlace& place, int from, std::span<const MigrationStep> steps) {
  guarded("migrating " + place.file.string(), [&] {
    SQLite::Database database = open_store({place.file, place.vfs, from}, Access::maintain);
    SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    for (int version = from; version < place.version; ++version)
      step_from(version, steps).change(database);
    database.exec("PRAGMA user_version=" + std::to_string(place.version));
    transaction.commit();
    database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");  // else the next writer folds it in
  });
}

/// The migrated store verifies, and says what it said.
void prove(const StorePlace& place, const VerifyReport& before, const std::string& advice) {
  const VerifyReport after = verify(place, telling);
  std::string wrong = after.clean() ? "" : text_of(after.damages.front());
  if (wrong.empty() && (after.events != before.events || after.told != before.told))
    wrong = "the log is not what it was";
  if (wrong.empty()) return;
  throw StoreError(StoreFault::damaged, "the migration of " + place.file.string() + " to version " +
                                            std::to_string(place.version) +
                                            " does not verify: " + wrong + advice);
}

void try_on_copy(const StorePlace& old, const StorePlace& place,
                 std::span<const MigrationStep> steps, const VerifyReport& before) {
  const Partial trial{with_ending(place.file, ".trial")};
  copy_database(old, trial.file());
  const StorePlace copy{trial.file(), {}, place.version};
  take_steps(copy, old.version, steps);
  prove(copy, before, "; the store itself is as it was");
}

std::string advice_about(const path& kept) {
  return "; the store as it was before is " + kept.string();
}

/// Whether the file itself says that it is of this version, as nearly every one does at a start:
/// opening it would read the whole write-ahead log of a program that was killed. Only a migration
/// changes the version, and never back, so no later word stands in that log. Nobody in this process
/// may have the file open: closing it here would end SQLite's locks.
bool says_version(const StorePlace& place) {
  constexpr std::size_t version_at = 60;
  constexpr std::size_t application_at = 68;
  std::ifstream file{place.file, std::ios::binary};
  std::array<unsigned char, application_at + 4> head{};
  if (!place.vfs.empty() || !file.read(reinterpret_cast<char*>(head.data()), head.size()))
    return false;
  const auto number_at = [&](std::size_t at) {
    return head.at(at) << 24 | head.at(at + 1) << 16 | head.at(at + 2) << 8 | head.at(at + 3);
  };
  return number_at(version_at) == place.version &&
         number_at(application_at) == store_application_id;
}

/// A run that was killed between its last commit and its last check.
void finish_killed(const StorePlace& place, const path& kept) {
  const int old = version_of_store({kept, {}, place.version});
  prove(place, verify({kept, {}, old}, telling), advice_about(kept));
  remove_database(kept);
}

}  // namespace

std::span<const MigrationStep> migration_steps() {
  // 1: lists of cases and lookups. They are empty, and the first desk fills them.
  // 2: what was said is sealed with a key for each stream.
  static const MigrationStep steps[] = {{1, make_projections}, {2, seal_events}};
  return steps;
}

std::optional<Migration> migrate(const StorePlace& place, std::span<const MigrationStep> steps) {
  if (!std::filesystem::exists(place.file))
    throw StoreError(StoreFault::missing, "there is no store " + place.file.string());
  const FileLock writer_is_out{place.file};
  const path kept = with_ending(place.file, ".before");
  if (says_version(place) && !std::filesystem::exists(kept)) return std::nullopt;
  const StorePlace old{place.file, place.vfs, version_of_store(place)};
  if (old.version == place.version) {
    if (std::filesystem::exists(kept)) finish_killed(place, kept);
    return std::nullopt;
  }
  remove_database(kept);  // of a run that was killed before it changed the store
  backup(old, kept);
  const VerifyReport before = verify(old, telling);
  try_on_copy(old, place, steps, before);
  std::filesystem::remove(mark_file(place.file));  // it tells of the log as it was written then
  take_steps(place, old.version, steps);
  prove(place, before, advice_about(kept));
  remove_database(kept);
  return Migration{old.version, place.version};
}

}  // namespace kallad
