// The judgement of reply_match.hpp, in the order of its questions: is it ours, is it of the present
// version, who speaks, what is said. Not a memory: what was recorded before is in SentInvitation.
// Rule kept: only what leaves no doubt is clear.
#include "adapters/calendar/reply/reply_match.hpp"

#include <algorithm>

#include "adapters/calendar/address.hpp"

namespace kallad::calendar {

namespace {

/// The sides of the question, in normal form.
struct Known {
  std::vector<std::string> addresses;
  std::vector<std::string> domains;
  std::string substitute;
  std::string from;

  bool is_seat(std::string_view address) const {
    return !address.empty() && std::ranges::count(addresses, address) > 0;
  }
  bool is_substitute(std::string_view address) const {
    return !substitute.empty() && address == substitute;
  }
  bool is_own_organisation(std::string_view address) const {
    return std::ranges::count(domains, domain_of(address)) > 0;
  }
};

Known known_of(const SentInvitation& sent, std::string_view from) {
  Known out;
  for (const std::string& each : sent.addresses) {
    if (const auto address = normal_address(each)) out.addresses.push_back(*address);
  }
  out.domains = sent.domains;
  if (out.domains.empty()) {
    for (const std::string& each : out.addresses) out.domains.emplace_back(domain_of(each));
  }
  if (sent.substitute) out.substitute = normal_address(*sent.substitute).value_or(std::string{});
  out.from = normal_address(from).value_or(std::string{});
  return out;
}

bool is_same_time(const SentInvitation& sent, const CalendarReply& reply) {
  return reply.start == sent.start && (!reply.end || reply.end == sent.end);
}

/// Apple's programs may answer any version with SEQUENCE:0 or none; then the version is the present
/// one only if nothing speaks against it.
bool forgets_sequence(const CalendarReply& reply) {
  return !reply.sequence ||
         (*reply.sequence == 0 && reply.product.find("Apple") != std::string::npos);
}

enum class Version { present, older, newer, unknown };

Version version_of(const SentInvitation& sent, const CalendarReply& reply) {
  if (!forgets_sequence(reply)) {
    if (*reply.sequence > sent.sequence) return Version::newer;
    return *reply.sequence < sent.sequence ? Version::older : Version::present;
  }
  if (sent.sequence == 0) return Version::present;
  const bool asks = reply.method == ReplyMethod::counter;
  if (!asks && reply.start && !is_same_time(sent, reply)) return Version::older;
  if (!reply.stamped_at) return Version::unknown;
  return *reply.stamped_at < sent.stamped_at ? Version::older : Version::present;
}

ReplyMatch unclear(ReplyMatch match, UnclearReason reason) {
  match.meaning = Meaning::unclear;
  match.reason = reason;
  return match;
}

ReplyMatch meaning(ReplyMatch match, Meaning what) {
  match.meaning = what;
  return match;
}

const AttendeeSays* find_attendee(const CalendarReply& reply, const auto& is_it) {
  const auto found = std::ranges::find_if(
      reply.attendees, [&](const AttendeeSays& each) { return is_it(each.address); });
  return found == reply.attendees.end() ? nullptr : &*found;
}

/// All addresses the seat's attendee hands over to, by its own line or by the other's.
std::vector<std::string> named_by(const AttendeeSays& attendee, const CalendarReply& reply) {
  std::vector<std::string> out = attendee.delegated_to;
  for (const AttendeeSays& each : reply.attendees) {
    const bool from_here = std::ranges::count(each.delegated_from, attendee.address) > 0;
    const bool is_new = !each.address.empty() && std::ranges::count(out, each.address) == 0;
    if (from_here && is_new) out.push_back(each.address);
  }
  return out;
}

std::string name_in(const CalendarReply& reply, std::string_view address) {
  const auto* found =
      find_attendee(reply, [&](const std::string& each) { return each == address; });
  return found == nullptr || normal_address(found->name) ? std::string{} : found->name;
}

ReplyMatch of_delegation(ReplyMatch match, const AttendeeSays& attendee, const CalendarReply& reply,
                         const Known& known) {
  match.named = named_by(attendee, reply);
  if (match.named.empty()) return unclear(std::move(match), UnclearReason::no_substitute);
  if (match.named.size() > 1) return unclear(std::move(match), UnclearReason::several_substitutes);
  const std::string& substitute = match.named.front();
  if (known.is_seat(substitute)) return unclear(std::move(match), UnclearReason::no_substitute);
  match.who = substitute;
  match.name = name_in(reply, substitute);
  if (!known.is_own_organisation(substitute)) {
    return unclear(std::move(match), UnclearReason::other_organisation);
  }
  return meaning(std::move(match), Meaning::names_substitute);
}

ReplyMatch of_counter(ReplyMatch match, const SentInvitation& sent, const CalendarReply& reply) {
  if (is_same_time(sent, reply)) return unclear(std::move(match), UnclearReason::no_new_time);
  match.start = reply.start;
  match.end = reply.end;
  return meaning(std::move(match), Meaning::asks_another_time);
}

ReplyMatch of_partstat(ReplyMatch match, const AttendeeSays& attendee, const CalendarReply& reply,
                       const Known& known) {
  switch (attendee.says) {
    case PartStat::accepted:
      return meaning(std::move(match), Meaning::attends);
    case PartStat::declined:
      return meaning(std::move(match), Meaning::cannot_come);
    case PartStat::tentative:
      return meaning(std::move(match), Meaning::tentative);
    case PartStat::delegated:
      return of_delegation(std::move(match), attendee, reply, known);
    case PartStat::needs_action:
      return unclear(std::move(match), UnclearReason::no_answer);
    case PartStat::other:
      break;
  }
  return unclear(std::move(match), UnclearReason::unknown_answer);
}

/// The substitute that stands answers for itself; anything but a yes or a no is shown as it is.
ReplyMatch of_substitute(ReplyMatch match, const AttendeeSays& attendee,
                         const CalendarReply& reply) {
  if (attendee.says == PartStat::accepted) {
    return meaning(std::move(match), Meaning::substitute_confirms);
  }
  if (attendee.says == PartStat::declined) {
    return meaning(std::move(match), Meaning::substitute_declines);
  }
  match.named = named_by(attendee, reply);
  return meaning(std::move(match),
                 attendee.says == PartStat::tentative ? Meaning::tentative : Meaning::someone_else);
}

bool contradicts(const AttendeeSays& attendee, const CalendarReply& reply) {
  return std::ranges::any_of(reply.attendees, [&](const AttendeeSays& other) {
    return other.address == attendee.address &&
           (other.says != attendee.says || other.delegated_to != attendee.delegated_to);
  });
}

ReplyMatch about(ReplyMatch match, const AttendeeSays& attendee) {
  match.says = attendee.says;
  match.who = attendee.address;
  match.name = normal_address(attendee.name) ? std::string{} : attendee.name;
  return match;
}

/// Whom an answer in the party's place is from: the sender, else whoever it says.
ReplyMatch of_someone_else(ReplyMatch match, const AttendeeSays& attendee,
                           const CalendarReply& reply, const Known& known) {
  match = about(std::move(match), attendee);
  match.named = named_by(attendee, reply);
  const std::string other =
      !attendee.sent_by.empty() && !known.is_seat(attendee.sent_by) ? attendee.sent_by : known.from;
  if (!other.empty() && other != attendee.address) {
    match.who = other;
    match.name = name_in(reply, other);
  }
  return meaning(std::move(match), Meaning::someone_else);
}

/// Whether the attendee itself sent it.
bool is_own_word(const AttendeeSays& attendee, const Known& known) {
  const bool own_sender = known.is_seat(known.from) || known.from == attendee.address;
  const bool own_hand = attendee.sent_by.empty() || attendee.sent_by == attendee.address ||
                        (known.is_seat(attendee.address) && known.is_seat(attendee.sent_by));
  return own_sender && own_hand;
}

ReplyMatch of_attendees(ReplyMatch match, const SentInvitation& sent, const CalendarReply& reply,
                        const Known& known) {
  const auto* substitute =
      find_attendee(reply, [&](const std::string& each) { return known.is_substitute(each); });
  const bool from_substitute =
      substitute != nullptr && known.from == substitute->address && is_own_word(*substitute, known);
  const bool only_words = reply.method == ReplyMethod::reply;
  if (from_substitute && only_words && !contradicts(*substitute, reply)) {
    return of_substitute(about(std::move(match), *substitute), *substitute, reply);
  }
  const auto* seat =
      find_attendee(reply, [&](const std::string& each) { return known.is_seat(each); });
  const auto* any =
      find_attendee(reply, [&](const std::string& each) { return each == known.from; });
  if (any == nullptr || any->address.empty()) {
    any = find_attendee(reply, [](const std::string& each) { return !each.empty(); });
  }
  if (any == nullptr) return unclear(std::move(match), UnclearReason::no_attendee);
  if (seat == nullptr || !is_own_word(*seat, known)) {
    match.start = reply.method == ReplyMethod::counter ? reply.start : std::nullopt;
    match.end = reply.method == ReplyMethod::counter ? reply.end : std::nullopt;
    return of_someone_else(std::move(match), seat == nullptr ? *any : *seat, reply, known);
  }
  match = about(std::move(match), *seat);
  if (reply.method == ReplyMethod::refresh) {
    return meaning(std::move(match), Meaning::asks_for_copy);
  }
  if (contradicts(*seat, reply))
    return unclear(std::move(match), UnclearReason::contradicts_itself);
  if (reply.method == ReplyMethod::counter) return of_counter(std::move(match), sent, reply);
  return of_partstat(std::move(match), *seat, reply, known);
}

}  // namespace

ReplyMatch match_reply(const SentInvitation& sent, const CalendarReply& reply,
                       std::string_view from) {
  const Known known = known_of(sent, from);
  ReplyMatch match;
  match.comment = reply.comment;
  if (reply.uid != sent.uid) return unclear(std::move(match), UnclearReason::other_meeting);
  if (reply.method == ReplyMethod::decline_counter) {
    return unclear(std::move(match), UnclearReason::not_an_answer);
  }
  match = of_attendees(std::move(match), sent, reply, known);
  // Who speaks and what is said stays in the match; an old version only takes its meaning away.
  if (match.meaning == Meaning::asks_for_copy) return match;
  const Version version = version_of(sent, reply);
  const bool overtaken =
      sent.last_reply_at && reply.stamped_at && *reply.stamped_at < *sent.last_reply_at;
  if (version == Version::older || overtaken) {
    match.reason.reset();
    return meaning(std::move(match), Meaning::stale);
  }
  if (version == Version::newer) return unclear(std::move(match), UnclearReason::newer_than_sent);
  if (version == Version::unknown) return unclear(std::move(match), UnclearReason::version_unknown);
  return match;
}

}  // namespace kallad::calendar
