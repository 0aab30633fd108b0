// The cache: a list in order of use and a map into it. Trimming waits for the end of a batch, so
// that entries used within a batch stay where they are.
#include "adapters/desk/stream_cache.hpp"

#include <algorithm>
#include <functional>

namespace kallad {

namespace {

class Mixer {
 public:
  template <class Value>
  Mixer& operator<<(const Value& value) {
    // As Boost's hash_combine: order counts, and neighbouring values end up far apart.
    hash_ ^= std::hash<Value>{}(value) + 0x9e3779b97f4a7c15U + (hash_ << 12U) + (hash_ >> 4U);
    return *this;
  }
  Mixer& operator<<(Instant moment) { return *this << moment.time_since_epoch().count(); }
  Mixer& operator<<(const std::optional<Instant>& moment) {
    return *this << moment.has_value() << moment.value_or(Instant{});
  }
  std::size_t hash() const { return hash_ == 0 ? 1 : hash_; }

 private:
  std::size_t hash_ = 0x51ed270b7a3c92f1U;
};

}  // namespace

std::size_t hash_of(std::span<const ListEntry> entries) {
  Mixer all;
  for (const ListEntry& one : entries) {
    const auto& [list, closed, due, part, begins, ends, frozen, readers, named, sight, kind, step,
                 round, unit, lead, offer, own, demand, meeting, late, unanswered, drafts,
                 is_protected, words] = one;
    all << list << closed << due << part << begins << ends << frozen << readers << named << sight
        << kind << step << round << unit << lead << offer << own << demand << meeting << late
        << unanswered << drafts << is_protected << words;
  }
  return all.hash();
}

Shown shown_of(Brain& brain, const StreamState& state) {
  Shown shown;
  const auto made = [](const auto& make) {
    try {
      make();
    } catch (const StoreError&) {
      throw;
    } catch (const std::exception&) {
      return false;
    }
    return true;
  };
  if (!made([&] { shown.entries = brain.entries(state); })) shown.entries.clear();
  const bool has_list_row = made([&] { shown.list_row = brain.list_row(state); });
  if (has_list_row) made([&] { shown.count_row = brain.count_row(state); });
  return shown;
}

std::vector<DueRow> sorted_due(Brain& brain, const StreamState& state) {
  std::vector<DueRow> rows = brain.due(state);
  std::ranges::sort(rows);
  return rows;
}

CachedStream read_stream(std::string_view name, const ReadStored& read, Brain& brain) {
  CachedStream stream;
  stream.name = name;
  stream.state = brain.fresh(name);
  stream.head = read(name, [&](const EventView& event, const ShortDigest& content) {
    brain.fold(*stream.state, event);
    const std::size_t id_hash = std::hash<std::string_view>{}(event.command_id);
    if (stream.seen.empty() || stream.seen.back().id_hash != id_hash) {
      stream.seen.push_back({id_hash, content, event.sequence, 0});
    }
    ++stream.seen.back().count;
  });
  if (stream.head.count == 0) return stream;  // nothing has happened, so nothing falls due
  stream.due = sorted_due(brain, *stream.state);
  stream.lookup = brain.lookup_text(*stream.state);
  return stream;
}

CachedStream& StreamCache::load(std::string_view name) {
  if (const auto place = by_name_.find(name); place != by_name_.end()) {
    streams_.splice(streams_.begin(), streams_, place->second);
    return streams_.front();
  }
  const auto read = [this](std::string_view stream, const TakeStored& take) {
    StreamHead head = store_.head(stream);
    store_.read(stream, head, take);
    return head;
  };
  return put(read_stream(name, read, brain_));
}

const CachedStream* StreamCache::find(std::string_view name) const {
  const auto place = by_name_.find(name);
  return place == by_name_.end() ? nullptr : &*place->second;
}

CachedStream& StreamCache::put(CachedStream&& stream) {
  drop(stream.name);
  streams_.push_front(std::move(stream));
  by_name_.emplace(streams_.front().name, streams_.begin());
  return streams_.front();
}

void StreamCache::drop(std::string_view name) {
  const auto place = by_name_.find(name);
  if (place == by_name_.end()) return;
  const auto stream = place->second;
  by_name_.erase(place);
  streams_.erase(stream);
}

void StreamCache::clear() {
  by_name_.clear();
  streams_.clear();
  brain_.forget();
}

void StreamCache::trim() {
  while (streams_.size() > limit_) {
    by_name_.erase(streams_.back().name);
    streams_.pop_back();
  }
}

}  // namespace kallad
