// A data folder for the tests of backups: a store of counters, a people file and an access log.
// Not the product's people and cases: tests/kallad backs those up by the program. Rule kept: every
// file of it is one that a server writes.
#pragma once

#include <gtest/gtest.h>

#include "adapters/access_log/access_log.hpp"
#include "adapters/backup/data_backup.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {

/// The whole content of a file.
std::string content_of(const std::filesystem::path& file);

/// Everything in a folder, by name.
std::vector<std::string> names_in(const std::filesystem::path& folder);

struct DataFolder : ::testing::Test {
  ScratchFolder folder;
  std::filesystem::path data = folder / "data";
  std::filesystem::path sealed = folder / "sealed";
  PublicSealKey key = make_seal_keys(folder / "key");
  std::unique_ptr<const PrivateSealKey> secret = read_private_seal_key(folder / "key");
  BrainAt counters = [](const StorePlace&) { return std::make_unique<CounterBrain>(); };
  HandClock clock;
  std::string said;

  DataFolder();
  StorePlace place(const std::filesystem::path& in) const { return {in / "kallad.db", {}}; }
  /// Adds to the store, and an opening to the access log.
  void fill(int commands);
  /// Changes the store or another file behind the program's back.
  void tamper(const std::filesystem::path& file, const std::string& sql) const;
  /// The fault `work` ends with, its text in `said`.
  template <class Work>
  std::optional<StoreFault> fault_of(Work&& work) {
    try {
      work();
    } catch (const StoreError& error) {
      said = error.what();
      return error.fault();
    }
    return std::nullopt;
  }
  DataReport back_up() { return back_up_data(data, sealed, key, counters); }
  DataReport restore_to(const std::filesystem::path& to) {
    return restore_data(sealed, *secret, to, counters);
  }

 private:
  int commands_ = 0;
};

}  // namespace kallad::testing
