// One byte for the form, odd where the case has deficiencies that came in, then the row's members.
// What the bytes of a member are is in packing.hpp.
#include "adapters/brain/counts/count_row.hpp"

#include <algorithm>

#include "adapters/brain/counts/packing.hpp"

namespace kallad {

namespace {
constexpr std::uint64_t form = 4;

std::uint64_t first_byte(const CountRow& row) {
  return form + (row.counted.deficiencies.empty() ? 0 : 1);
}

/// Each name once, in the order in which they came.
std::vector<std::string> beside_in(const Case& running) {
  std::vector<std::string> names;
  for (const std::string_view name : casework::people_beside(running)) {
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
  }
  return names;
}
}  // namespace

CountRow count_row_of(const CaseFile& file, const Calendar& calendar) {
  if (file.disposal.counted) return {*file.disposal.counted, {}, {}};
  return {count::counted(file.running, file.deficiencies, calendar), file.running.person,
          beside_in(file.running)};
}

std::string bytes_of(const CountRow& row) {
  packing::Packer packer;
  packer.put(first_byte(row));
  packer.put_value(row);
  return std::move(packer.bytes);
}

bool read_count_row(std::string_view bytes, CountRow& row) {
  packing::Unpacker unpacker{bytes};
  const std::uint64_t first = unpacker.take();
  if (first != form && first != form + 1) return false;
  unpacker.take_value(row);
  return !unpacker.bad && unpacker.is_at_end() && first == first_byte(row);
}

std::optional<CountRow> read_count_row(std::string_view bytes) {
  CountRow row;
  if (!read_count_row(bytes, row)) return std::nullopt;
  return row;
}

}  // namespace kallad
