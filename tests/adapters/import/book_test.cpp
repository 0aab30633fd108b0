// Spreadsheets as their programs write them, part by part: what each cell becomes, and what is
// refused with its place. Not whole files of real programs: tests/kallad reads those of
// docs/examples.
#include "adapters/import/book/book.hpp"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace kallad::importing::book_test {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a packed file with these parts.
std::string packed(const Parts& parts) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("kallad-book-" + std::to_string(::getpid()) + ".zip");
  std::filesystem::remove(file);
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  std::ifstream in{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  std::filesystem::remove(file);
  return bytes;
}

constexpr const char* rels =
    R"(<Relationships xmlns="r"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
        </Relationships>)";
constexpr const char* styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-41D]d\ mmmm\ yyyy"/>
    <numFmt numFmtId="165" formatCode="0.0&quot; dagar&quot;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
        </cellXfs></styleSheet>)";
constexpr const char* texts =
    R"(<sst><si><t>ärende</t></si><si><r><t>Mål </t></r><r><t>ett</t></r><rPh><t>x</t></rPh>
        </si></sst>)";

/// A workbook with one sheet of these rows (and what stands after them).
std::string xlsx(const std::string& rows, const std::string& after = {},
                 const std::string& properties = {}) {
  return packed(
      {{"xl/workbook.xml", "<x:workbook xmlns:x=\"m\">" + properties +
                               "<x:sheets><x:sheet name=\"Blad\" sheetId=\"7\" r:id=\"rId1\"/>"
                               "</x:sheets></x:workbook>"},
       {"xl/_rels/workbook.xml.rels", rels},
       {"xl/styles.xml", styles},
       {"xl/sharedStrings.xml", texts},
       {"xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"}});
}

std::string ods(const std::string& rows) {
  return packed({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml",
                  "<office:document-content><office:body><office:spreadsheet>"
                  "<table:table table:name=\"Blad\">" +
                      rows +
                      "</table:table></office:spreadsheet></office:body>"
                      "</office:document-content>"}});
}

/// The cells of the only sheet, "a|b / c|d"; or the fault, "rule 2:3".
std::string told(const std::string& bytes, const BookLimits& limits = {}) {
  const auto fault_text = [](const Fault& fault) {
    return std::string{fault.why.rule} + " " + std::to_string(fault.at.line) + ":" +
           std::to_string(fault.at.column);
  };
  const Book book = read_book(bytes, limits);
  if (book.fault) return fault_text(*book.fault);
  const Csv& csv = book.sheets.front().csv;
  if (csv.fault) return fault_text(*csv.fault);
  std::string all;
  for (const CsvRow& row : csv.rows) {
    if (!all.empty()) all += " / ";
    for (std::size_t i = 0; i < row.size(); ++i) all += (i > 0 ? "|" : "") + row[i].text;
  }
  return all;
}

constexpr const char* head =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>dag</t></is></c>
        </row>)";
std::string with_head(const std::string& rows) { return head + rows; }

