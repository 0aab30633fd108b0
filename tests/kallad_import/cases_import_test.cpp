// `kallad import` of running SIPs out of lists, as a user meets it: what is printed, what is
// stored, and what is not. Not how a spreadsheet is read: tests/adapters/import. Rules kept: a dry
// run changes nothing; the same file twice opens nothing twice; an import that stopped goes on.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/brain/ledger.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

using nlohmann::json;

/// A region, a municipality and what binds them.
void write_register(const Bench& bench) {
  bench.write("huvudman.csv",
              "huvudman;namn;slag\nregion;Region Exempel;region\n"
              "ekstad;Ekstads kommun;kommun\n");
  bench.write("enhet.csv",
              "enhet;huvudman;namn;funktionsbrevlåda\n"
              "region/psykos;region;Psykosmottagningen;psykos@region.example\n"
              "ekstad/vuxen;ekstad;Vuxenenheten;vuxen@ekstad.example\n"
              "region/tvilling;region;Tvilling;t1@region.example\n"
              "ekstad/tvilling;ekstad;Tvilling;t2@ekstad.example\n");
  bench.write("samrad.csv", "samråd;namn\nnorr;Norra\n");
  bench.write("avtal.csv", "överenskommelse;namn;samråd;gäller_från\nnorr;Norra;norr;2026-01-01\n");
  bench.write(
      "medlem.csv",
      "överenskommelse;huvudman;enhet;skyldig_att_komma\nnorr;region;;ja\nnorr;ekstad;;ja\n");
  const Told told = bench.run(
      "import --data DATA HERE/huvudman.csv HERE/enhet.csv HERE/samrad.csv HERE/avtal.csv "
      "HERE/medlem.csv");
  ASSERT_EQ(told.code, 0) << told.errors << told.out;
}

constexpr const char* columns =
    "ärende;namn;personnummer;behov;samordnande_enhet;samordningsansvarig;parter;samtycke_från;"
    "senaste_möte;uppföljning\n";
constexpr const char* row_of_anna =
    "lista-001;Anna Påhittad;19121212-1212;Stöd i vardagen;ekstad/vuxen;Jan Påhittad;"
    "region/psykos | Vuxenenheten;2026-01-15;2026-02-10;2026-08-10\n";
constexpr const char* row_of_bo = "lista-002;Bo Ek;;Nytt boende;Vuxenenheten;Jan Påhittad;;;;\n";
constexpr const char* rows_of_plan =
    "ärende;mål;aktivitet;ansvarig;klar_senast;läge\n"
    "lista-001;Bo i egen lägenhet;Boendestöd;ekstad/vuxen;2026-06-30;klar\n"
    "lista-001;Bo i egen lägenhet;Samtal;region/psykos;;påbörjad\n";

std::string events_of(const Bench& bench) {
  const Told told = bench.run("verify --data DATA");
  EXPECT_EQ(told.code, 0) << told.errors;
  return told.out.substr(0, told.out.find(' '));
}

/// Types of a case's events, and its actors.
struct Log {
  std::string types;
  std::string actors;
  std::string payloads;
};
Log log_of_case(const Bench& bench, std::string_view id) {
  Reader reader{{bench.folder() / "data/kallad.db", {}}};
  Log log;
  reader.read(id, [&](const EventView& event, const ShortDigest&) {
    log.types.append(event.type).append(" ");
    log.actors += event.actor;
    log.payloads += event.payload;
  });
  return log;
}

/// Reads one table of cases in a dry run; what is printed.
Told dry(const Bench& bench, const std::string& table, const std::string& more = {}) {
  bench.write("lista.csv", table);
  return bench.run("import --data DATA --dry-run " + more + " HERE/lista.csv");
}

TEST(ImportCases, ADryRunShowsEveryRowAndStoresNothing) {
  const Bench bench;
  write_register(bench);
  const std::string before = events_of(bench);
  bench.write("plan.csv", rows_of_plan);
  const Told told = dry(bench, std::string{columns} + row_of_anna + row_of_bo, "HERE/plan.csv");
  EXPECT_EQ(told.code, 0) << told.errors;
  EXPECT_TRUE(has(told.out, "lista.csv, rad 2: ärende lista-001: kommer att öppnas\n")) << told.out;
  EXPECT_TRUE(has(told.out, "    föra över en plan som redan finns\n")) << told.out;
  EXPECT_TRUE(has(told.out, "plan.csv, rad 3: mål eller aktivitet i ärende lista-001")) << told.out;
  EXPECT_TRUE(has(told.out, "OBS rad 3, kolumn 57, samtycke_från: Inget samtycke står i raden"))
      << told.out;
  EXPECT_TRUE(has(told.out, "Rader: 4 · öppnas: 4 · fylls på: 0 · finns redan: 0 · nekas: 0"));
  EXPECT_TRUE(has(told.out, "Provkörning: inget är sparat.")) << told.out;
  EXPECT_EQ(events_of(bench), before);
  EXPECT_FALSE(std::filesystem::exists(bench.folder() / "data/access.sqlite"));
}

