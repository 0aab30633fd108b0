// Each route opens the case as a whole, does its work, logs, and answers.
// Not a second gate: sight is engine/authority's.
#include "adapters/api/letters/letter_routes.hpp"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <charconv>
#include <iterator>

#include "adapters/api/letters/waiting_letters.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/letter/schedule.hpp"
#include "adapters/mailroom/kept/addresses.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "engine/authority/authority.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::api {

namespace {

using mailroom::Addresses;
using mailroom::Copies;
using mailroom::Hold;
using mailroom::Suggestions;
using mailroom::SuggestionState;
using mailroom::Wills;

/// The longest reason for a hold, in bytes.
constexpr std::size_t longest_reason = 500;

/// A case seen as a whole, with what its letters are made from.
struct Opened {
  House& house;
  const CaseFile& file;
  const Ledger& ledger;
  Instant now;

  const Zone& zone() const { return house.calendar.zone(); }
  LocalTime local(Instant moment) const { return zone().to_local(moment); }
  std::optional<LocalTime> local(const std::optional<Instant>& moment) const {
    return moment ? std::optional{local(*moment)} : std::nullopt;
  }
};

/// Letters are made from the register, the routines and the texts as they are now.
template <class Work>
auto with_ground(const Opened& opened, Work&& work) {
  const auto texts = opened.house.mail->texts();
  const auto routines = ledger::routines_in_force(opened.ledger);
  const Ground ground{opened.ledger.known, routines, opened.house.calendar, {}};
  const auto addresses = Addresses{opened.house.mail->file()}.of_case(opened.file.running.id);
  return work(LetterGround{ground, *texts, opened.house.mail->links(), addresses,
                           opened.house.mail->channels()});
}

std::vector<LetterTo> told(const std::vector<Recipient>& recipients) {
  std::vector<LetterTo> all;
  for (const Recipient& one : recipients) all.push_back({one.kind, one.address});
  return all;
}

LetterToCome told(const letter::PlannedLetter& one, const Opened& opened) {
  LetterToCome shown{one.wish.kind,        one.wish.number, one.wish.to,  opened.local(one.at),
                     told(one.recipients), std::nullopt,    std::nullopt, false};
  if (one.why_not) shown.why_not = letter::rule_of(*one.why_not);
  Wills wills{opened.house.mail->file()};
  if (const auto hold = wills.standing(mailroom::name_of(opened.file, one.wish))) {
    shown.stopped = !hold->until;
    shown.held_until = opened.local(hold->until);
  }
  return shown;
}

LetterSent told(const mailroom::Copy& copy, const Opened& opened) {
  return {copy.wish.kind,
          copy.wish.number,
          copy.wish.to,
          copy.recipient,
          copy.address,
          copy.state,
          static_cast<std::uint32_t>(copy.attempts),
          opened.local(copy.tried_at),
          opened.local(copy.next_at),
          copy.status};
}

LetterHeld told(const Hold& hold, const Opened& opened) {
  const Wish& wish = hold.letter.wish;
  return {wish.kind,   wish.number,          wish.to, opened.local(hold.until), hold.by_name,
          hold.reason, opened.local(hold.at)};
}

MailSuggestion told(const mailroom::Suggestion& one, const Opened& opened) {
  return {static_cast<std::uint64_t>(one.number),
          one.meeting,
          one.party,
          one.kind,
          one.reason,
          one.says,
          one.sender,
          one.who,
          one.name,
          opened.local(one.starts),
          one.words,
          opened.local(one.came_at),
          one.state,
          one.settled_by,
          opened.local(one.settled_at)};
}

CaseLetters letters_of(const Opened& opened) {
  mailroom::MailFile& file = opened.house.mail->file();
  CaseLetters all;
  all.sends = opened.house.mail->sends();
  for (const auto& [party, address] : Addresses{file}.of_case(opened.file.running.id))
    all.addresses.push_back({party, address});
  with_ground(opened, [&](const LetterGround& from) {
    for (const auto& one : letter::letters_to_come(opened.file, from)) {
      all.to_come.push_back(told(one, opened));
    }
    all.waiting = waiting_letters(opened.file, from, *opened.house.mail, opened.now);
    return true;
  });
  for (const auto& copy : Copies{file}.of_case(opened.file.running.id)) {
    all.sent.push_back(told(copy, opened));
  }
  for (const auto& hold : Wills{file}.holds_of(opened.file.running.id)) {
    all.held.push_back(told(hold, opened));
  }
  return all;
}

MailSuggestions suggestions_of(const Opened& opened) {
  MailSuggestions all;
  Suggestions kept{opened.house.mail->file()};
  for (const auto& one : kept.of_case(opened.file.running.id)) {
    all.suggestions.push_back(told(one, opened));
  }
  return all;
}

/// A letter is named by a wish the case can have: a seat of the meeting, a party that the plan
/// concerns, or the coordinator.
std::optional<HttpResponse> wrong_letter(const Opened& opened, const Wish& wish) {
  const Meeting* meeting = casework::find_meeting(opened.file.running, wish.number);
  const bool has_seat = meeting && meeting::find_seat(*meeting, wish.to);
  const bool has_part = letter::is_about_plan(wish.kind)
                            ? casework::find_party(opened.file.running, wish.to) != nullptr
                            : has_seat;
  const bool is_known = wish.to.empty() ? letter::is_to_coordinator(wish.kind) : has_part;
  if (wish.kind != WishKind::stop_letters && is_known) return std::nullopt;
  return problem(422, "letter_without_seat");
}

LetterPreview preview_of(const CaseFile& file, const Wish& wish, const LetterGround& from,
                         Instant now) {
  LetterPreview shown;
  const Language language = letter::language_for(file, wish, from.ground.known);
  auto made = letter::compose(file, wish, from, language, now);
  if (const auto* why = boost::variant2::get_if<NothingToSend>(&made)) {
    shown.why_not = letter::rule_of(why->why);
    return shown;
  }
  const Letter& letter = boost::variant2::get<Letter>(made);
  shown.to = told(letter.recipients);
  const bool is_short = letter::is_by_gateway(letter.recipients.front().address);
  shown.subject = is_short ? std::string{} : letter.subject;
  shown.text = is_short ? letter::short_message(letter, from.texts) : letter.text;
  return shown;
}

HttpResponse preview(const Opened& opened, const Wish& wish) {
  if (auto no = wrong_letter(opened, wish)) return *std::move(no);
  return with_ground(opened, [&](const LetterGround& from) {
    return json(codec::write_compact(preview_of(opened.file, wish, from, opened.now)));
  });
}

/// The letters of what was decided, as the case would be then.
LettersForeseen letters_after(CaseFile file, const std::vector<FileEvent>& events, Stamp stamp,
                              const LetterGround& from) {
  std::vector<Wish> wishes;
  stamp.event = file.running.events;
  for (const FileEvent& event : events) {
    ++stamp.event;
    file = between::evolve(std::move(file), event, stamp);
    std::ranges::move(between::reactions(file, event), std::back_inserter(wishes));
  }
  LettersForeseen foreseen;
  for (const Wish& wish : wishes) {
    if (wish.kind == WishKind::stop_letters) continue;
    foreseen.letters.push_back(
        {wish.kind, wish.number, wish.to, preview_of(file, wish, from, stamp.at)});
  }
  return foreseen;
}

/// Decides as the brain would, and does nothing.
HttpResponse foresee(const Opened& opened, const Call& call) {
  const auto said = codec::read_data<FileCommand>(call.values.at(1), 0, call.request.body);
  if (!said) return problem_of_data(said.errors());
  const Occasion occasion{opened.ledger.known, opened.house.calendar, opened.now};
  const auto admitted = authority::admit(call.caller, opened.file, occasion, said.value());
  if (!admitted) return problem_of(admitted.denial());
  return with_ground(opened, [&](const LetterGround& from) {
    const Stamp stamp{std::max(opened.now, opened.file.running.last_at), admitted.actor(), 0};
    const auto verdict = between::decide(opened.file, said.value(), stamp, from.ground);
    if (!verdict) return problem(no_of(verdict.refusals()));
    return json(codec::write_compact(letters_after(opened.file, verdict.events(), stamp, from)));
  });
}

HttpResponse hold(const Opened& opened, const Caller& caller, const std::string& body) {
  const auto said = codec::read_text<HoldForm>(body);
  if (!said) return problem_of(said.errors());
  const HoldForm& form = said.value();
  const Wish wish{form.kind, form.number, form.party};
  if (auto no = wrong_letter(opened, wish)) return *std::move(no);
  if (form.reason.empty() || form.reason.size() > longest_reason) {
    return problem(No{422, {{"hold_needs_reason", "/reason", {}}}, 0});
  }
  std::optional<Instant> until;
  if (form.until) until = opened.zone().to_instant(*form.until);
  Wills{opened.house.mail->file()}.hold(
      {mailroom::name_of(opened.file, wish), until, caller.name, form.reason, opened.now});
  opened.house.mail->wake();
  return json(codec::write_compact(letters_of(opened)));
}

/// An empty address gives the party back to its unit's function mailbox.
HttpResponse address(const Opened& opened, const Caller& caller, const std::string& body) {
  const auto said = codec::read_text<PartyAddress>(body);
  if (!said) return problem_of(said.errors());
  const PartyAddress& form = said.value();
  if (!casework::find_party(opened.file.running, form.party))
    return problem(No{422, {{"party_unknown", "/party", {{"party", form.party.text}}}}, 0});
  const std::string one = letter::address_in(form.address, opened.house.mail->channels());
  if (one.empty() && !form.address.empty())
    return problem(No{422, {{"address_malformed", "/address", {{"value", form.address}}}}, 0});
  Addresses{opened.house.mail->file()}.put(opened.file.running.id, form.party, form.address,
                                           caller.name, opened.now);
  opened.house.mail->wake();
  return json(codec::write_compact(letters_of(opened)));
}

HttpResponse send_now(const Opened& opened, const Caller& caller, const std::string& body) {
  const auto said = codec::read_text<SendNowForm>(body);
  if (!said) return problem_of(said.errors());
  const Wish wish{said.value().kind, said.value().number, said.value().party};
  if (auto no = wrong_letter(opened, wish)) return *std::move(no);
  Wills{opened.house.mail->file()}.ask({opened.file.running.id, wish, caller.name, opened.now});
  opened.house.mail->wake();
  return json(codec::write_compact(letters_of(opened)));
}

HttpResponse settle(const Opened& opened, const Caller& caller, const std::string& number,
                    const std::string& body) {
  const auto said = codec::read_text<SettleForm>(body);
  if (!said) return problem_of(said.errors());
  const SuggestionState state = said.value().state;
  if (state != SuggestionState::taken && state != SuggestionState::dismissed) {
    return problem(No{422, {{"suggestion_bad_state", "/state", {}}}, 0});
  }
  std::int64_t which = 0;
  std::from_chars(number.data(), number.data() + number.size(), which);
  Suggestions kept{opened.house.mail->file()};
  if (!kept.find(opened.file.running.id, which)) return problem(404, "no_such_suggestion");
  if (!kept.settle(which, state, caller.name, opened.now)) {
    return problem(409, "suggestion_settled");
  }
  return json(codec::write_compact(suggestions_of(opened)));
}

RouteHandler opened(House& house, const std::string& kind,
                    HttpResponse (*work)(const Opened&, const Call&)) {
  return for_whole_case(house, kind, [&house, work](const WholeCase& seen, const Call& call) {
    return work(Opened{house, seen.file, seen.ledger, seen.now}, call);
  });
}

Wish wish_in(const Call& call) {
  Wish wish;
  boost::describe::enum_from_string(query_value(call.request.query, "kind").c_str(), wish.kind);
  const std::string number = query_value(call.request.query, "number");
  std::from_chars(number.data(), number.data() + number.size(), wish.number);
  wish.to = PartyId{query_value(call.request.query, "party")};
  return wish;
}

Route get(House& house, std::string pattern, std::string id, std::string about,
          const codec::Shape& answer, HttpResponse (*work)(const Opened&, const Call&)) {
  return {.method = "GET",
          .pattern = std::move(pattern),
          .id = id,
          .about = std::move(about),
          .handle = opened(house, id, work),
          .form = {.answer = &answer}};
}

Route post(House& house, std::string pattern, std::string id, std::string about,
           const codec::Shape& body, const codec::Shape& answer,
           HttpResponse (*work)(const Opened&, const Call&)) {
  Route route = get(house, std::move(pattern), std::move(id), std::move(about), answer, work);
  route.method = "POST";
  route.form.body = &body;
  return route;
}

}  // namespace

