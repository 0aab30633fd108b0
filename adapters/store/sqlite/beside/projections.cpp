// Due rows are read once and sorted to their streams; then one pass over the streams.
// Not in one snapshot: nobody writes meanwhile.
#include "adapters/store/sqlite/beside/projections.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

class Comparison {
 public:
  Comparison(const StorePlace& place, Brain& brain, std::size_t most)
      : brain_(brain), most_(most), reader_(place), database_(open_store(place, Access::read)) {}

  std::vector<Damage> run() {
    constexpr auto end_of_time = Instant{std::chrono::milliseconds{1LL << 62U}};
    for (DueItem& item : reader_.due(end_of_time, std::numeric_limits<std::int32_t>::max()))
      due_[item.stream].push_back(std::move(item.row));
    SQLite::Statement rows{database_,
                           "SELECT name, count, row FROM streams LEFT JOIN cases ON stream = number"
                           " ORDER BY number"};
    while (rows.executeStep() && damages_.size() < most_) compare(rows);
    for (const auto& [stream, left] : due_) note(stream, "has due rows, but no events");
    return std::move(damages_);
  }

 private:
  void compare(const SQLite::Statement& listed) {
    const std::string name = listed.getColumn(0).getString();
    const auto state = brain_.fresh(name);
    const std::uint64_t count = reader_.read(
        name, [&](const EventView& event, const ShortDigest&) { brain_.fold(*state, event); });
    const bool is_current = static_cast<std::uint64_t>(listed.getColumn(1).getInt64()) == count;
    if (is_current && listed.getColumn(2).getString() != brain_.list_row(*state))
      note(name, "its list row is not what its history says; run rebuild");
    std::vector<DueRow> wanted = brain_.due(*state);
    std::vector<DueRow> found = std::move(due_[name]);
    due_.erase(name);
    std::ranges::sort(wanted);
    std::ranges::sort(found);
    if (wanted != found) note(name, "its due rows are not what its history demands; run rebuild");
  }

  void note(const std::string& stream, const char* what) {
    if (damages_.size() < most_) damages_.push_back({stream, 0, 0, what});
  }

  Brain& brain_;
  std::size_t most_;
  Reader reader_;
  SQLite::Database database_;
  std::unordered_map<std::string, std::vector<DueRow>> due_;
  std::vector<Damage> damages_;
};

}  // namespace

std::vector<Damage> compare_projections(const StorePlace& place, Brain& brain, std::size_t most) {
  return guarded("comparing projections", [&] { return Comparison{place, brain, most}.run(); });
}

}  // namespace kallad
