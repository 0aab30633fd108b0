// What a row says of one thing in the register: each column as a field that is put from a cell and
// shown for people. Not whether the register takes it: the engine decides that. Rule kept: a column
// that a file leaves out is left as it stands; an empty cell empties the field.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "adapters/import/tables.hpp"
#include "engine/register/register.hpp"

namespace kallad::importing {

/// One row of members: a principal's duty, for one unit or (empty) for all that are not named.
struct MemberRow {
  AgreementId agreement;
  PrincipalId principal;
  UnitId unit;
  bool duty_to_attend = true;
};

/// How a column is read into a T and shown. `put` gives why not where the cell has not the form.
template <class T>
struct Field {
  std::string_view column;
  std::optional<Refusal> (*put)(T& thing, const std::string& cell);
  std::string (*show)(const T& thing);
};

/// The fields of a Principal, Unit, Council, Agreement or MemberRow, in the order of columns_of.
template <class T>
std::span<const Field<T>> fields_of();

template <>
std::span<const Field<Principal>> fields_of<Principal>();
template <>
std::span<const Field<Unit>> fields_of<Unit>();
template <>
std::span<const Field<Council>> fields_of<Council>();
template <>
std::span<const Field<Agreement>> fields_of<Agreement>();
template <>
std::span<const Field<MemberRow>> fields_of<MemberRow>();

/// What a row says differently from what stands.
struct FieldChange {
  std::string column;
  std::string before;
  std::string after;
  bool operator==(const FieldChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (column, before, after))

/// Puts every cell of `row` into `thing`; every fault with its place.
template <class T>
std::vector<Fault> put_cells(T& thing, const TableFile& file, const CsvRow& row) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    for (const Field<T>& field : fields_of<T>()) {
      if (field.column != file.columns[i]) continue;
      if (auto why = field.put(thing, row[i].text)) faults.push_back({std::move(*why), row[i].at});
    }
  }
  return faults;
}

/// The fields in which the two differ, by their Swedish names.
template <class T>
std::vector<FieldChange> changes_between(Table table, const T& before, const T& after) {
  std::vector<FieldChange> changes;
  const auto fields = fields_of<T>();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    FieldChange one{std::string{columns_of(table)[i].swedish}, fields[i].show(before),
                    fields[i].show(after)};
    if (one.before != one.after) changes.push_back(std::move(one));
  }
  return changes;
}

}  // namespace kallad::importing
