// Searching by index, a page at a time; the cursor is a row's number, which never changes.
// Not a copy in memory: the check walks the rows one by one.
#include "adapters/access_log/access_reader.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <limits>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

/// The conditions for what is asked about; bind_filter binds in the same order.
std::string where_of(const AccessFilter& filter) {
  std::string where = " WHERE number < ?";
  if (!filter.account.empty()) where += " AND account = ?";
  if (!filter.subject.empty()) where += " AND subject = ? AND subject <> ''";
  if (filter.from) where += " AND at >= ?";
  if (filter.until) where += " AND at < ?";
  return where;
}

int bind_filter(SQLite::Statement& statement, const AccessFilter& filter,
                std::optional<std::int64_t> before) {
  int place = 0;
  statement.bind(++place, before.value_or(std::numeric_limits<std::int64_t>::max()));
  if (!filter.account.empty()) statement.bind(++place, filter.account);
  if (!filter.subject.empty()) statement.bind(++place, filter.subject.text);
  if (filter.from) statement.bind(++place, std::int64_t{stored(*filter.from)});
  if (filter.until) statement.bind(++place, std::int64_t{stored(*filter.until)});
  return place;
}

std::string select(const std::string& rest) {
  return std::string{"SELECT "} + access_columns + " FROM openings" + rest;
}

AccessHead read_head(SQLite::Database& database) {
  SQLite::Statement head{database, "SELECT last, hash FROM head"};
  if (!head.executeStep()) throw StoreError(StoreFault::damaged, "the access log has no head");
  return {head.getColumn(0).getInt64(), read_access_hash(head, 1)};
}

}  // namespace

AccessReader::AccessReader(const std::filesystem::path& file)
    : database_(open_side_file_to_read(file, access_log_kind())) {}

AccessPage AccessReader::page(const AccessFilter& filter, std::size_t limit,
                              std::optional<std::int64_t> before) {
  limit = std::max<std::size_t>(limit, 1);
  const std::lock_guard lock{mutex_};
  return guarded("searching the access log", [&] {
    SQLite::Statement rows{database_, select(where_of(filter) + " ORDER BY number DESC LIMIT ?")};
    // One row more than asked for tells whether there is a page after this one.
    rows.bind(bind_filter(rows, filter, before) + 1, static_cast<std::int64_t>(limit + 1));
    AccessPage page;
    while (rows.executeStep()) page.rows.push_back(read_access_row(rows));
    if (page.rows.size() > limit) {
      page.rows.resize(limit);
      page.next = page.rows.back().number;
    }
    return page;
  });
}

std::int64_t AccessReader::count(const AccessFilter& filter) {
  const std::lock_guard lock{mutex_};
  return guarded("counting in the access log", [&] {
    SQLite::Statement rows{database_, "SELECT count(*) FROM openings" + where_of(filter)};
    bind_filter(rows, filter, {});
    rows.executeStep();
    return rows.getColumn(0).getInt64();
  });
}

void AccessReader::each_of_case(const CaseId& subject,
                                const std::function<void(const AccessRow&)>& take) {
  const std::lock_guard lock{mutex_};
  guarded("exporting from the access log", [&] {
    SQLite::Statement rows{database_,
                           select(" WHERE subject = ? AND subject <> '' ORDER BY number")};
    rows.bind(1, subject.text);
    while (rows.executeStep()) take(read_access_row(rows));
  });
}

std::vector<CaseId> AccessReader::subjects() {
  const std::lock_guard lock{mutex_};
  return guarded("listing the cases of the access log", [&] {
    SQLite::Statement rows{database_, "SELECT DISTINCT subject FROM openings WHERE subject <> ''"};
    std::vector<CaseId> all;
    while (rows.executeStep()) all.emplace_back(rows.getColumn(0).getString());
    return all;
  });
}

AccessHead AccessReader::head() {
  const std::lock_guard lock{mutex_};
  return guarded("reading the head of the access log", [&] { return read_head(database_); });
}

std::optional<std::string> AccessReader::first_damage(const std::optional<AccessHead>& known) {
  const std::lock_guard lock{mutex_};
  return guarded("checking the access log", [&]() -> std::optional<std::string> {
    const SQLite::Transaction reading{database_};  // head and rows of one moment
    const AccessHead head = read_head(database_);
    AccessHead reached;
    Hasher hasher;
    SQLite::Statement rows{database_, select(" ORDER BY number")};
    while (rows.executeStep()) {
      const AccessRow row = read_access_row(rows);
      if (row.number != reached.last + 1)
        return "row " + std::to_string(reached.last + 1) + " is missing";
      reached = {row.number, access_hash(hasher, reached.hash, row)};
      if (reached.hash != read_access_hash(rows, 9))
        return "row " + std::to_string(row.number) + " is not what was written";
      if (known && known->last == row.number && known->hash != reached.hash)
        return "row " + std::to_string(row.number) + " or one before it was written anew";
    }
    if (reached != head || (known && known->last > reached.last))
      return "rows after " + std::to_string(reached.last) + " are missing";
    return std::nullopt;
  });
}

}  // namespace kallad
