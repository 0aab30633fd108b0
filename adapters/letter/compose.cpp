// Filling the fields, one by one, from what the answer page shows too; a new field of the engine is
// in no letter until it is named here. Not the texts: texts/ has those.
#include "adapters/letter/compose.hpp"

#include <algorithm>

#include "adapters/answer_link/link_view.hpp"
#include "adapters/letter/need.hpp"
#include "adapters/letter/shareable.hpp"
#include "adapters/letter/template/day_words.hpp"
#include "adapters/letter/template/plain_line.hpp"
#include "adapters/letter/template/render.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::letter {

namespace {

/// What filling in looks at.
struct Look {
  const CaseFile& file;
  const Wish& wish;
  const LetterGround& from;
  Language language;
  Instant now;

  const Zone& zone() const { return from.ground.calendar.zone(); }
  const Case& running() const { return file.running; }
};

/// The meeting a letter is about: a draft's number is a deficiency's.
const Meeting* meeting_of(const Look& look) {
  const bool is_about_meeting = look.wish.kind != WishKind::draft_to_coordinator &&
                                look.wish.kind != WishKind::demand_to_coordinator &&
                                look.wish.kind != WishKind::plan_declined_to_coordinator;
  if (look.wish.kind == WishKind::plan_copy_told) return casework::last_held(look.running());
  return is_about_meeting ? casework::find_meeting(look.running(), look.wish.number) : nullptr;
}

void put_sender(LetterFields& fields, const Look& look) {
  const UnitId& id = look.running().coordinator.unit;
  const Unit* unit = find_unit(look.from.ground.known, id);
  fields.sender_unit = unit ? unit->name : id.text;
  if (unit) fields.sender_mailbox = mail_address_in(unit->mailbox);
}

void put_unit(LetterFields& fields, const Look& look) {
  const Party* party = casework::find_party(look.running(), look.wish.to);
  fields.has_left = party && party->left;
  if (!party || party->unit.empty() || is_to_coordinator(look.wish.kind)) return;
  const Unit* unit = find_unit(look.from.ground.known, party->unit);
  fields.is_unit = true;
  fields.unit = unit ? unit->name : party->unit.text;
}

void put_meeting(LetterFields& fields, const Look& look, const Meeting& meeting) {
  const Instant starts = meeting.notice.starts;
  fields.meeting_name = word(meeting.notice.form, look.language);
  fields.meeting_day = day_words(look.zone().day_of(starts), look.language);
  fields.meeting_time = time_words(starts, look.zone(), look.language);
}

std::string until(const std::optional<LocalTime>& moment, const Look& look) {
  if (!moment) return {};
  const Instant at = look.zone().to_instant(*moment);
  return at < look.now ? std::string{} : deadline_words(at, look.zone(), look.language);
}

/// What a party's letter says of its own seat.
void put_seat(LetterFields& fields, const Look& look, const LinkName& name) {
  const LinkView view = answer_link::show(look.file, name, look.from.ground, look.now);
  const SharedPlace shared = shared_place(view, look.running());
  fields.place = shared.place;
  fields.meeting_link = shared.link;
  fields.place_withheld = shared.withheld;
  fields.has_duty = view.seat.has_duty;
  if (!view.seat.answer && !view.seat.acknowledged_at) {
    fields.acknowledge_by = until(view.acknowledge_by, look);
  }
  const bool waits = !view.seat.answer || look.wish.kind == WishKind::decline_explained;
  if (waits) fields.answer_by = until(view.answer_by, look);
  if (view.seat.answer) fields.answer = word(*view.seat.answer, look.language);
  fields.answer_link = look.from.links.answer(name);
}

/// The seat that a letter to the coordinator is about; null where it is about none.
const Seat* seat_told_of(const Look& look) {
  const Meeting* meeting = casework::find_meeting(look.running(), look.wish.number);
  return meeting ? meeting::find_seat(*meeting, look.wish.to) : nullptr;
}

/// Whether a demand is about a summons that has not arrived, for all that the case shows now.
bool is_about_delivery(const Look& look) {
  if (look.wish.kind != WishKind::demand_to_coordinator || look.wish.to.empty()) return false;
  const Seat* seat = seat_told_of(look);
  return seat && (seat->state == SeatState::delivery_failed || seat->address_bounced);
}

/// Whether the party is to send somebody, and there is nobody.
bool is_without_substitute(const Look& look) {
  if (look.wish.kind != WishKind::no_answer_to_coordinator) return false;
  const Seat* seat = seat_told_of(look);
  return seat && seat::has_no_substitute(*seat);
}

/// The page the letter leads to, behind sign-in.
std::string page_of(const Look& look) {
  const std::string of_case = look.from.links.of_case(look.running().id);
  return look.wish.kind == WishKind::coming_list ? of_case + "/meeting" : of_case;
}

/// What a letter of the plan says: a day, and whether there is somebody to thank.
void put_plan(LetterFields& fields, const Look& look) {
  const auto day = activity_day(look.file, look.wish, look.from.ground, look.now);
  if (is_about_activity(look.wish.kind) && day)
    fields.activity_day = day_words(*day, look.language);
  const Meeting* meeting = meeting_of(look);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, look.wish.to) : nullptr;
  fields.was_there = seat && seat::has_come(*seat);
}

