// What the routes of reports take and answer, as described structs. A report itself is the JSON of
// adapters/report, with its digest.
// Not a right to anything. Rule kept: no struct here has a place for a person or a case.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/report/kept/report_file.hpp"
#include "engine/report/yearly_report.hpp"

namespace kallad::api {

/// A council whose reports the caller may read, and what it has published: the latest year first.
struct CouncilReports {
  CouncilId council;
  std::string name;
  bool may_publish = false;
  std::vector<report::KeptHead> reports;
};
BOOST_DESCRIBE_STRUCT(CouncilReports, (), (council, name, may_publish, reports))

struct ReportList {
  std::vector<CouncilReports> councils;
};
BOOST_DESCRIBE_STRUCT(ReportList, (), (councils))

/// What is published. `frozen_at`: the log is counted up to then, UTC; left out: a minute ago.
/// `threshold`: counts from 1 below it are hidden; left out: 5, a local standard.
struct PublishForm {
  std::optional<Instant> frozen_at;
  std::optional<std::int32_t> threshold;
  std::optional<report::CouncilWords> words;
};
BOOST_DESCRIBE_STRUCT(PublishForm, (), (frozen_at, threshold, words))

/// The same of key figures. `by_sex`: only where the council has decided to part by sex.
struct PublishFiguresForm {
  std::optional<Instant> frozen_at;
  std::optional<std::int32_t> threshold;
  std::optional<bool> by_sex;
};
BOOST_DESCRIBE_STRUCT(PublishFiguresForm, (), (frozen_at, threshold, by_sex))

}  // namespace kallad::api
