// A mail is dealt with by what it is: a returned letter, a calendar reply, words. The command is
// said first, under an id that follows from the mail, then all of it is kept, then the mail is put
// away. Not trust: who sent a mail is what the mail says; replies hold an id that only the letter
// had.
#include "adapters/mailroom/incoming/incoming.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/calendar/reply/reply.hpp"
#include "adapters/mailroom/outgoing/outgoing.hpp"
#include "adapters/post/mime/delivery_status.hpp"
#include "adapters/post/mime/read_mail.hpp"
#include "adapters/post/mime/words.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

namespace {

/// The token of a mail of ours, in the id it was sent with; empty where it is another's.
std::string token_of_id(std::string_view id, const Sender& sender) {
  const std::string end = "@" + sender.domain();
  if (id.size() <= end.size() || !id.ends_with(end)) return {};
  return std::string{id.substr(0, id.size() - end.size())};
}

/// Ids in the copy of a letter that a program puts below its words and not into a part (qmail).
std::vector<std::string> copied_ids(const post::Incoming& mail) {
  constexpr std::string_view name = "\nmessage-id:";
  std::vector<std::string> ids;
  if (mail.kind != post::MailKind::unknown_bounce) return ids;
  const std::string text = post::lower_ascii(mail.whole_text);
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const auto from = text.find('<', at);
    const auto end = text.find_first_of("\n>", at + name.size());
    if (from < end && end != std::string::npos)
      ids.push_back(text.substr(from + 1, end - from - 1));
  }
  return ids;
}

/// All tokens of ours that the mail carries, the surest first: in the address it came to, in a
/// report, in what it answers.
std::vector<std::string> tokens_of(const post::Incoming& mail, const Sender& sender) {
  std::vector<std::string> all;
  const auto add = [&all](std::string token) {
    if (!token.empty() && std::ranges::count(all, token) == 0) all.push_back(std::move(token));
  };
  for (const std::string& to : mail.delivered_to) {
    add(post::token_in(to, sender.address).value_or(""));
  }
  for (const auto* list : {&mail.to, &mail.cc}) {
    for (const post::Address& to : *list) add(post::token_in(to.at, sender.address).value_or(""));
  }
  if (mail.report) {
    add(mail.report->envelope_id);
    add(token_of_id(mail.report->original_message_id, sender));
  }
  add(token_of_id(mail.in_reply_to, sender));
  for (auto id = mail.references.rbegin(); id != mail.references.rend(); ++id) {
    add(token_of_id(*id, sender));
  }
  for (const std::string& id : copied_ids(mail)) add(token_of_id(id, sender));
  return all;
}

/// The worst that a report says; a letter to one address has one recipient.
const post::RecipientReport* worst_of(const post::DeliveryReport& report) {
  const post::RecipientReport* worst = nullptr;
  for (const post::RecipientReport& one : report.recipients) {
    if (!worst || one.action == post::DeliveryAction::failed) worst = &one;
  }
  return worst;
}

bool is_summons_taken(const Copy& copy) {
  return letter::is_summons(copy.wish.kind) && copy.state != CopyState::waiting;
}

const Copy& latest_entry(const std::vector<Copy>& copies) {
  return *std::ranges::max_element(copies, {}, [](const Copy& copy) {
    return std::pair{copy.entry ? copy.entry->sequence : 0, copy.number};
  });
}

/// What the calendar parts say together, and why the first that could not be read could not.
struct CalendarParts {
  std::vector<calendar::CalendarReply> replies;
  std::optional<calendar::ReadFault> fault;
};

/// The same reply comes as a part and as a file. Where the two do not say the same, both stand in
/// one reply, which then contradicts itself and is no clear answer.
void join(calendar::CalendarReply reply, std::vector<calendar::CalendarReply>& into) {
  const auto same = std::ranges::find_if(into, [&](const calendar::CalendarReply& one) {
    return one.uid == reply.uid && one.stamped_at == reply.stamped_at;
  });
  if (same == into.end()) {
    into.push_back(std::move(reply));
    return;
  }
  same->attendees.insert(same->attendees.end(), reply.attendees.begin(), reply.attendees.end());
  if (same->comment.empty()) same->comment = std::move(reply.comment);
}