TEST(Xlsx, ReadsTextsNumbersDaysAndYesAndNo) {
  EXPECT_EQ(told(xlsx(with_head(
                R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>46083</v></c></row>
                   <row r="3"><c r="A3"><v>191212121212</v></c><c r="B3" s="2"><v>46083.75</v>
        </c></row>
                   <row r="4"><c r="A4"><v>1.91212121212E11</v></c><c r="B4" t="b"><v>1</v></c>
        </row>
                   <row r="5"><c r="A5"><v>2.5</v></c><c r="B5" s="3"><v>46083</v></c></row>
                   <row r="6"><c r="A6" t="d"><v>2026-03-02T00:00:00</v></c><c r="B6" t="b">
        <v>0</v></c></row>)"))),
            "ärende|dag / Mål ett|2026-03-02 / 191212121212|2026-03-02 / 191212121212|ja / "
            "2.5|46083 / 2026-03-02|nej");
}

TEST(Xlsx, CountsDaysFrom1904WhereTheBookSaysSo) {
  const std::string rows =
      with_head(R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>44621</v></c></row>)");
  EXPECT_EQ(told(xlsx(rows, "", "<x:workbookPr date1904=\"1\"/>")),
            "ärende|dag / Mål ett|2026-03-02");
}

TEST(Xlsx, TakesTheSavedValueOfAFormulaAndRefusesOneWithout) {
  EXPECT_EQ(told(xlsx(with_head(
                R"(<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>svar</v></c></row>)"))),
            "ärende|dag / svar|");
  EXPECT_EQ(told(xlsx(with_head(R"(<row r="2"><c r="B2"><f>TODAY()</f></c></row>)"))),
            "sheet_formula_without_value 2:2");
  EXPECT_EQ(
      told(xlsx(with_head(R"(<row r="4"><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>)"))),
      "sheet_cell_is_error 4:2");
}

TEST(Xlsx, RefusesWhatIsNotOneCellARowAndColumn) {
  EXPECT_EQ(told(xlsx(with_head(R"(<row r="2"><c r="A2" t="s"><v>1</v></c></row>)"),
                      R"(<mergeCells><mergeCell ref="B3:B5"/></mergeCells>)")),
            "sheet_cells_merged 3:2");
  EXPECT_EQ(told(xlsx(with_head(R"(<row r="2"><c r="D2"><v>1</v></c></row>)"))),
            "sheet_cell_beyond_head 2:4");
}

TEST(Xlsx, LeavesOutEmptyRowsAndKeepsTheNumbersOfTheOthers) {
  const Book book = read_book(xlsx(with_head(
      R"(<row r="9"><c r="A9" t="inlineStr"><is><t>nio</t></is></c></row>
         <row r="10"><c r="A10" t="inlineStr"><is><t>  </t></is></c><c r="B10" s="1"/></row>)")));
  ASSERT_EQ(book.sheets.size(), 1U);
  ASSERT_EQ(book.sheets[0].csv.rows.size(), 2U);
  EXPECT_EQ(book.sheets[0].csv.rows[1][0].at, (Place{9, 1}));
}

/// A few lines may say that they are many: what they come to is bounded, and not only the lines.
TEST(Ods, RefusesWhatUnpacksToTooMuchText) {
  const std::string many =
      "<table:table-row table:number-rows-repeated=\"20000\"><table:table-cell "
      "table:number-columns-repeated=\"64\" office:value-type=\"string\"><text:p>" +
      std::string(8'000, 'a') + "</text:p></table:table-cell></table:table-row>";
  EXPECT_EQ(told(ods(many)), "csv_too_large 17:25");
}

TEST(Ods, ReadsTypedCellsAndThoseThatStandForMany) {
  EXPECT_EQ(told(ods(
                R"(<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p>
        </table:table-cell>
        <table:table-cell office:value-type="string"><text:p>b<text:s text:c="2"/>c</text:p>
        </table:table-cell></table:table-row>
        <table:table-row-group><table:table-row table:number-rows-repeated="2">
        <table:table-cell table:number-columns-repeated="2" office:value-type="date"
          office:date-value="2026-03-02T10:00:00"/>
        </table:table-row></table:table-row-group>
        <table:table-row><table:table-cell office:value-type="float" office:value="191212121212"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
        <table:table-cell table:number-columns-repeated="1022"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000">
        <table:table-cell table:number-columns-repeated="1024"/></table:table-row>)")),
            "a|b  c / 2026-03-02|2026-03-02 / 2026-03-02|2026-03-02 / 191212121212|ja");
}

TEST(Ods, RefusesMergedCellsErrorsAndEmptyFormulas) {
  const auto cell = [](const std::string& attributes) {
    return told(ods("<table:table-row><table:table-cell " + attributes +
                    "><text:p>x</text:p></table:table-cell></table:table-row>"));
  };
  EXPECT_EQ(cell("table:number-columns-spanned=\"2\""), "sheet_cells_merged 1:1");
  EXPECT_EQ(cell("calcext:value-type=\"error\""), "sheet_cell_is_error 1:1");
  EXPECT_EQ(told(ods("<table:table-row><table:table-cell table:formula=\"of:=TODAY()\"/>"
                     "</table:table-row>")),
            "sheet_formula_without_value 1:1");
}

TEST(Book, IsBoundedWhateverItSaysOfItself) {
  BookLimits small;
  small.part_bytes = 100'000;
  const std::string bomb =
      ods("<table:table-row><table:table-cell><text:p>" + std::string(20'000'000, 'a') +
          "</text:p></table:table-cell></table:table-row>");
  EXPECT_LT(bomb.size(), 50'000U) << "packed a thousandfold";
  EXPECT_EQ(told(bomb, small), "book_too_large 0:0");
  BookLimits rows;
  rows.table.rows = 100;
  EXPECT_EQ(told(ods(R"(<table:table-row table:number-rows-repeated="1000000000">
      <table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>
        </table:table-row>)"),
                 rows),
            "csv_too_many_rows 102:1");
  EXPECT_EQ(told(ods(R"(<table:table-row><table:table-cell table:number-columns-repeated="999999999"
      office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>)")),
            "csv_too_many_columns 1:65");
}

TEST(Book, RefusesWhatIsNone) {
  EXPECT_TRUE(is_book("PK\x03\x04"));
  EXPECT_TRUE(is_book("\xD0\xCF\x11\xE0"));
  EXPECT_FALSE(is_book("a;b\n"));
  EXPECT_EQ(told("\xD0\xCF\x11\xE0 an old workbook"), "book_of_other_kind 0:0");
  EXPECT_EQ(told(packed({{"word/document.xml", "<a/>"}})), "book_of_other_kind 0:0");
  EXPECT_EQ(told("PK\x03\x04 cut off"), "book_broken 0:0");
  EXPECT_EQ(told(packed({{"content.xml", "<open"}})), "book_broken 0:0");
  EXPECT_EQ(told(ods("")), "book_empty 0:0");
}

}  // namespace
}  // namespace kallad::importing::book_test
