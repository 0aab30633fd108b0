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
const Date today{std::chrono::year{2026}, std::chrono::March, std::chrono::day{2}};

std::vector<FileCommand> commands_of_a_case() {
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
  return {open, AddParty{PartyId{"helsingborg/vuxen"}, PartyKind::unit, {}, {}},
          AddParty{PartyId{"region/psykosmottagning-helsingborg"}, PartyKind::unit, {}, {}},
          consent, summons};
}

}  // namespace

Filled fill_with_overdue(const std::filesystem::path& data, int cases) {
  constexpr std::size_t under_way = 4'096;
  const Instant now =
      stockholm().to_instant(LocalTime{std::chrono::local_days{today} + std::chrono::hours{9}});
  SqliteStore store{{data / "kallad.db", {}}, Access::write};
  Checkpointer checkpointer{store};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  Desk desk{store, brain, [now] { return now; }};
  desk.start();
  const auto commands = commands_of_a_case();
  std::atomic<std::uint64_t> answered = 0;
  std::uint64_t sent = 0;
  const auto start = Clock::now();
  for (int number = 0; number < cases; ++number) {
    const std::string stream = "bench-" + std::to_string(number);
    for (const FileCommand& command : commands) {
      while (sent - answered >= under_way) answered.wait(answered.load());
      ++sent;
      desk.submit(submission_of(stream, stream + "-" + std::to_string(sent), siv, command),
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