CalendarParts parts_of(const post::Incoming& mail, const Zone& zone) {
  CalendarParts out;
  for (const post::IncomingCalendar& part : mail.calendars) {
    auto read = calendar::read_replies(part.text, zone);
    for (calendar::CalendarReply& reply : read.replies) join(std::move(reply), out.replies);
    if (!out.fault) out.fault = read.fault;
  }
  return out;
}

/// Whether the same words of the same sender wait already: servers deliver a mail twice.
bool waits(const Suggestion& there, const Suggestion& one) {
  return there.state == SuggestionState::open && there.kind == one.kind &&
         there.party == one.party && there.meeting == one.meeting && there.sender == one.sender &&
         there.version == one.version && there.words == one.words;
}

/// An entry that was attached and not answered: our own, sent on or quoted. The words are the mail.
bool is_beside_words(calendar::ReadFault fault, const post::Incoming& mail) {
  return fault == calendar::ReadFault::not_a_reply &&
         (mail.kind == post::MailKind::automatic_reply || !mail.text.empty());
}

}  // namespace

/// One mail on its way.
struct IncomingMail::Mail {
  post::Incoming read;
  MailDone done;
  int commands = 0;
};

IncomingMail::IncomingMail(IncomingHouse house, post::InboxSettings box, std::stop_token stop)
    : house_(std::move(house)),
      reader_(house_.store, house_.tail),
      copies_(house_.file),
      wills_(house_.file),
      suggestions_(house_.file),
      box_(std::move(box), std::move(stop)) {}

IncomingMail::~IncomingMail() = default;

void IncomingMail::round() {
  const post::Look look = box_.look(suggestions_.place());
  counters_.trouble =
      look.trouble == post::Trouble::none ? "" : std::string{table::state_id(look.trouble)};
  for (const post::Waiting& waiting : look.waiting) {
    if (!deal_with(waiting)) return;
  }
}

/// False where the box cannot be spoken with any more.
bool IncomingMail::deal_with(const post::Waiting& waiting) {
  const post::Fetched mail = box_.fetch(waiting);
  if (mail.trouble != post::Trouble::none) {
    counters_.trouble = std::string{table::state_id(mail.trouble)};
    return false;
  }
  const post::Place place{waiting.validity, waiting.uid};
  if (mail.gone || suggestions_.is_done(mail.key)) {
    suggestions_.put_place(place);
    return true;
  }
  MailDone done = take(mail.bytes, mail.key, mail.is_beginning);
  done.place = place;
  suggestions_.keep(done);
  ++counters_.mails[done.what];
  if (done.what != "unmatched") box_.put_away(waiting);
  return true;
}

MailDone IncomingMail::take(const std::string& bytes, const std::string& key, bool is_beginning) {
  Mail mail{post::read_mail(bytes), {key, "unmatched", {}, {}, {}, house_.now()}, 0};
  if (mail.read.kind == post::MailKind::delivery_report) {
    take_report(mail);
  } else if (mail.read.kind == post::MailKind::read_receipt) {
    mail.done.what = "receipt";  // that a program has shown it proves nothing of the unit
  } else if (!take_calendars(mail)) {
    take_words(mail);
  }
  for (Suggestion& one : mail.done.suggestions) {
    if (is_beginning && one.reason.empty()) one.reason = "only_beginning";
  }
  return std::move(mail.done);
}

std::vector<Copy> IncomingMail::copies_of(const post::Incoming& mail) {
  for (const std::string& token : tokens_of(mail, house_.sender)) {
    auto copies = copies_.of_token(token);
    if (!copies.empty()) return copies;
  }
  return {};
}

std::optional<CaseFile> IncomingMail::case_of(const Copy& copy) {
  return load_case(streams_of(reader_), copy.of_case.text);
}

void IncomingMail::take_report(Mail& mail) {
  const auto copies = copies_of(mail.read);
  const auto* worst = mail.read.report ? worst_of(*mail.read.report) : nullptr;
  if (copies.empty() || !worst) return;
  mail.done.what = "delay";
  for (const Copy& copy : copies) {
    const bool is_summons = is_summons_taken(copy);
    if (worst->action == post::DeliveryAction::failed) {
      mail.done.what = "bounce";
      copies_.came_back(copy.number, CopyState::bounced, worst->status,
                        is_summons ? SeatReport::failed : SeatReport::nothing);
    } else if (worst->action == post::DeliveryAction::delivered) {
      mail.done.what = "delivery";
      copies_.came_back(copy.number, CopyState::delivered, worst->status,
                        is_summons ? SeatReport::delivered : SeatReport::nothing);
    }
  }
}

