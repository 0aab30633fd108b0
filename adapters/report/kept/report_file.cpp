// Tables and their rows.
// Not a copy of the log: of cases there are only their names.
#include "adapters/report/kept/report_file.hpp"

#include <algorithm>

#include "adapters/report/kept/history.hpp"
#include "adapters/report/report_json.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE published(
  kind TEXT NOT NULL,
  council TEXT NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  frozen_at INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  account TEXT NOT NULL,
  digest TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, council, year, version)
) STRICT;
)sql";

const SideKind& kind_of_file() {
  static const SideKind kind{"the report file", 0x4b527074, 1, tables};
  return kind;
}

constexpr const char* columns = "kind, council, year, version, frozen_at, published_at, digest";

KeptHead head_in(const SQLite::Statement& row) {
  KeptHead head;
  head.kind =
      row.getColumn(0).getString() == "figures" ? ReportKind::figures : ReportKind::deficiencies;
  head.council = CouncilId{row.getColumn(1).getString()};
  head.year = row.getColumn(2).getInt();
  head.version = row.getColumn(3).getInt();
  head.frozen_at = moment_of(row.getColumn(4).getInt64());
  head.published_at = moment_of(row.getColumn(5).getInt64());
  head.digest = row.getColumn(6).getString();
  return head;
}

KeptHead head_of_historical(const YearlyReport& report) {
  const ReportHead& head = report.head;
  return {ReportKind::deficiencies, head.council,   head.year, head.version,
          head.frozen_at,           head.frozen_at, true,      digest_of(report)};
}

std::optional<KeptReport> historical(const AskedReport& asked) {
  if (asked.kind != ReportKind::deficiencies) return std::nullopt;
  for (const YearlyReport& one : historical_years()) {
    const bool is_it = one.head.council == asked.council && one.head.year == asked.year &&
                       (!asked.version || *asked.version == one.head.version) &&
                       (!asked.as_of || one.head.frozen_at <= *asked.as_of);
    if (is_it) return KeptReport{head_of_historical(one), to_json(one)};
  }
  return std::nullopt;
}

std::string kind_text(ReportKind kind) { return std::string{table::state_id(kind)}; }

}  // namespace

ReportFile::ReportFile(const std::filesystem::path& file) : SideStore(file, kind_of_file()) {}

std::vector<KeptHead> ReportFile::list(const CouncilId& council) {
  auto heads = read([&](SQLite::Database& database) {
    std::vector<KeptHead> found;
    auto rows =
        query(database, std::string{"SELECT "} + columns + " FROM published WHERE council = ?",
              council.text);
    while (rows.executeStep()) found.push_back(head_in(rows));
    return found;
  });
  for (const YearlyReport& one : historical_years()) {
    if (one.head.council == council) heads.push_back(head_of_historical(one));
  }
  std::ranges::sort(heads, [](const KeptHead& a, const KeptHead& b) {
    return std::tuple{-a.year, a.kind, -a.version} < std::tuple{-b.year, b.kind, -b.version};
  });
  return heads;
}

std::optional<KeptReport> ReportFile::find(const AskedReport& asked) {
  auto found = read([&](SQLite::Database& database) -> std::optional<KeptReport> {
    const std::string by_version = asked.version ? " AND version = ?5" : " AND ?5 = 0";
    auto row = query(database,
                     std::string{"SELECT "} + columns +
                         ", json FROM published WHERE kind = ?1 AND council = ?2 AND year = ?3"
                         " AND published_at <= ?4" +
                         by_version + " ORDER BY version DESC LIMIT 1",
                     kind_text(asked.kind), asked.council.text, asked.year,
                     stored(asked.as_of.value_or(Instant::max())), asked.version.value_or(0));
    if (!row.executeStep()) return std::nullopt;
    return KeptReport{head_in(row), row.getColumn(7).getString()};
  });
  return found ? found : historical(asked);
}

bool ReportFile::keep(const KeptReport& report, const std::string& account) {
  return write([&](SQLite::Database& database) {
    const KeptHead& head = report.head;
    return change(database,
                  "INSERT INTO published SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE ?4 ="
                  " 1 + (SELECT coalesce(max(version), 0) FROM published"
                  " WHERE kind = ?1 AND council = ?2 AND year = ?3)",
                  kind_text(head.kind), head.council.text, head.year, head.version,
                  stored(head.frozen_at), stored(head.published_at), account, head.digest,
                  report.json) == 1;
  });
}

}  // namespace kallad::report
