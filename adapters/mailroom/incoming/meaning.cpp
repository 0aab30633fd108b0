// The table of adapters/calendar/reply/README.md as code.
// Not a judgement of rules: whether the seat takes it is the engine's to say.
#include "adapters/mailroom/incoming/meaning.hpp"

#include <algorithm>

#include "adapters/letter/compose.hpp"
#include "adapters/post/mime/words.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

namespace {

constexpr std::size_t longest_words = 8'000;  ///< bytes kept of what somebody wrote

using calendar::Meaning;

const Seat* seat_of(const Answered& about) {
  const Meeting* meeting = casework::find_meeting(about.file.running, about.copy.wish.number);
  return meeting ? meeting::find_seat(*meeting, about.copy.wish.to) : nullptr;
}

bool is_of_substitute(const Copy& copy) { return copy.wish.kind == WishKind::substitute_link; }

std::string cut(std::string text) {
  if (text.size() <= longest_words) return text;
  std::size_t end = longest_words;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + " …";
}

template <class Command>
Command to_seat(const Answered& about) {
  Command command;
  command.party = about.copy.wish.to;
  command.meeting = about.copy.wish.number;
  command.version = about.copy.version;
  return command;
}

/// When it was given, where the sender's clock can be believed: after it was sent, before now.
std::optional<LocalTime> given_at(const calendar::CalendarReply& reply, const Answered& about) {
  const Seat* seat = seat_of(about);
  if (!reply.stamped_at || !seat || !seat->sent) return std::nullopt;
  const bool is_likely = *reply.stamped_at >= seat->sent->at && *reply.stamped_at <= about.now;
  return is_likely ? std::optional{about.zone.to_local(*reply.stamped_at)} : std::nullopt;
}

FileCommand answered(AnswerKind kind, const calendar::CalendarReply& reply, const Answered& about) {
  auto command = to_seat<AnswerSummons>(about);
  command.answer = kind;
  command.given_at = given_at(reply, about);
  return command;
}

FileCommand named(const calendar::ReplyMatch& match, const Answered& about) {
  auto command = to_seat<NameSubstitute>(about);
  command.substitute.name = match.name;
  command.substitute.contact = match.who;
  return command;
}

/// The name that the substitute's own mail gives, where the naming gave none.
FileCommand confirmed(const post::Incoming& mail, const Answered& about) {
  auto command = to_seat<ConfirmSubstitute>(about);
  const Seat* seat = seat_of(about);
  const bool is_nameless = seat && !seat->chain.empty() && seat->chain.back().who.name.empty();
  if (is_nameless && mail.from && !mail.from->name.empty()) command.name = mail.from->name;
  return command;
}

/// The command of a clear meaning; nothing where it is none.
std::optional<FileCommand> command_of(const calendar::ReplyMatch& match,
                                      const calendar::CalendarReply& reply,
                                      const post::Incoming& mail, const Answered& about) {
  const bool by_substitute = is_of_substitute(about.copy);
  switch (match.meaning) {
    case Meaning::attends:
      if (by_substitute) return confirmed(mail, about);
      return answered(AnswerKind::attends, reply, about);
    case Meaning::cannot_come:
      if (by_substitute) return FileCommand{to_seat<DeclineSubstitution>(about)};
      return answered(AnswerKind::cannot_come, reply, about);
    case Meaning::names_substitute:
      return named(match, about);
    case Meaning::substitute_confirms:
      return confirmed(mail, about);
    case Meaning::substitute_declines:
      return FileCommand{to_seat<DeclineSubstitution>(about)};
    default:
      return std::nullopt;
  }
}

/// Whether the seat has heard this very reply: servers deliver a mail twice, by two ways.
bool is_recorded(const calendar::ReplyMatch& match, const calendar::CalendarReply& reply,
                 const Answered& about) {
  const Seat* seat = seat_of(about);
  if (!seat) return false;
  const bool is_yes = match.meaning == Meaning::attends;
  if (match.meaning == Meaning::substitute_confirms || (is_yes && is_of_substitute(about.copy))) {
    return !seat->chain.empty() && seat->chain.back().confirmed.has_value();
  }
  if (!is_yes && match.meaning != Meaning::cannot_come) return false;
  const AnswerKind kind = is_yes ? AnswerKind::attends : AnswerKind::cannot_come;
  return std::ranges::any_of(seat->answers, [&](const GivenAnswer& one) {
    return one.kind == kind && reply.stamped_at == one.given_at;
  });
}

SuggestionKind kind_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::tentative:
      return SuggestionKind::tentative;
    case Meaning::stale:
      return SuggestionKind::stale;
    case Meaning::someone_else:
      return SuggestionKind::someone_else;
    case Meaning::asks_another_time:
      return SuggestionKind::asks_another_time;
    default:
      return SuggestionKind::unclear;
  }
}

bool asks_nothing(SuggestionKind kind) {
  return kind == SuggestionKind::tentative || kind == SuggestionKind::stale ||
         kind == SuggestionKind::comment || kind == SuggestionKind::automatic_reply;
}

/// Words beside a reply that are not in it. Only Outlook leaves that place to the person: other
/// programs write there what the reply says.
std::string words_beside(const calendar::ReplyMatch& match, const calendar::CalendarReply& reply,
                         const post::Incoming& mail) {
  if (!match.comment.empty()) return match.comment;
  return reply.product.find("Microsoft") == std::string::npos ? std::string{} : mail.text;
}

