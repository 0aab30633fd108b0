// The file of published reports: each as it was, by council, year and version.
// Not the counting (maker.hpp). Rules kept (issue 6): what was published never changes and is found
// by its version or by a date; versions of a year have no gaps.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/store/side/side_store.hpp"
#include "engine/spine/id.hpp"

namespace kallad::report {

/// What is published: deficiencies in cooperation, or the agreement's follow-up and key figures.
enum class ReportKind { deficiencies, figures };
BOOST_DESCRIBE_ENUM(ReportKind, deficiencies, figures)

/// Which report. Moments are UTC.
struct KeptHead {
  ReportKind kind = ReportKind::deficiencies;
  CouncilId council;
  std::int32_t year = 0;
  std::int32_t version = 0;
  Instant frozen_at;     ///< the log is counted up to then
  Instant published_at;  ///< of a historical one the same
  bool historical = false;
  std::string digest;
  bool operator==(const KeptHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptHead, (),
                      (kind, council, year, version, frozen_at, published_at, historical, digest))

/// The report's JSON as report_json.hpp writes it.
struct KeptReport {
  KeptHead head;
  std::string json;
};

/// Which one is asked for: a version, or the one that held at a moment, or the latest.
struct AskedReport {
  ReportKind kind = ReportKind::deficiencies;
  CouncilId council;
  std::int32_t year = 0;
  std::optional<std::int32_t> version;
  std::optional<Instant> as_of;
};

/// Safe for many threads.
class ReportFile : public SideStore {
 public:
  /// Opens or makes the file. Throws StoreError.
  explicit ReportFile(const std::filesystem::path& file);

  /// All the council has published, historical years among them: the latest year first, and of a
  /// year the latest version.
  std::vector<KeptHead> list(const CouncilId& council);
  std::optional<KeptReport> find(const AskedReport& asked);
  /// Keeps what `account` publishes. False where its version is not the next one: somebody else
  /// has published meanwhile.
  bool keep(const KeptReport& report, const std::string& account);
};

}  // namespace kallad::report