LetterFields fields_of(const Look& look) {
  LetterFields fields;
  fields.case_number = look.running().id.text;
  put_sender(fields, look);
  put_unit(fields, look);
  if (const Meeting* meeting = meeting_of(look)) put_meeting(fields, look, *meeting);
  if (is_about_plan(look.wish.kind)) {
    fields.case_link = page_of(look);
    put_plan(fields, look);
    return fields;
  }
  if (is_to_coordinator(look.wish.kind)) {
    fields.case_link = page_of(look);
    fields.delivery_failed = is_about_delivery(look);
    fields.substitute_missing = is_without_substitute(look);
    return fields;
  }
  if (const auto name = link_of(look.file, look.wish)) {
    put_seat(fields, look, *name);
    const Meeting* meeting = casework::find_meeting(look.running(), look.wish.number);
    fields.substitute_missing = lacks_substitute(*meeting::find_seat(*meeting, look.wish.to));
  }
  return fields;
}

/// A summons that never left is the sender's own fault; that a meeting is cancelled, or a
/// substitute asked for, somebody must hear by other ways.
CoordinatorFact to_tell(NoLetter why, WishKind kind) {
  const bool never_left = why == NoLetter::no_address || why == NoLetter::meeting_begun;
  if (!never_left) return CoordinatorFact::none;
  if (is_summons(kind)) return CoordinatorFact::summons_undelivered;
  const bool is_told = must_be_heard(kind) && why == NoLetter::no_address;
  return is_told ? CoordinatorFact::letter_undelivered : CoordinatorFact::none;
}

NothingToSend nothing(NoLetter why, WishKind kind) { return {why, to_tell(why, kind)}; }

}  // namespace

Composed compose(const CaseFile& file, const Wish& wish, const LetterGround& from,
                 Language language, Instant now) {
  if (const auto why = why_not(file, wish, from.ground, now)) return nothing(*why, wish.kind);
  auto recipients = recipients_of(file, wish, from, now);
  if (recipients.empty()) return nothing(NoLetter::no_address, wish.kind);
  const LetterFields fields = fields_of({file, wish, from, language, now});
  const CouncilId& council = file.running.council;
  const auto text = from.texts.find(council, table::state_id(wish.kind), language);
  Rendered parts = render(text, fields, language);
  return Letter{wish,
                file.running.id,
                council,
                language,
                std::move(recipients),
                plain_line(fields.sender_unit),  // a name with a line break went in no mail
                fields.sender_mailbox,
                std::move(parts.subject),
                std::move(parts.text),
                std::move(parts.html),
                fields.answer_link.empty() ? fields.case_link : fields.answer_link};
}

std::string short_message(const Letter& letter, const LetterTexts& texts) {
  LetterFields fields;
  fields.answer_link = letter.link;
  const auto text = texts.find(letter.council, "short_message", letter.language);
  const Rendered parts = render(text, fields, letter.language);
  return parts.subject + "\n" + parts.text;
}

}  // namespace kallad::letter
