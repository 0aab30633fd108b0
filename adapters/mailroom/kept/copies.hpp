// Copies: each letter as it went to one address, and what became of it there.
// Not the letter: that is composed anew each time it is tried. Rules kept: a copy that the relay
// has taken is never sent again; a letter that comes back is known by the token we gave it, and by
// nothing else (rulings, "Delivered").
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/desk/records.hpp"
#include "adapters/letter/letter.hpp"
#include "adapters/mailroom/kept/mail_file.hpp"

namespace kallad::mailroom {

enum class CopyState {
  waiting,    ///< not taken yet
  accepted,   ///< the relay answers for it
  delivered,  ///< a report says that it has arrived
  failed,     ///< never taken, and not tried again
  bounced,    ///< taken, and sent back
};
BOOST_DESCRIBE_ENUM(CopyState, waiting, accepted, delivered, failed, bounced)

/// What the seat has to be told: nothing, or the report of record_delivery.
enum class SeatReport { nothing, accepted, delivered, failed };

/// The calendar entry that went along.
struct CalendarSent {
  std::string uid;
  std::uint32_t sequence = 0;
  Instant stamped_at;
  Instant starts;
  Instant ends;
};

/// One copy. `key` is the outbox row it was sent for; of what a coordinator asked for it is
/// negative (holds.hpp).
struct Copy {
  std::int64_t number = 0;  ///< 0: not kept yet
  OutboxKey key;
  CaseId of_case;
  Wish wish;
  std::uint32_t version = 0;  ///< of the seat; 0 where the letter is about none
  RecipientKind recipient = RecipientKind::party;
  std::string address;
  std::string token;  ///< ours, for bounces and answers
  std::optional<CalendarSent> entry = {};
  CopyState state = CopyState::waiting;
  int attempts = 0;
  Instant made_at;
  std::optional<Instant> tried_at = {};
  std::optional<Instant> next_at = {};  ///< not tried before; nothing where it is done with
  std::string status = {};              ///< the server's code, "5.1.1", or why it was not reached
  SeatReport report = SeatReport::nothing;
};

/// What one try came to.
struct Attempt {
  CopyState state = CopyState::waiting;
  Instant at;
  std::optional<Instant> next_at;
  std::string status;
  SeatReport report = SeatReport::nothing;
};

/// Safe for many threads. All throw StoreError.
class Copies {
 public:
  explicit Copies(MailFile& file) : file_(file) {}

  /// The copy for that key and address as it stands, kept now where there was none.
  Copy keep(const Copy& planned);
  void note(std::int64_t number, const Attempt& attempt);
  /// What a report says later of a copy that was taken.
  void came_back(std::int64_t number, CopyState state, std::string_view status, SeatReport report);
  /// The calendar entry as it was sent this time.
  void put_entry(std::int64_t number, const CalendarSent& entry);

  std::vector<Copy> of_key(const OutboxKey& key);
  std::vector<Copy> of_token(std::string_view token);
  std::vector<Copy> of_entry(std::string_view uid);
  std::vector<Copy> of_case(const CaseId& of_case);
  /// Those whose seat has not been told, at most so many.
  std::vector<Copy> unreported(std::size_t limit);
  void reported(std::int64_t number);
  /// Copies by state, counted; for those who run the server.
  std::vector<std::pair<std::string, std::int64_t>> counts();

 private:
  std::vector<Copy> find(const std::string& where, const auto&... values);

  MailFile& file_;
};

}  // namespace kallad::mailroom
