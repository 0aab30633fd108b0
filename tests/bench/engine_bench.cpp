// What the engine costs in memory: one decision with its guards, the same with its consequences for
// deficiencies, and folding a case of fifty events. Not a test, and nothing here touches a disk.
#include <cstdio>

#include "adapters/clock/stockholm.hpp"
#include "engine/between/case_file.hpp"
#include "engine/case/case_decide.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/measure.hpp"

namespace kallad::bench {

namespace {

constexpr int decisions = 100'000;
constexpr std::size_t fold_length = 50;
const UnitId own{"helsingborg/vuxen"};
const UnitId other{"region/psykosmottagning"};

Actor coordinator() { return {Role::coordinator, own, "Siv Samordnare"}; }
Actor answerer() { return {Role::attendee, other, "Lena Skötare"}; }

Register small_register() {
  Register known;
  Agreement agreement{AgreementId{"nv"}, "Nordväst", CouncilId{"nv"}, {}, {}, {}};
  agreement.valid_from = std::chrono::year{2019} / 1 / 1;
  for (const UnitId& unit : {own, other}) {
    const PrincipalId principal{unit.text.substr(0, unit.text.find('/'))};
    known.principals[principal] = {principal, principal.text, PrincipalKind::region, {}};
    known.units[unit] = {unit, principal, unit.text, "", "", "", {}, {}};
    agreement.members.push_back({principal, true, {}});
  }
  known.agreements[agreement.id] = agreement;
  return known;
}

/// A case called to a meeting of three parties, and its log.
class Sample {
 public:
  Sample() : now_(calendar_.zone().at_hour(std::chrono::year{2026} / 3 / 2, 9)) {
    OpenCase open;
    open.person = {"Anna Testsson", "19121212-1212", Protection::none};
    open.need = "Stöd från båda";
    open.agreement = AgreementId{"nv"};
    open.coordinator = {own, "Siv Samordnare"};
    say(coordinator(), open);
    RecordConsent consent;
    consent.consent.given_by = {{"Anna Testsson", Capacity::person}};
    consent.consent.from = std::chrono::year{2026} / 1 / 1;
    say(coordinator(), consent);
    for (const UnitId& unit : {own, other}) {
      say(coordinator(), AddParty{party_of(unit), PartyKind::unit, {}, {}});
    }
    say(coordinator(), AddParty{PartyId{"anna"}, PartyKind::person, {}, {}});
    SendSummons send;
    send.starts = calendar_.zone().to_local(now_) + std::chrono::hours{24 * 18};
    send.purpose = "Samordna";
    send.questions = {"Vem gör vad?"};
    say(coordinator(), send);
  }

  /// Answers back and forth until the log has fifty events.
  void grow() {
    for (int i = 0; log.size() < fold_length; ++i) say(answerer(), answer(i));
  }
  void say(const Actor& by, const FileCommand& command) {
    Stamp stamp{now_, by, file.running.events};
    const auto verdict = between::decide(file, command, stamp, ground());
    promise(verdict.is_accepted(), "the benchmark's story is accepted");
    for (const auto& event : verdict.events()) {
      ++stamp.event;
      file = between::evolve(std::move(file), event, stamp);
      log.emplace_back(event, stamp);
    }
  }
  static AnswerSummons answer(int turn) {
    AnswerSummons wish;
    wish.party = party_of(other);
    wish.answer = turn % 2 == 0 ? AnswerKind::attends : AnswerKind::attends_digitally;
    return wish;
  }
  Ground ground() const { return {known_, routines_, calendar_, {}}; }
  Stamp stamp() const { return {now_, answerer(), file.running.events}; }

  CaseFile file;
  std::vector<std::pair<FileEvent, Stamp>> log;

 private:
  Register known_ = small_register();
  std::vector<Routine> routines_{Routine{}};
  Calendar calendar_{stockholm()};
  Instant now_;
};

/// Microseconds per turn: least, median and most of the rounds.
template <class Turn>
void print(const char* what, int rounds, int turns, Turn turn) {
  std::vector<double> each;
  std::size_t kept = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto start = Clock::now();
    for (int i = 0; i < turns; ++i) kept += turn();
    each.push_back(seconds_since(start) * 1e6 / turns);
  }
  if (kept == 0) std::printf("(nothing came of it)\n");
  const double median = percentile(each, 0.5);
  std::printf("%-44s %8.2f us  (%.2f to %.2f)\n", what, median, each.front(), each.back());
}

}  // namespace

void bench_engine(const Options& options) {
  std::printf("\nengine, in memory, %d rounds\n", options.rounds);
  Sample sample;
  const Ground ground = sample.ground();
  const Stamp stamp = sample.stamp();
  const AnswerSummons wish = Sample::answer(0);
  print("one decision with its guards", options.rounds, decisions, [&] {
    return casework::decide(sample.file.running, wish, stamp, ground).verdict.events().size();
  });
  print("one decision with all its consequences", options.rounds, decisions,
        [&] { return between::decide(sample.file, wish, stamp, ground).events().size(); });
  sample.grow();
  print("fold of a case of 50 events", options.rounds, decisions / 20, [&] {
    CaseFile file;
    for (const auto& [event, at] : sample.log) file = between::evolve(std::move(file), event, at);
    return static_cast<std::size_t>(file.running.events);
  });
}

}  // namespace kallad::bench
