// Walking rows in pages, each a snapshot of its own, so that a report of many cases keeps no
// snapshot open for long. What is frozen does not change between two of them.
#include "adapters/report/stored/stored_log.hpp"

#include "adapters/brain/engine_brain.hpp"

namespace kallad::report {

namespace {

void each_stream(Reader& reader, const TakeName& take) {
  constexpr std::size_t page = 1'000;
  std::int64_t after = 0;
  for (auto rows = reader.list(after, page); !rows.empty(); rows = reader.list(after, page)) {
    for (const auto& [number, stream] : rows) {
      take(stream.name);
      after = number;
    }
  }
}

void each_count(Reader& reader, Instant frozen_at, const TakeCounts& takers) {
  constexpr std::size_t page = 20'000;
  const Counts which = takers.only_come_in ? Counts::marked : Counts::all;
  CountRow row;
  std::vector<std::int64_t> to_fold;
  const auto take_one = [&](const StoredCount& one) {
    if (one.row && one.row->empty()) return;
    const bool is_known = one.row && read_count_row(*one.row, row);
    if (is_known && one.at <= frozen_at) {
      takers.take(row, [&reader, number = one.stream] { return reader.name_of(number); });
    } else if (!is_known || takers.may_differ(row)) {
      to_fold.push_back(one.stream);
    }
  };
  std::int64_t after = 0;
  for (std::int64_t last = -1; last != after;) {
    last = after;
    after = reader.counts(which, after, page, take_one);
    for (const std::int64_t stream : to_fold) takers.fold(reader.name_of(stream));
    to_fold.clear();
  }
}

}  // namespace

Log log_of(Reader& reader) {
  Log log{[&reader](const TakeName& take) { each_stream(reader, take); }, streams_of(reader), {}};
  if (reader.listed_by() != EngineBrain::made_by) return log;
  log.counts = [&reader](Instant frozen_at, const TakeCounts& takers) {
    each_count(reader, frozen_at, takers);
  };
  return log;
}

}  // namespace kallad::report
