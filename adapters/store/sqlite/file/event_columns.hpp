// Columns of an event's row, read from left to right with their types checked.
// Not which columns there are: event_row.cpp has the present ones, older/ those of before. Rule
// kept (faults, row 5): a flipped bit can turn a text into a blob of the same bytes; that is told.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string_view>

#include "adapters/desk/event_store.hpp"

namespace kallad {

/// The current row of a statement whose first column is the position. Views hold until its next
/// step. Each throws StoreError `damaged` where a column has another type or size.
class EventColumns {
 public:
  explicit EventColumns(const SQLite::Statement& statement) : statement_(statement) {
    position_ = number("position");
  }

  std::int64_t position() const { return position_; }

  std::int64_t number(const char* name) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isInteger()) wrong_type(name);
    return column.getInt64();
  }
  std::string_view text(const char* name) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isText()) wrong_type(name);
    return bytes_of(column);
  }
  std::string_view blob(const char* name, std::optional<std::size_t> size = std::nullopt) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isBlob() || (size && bytes_of(column).size() != *size)) wrong_type(name);
    return bytes_of(column);
  }
  bool both_null() {
    if (!statement_.isColumnNull(index_) || !statement_.isColumnNull(index_ + 1)) return false;
    index_ += 2;
    return true;
  }

 private:
  static std::string_view bytes_of(const SQLite::Column& column) {
    const int size = column.getBytes();
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(size)};
  }
  [[noreturn]] void wrong_type(const char* column) const {
    throw StoreError(StoreFault::damaged, "event at position " + std::to_string(position_) +
                                              ": column " + column + " has the wrong type");
  }

  const SQLite::Statement& statement_;
  std::int64_t position_ = 0;
  int index_ = 0;
};

}  // namespace kallad