TEST(ImportCases, OpensCasesThroughTheOrdinaryCommandsAndSaysWhoDidIt) {
  const Bench bench;
  write_register(bench);
  bench.write("lista.csv", std::string{columns} + row_of_anna + row_of_bo);
  bench.write("plan.csv", rows_of_plan);
  const Told told =
      bench.run("import --data DATA --by \"Karin Påhittad\" HERE/lista.csv HERE/plan.csv");
  ASSERT_EQ(told.code, 0) << told.errors << told.out;
  EXPECT_TRUE(has(told.out, "\nSparat.\n")) << told.out;
  const Log log = log_of_case(bench, "lista-001");
  EXPECT_EQ(log.types,
            "case_opened origin_recorded party_added party_added party_added consent_given "
            "plan_taken_over goal_recorded activity_recorded activity_reported activity_recorded "
            "activity_reported plan_points_recorded ");
  EXPECT_TRUE(
      has(log.actors, R"({"role":"coordinator","unit":"ekstad/vuxen","name":"Karin Påhittad"})"))
      << log.actors;
  EXPECT_TRUE(has(log.payloads, R"({"source":"lista.csv, rad 2"})")) << log.payloads;
  EXPECT_EQ(log_of_case(bench, "lista-002").types, "case_opened origin_recorded party_added ");
  const json shown = json::parse(bench.run("show --data DATA --json lista-001").out);
  EXPECT_EQ(shown["step"], "activity_follow_up");
  EXPECT_EQ(shown["next_follow_up"], "2026-08-10");
  AccessReader access{bench.folder() / "data/access.sqlite"};
  std::string opened;
  access.each_of_case(CaseId{"lista-001"}, [&](const AccessRow& row) {
    opened += row.opening.name + " " + row.opening.kind + " " + row.opening.ground;
  });
  EXPECT_EQ(opened, "Karin Påhittad case import");
}

TEST(ImportCases, TheSameFilesAgainOpenNothingAndAStoppedImportGoesOn) {
  const Bench bench;
  write_register(bench);
  bench.write("lista.csv", std::string{columns} + row_of_anna);
  ASSERT_EQ(bench.run("import --data DATA HERE/lista.csv").code, 0);
  bench.write("plan.csv", rows_of_plan);
  bench.write("lista.csv", std::string{columns} + row_of_bo + row_of_anna);
  const Told more = bench.run("import --data DATA HERE/lista.csv HERE/plan.csv");
  ASSERT_EQ(more.code, 0) << more.errors << more.out;
  EXPECT_TRUE(has(more.out, "rad 3: ärende lista-001: ")) << more.out;
  EXPECT_TRUE(has(more.out, "öppnas: 1 · fylls på: 3 · finns redan: 0")) << more.out;
  const std::string after = events_of(bench);
  for (const std::string how : {"--dry-run ", ""}) {
    const Told again = bench.run("import --data DATA " + how + "HERE/lista.csv HERE/plan.csv");
    EXPECT_EQ(again.code, 0) << again.errors;
    EXPECT_TRUE(has(again.out, "öppnas: 0 · fylls på: 0 · finns redan: 4 · nekas: 0")) << again.out;
    EXPECT_EQ(events_of(bench), after);
  }
}

TEST(ImportCases, LeavesAloneWhatPeopleHaveWorkedOnSince) {
  const Bench bench;
  write_register(bench);
  bench.write("lista.csv", std::string{columns} + row_of_anna);
  ASSERT_EQ(bench.run("import --data DATA HERE/lista.csv").code, 0);
  const Told said = bench.run(
      "submit --case lista-001 --data DATA -",
      R"({"actor":{"role":"coordinator","unit":"ekstad/vuxen","name":"Jan"},"command_id":"x1",)"
      R"("command":{"type":"hold_follow_up",)"
      R"("data":{"held_on":"2026-08-10","next_on":"2027-02-10"}}})");
  ASSERT_EQ(said.code, 0) << said.out;
  EXPECT_TRUE(has(dry(bench, std::string{columns} + row_of_anna).out, "finns redan: 1 · nekas: 0"));
  bench.write("plan.csv", rows_of_plan);
  const Told more = bench.run("import --data DATA --dry-run HERE/lista.csv HERE/plan.csv");
  EXPECT_EQ(more.code, 1);
  EXPECT_TRUE(has(more.out, "(case_has_moved_on)")) << more.out;
  const Told other =
      dry(bench, std::string{columns} + "lista-001;Eva Ek;;Annat;ekstad/vuxen;Jan;;2026-01-15;;\n");
  EXPECT_TRUE(has(other.out, "rad 2, kolumn 1, ärende: ") && has(other.out, "(case_is_of_others)"))
      << other.out;
}

