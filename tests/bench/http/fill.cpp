// Commands straight to the desk, thousands under way at a time.
// Not measured against a goal: see append_bench.cpp and store_bench.cpp.
#include "tests/bench/http/fill.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <cstdio>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/measure.hpp"

namespace kallad::bench {

namespace {

const Actor siv{Role::coordinator, UnitId{"helsingborg/vuxen"}, "Siv Samordnare"};
const Actor chris{Role::unit_head, UnitId{"helsingborg/vuxen"}, "Chris Chef"};
const Date today{std::chrono::year{2026}, std::chrono::March, std::chrono::day{2}};

struct Said {
  Actor by;
  FileCommand command;
};

std::vector<Said> said_in_a_case() {
  OpenCase open;
  open.person.name = "Anna Påhittad";
  open.need = "Boende och medicin";
  open.council = CouncilId{"northwest"};
  open.agreement = AgreementId{"northwest"};
  open.coordinator = {siv.unit, siv.name};
  open.existing_sip_acknowledged = true;
  RecordConsent consent;
  consent.consent.given_by = {{"Anna Påhittad", Capacity::person}};
  consent.consent.from = today;
  SendSummons summons;
  summons.starts =
      LocalTime{std::chrono::local_days{today} + std::chrono::days{18} + std::chrono::hours{13}};
  summons.place = "Stadshuset";
  summons.purpose = "Samordna stödet";
  summons.questions = {"Vem ansvarar för medicineringen?"};
  const PartyId region{"region/psykosmottagning-helsingborg"};
  return {{siv, open},
          {siv, AddParty{PartyId{"helsingborg/vuxen"}, PartyKind::unit, {}, {}}},
          {siv, AddParty{region, PartyKind::unit, {}, {}}},
          {siv, consent},
          {siv, summons}};
}

/// One that leaves its unit, so that reports have something to count.
std::vector<Said> said_with_a_deficiency() {
  const DeficiencyRef first{1};
  WriteDeficiency write;
  write.party = UnitId{"region/psykosmottagning-helsingborg"};
  write.event_date = today;
  write.what_happened = "Ingen svarade i telefon.";
  CompleteDeficiency complete;
  complete.number = 1;
  complete.registered_by = {"Siv Samordnare", "socialsekreterare", "042-100002"};
  complete.nearest_manager = {"Chris Chef", "enhetschef", "042-100003"};
  complete.found_at = "På kontoret";
  complete.parties_concerned = "Mottagningen och socialtjänsten";
  complete.measures_for_person = "Nytt möte bokades.";
  complete.measures_by_parties = "Samtal mellan enheterna.";
  complete.causes = {Cause::routines};
  complete.consent_to_pass_on = true;
  std::vector<Said> said = said_in_a_case();
  said.push_back({siv, write});
  said.push_back({siv, complete});
  said.push_back({siv, HandToOwnManager{first}});
  said.push_back({chris, SendToCounterpart{first}});
  return said;
}

}  // namespace

Filled fill_with_overdue(const std::filesystem::path& data, int cases) {
  constexpr std::size_t under_way = 4'096;
  constexpr int one_in = 500;
  const Instant now =
      stockholm().to_instant(LocalTime{std::chrono::local_days{today} + std::chrono::hours{9}});
  SqliteStore store{{data / "kallad.db", {}}, Access::write};
  Checkpointer checkpointer{store};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  Desk desk{store, brain, [now] { return now; }};
  desk.start();
  const auto ordinary = said_in_a_case();
  const auto with_deficiency = said_with_a_deficiency();
  std::atomic<std::uint64_t> answered = 0;
  std::uint64_t sent = 0;
  const auto start = Clock::now();
  for (int number = 0; number < cases; ++number) {
    const std::string stream = "bench-" + std::to_string(number);
    for (const Said& said : number % one_in == 0 ? with_deficiency : ordinary) {
      while (sent - answered >= under_way) answered.wait(answered.load());
      ++sent;
      desk.submit(submission_of(stream, stream + "-" + std::to_string(sent), said.by, said.command),
                  [&answered](Outcome&& outcome) {
                    if (!outcome.stored())
                      std::fprintf(stderr, "not stored: %s\n", outcome.detail.c_str());
                    ++answered;
                    answered.notify_one();
                  });
    }
  }
  for (std::uint64_t seen = answered; seen < sent; seen = answered) answered.wait(seen);
  Filled filled{sent, 0, seconds_since(start)};
  desk.stop();
  SQLite::Database database{(data / "kallad.db").string(), SQLite::OPEN_READONLY};
  filled.due_rows =
      static_cast<std::uint64_t>(database.execAndGet("SELECT count(*) FROM due").getInt64());
  return filled;
}

}  // namespace kallad::bench
