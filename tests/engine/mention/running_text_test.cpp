// The person in running text, sample by sample: what is refused, what is warned about, and what
// must be left alone. The people are invented and carry test identity numbers.
#include "engine/mention/running_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace kallad {
namespace {

const Person anna{"Anna-Karin Åkesson", "19121212-1212", Protection::none};
const Person bo{"Bo Ek", "19701063-2391", Protection::none};
const Person hans{"Hans Per Sjögren", "", Protection::none};
const Person eija{"Éva Müller-Öberg", "19610973-2393", Protection::none};
const Person reserve{"Okänd Person", "19991231-K12A", Protection::none};

/// One text, whom it is about, and what is found: "R:" or "W:" and the words, in order.
struct Sample {
  const Person& person;
  std::string text;
  std::vector<std::string> found;
};

std::vector<std::string> found_in(const Sample& sample) {
  std::vector<std::string> found;
  for (const auto& place : find_identity(sample.text, sample.person)) {
    const char* grade = place.severity == TextSeverity::refuse ? "R:" : "W:";
    found.push_back(grade + sample.text.substr(place.offset, place.length));
  }
  return found;
}

void expect_all(const std::vector<Sample>& samples) {
  for (const auto& sample : samples) EXPECT_EQ(found_in(sample), sample.found) << sample.text;
}

TEST(RunningText, WhatLooksLikeTheNameIsTheNameAndThePlaceIsTheWritten) {
  expect_all({
      {anna, "Vi ringde \u0410nna.", {"R:\u0410nna"}},                     // Cyrillic A
      {anna, "Vi ringde \u0391nna.", {"R:\u0391nna"}},                     // Greek A
      {anna, "Vi ringde \uFF21nn\uFF41 igår.", {"R:\uFF21nn\uFF41"}},      // full width
      {anna, "Vi ringde An\u00ADna igår.", {"R:An\u00ADna"}},              // soft hyphen
      {anna, "Vi ringde A\u200Bn\u200Dna igår.", {"R:A\u200Bn\u200Dna"}},  // without width
      {anna, "Vi ringde \u2060Anna\uFEFF igår.", {"R:Anna"}},
      {anna, "Vi ringde An\u0332na igår.", {"R:An\u0332na"}},  // a line laid under a letter
      {anna, "Vi ringde \U0001D400nna igår.", {"R:\U0001D400nna"}},
      {anna, "Nummer \uFF11\uFF19121212-1212 lästes upp.", {"R:\uFF11\uFF19121212-1212"}},
      {anna, "Nummer 19121\u200B212\u20111212.", {"R:19121\u200B212\u20111212"}},
      {anna, "Дом и сад.", {}},
  });
  const Person ivan{"Иван Петров", "", Protection::none};
  expect_all({{ivan, "Vi ringde Иван.", {"R:Иван"}}});
}

TEST(RunningText, ContactsInDisguiseAreRefused) {
  const std::string text = "Ring \uFF10\uFF17\uFF10-123 45 67 eller anna\uFF20hem.example.";
  const auto found = find_anybody(text, {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.substr(found[0].offset, found[0].length), "\uFF10\uFF17\uFF10-123 45 67");
  EXPECT_EQ(text.substr(found[1].offset, found[1].length), "anna\uFF20hem.example");
}

TEST(RunningText, NamesAreRefused) {
  expect_all({
      {anna, "Anna-Karin Åkesson kom ensam.", {"R:Anna-Karin Åkesson"}},
      {anna, "Vi ringde Åkesson.", {"R:Åkesson"}},
      {anna, "Vi ringde åkesson.", {"R:åkesson"}},
      {anna, "VI RINGDE ÅKESSON!", {"R:ÅKESSON"}},
      {anna, "Åkessons ärende vilade.", {"R:Åkessons"}},
      {anna, "Anna fick vänta.", {"R:Anna"}},
      {anna, "Annas boende sades upp.", {"R:Annas"}},
      {anna, "annas boende sades upp.", {"R:annas"}},
      {anna, "Karins läkare kom inte.", {"R:Karins"}},
      {anna, "Anna-Karins läkare kom inte.", {"R:Anna-Karins"}},
      {anna, "Anna Karin hade inte fått besked.", {"R:Anna Karin"}},
      {anna, "Åkesson, Anna-Karin: kallad", {"R:Åkesson, Anna-Karin"}},
      {anna, "Anna, Karin, Åkesson", {"R:Anna, Karin, Åkesson"}},
      {anna, "Åkesson-ärendet drog ut på tiden", {"R:Åkesson"}},
      {anna, "Ärendet (Åkesson) drog ut", {"R:Åkesson"}},
      {anna, "Anna:s handläggare", {"R:Anna"}},
      {anna, "Anna's handläggare", {"R:Anna"}},
      {anna, "mamma till Anna och Anna själv", {"R:Anna", "R:Anna"}},
      {anna, "fru Åkesson\nAnna", {"R:Åkesson\nAnna"}},
      {anna, "A\u030Akesson kom inte.", {"R:A\u030Akesson"}},
      {anna, "Åkes\u00ADson kom inte.", {"R:Åkes\u00ADson"}},
      {bo, "Bo Ek kom ensam.", {"R:Bo Ek"}},
      {bo, "bo ek kom ensam.", {"R:bo ek"}},
      {bo, "Ek, Bo", {"R:Ek, Bo"}},
      {bo, "Bo Eks boende", {"R:Bo Eks"}},
      {hans, "Hans kom ensam.", {"R:Hans"}},
      {hans, "Vi talade med Per.", {"R:Per"}},
      {hans, "Sjögrens läkare", {"R:Sjögrens"}},
      {hans, "SJÖGREN", {"R:SJÖGREN"}},
      {hans, "hans per sjögren", {"R:hans per sjögren"}},
      {eija, "éva och müller", {"R:éva", "R:müller"}},
      {eija, "ÉVA ÖBERGS plan", {"R:ÉVA ÖBERGS"}},
      {eija, "O\u0308berg", {"R:O\u0308berg"}},
  });
}

TEST(RunningText, IdentityNumbersAreRefused) {
  expect_all({
      {anna, "Nr 19121212-1212 saknas.", {"R:19121212-1212"}},
      {anna, "Nr 191212121212 saknas.", {"R:191212121212"}},
      {anna, "Nr 121212-1212.", {"R:121212-1212"}},
      {anna, "Nr 1212121212.", {"R:1212121212"}},
      {anna, "Nr 121212+1212.", {"R:121212+1212"}},
      {anna, "Nr 121212 1212.", {"R:121212 1212"}},
      {anna, "Nr 121212 - 1212.", {"R:121212 - 1212"}},
      {anna, "Nr 19121212 1212", {"R:19121212 1212"}},
      {anna, "Nr 12 12 12-1212", {"R:12 12 12-1212"}},
      {anna, "Nr 1912-12-12-1212", {"R:1912-12-12-1212"}},
      {anna, "Nr 121212\u20131212 (tankstreck)", {"R:121212\u20131212"}},
      {anna, "Nr 121212\u00A01212", {"R:121212\u00A01212"}},
      {anna, "Nr 20121212-1212 (fel sekel)", {"R:20121212-1212"}},
      {bo, "Samordningsnummer 19701063-2391", {"R:19701063-2391"}},
      {bo, "Samordningsnummer 701063-2391", {"R:701063-2391"}},
      {eija, "610973-2393", {"R:610973-2393"}},
      {reserve, "Reservnummer 19991231-K12A.", {"R:19991231-K12A"}},
      {reserve, "Reservnummer 991231-k12a.", {"R:991231-k12a"}},
      {Person{"X Y", "R-4711-88", Protection::none}, "Lokalt nr R471188", {"R:R471188"}},
      {Person{"X Y", "QWERTY", Protection::none}, "Lokalt nr qwerty", {"R:qwerty"}},
      {reserve, "Reservnummer K.A.", {}},
  });
}

TEST(RunningText, BirthDateInitialsAndEverydayNamesAreWarnedAbout) {
  expect_all({
      {anna, "född 1912-12-12", {"W:1912-12-12"}},
      {anna, "född 19121212", {"W:19121212"}},
      {anna, "född 121212", {"W:121212"}},
      {anna, "född 12-12-12", {"W:12-12-12"}},
      {anna, "född den 12 december 1912", {"W:12 december 1912"}},
      {anna, "född den 12 dec 1912", {"W:12 dec 1912"}},
      {anna, "född 12/12 1912", {"W:12/12 1912"}},
      {bo, "född 3 oktober 1970", {"W:3 oktober 1970"}},
      {bo, "född 3/10 1970", {"W:3/10 1970"}},
      {bo, "född 701003", {"W:701003"}},
      {eija, "född 1961-09-13", {"W:1961-09-13"}},
      {anna, "AKÅ kom inte.", {"W:AKÅ"}},
      {anna, "A.K.Å. kom inte.", {"W:A.K.Å"}},
      {anna, "A Å kom inte.", {"W:A Å"}},
      {anna, "AÅ kom inte.", {"W:AÅ"}},
      {bo, "B.E. ville själv.", {"W:B.E"}},
      {anna, "Akesson står det i listan.", {"W:Akesson"}},
      {eija, "Evas plan", {"W:Evas"}},
      {hans, "Vi såg hans behov.", {"W:hans"}},
      {hans, "Mötet per telefon avbröts.", {"W:per"}},
      {hans, "Tre per dag och hans mor", {"W:per", "W:hans"}},
  });
}

TEST(RunningText, WhatOnlyLooksAlikeIsLeftAlone) {
  expect_all({
      {anna, "", {}},
      {anna, "En annan gång, annars inget.", {}},
      {anna, "Annandagen var röd, Johanna kom.", {}},
      {anna, "Åkessonska gården", {}},
      {anna, "SIP hölls inte, BUP kom inte.", {}},
      {anna, "Ring 042-10 50 00.", {}},
      {anna, "Mötet 2026-12-12 kl. 12.12 ställdes in.", {}},
      {anna, "12 december kom ingen.", {}},
      {anna, "Diarienummer 1912121212123.", {}},
      {anna, "a å o", {}},
      {bo, "Hon vill bo kvar under en ek.", {}},
      {bo, "Boende och ekonomi", {}},
      {bo, "Nr 19701063-2392 är ett annat.", {}},
      {hans, "Personalen var sjuk.", {}},
      {hans, "Hanses och pers onal", {"W:pers"}},
      {Person{}, "Utan namn och nummer 121212-1212", {}},
      {Person{"Stina Ingrid Persson", "", Protection::none}, "Ingen SIP hölls.", {}},
      {reserve, "Den 31 december 1999", {"W:31 december 1999"}},
  });
}

TEST(RunningText, BytesThatAreNoUtf8AreNoTrouble) {
  EXPECT_EQ(find_identity("\xC3", anna).size(), 0U);
  EXPECT_EQ(find_identity("Anna\xFF\xC3", anna).size(), 1U);
  EXPECT_EQ(find_identity("\xE2\x80 Anna", anna).size(), 1U);
}

TEST(RunningText, StaffIsFoundByFullName) {
  const std::string text = "Vi ringde Rolf Enhetschefs telefon; Rolf svarade inte.";
  const auto found = find_staff(text, "Rolf Enhetschef");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found.front().offset, found.front().length), "Rolf Enhetschefs");
  EXPECT_EQ(found.front().severity, TextSeverity::warn);
  EXPECT_EQ(found.front().rule, "staff_name_in_text");
  EXPECT_TRUE(find_staff(text, "").empty());
}