TEST(ImportCases, RefusesWithCellAndRuleAndStoresNothingUnlessTold) {
  const Bench bench;
  write_register(bench);
  const std::string table = std::string{columns} + row_of_anna +
                            "lista-003;Cecilia Ek;;Stöd;Ingen enhet;Jan;;;;\n"
                            "lista-004;David Ek;;Stöd;Tvilling;Jan;;;;\n"
                            "lista-005;Eva Ek;1,91E+11;;ekstad/vuxen;Jan;;i fjol;2099-01-01;\n"
                            "191212121212;Filip Ek;;Stöd;ekstad/vuxen;Jan;;;;2026-08-10\n"
                            "lista-007;Gun Ek;191212121212;Stöd;ekstad/vuxen;Jan;;;;\n"
                            "lista-008;Hugo Ek;;Stöd;ekstad/vuxen;Jan;;;2026-02-10;\n"
                            "lista-009;Ivar Ek;;Stöd;ekstad/vuxen;Jan;;2026-01-15;2099-02-10;\n";
  const Told told = dry(bench, table);
  EXPECT_EQ(told.code, 1);
  for (const std::string line :
       {"rad 3, kolumn 28, samordnande_enhet: Ingen enhet finns inte i registret",
        "rad 4, kolumn 26, samordnande_enhet: Det finns flera som heter Tvilling",
        "rad 5, kolumn 18, personnummer: Kalkylprogrammet har avrundat",
        "rad 5, kolumn 27, behov: Cellen är tom", "samtycke_från: i fjol är ingen dag",
        "rad 6, kolumn 1, ärende: Ärendets nummer ser ut att innehålla ett personnummer",
        "uppföljning: Här står en uppföljningsdag men inget senaste möte",
        "personnummer: Samma personnummer står också på ",
        "senaste_möte: Den dagen har inte varit än"}) {
    EXPECT_TRUE(has(told.out, line)) << line << "\n" << told.out;
  }
  EXPECT_TRUE(has(told.out, "rad 8") && has(told.out, "(consent_missing)")) << told.out;
  EXPECT_TRUE(has(told.out, "öppnas: 1 · fylls på: 0 · finns redan: 0 · nekas: 7")) << told.out;
  for (const std::string name : {"Cecilia", "David", "Eva Ek", "Filip", "Hugo"}) {
    EXPECT_FALSE(has(told.errors + told.out, name)) << "no more of a person than is needed";
  }
  const Told none = bench.run("import --data DATA HERE/lista.csv");
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(log_of_case(bench, "lista-001").types, "");
  const Told rest = bench.run("import --data DATA --skip-refused HERE/lista.csv");
  EXPECT_TRUE(has(rest.out, "Sparat, utom det som nekas.")) << rest.out;
  EXPECT_TRUE(has(log_of_case(bench, "lista-001").types, "plan_taken_over"));
  EXPECT_EQ(log_of_case(bench, "lista-003").types, "");
}

TEST(ImportCases, ASecondSipOfAPersonIsSaidToBeMeant) {
  const Bench bench;
  write_register(bench);
  bench.write("lista.csv", std::string{columns} + row_of_anna);
  ASSERT_EQ(bench.run("import --data DATA HERE/lista.csv").code, 0);
  const std::string twice =
      "ärende;namn;personnummer;behov;samordnande_enhet;samordningsansvarig;har_redan_sip\n"
      "ny-1;Anna Påhittad;121212-1212;Annat behov;ekstad/vuxen;Jan;";
  const Told no = dry(bench, twice + "\n");
  EXPECT_TRUE(has(no.out, "har_redan_sip: ") && has(no.out, "(existing_sip_not_acknowledged)"))
      << no.out;
  EXPECT_EQ(dry(bench, twice + "ja\n").code, 0);
}

