// What the routes of reports stand on: the file of published reports, and what counts the next one.
// Not the routes, and no right to a report. Rule kept: one is counted at a time, since it reads
// many cases; who asks meanwhile waits on a thread that nobody else needs.
#pragma once

#include "adapters/api/way/workers.hpp"
#include "adapters/report/kept/maker.hpp"

namespace kallad::api {

struct ReportHouse {
  /// `tail` is that of the writer in this process, and outlives the house.
  ReportHouse(const std::filesystem::path& kept, StorePlace place, const Tail& tail,
              Calendar calendar)
      : file(kept), maker(file, std::move(place), &tail, std::move(calendar)) {}

  report::ReportFile file;
  report::Maker maker;
  Workers workers{1};  ///< last: it uses all of the above
};

}  // namespace kallad::api