/// Whether the mail holds a calendar reply to a letter of ours.
bool IncomingMail::take_calendars(Mail& mail) {
  const CalendarParts parts = parts_of(mail.read, house_.calendar.zone());
  bool is_ours = false;
  for (const calendar::CalendarReply& reply : parts.replies) {
    is_ours = take_reply(reply, mail) || is_ours;
  }
  if (is_ours || !parts.fault || is_beside_words(*parts.fault, mail.read)) return is_ours;
  const auto copies = copies_of(mail.read);
  const auto file = copies.empty() ? std::nullopt : case_of(copies.front());
  if (!file) return false;
  const Answered about{*file, copies.front(), house_.calendar.zone(), house_.now()};
  Suggestion one = suggestion_for(SuggestionKind::unreadable, mail.read, about);
  one.reason = table::state_id(*parts.fault);
  one.words = mail.read.text;
  mail.done.suggestions.push_back(std::move(one));
  mail.done.what = "suggestion";
  return true;
}

bool IncomingMail::take_reply(const calendar::CalendarReply& reply, Mail& mail) {
  auto copies = copies_.of_entry(reply.uid);
  if (copies.empty()) copies = copies_of(mail.read);
  if (copies.empty()) return false;
  const Copy& copy = latest_entry(copies);
  const auto file = case_of(copy);
  if (!file) return false;
  const Ledger ledger = ledger::load(streams_of(reader_));
  const auto sent = sent_of(*file, copies, ledger.known, suggestions_.last_recorded(reply.uid));
  const std::string from = mail.read.from ? mail.read.from->at : std::string{};
  const auto match = calendar::match_reply(sent, reply, from);
  const Answered about{*file, copy, house_.calendar.zone(), house_.now()};
  Understood understood = understand(match, reply, mail.read, about);
  const bool is_clear = understood.command.has_value();
  act(std::move(understood), copy, mail);
  if (is_clear && reply.stamped_at) mail.done.recorded = {reply.uid, *reply.stamped_at};
  return true;
}

void IncomingMail::take_words(Mail& mail) {
  const auto copies = copies_of(mail.read);
  if (copies.empty()) return;
  const auto file = case_of(copies.front());
  if (!file) return;
  const Answered about{*file, copies.front(), house_.calendar.zone(), house_.now()};
  Understood understood = understand(mail.read, about);
  const auto told = suggestions_.of_case(file->running.id);
  std::erase_if(understood.suggestions, [&](const Suggestion& one) {
    return std::ranges::any_of(told, [&](const Suggestion& other) { return waits(other, one); });
  });
  act(std::move(understood), copies.front(), mail);
  mail.done.what = "suggestion";
}

/// Says the command; what a rule refuses becomes a suggestion, so that nothing is lost.
void IncomingMail::act(Understood understood, const Copy& copy, Mail& mail) {
  auto& suggestions = mail.done.suggestions;
  suggestions.insert(suggestions.end(), understood.suggestions.begin(),
                     understood.suggestions.end());
  mail.done.what = suggestions.empty() ? "answer" : "suggestion";
  if (understood.send_again) {
    wills_.ask({copy.of_case, copy.wish, {}, house_.now()});
    mail.done.what = "copy_asked";
  }
  if (!understood.command) return;
  const std::string id =
      "reply-" + mail.done.key.substr(0, 32) + "-" + std::to_string(mail.commands++);
  const Outcome outcome =
      house_.desk.submit(submission_of(copy.of_case.text, id, understood.by, *understood.command))
          .get();
  if (outcome.stored() || outcome.answer == Answer::command_id_reused) {
    mail.done.what = "answer";
    return;
  }
  if (outcome.answer != Answer::refused) {
    throw StoreError(StoreFault::failed, "an answer by mail could not be stored");
  }
  const auto file = case_of(copy);
  if (!file) return;
  const Answered about{*file, copy, house_.calendar.zone(), house_.now()};
  Suggestion one = suggestion_for(SuggestionKind::refused, mail.read, about);
  const auto why = read_refusals(outcome.detail);
  if (!why.empty()) one.reason = why.front().rule;
  one.says = understood.says;
  one.who = understood.who;
  suggestions.push_back(std::move(one));
  mail.done.what = "suggestion";
}

}  // namespace kallad::mailroom
