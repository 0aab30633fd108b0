// Every event, demand and letter is said in one whole sentence, in both languages, and no sentence
// has anybody's own words in it. Not a judge of style beyond a few samples.
#include "adapters/wording/words/sentence.hpp"

#include <gtest/gtest.h>

#include <set>

#include "adapters/codec/messages.hpp"
#include "adapters/codec/schema/sample.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad {
namespace {

using namespace std::chrono_literals;

const Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 10} + 12h;

Naming plain_names() {
  Naming naming;
  naming.name_of = [](std::string_view kind, std::string_view id) -> std::string {
    return kind == "party" && id == "region/psykos" ? "Psykosmottagningen" : "";
  };
  naming.moment = [](Instant) -> std::string { return "2026-03-10 13:00"; };
  return naming;
}

void expect_whole(const std::string& sentence, std::string_view id) {
  EXPECT_TRUE(sentence.ends_with(".")) << id << ": " << sentence;
  for (const char* hole : {"{", "}", "[", "]", "  ", " .", " ,", "..", ": .", "å/ä"}) {
    EXPECT_EQ(sentence.find(hole), std::string::npos) << id << ": " << sentence;
  }
  EXPECT_EQ(sentence, words::capitalised(sentence)) << id;
}

/// The sentence of each event of a variant, with every field filled and with none.
template <class Variant>
void expect_sentences(Language language) {
  for (const auto& alternative : codec::shape_of<Variant>().alternatives) {
    Variant event;
    void* const held = alternative.emplace(&event);
    codec::fill_sample(*alternative.shape, held);
    expect_whole(sentence_of(event, language), alternative.id);
  }
}

TEST(Sentence, OfEachEventIsWholeAndHasNobodysWords) {
  for (const Language language : {Language::swedish, Language::english}) {
    expect_sentences<RegisterEvent>(language);
    expect_sentences<RoutineEvent>(language);
  }
}

template <class Variant>
void expect_file_sentences(Language language) {
  for (const auto& alternative : codec::shape_of<Variant>().alternatives) {
    Variant event;
    void* const held = alternative.emplace(&event);
    codec::fill_sample(*alternative.shape, held);
    FileEvent said =
        boost::variant2::visit([](const auto& fact) { return FileEvent{fact}; }, event);
    // What a demand is about is text by its type, but an id by its meaning.
    if (auto* fell_due = boost::variant2::get_if<DemandFellDue>(&said))
      fell_due->due.about = "region/psykos";
    expect_whole(sentence_of(said, language), alternative.id);
  }
}

TEST(Sentence, OfEachEventOfACaseIsWholeAndHasNobodysWords) {
  for (const Language language : {Language::swedish, Language::english}) {
    expect_file_sentences<CaseEvent>(language);
    expect_file_sentences<DeficiencyEvent>(language);
    expect_file_sentences<DisposalEvent>(language);
    expect_file_sentences<ExampleEvent>(language);
  }
}

TEST(Sentence, PatternsBelongToEvents) {
  std::set<std::string_view> events;
  std::set<std::string_view> sentences;
  for (const auto table : all_words(Language::swedish)) {
    for (const Word& one : table) {
      if (one.kind == "event") events.insert(one.value);
      if (one.kind == "sentence") sentences.insert(one.value);
    }
  }
  ASSERT_GT(sentences.size(), 60U);
  for (const auto id : sentences) EXPECT_TRUE(events.contains(id)) << id;
}

TEST(Sentence, SaysWhoDidWhat) {
  SeatAnswered answered;
  answered.party = PartyId{"region/psykos"};
  answered.answer = AnswerKind::cannot_come;
  EXPECT_EQ(sentence_of(FileEvent{answered}, Language::swedish, plain_names()),
            "Psykosmottagningen svarade: kan inte komma.");
  EXPECT_EQ(sentence_of(FileEvent{answered}, Language::english),
            "Region/psykos answered: cannot come.");
}

TEST(Sentence, LeavesOutWhatIsNotKnown) {
  MeetingEnded ended;
  ended.meeting = 2;
  EXPECT_EQ(sentence_of(FileEvent{ended}, Language::swedish), "Möte 2 avslutades.");
  ended.follow_up_on = Date{std::chrono::year{2026} / 5 / 4};
  EXPECT_EQ(sentence_of(FileEvent{ended}, Language::swedish),
            "Möte 2 avslutades, uppföljning 2026-05-04.");
}

