// The reading side of the access log: pages for the auditor, all rows of a case to hand out, and
// the check of the chain. Never waits for the writer. Rule kept (PDL 4:3, 8:5, by domain.md): the
// log can be searched, checked and handed out, and a changed or removed row is found.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/access_log/access_row.hpp"

namespace kallad {

/// What is looked for; what is empty is not asked about. `from` is included, `until` is not.
struct AccessFilter {
  std::string account;
  CaseId subject;
  std::optional<Instant> from;
  std::optional<Instant> until;
};

/// Rows, newest first. `next` is the cursor of the page after; nothing on the last page.
struct AccessPage {
  std::vector<AccessRow> rows;
  std::optional<std::int64_t> next;
};

/// Where the log ends; kept elsewhere it proves later that nothing before it was changed.
struct AccessHead {
  std::int64_t last = 0;
  Digest hash{};
  bool operator==(const AccessHead&) const = default;
};

/// Reads through a connection of its own. Safe for several threads.
class AccessReader {
 public:
  /// Opens an existing log. Throws StoreError.
  explicit AccessReader(const std::filesystem::path& file);

  /// At most `limit` rows before row number `before` (none: from the newest).
  AccessPage page(const AccessFilter& filter, std::size_t limit,
                  std::optional<std::int64_t> before = {});
  std::int64_t count(const AccessFilter& filter);
  /// All rows of a case, oldest first, as one reading.
  void each_of_case(const CaseId& subject, const std::function<void(const AccessRow&)>& take);

  /// The cases that somebody has opened, or tried to, in no order.
  std::vector<CaseId> subjects();

  AccessHead head();
  /// What is wrong, with the number of the first row concerned; nothing where the chain holds.
  /// With `known`, also whether the log still contains what it did when that head was taken.
  std::optional<std::string> first_damage(const std::optional<AccessHead>& known = {});

 private:
  SQLite::Database database_;
  std::mutex mutex_;
};

}  // namespace kallad
