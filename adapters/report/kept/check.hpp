// Whether every published report is as it was published.
// Not counting it again (maker.hpp): that needs the log. Rule kept (issue 6): what was published
// never changes, and who did it when is told.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/report/kept/report_file.hpp"

namespace kallad::report {

/// One publication, and what is wrong with it.
struct CheckedReport {
  KeptHead head;
  std::string account;  ///< that published it
  std::string damage;   ///< empty where it is as it was
};

/// All publications of the file, by council, year, kind and version. Reads beside a server. Throws
/// StoreError.
std::vector<CheckedReport> check_reports(const std::filesystem::path& file);

}  // namespace kallad::report
