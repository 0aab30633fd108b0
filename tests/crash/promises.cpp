// The log is read and folded stream by stream with a counter of its own.
// Not through the desk: nothing it keeps in memory may hide what is on disk.
#include "tests/crash/promises.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <memory>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {

namespace {

const Instant far_away{std::chrono::milliseconds{4'000'000'000'000}};
constexpr std::size_t everything = 10'000'000;

/// A stream replayed from the log.
struct Replayed {
  std::unique_ptr<StreamState> state;
  std::uint64_t events = 0;
  std::map<std::string, Promise> commands;
};

/// Tells what is wrong by throwing it.
struct Broken {
  std::string what;
};

class Audit {
 public:
  explicit Audit(const StorePlace& place) : place_(place), reader_(place) {}

  void run(std::span<const Promise> promises, const std::set<OutboxKey>& sent) {
    const VerifyReport report = verify(place_);
    if (!report.clean()) throw Broken{"verify: " + text_of(report.damages.front())};
    for (const std::string& name : names()) replay(name);
    for (const Promise& promise : promises) check(promise);
    check_due();
    check_letters(sent);
    check_list_rows();
  }

 private:
  std::vector<std::string> names() {
    SQLite::Database database = open_store(place_, Access::read);
    SQLite::Statement rows{database, "SELECT name FROM streams"};
    std::vector<std::string> found;
    while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
    return found;
  }

  void replay(const std::string& name) {
    Replayed& stream = streams_[name];
    stream.state = brain_.fresh(name);
    std::string command;
    reader_.read(name, [&](const EventView& event, const ShortDigest&) {
      if (event.sequence != ++stream.events) throw Broken{name + " has a gap"};
      const std::string id{event.command_id};
      const bool is_next = id != command || event.sequence == 1;
      const auto [place, is_new] = stream.commands.try_emplace(id, Promise{name, id, 0, 0});
      if (is_next && !is_new) throw Broken{name + ": command " + id + " was applied twice"};
      command = id;
      place->second.version = event.sequence;
      ++place->second.count;
      if (event.type == "letter_asked") ++letters_;
      brain_.fold(*stream.state, event);
    });
  }

  void check(const Promise& promise) {
    const auto stream = streams_.find(promise.stream);
    const auto lost = Broken{promise.stream + ": acknowledged command " + promise.command_id +
                             " (version " + std::to_string(promise.version) + ") is lost"};
    if (stream == streams_.end()) throw lost;
    const auto command = stream->second.commands.find(promise.command_id);
    if (command == stream->second.commands.end()) throw lost;
    if (command->second.version != promise.version || command->second.count != promise.count)
      throw Broken{promise.stream + ": command " + promise.command_id + " has moved"};
  }

  void check_due() {
    std::vector<DueItem> wanted;
    for (const auto& [name, stream] : streams_) {
      for (DueRow& row : brain_.due(*stream.state)) wanted.push_back({name, std::move(row)});
    }
    std::vector<DueItem> found = reader_.due(far_away, everything);
    std::sort(wanted.begin(), wanted.end());
    std::sort(found.begin(), found.end());
    if (wanted != found)
      throw Broken{std::to_string(found.size()) + " due rows, but history demands " +
                   std::to_string(wanted.size()) + " or others"};
  }

  void check_letters(std::set<OutboxKey> known) {
    for (const OutboxItem& item : reader_.outbox(everything)) known.insert(item.key);
    if (known.size() != letters_)
      throw Broken{std::to_string(letters_) + " letters were asked for, " +
                   std::to_string(known.size()) + " wait or have left"};
  }

  void check_list_rows() {
    for (const auto& [number, listed] : reader_.list(0, everything)) {
      const Replayed& stream = streams_.at(listed.name);
      if (listed.count == stream.events && listed.row != brain_.list_row(*stream.state))
        throw Broken{"the list row of " + listed.name + " is not what history says"};
    }
  }

  StorePlace place_;
  Reader reader_;
  CounterBrain brain_;
  std::map<std::string, Replayed> streams_;
  std::size_t letters_ = 0;
};

}  // namespace

Promise promise_of(const Submission& submission, const Outcome& outcome) {
  return {submission.stream, submission.command_id, outcome.version, outcome.events.size()};
}

std::string broken_promise(const StorePlace& place, std::span<const Promise> promises,
                           const std::set<OutboxKey>& sent) {
  try {
    Audit{place}.run(promises, sent);
  } catch (const Broken& broken) {
    return broken.what;
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

}  // namespace kallad::testing