TEST(Sentence, OfEachCitedFactHasItsTimeAndItsEvent) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<FactKind>>([](auto what) {
    for (const Language language : {Language::swedish, Language::english}) {
      const auto said = sentence_of(CitedFact{what.value, 12, noon}, language, plain_names());
      expect_whole(said, what.name);
      EXPECT_NE(said.find("2026-03-10 13:00"), std::string::npos) << said;
      EXPECT_NE(said.find("12"), std::string::npos) << said;
    }
  });
  EXPECT_EQ(sentence_of(CitedFact{FactKind::answer_deadline_passed, 12, noon}, Language::swedish),
            "Tiden att svara gick ut 2026-03-10T12:00:00Z (händelse 12).");
}

TEST(Sentence, OfEachDemandAndLetterIsWhole) {
  for (const Language language : {Language::swedish, Language::english}) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<DueKind>>([&](auto kind) {
      expect_whole(sentence_of(Due{noon, kind.value, 1, "region/psykos"}, language), kind.name);
      expect_whole(sentence_of(Due{noon, kind.value, 0, ""}, language), kind.name);
    });
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<WishKind>>([&](auto kind) {
      expect_whole(sentence_of(Wish{kind.value, 1, PartyId{"region/psykos"}}, language), kind.name);
      expect_whole(sentence_of(Wish{kind.value, 0, {}}, language), kind.name);
    });
  }
  EXPECT_EQ(sentence_of(Due{noon, DueKind::answer_deadline, 1, "region/psykos"}, Language::swedish,
                        plain_names()),
            "Sista tid att svara: Psykosmottagningen (möte 1), lokal standard.");
  EXPECT_EQ(sentence_of(Due{noon, DueKind::deficiency_answer_due, 3, ""}, Language::swedish),
            "Motparten ska ha svarat på bristen (brist 3), lokal standard.");
}

TEST(Sentence, OfARoutinesValueSaysLocalStandardOrTheLaw) {
  for (const RoutineValue& value : routine_values(Routine{})) {
    const auto said = sentence_of(value, Language::swedish);
    expect_whole(said, value.id);
    const bool says_local = said.find("lokal standard") != std::string::npos;
    EXPECT_EQ(says_local, value.basis == Basis::local_standard) << said;
    EXPECT_EQ(!says_local, said.find("2017:612") != std::string::npos) << said;
  }
  const RoutineValue one{
      "answer_within_working_days", 1, Measure::working_days, Basis::local_standard, {}};
  EXPECT_EQ(sentence_of(one, Language::swedish),
            "Svar från att kallelsen skickats: 1 arbetsdag (lokal standard).");
}

TEST(Sentence, OfADemandCallsNothingLawThatIsNone) {
  EXPECT_EQ(basis_of(DueKind::answer_deadline, Language::english), "local standard");
  EXPECT_EQ(basis_of(DueKind::admission_notice_due, Language::swedish),
            "2 kap. 3 § lag (2017:612)");
  EXPECT_EQ(basis_of(DueKind::yearly_review_due, Language::swedish), "10 § LSS (1993:387)");
  EXPECT_EQ(basis_of(DueKind::activity_due, Language::swedish), "");
}

TEST(Pattern, FillsNamesAndDropsBracketsThatLackOne) {
  const auto value_of = [](std::string_view name) -> std::string {
    return name == "a" ? "ett" : "";
  };
  EXPECT_EQ(words::filled_in("{a} två[, tre {b}][, {a}].", value_of), "ett två, ett.");
  EXPECT_EQ(words::filled_in("Parten {b} är här.", value_of), "Parten är här.");
  EXPECT_EQ(words::filled_in("", value_of), "");
}

TEST(Pattern, MakesSwedishLettersLarge) {
  EXPECT_EQ(words::capitalised("ärendet"), "Ärendet");
  EXPECT_EQ(words::capitalised("överens"), "Överens");
  EXPECT_EQ(words::capitalised("–"), "–");
  EXPECT_EQ(words::capitalised("÷"), "÷");
}

}  // namespace
}  // namespace kallad
