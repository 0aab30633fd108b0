// Leaking buckets, reckoned when they are looked at.
// Not a thread: nothing drips while nobody looks. A clock set back leaks nothing and fills nothing.
#include "adapters/api/links/link_limits.hpp"

#include <algorithm>
#include <cmath>

namespace kallad::api {

namespace {

double leaked(Instant from, Instant to, std::chrono::milliseconds leak) {
  if (to <= from) return 0;
  return std::chrono::duration<double, std::milli>(to - from).count() /
         static_cast<double>(leak.count());
}

}  // namespace

LinkLimits::Level& LinkLimits::level_at(const std::string& name, const Bucket& bucket,
                                        Instant now) {
  if (levels_.size() >= most_buckets && !levels_.contains(name)) make_room(now);
  Level& level = levels_.try_emplace(name, Level{0, now, bucket.leak}).first->second;
  level.drops = std::max(0.0, level.drops - leaked(level.at, now, bucket.leak));
  level.at = now;
  return level;
}

void LinkLimits::make_room(Instant now) {
  const auto gone = std::erase_if(levels_, [now](const auto& each) {
    const Level& level = each.second;
    return leaked(level.at, now, level.leak) >= level.drops;
  });
  if (gone == 0) levels_.clear();
}

std::optional<std::chrono::seconds> LinkLimits::take(const std::string& name, const Bucket& bucket,
                                                     double cost, Instant now) {
  const std::lock_guard lock{mutex_};
  Level& level = level_at(name, bucket, now);
  const double over = level.drops + cost - bucket.room;
  if (over > 0) {
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds{
        static_cast<std::int64_t>(std::ceil(over * static_cast<double>(bucket.leak.count())))});
  }
  level.drops += cost;
  return std::nullopt;
}

void LinkLimits::add(const std::string& name, const Bucket& bucket, double cost, Instant now) {
  const std::lock_guard lock{mutex_};
  level_at(name, bucket, now).drops += cost;
}

}  // namespace kallad::api
