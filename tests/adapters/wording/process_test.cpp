// The processes printed: the committed papers are what the tables say, and each format reads as it
// should. Not a test of the tables themselves: tests/engine.
#include "adapters/wording/process_text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "adapters/wording/process_files.hpp"
#include "adapters/wording/words/columns.hpp"

namespace kallad {
namespace {

const std::filesystem::path root{KALLAD_SOURCE_DIR};

TableText small_table() {
  return {"case",
          {"preparation", "summons", "mapping", "closed"},
          {{"preparation", "send_summons", "summons", {"consent_missing"}, "HSL 16 kap. 4 §"},
           {"summons", "record_mapping", "mapping", {}, ""},
           {"mapping", "record_mapping", "mapping", {}, ""},
           {"preparation", "close_case", "closed", {}, ""},
           {"summons", "close_case", "closed", {}, ""},
           {"mapping", "close_case", "closed", {}, ""}}};
}

TEST(Process, CommittedPapersAreFresh) {
  const auto files = process_files();
  ASSERT_EQ(files.size(), 8U);
  std::set<std::string> wanted;
  for (const ProcessFile& file : files) {
    std::ifstream in{root / file.path, std::ios::binary};
    const std::string committed{std::istreambuf_iterator<char>{in}, {}};
    EXPECT_TRUE(committed == file.text) << file.path << ": run schema_writer";
    wanted.insert(file.path);
  }
  for (const char* folder : {"docs/process", "schemas/tables"}) {
    for (const auto& entry : std::filesystem::directory_iterator{root / folder}) {
      const auto path = entry.path().lexically_relative(root).generic_string();
      EXPECT_TRUE(wanted.contains(path)) << path << " is made from no table";
    }
  }
}

TEST(Process, MatrixShowsWhereACommandLeadsFromEachState) {
  EXPECT_EQ(process_text(small_table(), ProcessFormat::matrix),
            "   state        in Swedish\n"
            "-  -----------  ------------\n"
            "1  preparation  förberedelse\n"
            "2  summons      kallelse\n"
            "3  mapping      kartläggning\n"
            "4  closed       avslut\n"
            "\n"
            "command         1   2   3   4  in Swedish\n"
            "--------------  --  --  --  -  -----------------------\n"
            "send_summons    →2             skicka kallelsen\n"
            "record_mapping      →3  ·      registrera kartläggning\n"
            "close_case      →4  →4  →4     avsluta ärendet\n");
}

TEST(Process, DiagramDrawsOnceWhatLeadsThereFromMostStates) {
  EXPECT_EQ(process_text(small_table(), ProcessFormat::mermaid),
            "stateDiagram-v2\n"
            "  state \"förberedelse (preparation)\" as preparation\n"
            "  state \"kallelse (summons)\" as summons\n"
            "  state \"kartläggning (mapping)\" as mapping\n"
            "  state \"avslut (closed)\" as closed\n"
            "  state \"från de flesta lägen\" as most\n"
            "  [*] --> preparation\n"
            "  preparation --> summons: send_summons\n"
            "  summons --> mapping: record_mapping\n"
            "  most --> closed: close_case\n"
            "  closed --> [*]\n");
}

TEST(Process, TableTellsRowsOfOneLineTogether) {
  auto table = small_table();
  table.rows.erase(table.rows.begin() + 1, table.rows.begin() + 3);
  table.rows.push_back({"preparation", "open_meeting", "summons", {}, ""});
  table.rows.push_back({"summons", "open_meeting", "summons", {}, ""});
  EXPECT_EQ(process_text(table, ProcessFormat::table),
            "from            command           to       rules            basis\n"
            "--------------  ----------------  -------  ---------------  ---------------\n"
            "preparation     send_summons      summons  consent_missing  HSL 16 kap. 4 §\n"
            "                skicka kallelsen\n"
            "all but closed  close_case        closed\n"
            "                avsluta ärendet\n"
            "preparation     open_meeting      summons\n"
            "                börja mötet\n"
            "summons         open_meeting      ·\n"
            "                börja mötet\n");
}

TEST(Process, EveryArrowOfATableIsInItsDiagram) {
  for (const TableText& machine : process_tables()) {
    const auto drawn = process_text(machine, ProcessFormat::mermaid);
    for (const TableRow& row : machine.rows) {
      if (row.from == row.to) continue;
      const auto arrow = std::string{row.from} + " --> " + std::string{row.to} + ":";
      const auto from_most = "most --> " + std::string{row.to} + ":";
      EXPECT_TRUE(drawn.find(arrow) != std::string::npos ||
                  drawn.find(from_most) != std::string::npos)
          << arrow;
    }
  }
}

TEST(Process, MatricesFitAPage) {
  for (const TableText& machine : process_tables()) {
    const auto matrix = process_text(machine, ProcessFormat::matrix);
    for (const auto& line : words::wrapped(matrix, 100'000)) EXPECT_LE(words::width_of(line), 130U);
  }
}

}  // namespace
}  // namespace kallad
