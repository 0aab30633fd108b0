// One pass over the bytes; everything that has a meaning here is ASCII, so UTF-8 passes through.
// Not lenient with quotes: a quote that stands wrong moves all cells after it.
#include "adapters/import/csv.hpp"

namespace kallad::importing {

namespace {

constexpr std::string_view marks = ";,\t";

class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvLimits& limits) : text_(text), limits_(limits) {}

  Csv read() {
    if (text_.size() > limits_.bytes) {
      stop(Refusal{"csv_too_large", limit(limits_.bytes)}, {});
    } else {
      find_separator();
    }
    while (!csv_.fault && at_ < text_.size()) read_line();
    if (!csv_.fault && csv_.rows.empty()) stop(Refusal{"csv_empty", {}}, {1, 1});
    return std::move(csv_);
  }

 private:
  static std::vector<std::pair<std::string, std::string>> limit(std::size_t most) {
    return {{"limit", std::to_string(most)}};
  }

  void stop(Refusal why, Place at) {
    if (!csv_.fault) csv_.fault = Fault{std::move(why), at};
  }

  bool is_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }
  char take() {
    const char c = text_[at_++];
    if (c == '\n') {
      place_ = {place_.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
      ++place_.column;
    }
    return c;
  }
  void end_line() {
    while (at_ < text_.size()) {
      if (take() == '\n') return;
    }
  }

  /// The first line that is not empty is the head, and its names hold no separator.
  void find_separator() {
    while (at_ < text_.size() && is_line_end()) end_line();
    const auto head = text_.substr(at_, text_.find_first_of("\r\n", at_) - at_);
    if (head.size() == 5 && head.starts_with("sep=")) {
      separator_ = head[4];
      if (marks.find(separator_) == std::string_view::npos) {
        stop(Refusal{"csv_separator_unclear", {}}, place_);
      }
      return end_line();
    }
    std::string found;
    for (const char mark : marks) {
      if (head.find(mark) != std::string_view::npos) found += mark;
    }
    if (found.size() > 1) stop(Refusal{"csv_separator_unclear", {}}, place_);
    if (!found.empty()) separator_ = found.front();
  }

  void read_line() {
    if (is_line_end()) return end_line();
    const Place start = place_;
    CsvRow row;
    do {
      row.push_back(read_cell());
    } while (!csv_.fault && row.size() <= limits_.columns && take_separator());
    if (csv_.fault) return;
    end_line();
    keep(std::move(row), start);
  }

  void keep(CsvRow row, Place start) {
    if (row.size() > limits_.columns) {
      return stop(Refusal{"csv_too_many_columns", limit(limits_.columns)}, start);
    }
    if (csv_.rows.size() > limits_.rows) {
      return stop(Refusal{"csv_too_many_rows", limit(limits_.rows)}, start);
    }
    const std::size_t wanted = csv_.rows.empty() ? row.size() : csv_.rows.front().size();
    if (row.size() != wanted) {
      stop(Refusal{"csv_cell_count",
                   {{"value", std::to_string(row.size())}, {"expected", std::to_string(wanted)}}},
           start);
    }
    csv_.rows.push_back(std::move(row));
  }

  bool take_separator() {
    if (is_line_end()) return false;
    take();
    return true;
  }

  bool is_cell_end() const { return is_line_end() || text_[at_] == separator_; }

  Cell read_cell() {
    Cell cell{{}, place_};
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(cell);
    } else {
      read_bare(cell);
    }
    if (cell.text.size() > limits_.cell_bytes) {
      stop(Refusal{"csv_cell_too_long", limit(limits_.cell_bytes)}, cell.at);
    }
    return cell;
  }

  void read_bare(Cell& cell) {
    while (!is_cell_end()) {
      if (text_[at_] == '"') return stop(Refusal{"csv_quote_misplaced", {}}, place_);
      cell.text += take();
    }
  }

  void read_quoted(Cell& cell) {
    take();
    while (at_ < text_.size()) {
      const bool quote = text_[at_] == '"';
      if (quote && text_.substr(at_, 2) != "\"\"") {
        take();
        if (!is_cell_end()) stop(Refusal{"csv_quote_misplaced", {}}, place_);
        return;
      }
      if (quote) take();
      cell.text += take();
    }
    stop(Refusal{"csv_quote_unclosed", {}}, cell.at);
  }

  std::string_view text_;
  const CsvLimits& limits_;
  Csv csv_;
  std::size_t at_ = 0;
  Place place_{1, 1};
  char separator_ = ';';
};

}  // namespace

Csv read_csv(std::string_view text, const CsvLimits& limits) {
  Csv csv = CsvReader{text, limits}.read();
  if (csv.fault) csv.rows.clear();
  return csv;
}

}  // namespace kallad::importing
