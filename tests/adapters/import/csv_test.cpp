// Cells as RFC 4180 and Swedish spreadsheets have them, and each thing that stops the reading, with
// its place. Not what the cells mean. Rule kept: what cannot be read for certain is not read.
#include "adapters/import/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace kallad::importing::csv_test {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts(const Csv& csv) {
  Texts all;
  for (const CsvRow& row : csv.rows) {
    all.emplace_back();
    for (const Cell& cell : row) all.back().push_back(cell.text);
  }
  return all;
}

/// The rule and place of the fault that stopped the reading: "csv_empty 1:1".
std::string fault_of(std::string_view text, const CsvLimits& limits = {}) {
  const Csv csv = read_csv(text, limits);
  if (!csv.fault) return "";
  EXPECT_TRUE(csv.rows.empty());
  return std::string{csv.fault->why.rule} + " " + std::to_string(csv.fault->at.line) + ":" +
         std::to_string(csv.fault->at.column);
}

TEST(Csv, FindsTheSeparatorInTheHead) {
  const Texts wanted{{"a", "b"}, {"1", "2,3"}};
  EXPECT_EQ(texts(read_csv("a;b\n1;2,3\n")), wanted);
  EXPECT_EQ(texts(read_csv("a\tb\r\n1\t2,3\r\n")), wanted);
  EXPECT_EQ(texts(read_csv("a,b\n1,\"2,3\"")), wanted);
  EXPECT_EQ(texts(read_csv("sep=,\r\na,b\r\n1,\"2,3\"\r\n")), wanted);
  EXPECT_EQ(texts(read_csv("a\n1\n")), (Texts{{"a"}, {"1"}}));
}

TEST(Csv, ReadsQuotedCells) {
  EXPECT_EQ(texts(read_csv("a;b\n\"x;y\nz\";\"said \"\"no\"\"\"\n;\"\"\n")),
            (Texts{{"a", "b"}, {"x;y\nz", "said \"no\""}, {"", ""}}));
}

TEST(Csv, TakesNoCellForAFormula) {
  EXPECT_EQ(texts(read_csv("a;b;c;d\n=1+1;+46;-5;@sum\n")),
            (Texts{{"a", "b", "c", "d"}, {"=1+1", "+46", "-5", "@sum"}}));
}

TEST(Csv, PassesOverEmptyLinesAndKnowsWhereCellsBegin) {
  const Csv csv = read_csv("\r\na;b\n\nåäö;x\n");
  ASSERT_EQ(csv.rows.size(), 2U);
  EXPECT_EQ(csv.rows[0][1].at, (Place{2, 3}));
  EXPECT_EQ(csv.rows[1][1].at, (Place{4, 5})) << "columns are characters, not bytes";
}

TEST(Csv, StopsAtWhatIsNotCertain) {
  EXPECT_EQ(fault_of(""), "csv_empty 1:1");
  EXPECT_EQ(fault_of("\n\n"), "csv_empty 1:1");
  EXPECT_EQ(fault_of("a;b,c\n1;2\n"), "csv_separator_unclear 1:1");
  EXPECT_EQ(fault_of("sep=|\na|b\n"), "csv_separator_unclear 1:1");
  EXPECT_EQ(fault_of("a;b\n1;\"2\n3;4\n"), "csv_quote_unclosed 2:3");
  EXPECT_EQ(fault_of("a;b\n1;2\"3\"\n"), "csv_quote_misplaced 2:4");
  EXPECT_EQ(fault_of("a;b\n1;\"2\"3\n"), "csv_quote_misplaced 2:6");
  EXPECT_EQ(fault_of("a;b\n1\n"), "csv_cell_count 2:1");
  EXPECT_EQ(fault_of("a;b\n1;2;3\n"), "csv_cell_count 2:1");
}

TEST(Csv, TellsHowManyCellsWereWanted) {
  const Csv csv = read_csv("a;b\n1;2;3\n");
  ASSERT_TRUE(csv.fault);
  const std::vector<std::pair<std::string, std::string>> wanted{{"value", "3"}, {"expected", "2"}};
  EXPECT_EQ(csv.fault->why.data, wanted);
}

TEST(Csv, TakesInAsMuchAsItSaysAndNoMore) {
  const CsvLimits few{.bytes = 30, .rows = 2, .columns = 2, .cell_bytes = 4};
  EXPECT_EQ(fault_of("a;b\n1;2\n1234;4\n", few), "");
  EXPECT_EQ(fault_of("a;b\n1;2\n3;4\n5;6\n", few), "csv_too_many_rows 4:1");
  EXPECT_EQ(fault_of("a;b;c\n", few), "csv_too_many_columns 1:1");
  EXPECT_EQ(fault_of("a;b\n1;12345\n", few), "csv_cell_too_long 2:3");
  EXPECT_EQ(fault_of("a;b\n1;\"12345\"\n", few), "csv_cell_too_long 2:3");
  EXPECT_EQ(fault_of(std::string(31, 'a'), few), "csv_too_large 0:0");
}

/// As RFC 4180 writes it: quoted where it must be, or wherever `always`.
std::string written(const Texts& rows, char separator, bool always, std::string_view line_end) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      const std::string& cell = row[i];
      const bool needs = cell.find_first_of("\";,\t\r\n") != std::string::npos || row.size() == 1;
      if (needs || always) text += '"';
      for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
      if (needs || always) text += '"';
    }
    text += line_end;
  }
  return text;
}

RC_GTEST_PROP(Csv, AnyTableOfTextsIsReadBackAsItWasWritten, ()) {
  const auto width = *rc::gen::inRange<std::size_t>(1, 6);
  const auto letter = rc::gen::element<std::string>("a", "å", "=", "\"", ";", ",", "\t", "\n",
                                                    "\r\n", "\r", " ", "|", "€");
  const auto cell = rc::gen::map(rc::gen::container<std::vector<std::string>>(letter),
                                 [](const std::vector<std::string>& letters) {
                                   std::string all;
                                   for (const auto& one : letters) all += one;
                                   return all;
                                 });
  Texts rows{std::vector<std::string>(width, "head")};
  for (auto& row :
       *rc::gen::container<Texts>(rc::gen::container<std::vector<std::string>>(width, cell))) {
    rows.push_back(std::move(row));
  }
  const char separator = *rc::gen::element(';', ',', '\t');
  const bool always = *rc::gen::arbitrary<bool>();
  const std::string end = *rc::gen::element<std::string>("\n", "\r\n");
  // A head of one column says nothing of the separator: then it is the semicolon.
  RC_ASSERT(texts(read_csv(written(rows, separator, always, end))) == rows);
}

RC_GTEST_PROP(Csv, AnyBytesAreARectangleOrAFaultInsideThem, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('a', '"', ';', ',', '\t', '\n', '\r', '\0', '\xc3', '\xa5', '='));
  const Csv csv = read_csv(text);
  RC_ASSERT(csv.fault.has_value() == csv.rows.empty());
  for (const CsvRow& row : csv.rows) RC_ASSERT(row.size() == csv.rows.front().size());
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  if (csv.fault) RC_ASSERT(csv.fault->at.line <= lines);
}

}  // namespace
}  // namespace kallad::importing::csv_test