std::vector<Route> letter_routes(House& house) {
  if (house.mail == nullptr) return {};
  const std::string of_case = "/api/v1/cases/{case}";
  Route look =
      get(house, of_case + "/letters/preview", "preview_letter",
          "brevet som mottagarna kommer att se det", codec::shape_of<LetterPreview>(),
          [](const Opened& opened, const Call& call) { return preview(opened, wish_in(call)); });
  look.form.query = {"kind", "number", "party"};
  Route before = get(house, of_case + "/letters/preview/{command}", "foresee_letters",
                     "breven som ett kommando skulle leda till, utan att något görs",
                     codec::shape_of<LettersForeseen>(), foresee);
  before.method = "POST";
  before.form.own_body = "CommandData";
  return {get(house, of_case + "/letters", "letters",
              "ärendets brev: vad som kommer att skickas när, och vad som blev av det skickade",
              codec::shape_of<CaseLetters>(),
              [](const Opened& opened, const Call&) {
                return json(codec::write_compact(letters_of(opened)));
              }),
          std::move(look),
          std::move(before),
          post(house, of_case + "/letters/hold", "hold_letter",
               "skjut upp ett brev, eller stoppa det, med skäl", codec::shape_of<HoldForm>(),
               codec::shape_of<CaseLetters>(),
               [](const Opened& opened, const Call& call) {
                 return hold(opened, call.caller, call.request.body);
               }),
          post(house, of_case + "/letters/address", "address_letters",
               "säg vart en parts brev går i det här ärendet", codec::shape_of<PartyAddress>(),
               codec::shape_of<CaseLetters>(),
               [](const Opened& opened, const Call& call) {
                 return address(opened, call.caller, call.request.body);
               }),
          post(house, of_case + "/letters/send", "send_letter_now", "skicka ett brev nu",
               codec::shape_of<SendNowForm>(), codec::shape_of<CaseLetters>(),
               [](const Opened& opened, const Call& call) {
                 return send_now(opened, call.caller, call.request.body);
               }),
          get(house, of_case + "/suggestions", "mail_suggestions",
              "svar som har kommit med mejl och som någon behöver ta ställning till",
              codec::shape_of<MailSuggestions>(),
              [](const Opened& opened, const Call&) {
                return json(codec::write_compact(suggestions_of(opened)));
              }),
          post(house, of_case + "/suggestions/{number}", "settle_suggestion",
               "ta ställning till ett svar som kom med mejl", codec::shape_of<SettleForm>(),
               codec::shape_of<MailSuggestions>(), [](const Opened& opened, const Call& call) {
                 return settle(opened, call.caller, call.values.at(1), call.request.body);
               })};
}

}  // namespace kallad::api
