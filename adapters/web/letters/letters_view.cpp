// One line after the other; times on the wall as moments of the house's calendar.
// Not what may be done: the page's forms are answered by the API.
#include "adapters/web/letters/letters_view.hpp"

#include "adapters/http/wire/form_body.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

namespace {

using api::MailSuggestion;
using mailroom::CopyState;
using mailroom::SuggestionKind;
using mailroom::SuggestionState;

class Telling {
 public:
  Telling(const ShownCase& now, const api::House& house, Language language)
      : now_(now), house_(house), language_(language) {}

  SuggestionLine line(const MailSuggestion& one) const {
    SuggestionLine line;
    line.number = std::to_string(one.number);
    line.party = name_of(one.party);
    line.what = said_of("mail_says." + std::string{table::state_id(one.kind)}, language_,
                        {{"who", who_in(one)}, {"party", line.party}, {"when", when_in(one)}});
    if (one.kind == SuggestionKind::refused) {
      line.why = text_of(one.reason, {}, language_);
    } else if (!one.reason.empty()) {
      line.why = said_of("mail_reason." + one.reason, language_);
    }
    line.from = one.sender;
    line.words = one.words;
    line.came = moment(one.came_at);
    line.record = record_of(one);
    if (!line.record.empty()) line.record_text = record_text(one);
    if (one.state != SuggestionState::open && !one.settled_by.empty()) {
      line.settled = said_of("mail_state." + std::string{table::state_id(one.state)}, language_,
                             {{"who", one.settled_by}});
    }
    return line;
  }

  /// Which letter, and about whom: what a form that holds it names too.
  template <class Line, class Letter>
  Line begun(std::string name, const Letter& one) const {
    Line line;
    line.name = std::move(name);
    line.kind = table::state_id(one.kind);
    line.number = std::to_string(one.number);
    line.party_id = one.party.text;
    line.what = words::capitalised(word(one.kind, language_));
    line.party = one.party.empty() ? std::string{} : name_of(one.party);
    return line;
  }

  ComingLine line(const api::LetterToCome& one, std::size_t place) const {
    auto line = begun<ComingLine>("letter-" + std::to_string(place), one);
    line.what += demand_of(one);
    line.to = joined(one.to);
    line.at = moment(one.at);
    if (one.why_not) line.why_not = text_of(*one.why_not, {}, language_);
    if (one.stopped) {
      line.held = said("letters.is_stopped"_text, language_);
    } else if (one.held_until) {
      line.held =
          said("letters.is_held"_text, language_, {{"until", moment(*one.held_until).text}});
    }
    line.can_hold = !one.party.empty();
    return line;
  }

  WaitingLine line(const api::LetterWaiting& one, std::size_t place) const {
    auto line = begun<WaitingLine>("waiting-" + std::to_string(place), one);
    for (const RecipientKind to : one.to) {
      line.to += line.to.empty() ? "" : ", ";
      line.to += said_of("letter_to." + std::string{table::state_id(to)}, language_);
    }
    if (one.why_not) {
      line.state = said("letter_waits.never"_text, language_);
      line.why_not = text_of(*one.why_not, {}, language_);
    } else {
      line.state = waits_for(one);
    }
    const bool is_stuck = one.because == mailroom::LetterWaits::next_try;
    line.tone = one.why_not ? "danger" : is_stuck || !one.at ? "warning" : "info";
    line.can_hold = one.at && !one.party.empty();
    return line;
  }

  SentLine line(const api::LetterSent& one) const {
    SentLine line;
    line.what = words::capitalised(word(one.kind, language_));
    line.party = one.party.empty() ? std::string{} : name_of(one.party);
    line.to = one.address;
    line.state = said_of("copy_state." + std::string{table::state_id(one.state)}, language_);
    const bool is_bad = one.state == CopyState::failed || one.state == CopyState::bounced;
    line.tone = is_bad ? "danger" : one.state == CopyState::waiting ? "warning" : "success";
    if (one.at) line.at = moment(*one.at);
    if (one.state == CopyState::waiting && one.next_at) line.next = moment(*one.next_at).text;
    return line;
  }

  HeldLine line(const api::LetterHeld& one) const {
    return {words::capitalised(word(one.kind, language_)),
            one.party.empty() ? std::string{} : name_of(one.party),
            one.until ? moment(*one.until).text : std::string{}, one.by, one.reason};
  }

