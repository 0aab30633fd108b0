// Numbers, texts and names as bytes. A name is 0 and its text when it comes first, and then the
// number it got, from 1.
#include "adapters/brain/counts/packing.hpp"

#include <algorithm>

namespace kallad::packing {

namespace {
constexpr unsigned bits = 7;
constexpr std::uint64_t low = 0x7f;
constexpr unsigned char more = 0x80;
constexpr unsigned most_bits = 64;
}  // namespace

void Packer::put(std::uint64_t number) {
  for (; number > low; number >>= bits) bytes += static_cast<char>((number & low) | more);
  bytes += static_cast<char>(number);
}

void Packer::put_signed(std::int64_t number) {
  const auto doubled = static_cast<std::uint64_t>(number) << 1U;
  put(number < 0 ? ~doubled : doubled);
}

void Packer::put_text(std::string_view text) {
  put(text.size());
  bytes += text;
}

void Packer::put_name(std::string_view name) {
  const auto known = std::ranges::find(names_, name);
  if (known != names_.end()) {
    return put(static_cast<std::uint64_t>(known - names_.begin()) + 1);
  }
  put(0);
  put_text(name);
  names_.emplace_back(name);
}

std::uint64_t Unpacker::take() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < most_bits && !rest_.empty(); shift += bits) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    number |= (byte & low) << shift;
    if (byte < more) return number;
  }
  bad = true;
  return 0;
}

std::int64_t Unpacker::take_signed() {
  const std::uint64_t doubled = take();
  const std::uint64_t half = doubled >> 1U;
  return static_cast<std::int64_t>((doubled & 1U) != 0 ? ~half : half);
}

std::uint64_t Unpacker::take_below(std::uint64_t end) {
  const std::uint64_t number = take();
  if (number < end) return number;
  bad = true;
  return 0;
}

std::int64_t Unpacker::take_day() {
  constexpr std::int64_t most = 10'000 * 365;  // further away a calendar has no day
  const std::int64_t days = take_signed();
  if (-most < days && days < most) return days;
  bad = true;
  return 0;
}

std::string_view Unpacker::take_text() {
  const std::uint64_t size = take();
  if (size > rest_.size()) bad = true;
  const std::string_view text = rest_.substr(0, bad ? 0 : size);
  rest_.remove_prefix(text.size());
  return text;
}

std::string_view Unpacker::take_name() {
  const std::uint64_t number = take();
  if (number == 0) return names_.emplace_back(take_text());
  if (number <= names_.size()) return names_[number - 1];
  bad = true;
  return {};
}

}  // namespace kallad::packing
