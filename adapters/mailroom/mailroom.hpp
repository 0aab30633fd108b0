// The mailroom of a running server: rounds of outgoing and incoming mail, each on a thread of its
// own. Not their work: outgoing/ and incoming/. Rules kept: mail delays no command and no page; a
// round that fails is told and tried again; without a relay nothing is sent and nothing is lost.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "adapters/mailroom/incoming/incoming.hpp"
#include "adapters/mailroom/outgoing/outgoing.hpp"

namespace kallad::mailroom {

/// What the mailroom is given. All but the values outlives it.
struct MailroomHouse {
  Desk& desk;
  StorePlace store;
  const Tail* tail = nullptr;
  Calendar calendar;
  LetterLinks links;
  Sender sender;
  ClockReading now;
  std::function<void()> register_changed;
  /// What went wrong, for the log: "mail_failed", a word.
  std::function<void(std::string_view event, const std::string& what)> tell;
};

/// Where mail goes to and comes from; without a relay nothing is sent, without a box nothing read.
struct MailPlaces {
  std::optional<post::ServerSettings> relay;
  std::optional<GatewaySettings> gateway;  ///< of other channels than mail
  std::optional<post::InboxSettings> box;
  std::chrono::seconds pause_out{2};  ///< between rounds over the outbox
  std::chrono::seconds pause_in{30};  ///< between looks into the box
  std::filesystem::path texts;        ///< a council's own texts; empty: none
};

struct MailCounters {
  OutgoingCounters outgoing;
  IncomingCounters incoming;
};

/// Thread-safe.
class Mailroom {
 public:
  /// Opens or makes the file; starts nothing. Throws StoreError.
  Mailroom(const std::filesystem::path& file, MailroomHouse house, MailPlaces places);
  /// Stops.
  ~Mailroom();
  Mailroom(const Mailroom&) = delete;
  Mailroom& operator=(const Mailroom&) = delete;

  void start();
  /// Ends both threads after the mail at hand.
  void stop();
  /// A hold or an ask was said: the outbox is looked at at once.
  void wake();

  Channels channels() const { return places_.gateway ? places_.gateway->channels : Channels{}; }
  bool sends() const { return places_.relay.has_value(); }
  MailFile& file() { return file_; }
  const LetterLinks& links() const { return house_.links; }
  const Sender& sender() const { return house_.sender; }
  /// The texts letters are written with now.
  std::shared_ptr<const LetterTexts> texts() const;
  /// Reads the councils' own texts again; what is wrong with them.
  std::vector<TextFileProblem> read_texts();
  MailCounters counters() const;
  /// What waits to be sent of a case: rows of its outbox, oldest first, and what was asked for.
  std::vector<OutboxItem> waiting_of(const CaseId& of_case);

 private:
  void run_out(const std::stop_token& stop);
  void run_in(const std::stop_token& stop);
  void rest(const std::stop_token& stop, std::chrono::seconds pause);
  void forget_old();  ///< once a day

  MailroomHouse house_;
  MailPlaces places_;
  MailFile file_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  bool hurry_ = false;
  Instant forget_next_{};
  std::shared_ptr<const LetterTexts> texts_;
  MailCounters counters_;
  std::jthread out_;
  std::jthread in_;
};

}  // namespace kallad::mailroom
