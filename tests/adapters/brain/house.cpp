// The folder's name is the system's, so that tests running side by side have each their own.
// Not asserting anything: the tests do.
#include "tests/adapters/brain/house.hpp"

#include <cstdlib>

#include "adapters/brain/rows.hpp"
#include "adapters/clock/stockholm.hpp"

namespace kallad {

using namespace std::chrono_literals;

Instant hour(int hours) {
  return Instant{std::chrono::sys_days{2026y / 3 / 2}} + std::chrono::hours{8 + hours};
}

House::House(DeskLimits limits, bool looks_ahead)
    : limits_(limits), looks_ahead_(looks_ahead), clock_(hour(0)) {
  std::string name = (std::filesystem::temp_directory_path() / "kallad-brain-XXXXXX").string();
  folder_ = mkdtemp(name.data());
  start();
}

House::~House() {
  desk_.reset();
  sight_.reset();
  brain_.reset();
  store_.reset();
  std::filesystem::remove_all(folder_);
}

void House::start() {
  static const Calendar sweden{stockholm()};
  store_ = std::make_unique<SqliteStore>(StorePlace{folder_ / "kallad.db", {}}, Access::create);
  brain_ = std::make_unique<EngineBrain>(log_of(*store_), sweden);
  if (looks_ahead_) sight_ = std::make_unique<program::SecondSight>(*store_);
  desk_ = std::make_unique<Desk>(
      *store_, *brain_, [this] { return clock_.now(); }, limits_,
      sight_ ? std::optional{sight_->eyes()} : std::nullopt);
}

void House::restart() {
  desk_.reset();
  sight_.reset();
  brain_.reset();
  store_.reset();
  start();
}

Outcome House::say(const std::string& stream, const std::string& id, FileCommand command,
                   const Actor& by) {
  return desk_->submit_now(submission_of(stream, id, by, std::move(command)));
}

Outcome House::record(const std::string& id, LedgerCommand command) {
  return desk_->submit_now(
      submission_of(std::string{register_stream}, id, administrator, std::move(command)));
}

void House::fill_register() {
  const auto principal = [&](const char* id, PrincipalKind kind) {
    record(std::string{"p:"} + id, RecordPrincipal{{PrincipalId{id}, id, kind, {}}});
  };
  const auto unit = [&](const char* id, const char* of) {
    record(std::string{"u:"} + id,
           RecordUnit{{UnitId{id}, PrincipalId{of}, id, "", "", "", {}, std::nullopt}});
  };
  principal("helsingborg", PrincipalKind::municipality);
  principal("region", PrincipalKind::region);
  unit("helsingborg/vuxen", "helsingborg");
  unit("region/bup", "region");
  record("c", RecordCouncil{{CouncilId{"northwest"}, "Samråd", {}}});
  const std::vector<Member> members{{PrincipalId{"helsingborg"}, true, {}},
                                    {PrincipalId{"region"}, true, {}}};
  record("a", RecordAgreement{{AgreementId{"northwest"}, "Överenskommelse", CouncilId{"northwest"},
                               2015y / 1 / 1, std::nullopt, members}});
}

void House::open(const std::string& stream, const std::string& identity_number) {
  OpenCase opening;
  opening.person = {"Anna Exempel", identity_number, Protection::none};
  opening.need = "Stöd";
  opening.council = CouncilId{"northwest"};
  opening.agreement = AgreementId{"northwest"};
  opening.coordinator = {coordinator.unit, coordinator.name};
  say(stream, "open", opening);
  say(stream, "add:1", AddParty{PartyId{"helsingborg/vuxen"}, PartyKind::unit, {}, {}});
  say(stream, "add:2", AddParty{PartyId{"region/bup"}, PartyKind::unit, {}, {}});
  say(stream, "add:3", AddParty{PartyId{"anna"}, PartyKind::person, {}, {}});
  RecordConsent consent;
  consent.consent.given_by = {{"Anna Exempel", Capacity::person}};
  consent.consent.from = 2026y / 3 / 2;
  say(stream, "consent", consent);
}

Outcome House::call(const std::string& stream) {
  SendSummons summons;
  summons.starts = std::chrono::local_days{2026y / 3 / 20} + 13h;
  summons.purpose = "Samordna";
  summons.questions = {"Vem gör vad?"};
  return say(stream, "call", summons);
}

std::string said(const Outcome& outcome) {
  std::string text;
  const auto add = [&](std::string_view word) {
    text.append(text.empty() ? "" : " ").append(word);
  };
  for (const RecordedEvent& event : outcome.events) add(event.type);
  if (outcome.answer == Answer::refused) {
    for (const RefusalRow& row : read_refusals(outcome.detail)) add(row.rule);
  }
  return text.empty() ? std::string{name_of(outcome.answer)} : text;
}

}  // namespace kallad
