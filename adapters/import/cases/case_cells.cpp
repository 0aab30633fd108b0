// Forms of days and yes and no, and the search for names in the register.
// Not forgiving with names: one that two share is nobody's.
#include "adapters/import/cases/case_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "adapters/codec/forms.hpp"
#include "engine/spine/code_points.hpp"

namespace kallad::importing {

namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A serial number of the years 1954 to 2119: nothing else that stands in a column of days is one.
std::optional<Date> day_of_serial(std::string_view digits) {
  constexpr int first = 20'000;
  constexpr int last = 80'000;
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (number < first || number > last) return std::nullopt;
  return std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} + std::chrono::days{number};
}

/// What follows a day in a cell that also has a time: it is left alone.
bool is_time_of_day(std::string_view rest) {
  const bool parted = rest.starts_with(" ") || rest.starts_with("T");
  return rest.empty() || (parted && rest.find_first_not_of(" T0123456789:.") == rest.npos);
}

bool is_same_sign(char a, char b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return small(a) == small(b) || (small(a) == '_' && small(b) == ' ');
}

}  // namespace

std::optional<Date> day_in(const std::string& cell) {
  constexpr std::size_t day_length = 10;
  if (are_digits(cell) && cell.size() == 5) return day_of_serial(cell);
  std::string text = cell;
  if (are_digits(cell) && cell.size() == 8) {
    text = cell.substr(0, 4) + "-" + cell.substr(4, 2) + "-" + cell.substr(6);
  }
  if (text.size() < day_length || !is_time_of_day(std::string_view{text}.substr(day_length))) {
    return std::nullopt;
  }
  for (const std::size_t at : {4U, 7U}) {
    if (text[at] == '/' || text[at] == '.') text[at] = '-';
  }
  return codec::read_date(text.substr(0, day_length));
}

const Cell* RowReader::cell(std::string_view column) const {
  const auto found = std::ranges::find(file_.columns, column);
  if (found == file_.columns.end()) return nullptr;
  return &row_[static_cast<std::size_t>(found - file_.columns.begin())];
}

std::string RowReader::text(std::string_view column) const {
  const Cell* found = cell(column);
  return found == nullptr ? std::string{} : found->text;
}

std::optional<std::string> RowReader::text_or_none(std::string_view column) const {
  std::string said = text(column);
  return said.empty() ? std::nullopt : std::optional{std::move(said)};
}

Place RowReader::place_of(std::string_view column) const {
  const Cell* found = cell(column);
  return found == nullptr ? Place{row_.front().at.line, 0} : found->at;
}

std::string RowReader::swedish_name(Table table, std::string_view column) {
  for (const ColumnName& name : columns_of(table)) {
    if (name.english == column) return std::string{name.swedish};
  }
  return {};
}

void RowReader::say_no(std::string_view column, Refusal why) {
  refusals_.push_back({{std::move(why), place_of(column)}, swedish_name(file_.table, column)});
}

void RowReader::note(std::string_view column, Refusal what) {
  notes_.push_back({{std::move(what), place_of(column)}, swedish_name(file_.table, column)});
}

void RowReader::require(std::string_view column) {
  if (text(column).empty()) say_no(column, Refusal{"cell_is_empty", {}});
}

std::optional<Date> RowReader::day(std::string_view column) {
  const std::string said = text(column);
  if (said.empty()) return std::nullopt;
  auto day = day_in(said);
  if (!day) say_no(column, Refusal{"day_not_understood", {{"value", said}}});
  return day;
}

std::optional<bool> RowReader::yes_or_no(std::string_view column) {
  const std::string said = text(column);
  if (said.empty()) return std::nullopt;
  for (const std::string_view yes : {"ja", "yes", "x", "1", "sant", "true"}) {
    if (is_word(said, yes)) return true;
  }
  for (const std::string_view no : {"nej", "no", "0", "falskt", "false"}) {
    if (is_word(said, no)) return false;
  }
  say_no(column, Refusal{"unknown_value", {{"allowed", "ja, nej"}}});
  return std::nullopt;
}

std::vector<std::string> RowReader::list(std::string_view column) const {
  const std::string said = text(column);
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < said.size();) {
    const auto end = std::min(said.find('|', at), said.size());
    const auto first = said.find_first_not_of(" \t\n", at);
    if (first < end) {
      const auto last = said.find_last_not_of(" \t\n", end - 1);
      parts.push_back(said.substr(first, last - first + 1));
    }
    at = end + 1;
  }
  return parts;
}

template <class Map>
typename Map::key_type RowReader::find(const Map& map, std::string_view column,
                                       const std::string& named) {
  using Key = typename Map::key_type;
  if (named.empty()) return {};
  if (map.contains(Key{named})) return Key{named};
  std::vector<Key> found;
  for (const auto& [id, thing] : map) {
    if (text::is_same_written(thing.name, named)) found.push_back(id);
  }
  if (found.size() == 1) return found.front();
  const std::string_view rule = found.empty() ? "not_in_register" : "name_of_several";
  say_no(column, Refusal{rule, {{"value", named}}});
  return {};
}

UnitId RowReader::unit(std::string_view column) { return find(known_.units, column, text(column)); }

std::vector<UnitId> RowReader::units(std::string_view column) {
  std::vector<UnitId> all;
  for (const std::string& named : list(column)) {
    UnitId id = find(known_.units, column, named);
    if (!id.empty() && std::ranges::find(all, id) == all.end()) all.push_back(std::move(id));
  }
  return all;
}

AgreementId RowReader::agreement(std::string_view column) {
  return find(known_.agreements, column, text(column));
}

CouncilId RowReader::council(std::string_view column) {
  return find(known_.councils, column, text(column));
}

PrincipalId RowReader::principal(std::string_view column) {
  return find(known_.principals, column, text(column));
}

std::optional<PartyId> RowReader::unit_or_principal(std::string_view column,
                                                    const std::string& named) {
  if (known_.principals.contains(PrincipalId{named})) return PartyId{named};
  for (const auto& [id, principal] : known_.principals) {
    if (text::is_same_written(principal.name, named)) return PartyId{id.text};
  }
  const UnitId unit = find(known_.units, column, named);
  return unit.empty() ? std::nullopt : std::optional{PartyId{unit.text}};
}

bool RowReader::is_word(std::string_view cell, std::string_view word) {
  return std::ranges::equal(word, cell, is_same_sign);
}

}  // namespace kallad::importing
