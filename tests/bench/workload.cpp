// The stand-in for the engine: payloads of some 130 bytes, two due rows a case of which each third
// command moves one, a letter at each fifth command, a list row of some 120 bytes, lines in four
// lists, and a number it is found by.
#include "tests/bench/workload.hpp"

#include <array>
#include <random>

namespace kallad::bench {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

const Instant monday{milliseconds{1'772'434'800'000}};  // 2026-03-02 08:00 in Sweden

struct Step {
  int number = 0;    ///< 1..10 within the case
  int due_rows = 0;  ///< of a first command that asks for many
};

class CaseState final : public StreamState {
 public:
  int events = 0;
  int planned = 0;
  int seed = 0;
  int fired = 0;
};

constexpr std::array<const char*, 10> types = {
    "case_opened",          "consent_given", "summons_sent",      "summons_delivered",
    "summons_acknowledged", "seat_answered", "attendance_closed", "plan_agreed",
    "evaluation_made",      "case_closed"};

class BenchBrain final : public Brain {
 public:
  std::unique_ptr<StreamState> fresh(std::string_view stream) override {
    auto state = std::make_unique<CaseState>();
    state->seed = static_cast<int>(std::hash<std::string_view>{}(stream) % 1'000);
    return state;
  }

  void fold(StreamState& state, const EventView& event) override {
    auto& running = static_cast<CaseState&>(state);
    if (event.type == "woken") return void(++running.fired);
    ++running.events;
    if (event.type == "planned") running.planned = std::stoi(std::string{event.payload.substr(8)});
  }

  Decision decide(StreamState& state, const Submission& submission) override {
    auto& running = static_cast<CaseState&>(state);
    if (submission.due) {
      ++running.fired;
      return Decision::accept({{"woken", 1, payload(running, submission.due->subject)}});
    }
    const auto& step = *static_cast<const Step*>(submission.command.get());
    ++running.events;
    if (step.due_rows > 0) {
      running.planned = step.due_rows;
      return Decision::accept(
          {{"planned", 1, R"({"rows":)" + std::to_string(step.due_rows) + "}"}});
    }
    std::vector<OutboxRow> letters;
    if (step.number % 5 == 0)
      letters.push_back({"letter", R"({"to":"helsingborg/vuxen","text":"summons"})"});
    return Decision::accept({{types.at(static_cast<std::size_t>(step.number) - 1), 1,
                              payload(running, "helsingborg/vuxen")}},
                            std::move(letters));
  }

  std::vector<DueRow> due(const StreamState& state) override {
    const auto& running = static_cast<const CaseState&>(state);
    if (running.planned > 0) return planned_rows(running);
    if (running.events >= 10) return {};
    const Instant answer_by = monday + days{running.seed % 365 + running.events / 3} + hours{1};
    return {{monday + days{running.seed % 90 + 100}, "follow_up", "plan"},
            {answer_by, "answer_deadline", "helsingborg/vuxen"}};
  }

  /// Four lists, as a case with four units has: what is demanded moves in the coordinator's and in
  /// the answering unit's, and all tell the step.
  std::vector<ListEntry> entries(const StreamState& state) override {
    const auto& running = static_cast<const CaseState&>(state);
    if (running.planned > 0) return {};
    std::vector<ListEntry> all;
    for (int i = 0; i < 4; ++i) {
      ListEntry entry;
      entry.list = i == 0 ? "unit:helsingborg/vuxen" : unit_name(running.seed * 3 + i);
      entry.closed = running.events >= 10;
      if (i < 2 && !entry.closed) entry.due = due(state).back().at;
      entry.readers = i == 0 ? 1 : 7;
      entry.sight = i == 0 ? "whole" : "party";
      entry.kind = "sip";
      entry.step = types.at(static_cast<std::size_t>(running.events / 4));
      entry.round = 1;
      entry.unit = "helsingborg/vuxen";
      entry.lead = "K. Prov " + std::to_string(running.seed % 50);
      entry.own = i == 0;
      if (running.events > 2 && running.events < 7)
        entry.meeting = monday + days{running.seed % 90};
      entry.unanswered = i == 1 && running.events > 2 && running.events < 5;
      all.push_back(std::move(entry));
    }
    return all;
  }

  std::string lookup_text(const StreamState& state) override {
    const auto& running = static_cast<const CaseState&>(state);
    if (running.events == 0 || running.events >= 10) return {};
    return std::to_string(1'900'000'000 + running.seed);
  }

  std::string list_row(const StreamState& state) override {
    const auto& running = static_cast<const CaseState&>(state);
    return R"({"step":"kartläggning","round":1,"coordinator":"helsingborg/vuxen","seats":4,)"
           R"("answered":2,"events":)" +
           std::to_string(running.events) + R"(,"next":"2026-03-20"})";
  }

 private:
  static std::string unit_name(int number) { return "unit:region/" + std::to_string(number % 200); }

  static std::vector<DueRow> planned_rows(const CaseState& running) {
    std::vector<DueRow> rows;
    for (int i = running.fired; i < running.planned; ++i) {
      rows.push_back({monday + days{(running.seed * 7) % 36 + i * 36}, "follow_up", "plan"});
    }
    return rows;
  }

  static std::string payload(const CaseState& running, const std::string& unit) {
    return R"({"party":"region/psykosmottagning","by":")" + unit + R"(","meeting":1,"version":)" +
           std::to_string(running.events) +
           R"(,"channel":"mail","note":"given by phone, read back and agreed"})";
  }
};

class OwnWorkload final : public Workload {
 public:
  OwnWorkload(unsigned seed, std::size_t open_cases) : random_(seed), running_(open_cases) {}

  Brain& brain() override { return brain_; }

  Submission next() override {
    Running& running = running_[random_() % running_.size()];
    if (running.step == 0) running.number = ++cases_;
    Submission submission = make(running.number, {running.step + 1, 0});
    running.step = (running.step + 1) % 10;
    return submission;
  }

  Submission with_due(int rows) override { return make(++cases_, {1, rows}); }

 private:
  struct Running {
    int number = 0;
    int step = 0;
  };

  Submission make(int number, Step step) {
    Submission submission;
    submission.stream = "nvs-2026-" + std::to_string(number);
    submission.command_id = hex_id();
    submission.actor = R"({"role":"coordinator","unit":"helsingborg/vuxen","name":"K. Prov )" +
                       std::to_string(number % 50) + "\"}";
    submission.content =
        R"({"command":"record_answer","party":"region/psykosmottagning","answer":"attends","n":)" +
        std::to_string(step.number) + "}";
    submission.command = std::make_shared<const Step>(step);
    return submission;
  }

  std::string hex_id() {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string id;
    std::uint64_t bits = (std::uint64_t{random_()} << 32U) | random_();
    for (int i = 0; i < 16; ++i, bits >>= 4U) id += digits[bits & 15U];
    return id;
  }

  BenchBrain brain_;
  std::mt19937 random_;
  std::vector<Running> running_;
  int cases_ = 0;
};

}  // namespace

std::unique_ptr<Workload> make_workload(unsigned seed, std::size_t open_cases) {
  return std::make_unique<OwnWorkload>(seed, open_cases);
}

}  // namespace kallad::bench
