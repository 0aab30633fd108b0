// A store's log as reports count it: the rows of what cases count as, and the streams behind them.
// Not the counting: gather.hpp. Rules kept: a row is taken only where the stream has no event after
// the frozen moment, and only where a brain of this program made the rows; else the stream is read.
#pragma once

#include "adapters/report/gather.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::report {

/// All of the store. The reader outlives what is made of it; one thread at a time.
Log log_of(Reader& reader);

}  // namespace kallad::report