RC_GTEST_PROP(RunningTextProperty, ThePersonIsFoundWhereverPut, (const std::string& noise)) {
  const std::string before = noise + " ";
  for (const auto& [needle, rule] :
       {std::pair{std::string{"Åkessons"}, "person_name_in_text"},
        std::pair{std::string{"19121212-1212"}, "identity_number_in_text"}}) {
    const std::string text = before + "| " + needle + " |" + noise;
    const auto found = find_identity(text, anna);
    const bool there = std::any_of(found.begin(), found.end(), [&](const TextFinding& place) {
      return place.rule == rule && place.severity == TextSeverity::refuse &&
             text.substr(place.offset, place.length).find(needle) != std::string::npos;
    });
    RC_ASSERT(there);
  }
}

RC_GTEST_PROP(RunningTextProperty, PlacesAreInsideInOrderAndApart, ()) {
  std::string text;
  for (const auto& part :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
           "Anna", " ", "-", "Åkesson", "1912", "12", "AÅ", ",", "\xC3", "s", "Karin"}))) {
    text += part;
  }
  std::size_t end = 0;
  for (const auto& place : find_identity(text, anna)) {
    RC_ASSERT(place.length > 0U);
    RC_ASSERT(place.offset >= end);
    end = place.offset + place.length;
    RC_ASSERT(end <= text.size());
  }
}

}  // namespace
}  // namespace kallad
