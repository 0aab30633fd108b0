// What has happened, falls due or is sent, as one short sentence: "Psykosmottagningen svarade: kan
// inte komma." For timelines and lists (`kallad show`).
// Not the words of refusals (refusal_text.hpp). Rule kept: no free text of anybody and no name of a
// person is ever put into a sentence, so that each may also stand where others read; what a party
// is called is said by `name_of`, which should say "den enskilde" of persons.
#pragma once

#include "adapters/wording/words/refusal_text.hpp"
#include "engine/between/case_file.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad {

/// What sentences cannot know: what ids are called, and how a moment reads on the wall's clock.
struct Naming {
  /// Asked with "party", "unit", "principal", "council", "agreement", "activity", "goal", "routine"
  /// or "case" and the id; an empty answer, or none to ask, leaves the id as it is.
  NameOf name_of;
  /// Left out: ISO 8601 in UTC.
  std::function<std::string(Instant)> moment;
};

/// One sentence for an event, ended by a full stop.
std::string sentence_of(const FileEvent& event, Language language, const Naming& naming = {});
std::string sentence_of(const RegisterEvent& event, Language language, const Naming& naming = {});
std::string sentence_of(const RoutineEvent& event, Language language, const Naming& naming = {});

/// What a deficiency cites: "Tiden att svara gick ut 2026-03-09 23:59 (händelse 12)."
std::string sentence_of(const CitedFact& fact, Language language, const Naming& naming = {});

/// What a demand's number rests on, to stand beside its time: "lokal standard", or the law with its
/// reference. Empty where no number was reckoned: a day that was agreed on, the consent's own day.
std::string basis_of(DueKind kind, Language language);

/// What time will demand, without the time: "Sista tid att svara: Psykosmottagningen (möte 1),
/// lokal standard."
std::string sentence_of(const Due& due, Language language, const Naming& naming = {});

/// A letter: "Kallelse: Psykosmottagningen (möte 1)."
std::string sentence_of(const Wish& wish, Language language, const Naming& naming = {});

/// What a value of the routine counts: "5 arbetsdagar", "1 arbetsdag", "09.00", "ja".
std::string amount_of(const RoutineValue& value, Language language);

/// What a value rests on: "lokal standard", or the law's reference.
std::string basis_of(const RoutineValue& value, Language language);

/// A value of the routine with what it rests on: "Svar från att kallelsen skickats: 5 arbetsdagar
/// (lokal standard)." Where the law sets it, the reference stands in place of "lokal standard".
std::string sentence_of(const RoutineValue& value, Language language);

}  // namespace kallad