/// Whether a program has put the subject there, by answering or sending on a letter of ours: those
/// end with the case's number.
bool is_subject_of_letter(const std::string& subject, const Answered& about) {
  const std::string lower = post::lower_ascii(subject);
  constexpr std::string_view begins[] = {"sv:", "re:", "vb:", "fw:", "fwd:", "aw:", "vs:"};
  const bool answers =
      std::ranges::any_of(begins, [&](std::string_view word) { return lower.starts_with(word); });
  return answers && subject.ends_with(about.file.running.id.text);
}

/// What somebody wrote, also where that is in the subject or below the letter that was answered.
std::string written_words(const post::Incoming& mail, const Answered& about) {
  const bool is_above = !mail.text.empty();
  const std::string& words = is_above ? mail.text : mail.whole_text;
  const bool is_told = is_above && is_subject_of_letter(mail.subject, about);
  if (is_told || mail.subject.empty()) return words;
  return words.empty() ? mail.subject : mail.subject + "\n\n" + words;
}

Suggestion suggested(const calendar::ReplyMatch& match, const post::Incoming& mail,
                     const Answered& about) {
  Suggestion one = suggestion_for(kind_of(match.meaning), mail, about);
  if (match.reason) one.reason = table::state_id(*match.reason);
  one.says = table::state_id(match.says);
  one.who = match.who;
  for (const std::string& each : match.named) {
    if (each != match.who) one.who += (one.who.empty() ? "" : " ") + each;
  }
  one.name = match.name;
  one.starts = match.start;
  one.words = cut(match.comment.empty() ? mail.text : match.comment);
  return one;
}

}  // namespace

Suggestion suggestion_for(SuggestionKind kind, const post::Incoming& mail, const Answered& about) {
  Suggestion one;
  one.of_case = about.file.running.id;
  one.meeting = about.copy.wish.number;
  one.party = about.copy.wish.to;
  one.version = about.copy.version;
  one.kind = kind;
  if (mail.from) one.sender = mail.from->at;
  one.came_at = about.now;
  one.state = asks_nothing(kind) ? SuggestionState::noted : SuggestionState::open;
  return one;
}

calendar::SentInvitation sent_of(const CaseFile& file, const std::vector<Copy>& copies,
                                 const Register& known, std::optional<Instant> last_recorded) {
  calendar::SentInvitation sent;
  const Copy& last = copies.back();
  for (const Copy& copy : copies) {
    sent.addresses.push_back(copy.address);
    if (!copy.entry || copy.entry->sequence < sent.sequence) continue;
    sent.uid = copy.entry->uid;
    sent.sequence = copy.entry->sequence;
    sent.stamped_at = copy.entry->stamped_at;
    sent.start = copy.entry->starts;
    sent.end = copy.entry->ends;
  }
  sent.last_reply_at = last_recorded;
  if (is_of_substitute(last)) return sent;
  const Party* party = casework::find_party(file.running, last.wish.to);
  const Unit* unit = party ? find_unit(known, party->unit) : nullptr;
  if (unit) sent.addresses.push_back(letter::mail_address_in(unit->mailbox));
  const Meeting* meeting = casework::find_meeting(file.running, last.wish.number);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, last.wish.to) : nullptr;
  if (seat && !seat->chain.empty()) {
    const std::string contact = letter::mail_address_in(seat->chain.back().who.contact);
    if (!contact.empty()) sent.substitute = contact;
  }
  return sent;
}

Understood understand(const calendar::ReplyMatch& match, const calendar::CalendarReply& reply,
                      const post::Incoming& mail, const Answered& about) {
  Understood out;
  if (match.meaning == Meaning::asks_for_copy) {
    out.send_again = true;
    return out;
  }
  if (is_recorded(match, reply, about)) return out;
  out.command = command_of(match, reply, mail, about);
  if (!out.command) {
    out.suggestions.push_back(suggested(match, mail, about));
    return out;
  }
  const Party* party = casework::find_party(about.file.running, about.copy.wish.to);
  out.by = {Role::mail, party ? party->unit : UnitId{}, mail.from ? mail.from->at : std::string{}};
  out.says = table::state_id(match.says);
  out.who = match.who;
  std::string words = words_beside(match, reply, mail);
  if (!words.empty()) {
    Suggestion comment = suggestion_for(SuggestionKind::comment, mail, about);
    comment.says = table::state_id(match.says);
    comment.words = cut(std::move(words));
    out.suggestions.push_back(std::move(comment));
  }
  return out;
}

Understood understand(const post::Incoming& mail, const Answered& about) {
  // A list between hides nothing: what a mailbox's members write comes through it.
  const bool is_person = mail.kind == post::MailKind::personal || mail.kind == post::MailKind::bulk;
  const bool is_lost = mail.kind == post::MailKind::unknown_bounce;
  Suggestion one = suggestion_for(is_person ? SuggestionKind::words
                                  : is_lost ? SuggestionKind::unreadable_bounce
                                            : SuggestionKind::automatic_reply,
                                  mail, about);
  one.words = cut(is_person           ? written_words(mail, about)
                  : mail.text.empty() ? mail.subject
                                      : mail.text);
  if (mail.from) one.name = mail.from->name;
  Understood out;
  out.suggestions.push_back(std::move(one));
  return out;
}

}  // namespace kallad::mailroom