TEST(ImportCases, ProtectionAndConsentAreTakenAsTheyAreWritten) {
  const Bench bench;
  write_register(bench);
  bench.write(
      "lista.csv",
      "case;name;identity_number;protection;need;coordinating_unit;coordinator;parties;"
      "consent_by;consent_as;consent_form;consent_from;consent_until;consent_covers;"
      "not_shared;why_no_consent\n"
      "p-1;Anna;19121212-1213;Sekretessmarkering;Stöd;ekstad/vuxen;Jan;region/psykos;"
      "Gunnar;god man;skriftligt;20260115;2099-12-31;region;Missbruket;\n"
      "p-2;Bo;;;Stöd;ekstad/vuxen;Jan;;Frida;;;2026-01-15;;;;Kan inte uttrycka sin vilja\n");
  const Told told = bench.run("import --data DATA HERE/lista.csv");
  ASSERT_EQ(told.code, 0) << told.out << told.errors;
  EXPECT_TRUE(has(told.out, "OBS rad 2") && has(told.out, "Numret stämmer inte")) << told.out;
  const std::string said = log_of_case(bench, "p-1").payloads;
  for (const std::string part :
       {R"("protection":"secrecy_mark")", R"({"name":"Gunnar","capacity":"trustee"})",
        R"("form":"written")", R"("until":"2099-12-31")", R"("covers":["region"])",
        R"("not_shared":"Missbruket")"}) {
    EXPECT_TRUE(has(said, part)) << part << "\n" << said;
  }
  EXPECT_TRUE(has(log_of_case(bench, "p-2").payloads,
                  R"("cannot_consent_motive":"Kan inte uttrycka sin vilja")"));
}

TEST(ImportCases, FilesOfOlderExcelAreReadWithoutAWord) {
  const Bench bench;
  write_register(bench);
  const Told told = dry(bench,
                        "\xE4rende;namn;behov;samordnande_enhet;samordningsansvarig;;\r\n"
                        "a-1;\xC5sa \xD6st;St\xF6"
                        "d;ekstad/vuxen;Jan;;\r\n;;;;;;\r\n");
  EXPECT_EQ(told.code, 0) << told.out << told.errors;
  EXPECT_TRUE(has(told.out, "Rader: 1 · öppnas: 1")) << told.out;
  const Told mac = dry(bench, "\x8Arende;namn\na-1;\x81sa\n");
  EXPECT_EQ(mac.code, 2);
  EXPECT_TRUE(has(mac.errors, "(encoding_looks_windows)")) << mac.errors;
}

TEST(ImportCases, ColumnsAreKnownOrTold) {
  const Bench bench;
  write_register(bench);
  const Told told = dry(bench, "ärende;namn;namn;epost\na;b;c;d\n");
  EXPECT_EQ(told.code, 2);
  EXPECT_TRUE(has(told.errors, "Kolumnen namn står två gånger")) << told.errors;
  EXPECT_TRUE(has(told.errors, "Kolumnen epost finns inte i den här tabellen")) << told.errors;
  bench.write("lista.csv", std::string{columns} + row_of_anna);
  const Told both = bench.run("import --data DATA HERE/lista.csv HERE/enhet.csv");
  EXPECT_EQ(both.code, 2);
  EXPECT_TRUE(has(both.errors, "(cases_come_after_register)")) << both.errors;
  bench.write("plan.csv", "ärende;mål\nlista-077;Ett mål\n");
  const Told stray = bench.run("import --data DATA --dry-run HERE/lista.csv HERE/plan.csv");
  EXPECT_TRUE(has(stray.out, "(case_row_missing)")) << stray.out;
}

TEST(ImportCases, TheExamplesOfTheManualAreImported) {
  std::string logs;
  for (const std::string kind : {"xlsx", "ods"}) {
    const Bench bench;
    write_register(bench);
    const std::string file = KALLAD_SOURCE_DIR "/docs/examples/sip-lista." + kind;
    const Told told = bench.run("import --data DATA " + file);
    ASSERT_EQ(told.code, 0) << told.errors << told.out;
    EXPECT_TRUE(has(told.out, "sip-lista." + kind + ", blad Parter, rad 2")) << told.out;
    EXPECT_TRUE(has(told.out, "Rader: 5 · öppnas: 5")) << told.out;
    const json shown = json::parse(bench.run("show --data DATA --json lista-001").out);
    EXPECT_EQ(shown["plan"]["goals"].size(), 1U) << shown["plan"];
    EXPECT_EQ(shown["plan"]["activities"].size(), 2U) << shown["plan"];
    EXPECT_EQ(shown["parties"].size(), 4U);
    std::string log = log_of_case(bench, "lista-001").payloads;
    log.replace(log.find("." + kind), kind.size() + 1, "");
    if (logs.empty()) logs = log;
    EXPECT_EQ(log, logs) << "both kinds of books say the same";
    EXPECT_TRUE(has(bench.run("import --data DATA --json " + file).out, R"("exists":5)"));
  }
}

}  // namespace
}  // namespace kallad::program
