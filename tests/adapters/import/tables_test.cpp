// Which table a head is, in both languages, and every way a head can be wrong.
// Not the rows: plan_test.cpp.
#include "adapters/import/tables.hpp"

#include <gtest/gtest.h>

namespace kallad::importing::tables_test {
namespace {

TableRead read(std::string_view text) {
  return read_table("file.csv", std::string{text}, Encoding::utf8);
}

std::string faults_of(std::string_view text) {
  std::string all;
  for (const Fault& fault : read(text).faults) {
    all += (all.empty() ? "" : ", ") + std::string{fault.why.rule} + " " +
           std::to_string(fault.at.line) + ":" + std::to_string(fault.at.column);
  }
  return all;
}

/// A head with every column of the table.
std::string head_of(Table table, bool swedish) {
  std::string head;
  for (const ColumnName& name : columns_of(table)) {
    head += (head.empty() ? "" : ";") + std::string{swedish ? name.swedish : name.english};
  }
  return head + "\n";
}

TEST(Tables, AreKnownByTheirHeadsInBothLanguages) {
  for (const Table table :
       {Table::principals, Table::units, Table::councils, Table::agreements, Table::members}) {
    for (const bool swedish : {true, false}) {
      const TableRead known = read(head_of(table, swedish));
      EXPECT_TRUE(known.faults.empty()) << head_of(table, swedish);
      EXPECT_EQ(known.file.table, table) << head_of(table, swedish);
      EXPECT_EQ(known.file.columns.size(), columns_of(table).size());
    }
  }
}

TEST(Tables, TakeHeadsAsPeopleWriteThem) {
  const TableRead units = read("ENHET;Huvudman;Chefens Kontakt; Ställföreträdare ;HSA-id\n");
  EXPECT_TRUE(units.faults.empty());
  EXPECT_EQ(units.file.columns, (std::vector<std::string_view>{"unit", "principal", "head_contact",
                                                               "deputies", "hsa_id"}));
  EXPECT_EQ(read("ÖVERENSKOMMELSE;namn\n").file.table, Table::agreements);
}

TEST(Tables, LeaveOutEmptyRowsAndTheSpaceAroundCells) {
  const TableRead councils = read("samråd;namn\n ;\nnorr;  Norra samrådet\t\n");
  ASSERT_EQ(councils.file.rows.size(), 1U);
  EXPECT_EQ(councils.file.rows[0][1].text, "Norra samrådet");
  EXPECT_EQ(councils.file.rows[0][0].at.line, 3U);
}

TEST(Tables, SayEverythingThatIsWrongInAHead) {
  EXPECT_EQ(faults_of("namn;chef\nA;B\n"), "table_unknown 1:1");
  EXPECT_EQ(faults_of("enhet;namm;namn;NAMN\n"), "column_unknown 1:7, column_twice 1:17");
  EXPECT_EQ(faults_of("överenskommelse;huvudman\n"), "column_missing 1:1, column_missing 1:1");
}

TEST(Tables, RefuseCellsThatAreNoPlainText) {
  EXPECT_EQ(faults_of("enhet;namn\na;b\x01\n"), "bad_text 2:3");
  EXPECT_EQ(faults_of("enhet;namn\na;\"b\r\nc\"\n"), "bad_text 2:3");
}

TEST(Tables, GiveTheFaultOfBytesAndOfCellsAlone) {
  EXPECT_EQ(faults_of("enhet;namn\na;Bj\xF6rk\n"), "encoding_looks_windows 2:5");
  EXPECT_EQ(faults_of("enhet;namn\na\n"), "csv_cell_count 2:1");
}

}  // namespace
}  // namespace kallad::importing::tables_test
