// A round over the case's rows that sends nothing, told; and the seats that no letter could reach.
// Not the copies: what was tried is in letter_answers.hpp's LetterSent, whatever came of it.
#include "adapters/api/letters/waiting_letters.hpp"

#include <algorithm>

#include "engine/case/case_decide.hpp"

namespace kallad::api {

namespace {

using mailroom::Copies;
using mailroom::Copy;
using mailroom::CopyState;
using mailroom::LetterWaits;

class WaitingTold {
 public:
  WaitingTold(const CaseFile& file, const LetterGround& from, mailroom::Mailroom& mail, Instant now)
      : file_(file), from_(from), mail_(mail), now_(now), copies_(mail.file()) {}

  std::vector<LetterWaiting> all() {
    mailroom::Wills wills{mail_.file()};
    const auto items = mail_.waiting_of(file_.running.id);
    const auto round = mailroom::round_of(file_, items, {from_, copies_, wills}, now_);
    for (const auto& one : round.leaving) {
      add({one.letter.wish, one.keys.front(), now_, LetterWaits::its_turn}, one.letter.recipients);
    }
    for (const auto& one : round.later)
      add(one, letter::recipients_of(file_, one.wish, from_, one.at));
    std::ranges::stable_sort(told_, {}, &LetterWaiting::at);
    for (const auto& one : round.untold) add_unreachable(one.wish);
    add_unreachable_seats();
    return std::move(told_);
  }

 private:
  /// A letter that some of its addresses have got is told for the others.
  void add(const mailroom::Later& one, const std::vector<Recipient>& recipients) {
    LetterWaiting shown{.kind = one.wish.kind,
                        .number = one.wish.number,
                        .party = one.wish.to,
                        .because = one.because};
    if (mail_.sends()) shown.at = from_.ground.calendar.zone().to_local(one.at);
    const auto copies = copies_.of_key(one.key);
    for (const Recipient& to : recipients) {
      const auto copy = std::ranges::find(copies, to.address, &Copy::address);
      if (copy != copies.end() && copy->state != CopyState::waiting) continue;
      if (copy != copies.end())
        shown.tries = std::max(shown.tries, static_cast<std::uint32_t>(copy->attempts));
      if (std::ranges::find(shown.to, to.kind) == shown.to.end()) shown.to.push_back(to.kind);
    }
    put(std::move(shown));
  }

  /// A letter that waits for two reasons is told once, for the first.
  void put(LetterWaiting shown) {
    const bool is_told = std::ranges::any_of(told_, [&](const LetterWaiting& other) {
      return other.kind == shown.kind && other.number == shown.number && other.party == shown.party;
    });
    if (!is_told) told_.push_back(std::move(shown));
  }

  void add_unreachable(const Wish& wish) {
    LetterWaiting shown{.kind = wish.kind, .number = wish.number, .party = wish.to};
    shown.why_not = letter::rule_of(NoLetter::no_address);
    put(std::move(shown));
  }

  /// Of a kallelse for which no address was found nothing is kept but what its seat was told.
  void add_unreachable_seats() {
    const auto copies = copies_.of_case(file_.running.id);
    for (const Meeting& meeting : file_.running.meetings) {
      if (!meeting::is_live(meeting) || meeting.notice.starts <= now_) continue;
      for (const Seat& seat : meeting.seats) {
        const bool was_tried = std::ranges::any_of(copies, [&](const Copy& copy) {
          return copy.wish.number == meeting.number && copy.wish.to == seat.party &&
                 copy.version == seat.version;
        });
        if (seat.state == SeatState::delivery_failed && !was_tried)
          add_unreachable({WishKind::summons, meeting.number, seat.party});
      }
    }
  }

  const CaseFile& file_;
  const LetterGround& from_;
  mailroom::Mailroom& mail_;
  Instant now_;
  Copies copies_;
  std::vector<LetterWaiting> told_;
};

}  // namespace

std::vector<LetterWaiting> waiting_letters(const CaseFile& file, const LetterGround& from,
                                           mailroom::Mailroom& mail, Instant now) {
  return WaitingTold{file, from, mail, now}.all();
}

}  // namespace kallad::api
