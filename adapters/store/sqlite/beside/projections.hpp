// Whether list rows and due rows say what the log says: each stream is folded and asked again.
// Not verify, which needs no brain and checks the log itself; not a repair: rebuild makes them
// anew. Rule kept (faults, row 5): a changed byte in a projection is found.
#pragma once

#include "adapters/desk/brain.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad {

/// Streams whose rows differ from their history, at most `most`. A list row that is older than its
/// stream's last event is no difference. No desk may run on the store meanwhile. Due rows of
/// `slice` streams are held in memory at a time. Throws StoreError.
std::vector<Damage> compare_projections(const StorePlace& place, Brain& brain,
                                        std::size_t most = 100, std::int64_t slice = 50'000);

}  // namespace kallad
