// Mails fetched, understood, recorded and put away.
// Not when (mailroom.hpp). Rules kept (rulings, "Mail", "Delivered"): a bounce counts only with our
// own token; a mail is acted on once, also after a kill between; what belongs to no letter of ours
// stays in its box, unread, for those who watch it.
#pragma once

#include <functional>
#include <map>

#include "adapters/brain/ledger.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/mailroom/incoming/meaning.hpp"
#include "adapters/mailroom/kept/wills.hpp"
#include "adapters/mailroom/outgoing/as_mail.hpp"
#include "adapters/post/inbox.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::mailroom {

/// What the incoming mail is given; all of it outlives it.
struct IncomingHouse {
  Desk& desk;
  StorePlace store;
  const Tail* tail = nullptr;
  MailFile& file;
  Calendar calendar;
  Sender sender;
  std::function<Instant()> now;
};

/// Counted since the start.
struct IncomingCounters {
  std::map<std::string, std::uint64_t> mails;  ///< by what they came to
  std::string trouble;  ///< why the box could not be spoken with; empty when it could
};

/// One thread at a time.
class IncomingMail {
 public:
  IncomingMail(IncomingHouse house, post::InboxSettings box, std::stop_token stop = {});
  ~IncomingMail();
  IncomingMail(const IncomingMail&) = delete;
  IncomingMail& operator=(const IncomingMail&) = delete;

  /// Fetches what has come and deals with it. Throws StoreError: the rest is fetched again.
  void round();
  /// One mail, as its bytes, or as its beginning where it is too large; what it came to. Nothing is
  /// put away. Throws StoreError.
  MailDone take(const std::string& bytes, const std::string& key, bool is_beginning = false);

  const IncomingCounters& counters() const { return counters_; }

 private:
  struct Mail;

  bool deal_with(const post::Waiting& waiting);
  void take_report(Mail& mail);
  bool take_calendars(Mail& mail);
  bool take_reply(const calendar::CalendarReply& reply, Mail& mail);
  void take_words(Mail& mail);
  void act(Understood understood, const Copy& copy, Mail& mail);
  std::vector<Copy> copies_of(const post::Incoming& mail);
  std::optional<CaseFile> case_of(const Copy& copy);

  IncomingHouse house_;
  Reader reader_;
  Copies copies_;
  Wills wills_;
  Suggestions suggestions_;
  post::Inbox box_;
  IncomingCounters counters_;
};

}  // namespace kallad::mailroom
