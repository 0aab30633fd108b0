// A small but real machine behind the desk's port: a counter that can be woken, writes letters, and
// closes. Not SIP: it is here so that desk and store are tested by themselves. Also used by
// tests/crash and tests/bench.
#pragma once

#include <unistd.h>
#include <charconv>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>

#include "adapters/desk/brain.hpp"
#include "adapters/desk/desk.hpp"

namespace kallad::testing {

/// What one can wish of a counter.
struct CounterCommand {
  enum class Kind { add, add_twice, wake_at, letter, close, nothing, explode };
  Kind kind = Kind::add;
  std::int64_t number = 0;  ///< how much to add, or ms since 1970 to be woken at
  std::string subject;      ///< whom to wake
};

class CounterState final : public StreamState {
 public:
  std::int64_t total = 0;
  std::int64_t events = 0;
  bool closed = false;
  std::set<DueRow> wakes;
};

class CounterBrain final : public Brain {
 public:
  explicit CounterBrain(std::size_t padding = 0) : padding_(padding, 'x') {}

  std::unique_ptr<StreamState> fresh(std::string_view) override {
    return std::make_unique<CounterState>();
  }

  void fold(StreamState& state, const EventView& event) override {
    apply(of(state), event.type, event.payload);
  }

  Decision decide(StreamState& state, const Submission& submission) override {
    CounterState& counter = of(state);
    if (submission.due) return wake(counter, *submission.due);
    const auto& command = *static_cast<const CounterCommand*>(submission.command.get());
    if (command.kind == CounterCommand::Kind::explode)
      throw std::runtime_error("the counter exploded");
    if (counter.closed) return Decision::refuse(R"([{"rule":"is_closed"}])");
    std::vector<NewEvent> events = events_of(command);
    for (const NewEvent& event : events) apply(counter, event.type, event.payload);
    std::vector<OutboxRow> outbox;
    if (command.kind == CounterCommand::Kind::letter)
      outbox.push_back({"letter", R"({"to":"unit"})"});
    return Decision::accept(std::move(events), std::move(outbox));
  }

  std::vector<DueRow> due(const StreamState& state) override {
    const auto& counter = static_cast<const CounterState&>(state);
    if (counter.closed) return {};
    return {counter.wakes.begin(), counter.wakes.end()};
  }

  void forget() override { ++forgotten; }
  int forgotten = 0;  ///< how often a rollback was told

  std::string list_row(const StreamState& state) override {
    const auto& counter = static_cast<const CounterState&>(state);
    return R"({"total":)" + std::to_string(counter.total) + R"(,"closed":)" +
           (counter.closed ? "true" : "false") + "}";
  }

 private:
  static CounterState& of(StreamState& state) { return static_cast<CounterState&>(state); }

  std::vector<NewEvent> events_of(const CounterCommand& command) const {
    using Kind = CounterCommand::Kind;
    switch (command.kind) {
      case Kind::add:
        return {added(command.number)};
      case Kind::add_twice:
        return {added(command.number), added(command.number)};
      case Kind::wake_at:
        return {{"wake_set", 1,
                 R"({"at":)" + std::to_string(command.number) + R"(,"who":")" + command.subject +
                     "\"}"}};
      case Kind::letter:
        return {{"letter_asked", 1, R"({"n":0})"}};
      case Kind::close:
        return {{"closed", 1, "{}"}};
      default:
        return {};
    }
  }

  NewEvent added(std::int64_t number) const {
    return {"added", 1,
            R"({"n":)" + std::to_string(number) +
                (padding_.empty() ? "" : R"(,"pad":")" + padding_ + "\"") + "}"};
  }

  static Decision wake(CounterState& counter, const DueRow& row) {
    if (row.kind == "bad") throw std::runtime_error("this wake explodes");
    if (!counter.wakes.contains(row)) return Decision::refuse(R"([{"rule":"nobody_sleeps"}])");
    NewEvent woken{"woken", 1,
                   R"({"at":)" + std::to_string(row.at.time_since_epoch().count()) + R"(,"who":")" +
                       row.subject + "\"}"};
    apply(counter, woken.type, woken.payload);
    return Decision::accept({std::move(woken)});
  }

  static std::int64_t number_in(std::string_view payload) {
    const auto colon = payload.find(':');
    std::int64_t number = 0;
    std::from_chars(payload.data() + colon + 1, payload.data() + payload.size(), number);
    return number;
  }

  static DueRow wake_in(std::string_view payload) {
    const auto who = payload.rfind("\":\"") + 3;
    const std::string subject{payload.substr(who, payload.size() - who - 2)};
    return {Instant{std::chrono::milliseconds{number_in(payload)}},
            subject == "bomb" ? "bad" : "wake", subject};
  }

  static void apply(CounterState& counter, std::string_view type, std::string_view payload) {
    ++counter.events;
    if (type == "added") counter.total += number_in(payload);
    if (type == "wake_set") counter.wakes.insert(wake_in(payload));
    if (type == "woken") counter.wakes.erase(wake_in(payload));
    if (type == "closed") counter.closed = true;
  }

  std::string padding_;
};

/// A submission of a counter command; its content is the canonical text of the command.
inline Submission counter_submission(std::string stream, std::string command_id,
                                     CounterCommand command) {
  Submission submission;
  submission.stream = std::move(stream);
  submission.command_id = std::move(command_id);
  submission.actor = R"({"role":"coordinator","unit":"helsingborg/vuxen","name":"K. Prov"})";
  submission.content = std::to_string(static_cast<int>(command.kind)) + ":" +
                       std::to_string(command.number) + ":" + command.subject;
  submission.command = std::make_shared<const CounterCommand>(std::move(command));
  return submission;
}

inline Submission add(std::string stream, std::string command_id, std::int64_t number = 1) {
  return counter_submission(std::move(stream), std::move(command_id),
                            {CounterCommand::Kind::add, number, {}});
}

inline Submission wake_at(std::string stream, std::string command_id, std::int64_t ms,
                          std::string who = "unit") {
  return counter_submission(std::move(stream), std::move(command_id),
                            {CounterCommand::Kind::wake_at, ms, std::move(who)});
}

inline Instant at_ms(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }
inline const Instant far_away = at_ms(4'000'000'000'000);

/// A folder that is gone with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kallad-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  std::filesystem::path operator/(const char* name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A clock that shows what it is told, 2026-03-02T08:00:00Z at first.
struct HandClock {
  Instant now = Instant{std::chrono::milliseconds{1'772'438'400'000}};
  ClockReading reading() {
    return [this] { return now; };
  }
};

}  // namespace kallad::testing
