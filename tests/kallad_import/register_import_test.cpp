// `kallad import` as a user meets it: what is printed, what is stored, and what is not.
// Not the fate of every kind of row: tests/adapters/import. Rules kept: all or nothing, and a
// second time changes nothing.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "adapters/brain/ledger.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

using nlohmann::json;

constexpr const char* all_tables =
    "HERE/huvudman.csv HERE/enhet.csv HERE/samrad.csv HERE/avtal.csv HERE/medlem.csv";

/// A small register in five files.
void write_tables(const Bench& bench) {
  bench.write("huvudman.csv", "huvudman;namn;slag\nregion;Regionen;region\nstad;Staden;kommun\n");
  bench.write("enhet.csv",
              "enhet;huvudman;namn;funktionsbrevlåda;chef\r\n"
              "region/psykos;region;Psykos;psykos@region.example;Gunvor Påhittad\r\n"
              "stad/vuxen;stad;\"Vuxen; och unga\";vuxen@stad.example;=Hans Påhittad\r\n");
  bench.write("samrad.csv", "samråd,namn,sekreterarens_enhet\nnorr,Norra,stad/vuxen\n");
  bench.write("avtal.csv", "överenskommelse;namn;samråd;gäller_från\nnorr;Norra;norr;2026-01-01\n");
  bench.write("medlem.csv",
              "överenskommelse;huvudman;enhet;skyldig_att_komma\n"
              "norr;region;;ja\nnorr;stad;;ja\n");
}

/// How many events the store has, as `verify` counts them.
std::string events_in(const Bench& bench) {
  const Told told = bench.run("verify --data DATA");
  EXPECT_EQ(told.code, 0) << told.errors;
  return told.out.substr(0, told.out.find(' '));
}

TEST(Import, ADryRunShowsEveryRowAndStoresNothing) {
  const Bench bench;
  write_tables(bench);
  const Told told = bench.run(std::string{"import --data DATA --dry-run "} + all_tables);
  EXPECT_EQ(told.code, 0) << told.errors;
  EXPECT_TRUE(has(told.out, "enhet.csv, rad 3: enhet stad/vuxen: ny\n")) << told.out;
  EXPECT_TRUE(has(told.out, "    namn: Vuxen; och unga\n")) << told.out;
  EXPECT_TRUE(has(told.out, "    chef: =Hans Påhittad\n")) << "no formula: " << told.out;
  EXPECT_TRUE(
      has(told.out,
          "Nya: 8 · ändrade: 0 · oförändrade: 0 · nekade: 0 · i registret men inte i filerna: 0"))
      << told.out;
  EXPECT_TRUE(has(told.out, "Provkörning: inget är sparat.")) << told.out;
  EXPECT_FALSE(std::filesystem::exists(bench.folder() / "data")) << "not even a store is made";
}

TEST(Import, StoresOnceHoweverOftenItIsRepeated) {
  const Bench bench;
  write_tables(bench);
  const std::string import = std::string{"import --data DATA "} + all_tables;
  const Told first = bench.run(import);
  EXPECT_EQ(first.code, 0) << first.errors;
  EXPECT_TRUE(has(first.out, "\nSparat.\n")) << first.out;
  EXPECT_EQ(events_in(bench), "7") << "the agreement comes twice: itself, and its members";
  const Told again = bench.run(import);
  EXPECT_EQ(again.code, 0) << again.errors;
  EXPECT_TRUE(has(again.out, "oförändrade: 8") && has(again.out, "Det fanns inget att spara."));
  EXPECT_EQ(events_in(bench), "7");
}

TEST(Import, AChangeThereAndBackAndThereAgainIsStoredEachTime) {
  const Bench bench;
  write_tables(bench);
  bench.run(std::string{"import --data DATA "} + all_tables);
  for (const std::string head : {"Inga", "Jan", "Inga", "Jan", "Inga"}) {
    bench.write("chef.csv", "enhet;chef\nstad/vuxen;" + head + " Påhittad\n");
    const Told told = bench.run("import --data DATA --by \"Karin Påhittad\" HERE/chef.csv");
    EXPECT_EQ(told.code, 0) << told.errors;
    EXPECT_TRUE(has(told.out, "-> " + head + " Påhittad\n")) << told.out;
    EXPECT_TRUE(has(told.out, "region/psykos: saknas i filerna, och är kvar")) << told.out;
    EXPECT_TRUE(has(told.out, "\nSparat.\n")) << told.out;
  }
  EXPECT_EQ(events_in(bench), "12");
}

TEST(Import, OneRefusedRowKeepsEverythingOutUnlessTheRestIsAskedFor) {
  const Bench bench;
  write_tables(bench);
  bench.write("fler.csv",
              "enhet;huvudman;namn;hsa-id\nstad/a;stad;A;SE1\nby/b;by;B;\n"
              "stad/c;stad;C;SE2321000016-1A2B\n");
  const std::string files = std::string{all_tables} + " HERE/fler.csv";
  const Told none = bench.run("import --data DATA " + files);
  EXPECT_EQ(none.code, 1) << none.errors;
  EXPECT_TRUE(
      has(none.out, "fler.csv, rad 2: enhet stad/a: nekad\n    rad 2, kolumn 15: HSA-id har"))
      << none.out;
  EXPECT_TRUE(has(none.out,
                  "Huvudmannen by finns inte i registret. Lägg till den först. "
                  "(principal_unknown)"))
      << none.out;
  EXPECT_TRUE(has(none.out, "Inget är sparat.")) << none.out;
  EXPECT_EQ(events_in(bench), "0");
  const Told rest = bench.run("import --data DATA --skip-refused " + files);
  EXPECT_EQ(rest.code, 1) << "some rows were refused";
  EXPECT_TRUE(has(rest.out, "Sparat, utom det som nekas.")) << rest.out;
  EXPECT_EQ(events_in(bench), "8");
}

