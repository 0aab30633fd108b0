// The outbox emptied: what is to leave goes to the relay, what became of it is kept and said to the
// seat. Not when a round comes (mailroom.hpp). Rules kept: what a letter says is asked again right
// before it is sent; a relay that cannot be spoken with is nobody's fault and nobody's failure; an
// address that is no good marks the unit's mailbox, never the party.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>

#include "adapters/brain/ledger.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/mailroom/kept/addresses.hpp"
#include "adapters/mailroom/outgoing/as_mail.hpp"
#include "adapters/mailroom/outgoing/gateway.hpp"
#include "adapters/mailroom/outgoing/round.hpp"
#include "adapters/post/relay.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::mailroom {

/// What the outgoing mail is given; all of it outlives it. `texts` may give others each time.
struct OutgoingHouse {
  Desk& desk;
  StorePlace store;
  const Tail* tail = nullptr;
  MailFile& file;
  Calendar calendar;
  LetterLinks links;
  std::function<std::shared_ptr<const LetterTexts>()> texts;
  Sender sender;
  std::function<void()> register_changed = {};  ///< an address was marked
  Gateway* gateway = nullptr;                   ///< of other channels; null: there are none
};

/// Counted since the start.
struct OutgoingCounters {
  std::uint64_t accepted = 0;  ///< copies the relay has taken
  std::uint64_t failed = 0;    ///< copies it refused for good
  std::uint64_t put_off = 0;   ///< tries that are made again
  std::size_t waiting = 0;     ///< rows in the outbox after the last round
  std::string trouble;         ///< why the relay could not be spoken with; empty when it could
};

/// One thread at a time.
class Outgoing {
 public:
  Outgoing(OutgoingHouse house, post::ServerSettings relay, std::stop_token stop = {});
  ~Outgoing();
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;

  /// All that is to be done at that moment (UTC). Throws StoreError: what was done is kept, and the
  /// next round goes on.
  void round(Instant now);
  /// Something outside the log has changed: a hold, an ask.
  void look_again() { asleep_.clear(); }

  const OutgoingCounters& counters() const { return counters_; }

 private:
  /// What one round stands on, and what it gathers.
  struct Now {
    Now(Instant now, Ledger read, const OutgoingHouse& house);
    Now(const Now&) = delete;
    Now& operator=(const Now&) = delete;

    Instant at;
    Ledger ledger;
    std::vector<Routine> routines;
    std::shared_ptr<const LetterTexts> texts;
    std::map<PartyId, std::string> addresses;  ///< of the case at hand
    Ground ground;
    LetterGround from;
    std::vector<Leaving> leaving;
    std::vector<OutboxKey> done;
  };
  struct Sleep {
    OutboxKey last;
    Instant until;
  };

  void report();
  std::map<std::string, std::vector<OutboxItem>> waiting_by_case();
  void take_case(const std::string& stream, const std::vector<OutboxItem>& items, Now& round);
  void tell(const CaseFile& file, const Untold& untold, Instant now);
  void retire(const std::vector<OutboxKey>& keys, Instant now);
  void end_parts(const std::vector<Leaving>& parts, Now& round);

  // outgoing_send.cpp
  void send_all(Now& round);
  void send(const Letter& letter, const std::vector<Leaving>& parts, Now& round);
  bool send_copy(const Letter& letter, std::vector<Copy>& copies, const CaseFile& first,
                 const Now& round);
  post::Sent send_mail(const Letter& letter, const Copy& copy, const CaseFile& first,
                       const Now& round);
  std::optional<post::CalendarPart> entry_for(const CaseFile& file, const Letter& letter,
                                              const Copy& copy, const Now& round);
  std::string thread_of(const Copy& copy);
  void note(const std::vector<Copy>& copies, const post::Sent& sent, const Now& round);
  void mark_bad_address(const std::string& address, const Now& round);

  OutgoingHouse house_;
  Reader reader_;
  Copies copies_;
  Wills wills_;
  Addresses addresses_;
  post::Relay relay_;
  std::map<std::string, Sleep> asleep_;  ///< cases of which nothing leaves before then
  OutgoingCounters counters_;
};

}  // namespace kallad::mailroom