 private:
  std::string waits_for(const api::LetterWaiting& one) const {
    if (!one.at) return said("letter_waits.nothing_sends"_text, language_);
    return said_of("letter_waits." + std::string{table::state_id(one.because)}, language_,
                   {{"when", moment(*one.at).text}, {"tries", std::to_string(one.tries)}});
  }
  /// What the coordinator is reminded of: the wish itself does not say, but its moment does.
  std::string demand_of(const api::LetterToCome& one) const {
    if (one.kind != WishKind::demand_to_coordinator) return {};
    const Instant at = house_.calendar.zone().to_instant(one.at);
    for (const DueView& each : now_.shown.due) {
      const bool is_meant = each.at <= at && at < each.at + std::chrono::days{4};
      if (is_meant && !is_the_programs(each.kind))
        return ": " + std::string{word(each.kind, language_)};
    }
    return {};
  }
  std::string name_of(const PartyId& party) const { return party_name(now_.shown, party); }
  When moment(LocalTime reading) const {
    return moment_short(house_.calendar.zone().to_instant(reading), house_.calendar, language_);
  }
  std::string when_in(const MailSuggestion& one) const {
    return one.starts ? moment(*one.starts).text : said("letters.some_time"_text, language_);
  }
  static std::string who_in(const MailSuggestion& one) {
    if (one.who.empty()) return one.sender;
    return one.name.empty() ? one.who : one.name + " (" + one.who + ")";
  }
  static std::string joined(const std::vector<api::LetterTo>& to) {
    std::string all;
    for (const api::LetterTo& one : to) all += (all.empty() ? "" : ", ") + one.address;
    return all;
  }
  std::string form_of(std::string_view command, const MailSuggestion& one) const {
    return case_address(now_.shown.id) + "/do/" + std::string{command} +
           "?party=" + http::form_encoded(one.party.text);
  }

  /// A substitute where somebody else answered or was named, a new time where one was asked for,
  /// and an answer where there are words alone.
  std::string record_of(const MailSuggestion& one) const {
    if (one.state != SuggestionState::open) return {};
    const bool names = one.kind == SuggestionKind::someone_else || one.says == "delegated";
    if (names && one.who.find(' ') == std::string::npos) {
      return form_of(NameSubstitute::id, one) +
             "&substitute.contact=" + http::form_encoded(one.who) +
             "&substitute.name=" + http::form_encoded(one.name);
    }
    if (names) return form_of(NameSubstitute::id, one);
    if (one.kind == SuggestionKind::asks_another_time) {
      return case_address(now_.shown.id) + "/do/" + std::string{ChangeMeeting::id};
    }
    if (one.kind == SuggestionKind::unreadable_bounce || one.meeting == 0) return {};
    return form_of(AnswerSummons::id, one);
  }
  std::string record_text(const MailSuggestion& one) const {
    const bool names = one.kind == SuggestionKind::someone_else || one.says == "delegated";
    if (names) return said("letters.record_substitute"_text, language_);
    const bool moves = one.kind == SuggestionKind::asks_another_time;
    return moves ? said("letters.record_time"_text, language_)
                 : said("letters.record_answer"_text, language_);
  }

  const ShownCase& now_;
  const api::House& house_;
  Language language_;
};

/// A copy that is tried again stands once: with the letter it is of.
bool is_told_as_waiting(const api::LetterSent& copy, const api::CaseLetters& letters) {
  return copy.state == CopyState::waiting &&
         std::ranges::any_of(letters.waiting, [&copy](const api::LetterWaiting& one) {
           return one.kind == copy.kind && one.number == copy.number && one.party == copy.party;
         });
}

}  // namespace

LettersView letters_view(const ShownCase& now, const api::CaseLetters& letters,
                         const api::MailSuggestions& suggestions, const api::House& house,
                         Language language) {
  const Telling telling{now, house, language};
  LettersView view;
  view.heading = said("letters.heading"_text, language, {{"id", now.shown.id.text}});
  view.here = case_address(now.shown.id) + "/letters";
  view.nav = case_places(now.shown.id, "/letters", language, true);
  view.is_silent = !letters.sends;
  for (const MailSuggestion& one : suggestions.suggestions) {
    auto& where = one.state == SuggestionState::open ? view.open : view.others;
    where.push_back(telling.line(one));
  }
  view.has_others = !view.others.empty();
  std::vector<api::LetterToCome> to_come = letters.to_come;
  std::ranges::stable_sort(to_come, {}, &api::LetterToCome::at);
  for (const auto& one : to_come) {
    view.to_come.push_back(telling.line(one, view.to_come.size() + 1));
  }
  view.id = now.shown.id.text;
  for (const auto& one : letters.waiting) {
    view.waiting.push_back(telling.line(one, view.waiting.size() + 1));
  }
  view.has_waiting = !view.waiting.empty();
  for (auto one = letters.sent.rbegin(); one != letters.sent.rend(); ++one) {
    if (!is_told_as_waiting(*one, letters)) view.sent.push_back(telling.line(*one));
  }
  view.has_sent = !view.sent.empty();
  for (const auto& one : letters.held) view.held.push_back(telling.line(one));
  view.has_held = !view.held.empty();
  for (const PartyView& one : now.shown.parties) {
    const auto own = std::ranges::find(letters.addresses, one.id, &api::PartyAddress::party);
    view.addresses.push_back({"address-" + std::to_string(view.addresses.size() + 1), one.id.text,
                              one.name,
                              own == letters.addresses.end() ? std::string{} : own->address});
  }
  return view;
}

}  // namespace kallad::web