TEST(Import, TellsProgramsTheSame) {
  const Bench bench;
  write_tables(bench);
  bench.write("fler.csv", "enhet;huvudman;namn\nby/b;by;B\n");
  const Told told = bench.run("import --data DATA --json HERE/huvudman.csv HERE/fler.csv");
  EXPECT_EQ(told.code, 1);
  const json tree = json::parse(told.out);
  EXPECT_EQ(tree["ending"], "refused");
  EXPECT_EQ(tree["counts"]["added"], 2);
  const json& row = tree["rows"][2];
  EXPECT_EQ(row["fate"], "refused");
  EXPECT_EQ(row["line"], 2);
  EXPECT_EQ(row["refusals"][0]["rule"], "principal_unknown");
  EXPECT_EQ(row["refusals"][0]["column"], 6);
  EXPECT_EQ(tree["rows"][0]["changes"][0]["after"], "region");
}

TEST(Import, FilesThatCannotBeReadForCertainAreWrongInput) {
  const Bench bench;
  bench.write("gammal.csv", "huvudman;namn;slag\nhoganas;H\xF6gan\xE4s;kommun\n");
  bench.write("sned.csv", "enhet;namn\nstad/a\n");
  const Told told = bench.run("import --data DATA --encoding utf-8 HERE/gammal.csv HERE/sned.csv");
  EXPECT_EQ(told.code, 2);
  EXPECT_TRUE(has(told.errors, "gammal.csv, rad 2, kolumn 10: Filen är inte UTF-8")) << told.errors;
  EXPECT_TRUE(has(told.errors, "sned.csv, rad 2, kolumn 1: ")) << told.errors;
  EXPECT_TRUE(has(told.errors, "(csv_cell_count)")) << told.errors;
  const json tree = json::parse(bench.run("import --data DATA --json HERE/sned.csv").out);
  EXPECT_EQ(tree["faults"][0]["rule"], "csv_cell_count");
  const Told seen = bench.run("import --data DATA --dry-run HERE/gammal.csv");
  EXPECT_TRUE(has(seen.out, "    namn: Höganäs\n")) << "told by its letters: " << seen.out;
  const Told said = bench.run("import --data DATA --encoding windows-1252 HERE/gammal.csv");
  EXPECT_EQ(said.code, 0) << said.errors;
  EXPECT_TRUE(has(said.out, "    namn: Höganäs\n")) << said.out;
  EXPECT_EQ(bench.run("import --data DATA HERE/none.csv").code, 2);
  EXPECT_EQ(bench.run("import --data DATA HERE").code, 2) << "a folder is no file";
  EXPECT_EQ(bench.run("import --data DATA --encoding latin-1 HERE/sned.csv").code, 2);
}

TEST(Import, TheExamplesOfTheManualAreARegister) {
  const Bench bench;
  std::ifstream in{KALLAD_SOURCE_DIR "/docs/import.md"};
  const std::string manual{std::istreambuf_iterator<char>{in}, {}};
  constexpr std::string_view begin = "```csv\n";
  std::string files;
  std::size_t tables = 0;
  for (auto at = manual.find(begin); at != std::string::npos; at = manual.find(begin, at)) {
    at += begin.size();
    const std::string name = "example" + std::to_string(++tables) + ".csv";
    bench.write(name, manual.substr(at, manual.find("```", at) - at));
    files += " HERE/" + name;
  }
  EXPECT_EQ(tables, 5U);
  const Told told = bench.run("import --data DATA" + files);
  EXPECT_EQ(told.code, 0) << told.errors << told.out;
  EXPECT_TRUE(has(told.out, "Nya: 11 · ändrade: 0 · oförändrade: 0 · nekade: 0")) << told.out;
  EXPECT_FALSE(has(told.out, "OBS")) << told.out;
}

TEST(Import, TellsWhichMailboxLettersCameBackFrom) {
  const Bench bench;
  write_tables(bench);
  bench.run(std::string{"import --data DATA "} + all_tables);
  const Told said = bench.run(
      "submit --register --data DATA -",
      R"({"actor":{"role":"administrator","unit":"","name":"Karin"},"command_id":"check-1",)"
      R"("command":{"type":"record_mailbox_check",)"
      R"("data":{"unit":"stad/vuxen","on":"2026-03-02","bounced":true}}})");
  EXPECT_EQ(said.code, 0) << said.out;
  const Told told = bench.run("import --data DATA --dry-run HERE/enhet.csv");
  EXPECT_TRUE(has(told.out,
                  "stad/vuxen: oförändrad\n    OBS rad 3: Brev till funktionsbrevlådan kom "
                  "i retur 2026-03-02."))
      << told.out;
}

TEST(Import, TheLogNamesWhoTookItIn) {
  const Bench bench;
  write_tables(bench);
  bench.run("import --data DATA --by \"Karin Påhittad\" HERE/huvudman.csv");
  Reader reader{{bench.folder() / "data/kallad.db", {}}};
  std::string actors;
  reader.read(register_stream,
              [&](const EventView& event, const ShortDigest&) { actors += event.actor; });
  EXPECT_TRUE(has(actors, "Karin Påhittad"));
}

}  // namespace
}  // namespace kallad::program
