// One row of a table of cases, asked column by column: text, day, yes or no, value, or something of
// the register. Not what the row does: case_draft.hpp. Rules kept: what a cell says is understood
// for certain or refused with the cell's place; something of the register is meant by its id or by
// the one name that is exactly so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/import/tables.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/register/register.hpp"

namespace kallad::importing {

/// A fault with the column it is about, empty where it is the whole row.
struct CellFault {
  Fault fault;
  std::string column;  ///< its Swedish name
  bool operator==(const CellFault&) const = default;
};

/// The day a cell says: 2026-03-02, 20260302, 2026/03/02 or 2026.03.02, with a time after it or
/// not, or the serial number of a spreadsheet whose cell had lost its form. Nothing where it is
/// none.
std::optional<Date> day_in(const std::string& cell);

/// Reads one row; the faults gather.
class RowReader {
 public:
  RowReader(const TableFile& file, const CsvRow& row, const Register& known)
      : file_(file), row_(row), known_(known) {}

  /// The cell's text; "" where there is no such column.
  std::string text(std::string_view column) const;
  std::optional<std::string> text_or_none(std::string_view column) const;
  std::optional<Date> day(std::string_view column);
  std::optional<bool> yes_or_no(std::string_view column);
  /// Parts between | , each without the blanks around it.
  std::vector<std::string> list(std::string_view column) const;

  UnitId unit(std::string_view column);
  std::vector<UnitId> units(std::string_view column);
  AgreementId agreement(std::string_view column);
  CouncilId council(std::string_view column);
  PrincipalId principal(std::string_view column);
  /// A unit or a principal: whom consent covers, who answers for something.
  std::optional<PartyId> unit_or_principal(std::string_view column, const std::string& named);

  /// The enumerator whose word, in Swedish or English, or whose name the cell is; `otherwise` where
  /// it is empty.
  template <class E>
  E value(std::string_view column, E otherwise) {
    const std::string cell = text(column);
    if (cell.empty()) return otherwise;
    E found = otherwise;
    bool known = false;
    std::string allowed;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
      const auto swedish = word(one.value, Language::swedish);
      const bool same = is_word(cell, swedish) || is_word(cell, one.name) ||
                        is_word(cell, word(one.value, Language::english));
      if (same) found = one.value;
      known = known || same;
      allowed.append(allowed.empty() ? "" : ", ").append(swedish);
    });
    if (!known) say_no(column, Refusal{"unknown_value", {{"allowed", allowed}}});
    return found;
  }

  void say_no(std::string_view column, Refusal why);
  void note(std::string_view column, Refusal what);
  /// Refuses an empty cell.
  void require(std::string_view column);
  Place place_of(std::string_view column) const;
  static std::string swedish_name(Table table, std::string_view column);

  const std::vector<CellFault>& refusals() const { return refusals_; }
  const std::vector<CellFault>& notes() const { return notes_; }

 private:
  static bool is_word(std::string_view cell, std::string_view word);
  const Cell* cell(std::string_view column) const;
  template <class Map>
  typename Map::key_type find(const Map& map, std::string_view column, const std::string& named);

  const TableFile& file_;
  const CsvRow& row_;
  const Register& known_;
  std::vector<CellFault> refusals_;
  std::vector<CellFault> notes_;
};

}  // namespace kallad::importing
