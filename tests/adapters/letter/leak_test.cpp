// A case stuffed with a name, a number and words that were chosen to provoke: none of them is in
// any byte of any letter, whatever its kind and language. Not of who may read a case (authority).
// Rule kept (domain 6): mail tells neither who nor why.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "adapters/codec/forms.hpp"
#include "adapters/letter/digest.hpp"
#include "tests/adapters/letter/letters_house.hpp"
#include "tests/engine/authority/walk.hpp"
#include "tests/support/many.hpp"

namespace kallad::letter::leak_test {
namespace {

using letters_house::House;
using links::anna;
using links::coordinator;
using links::march;
using links::staff;
using links::substitute;
using links::the_reception;
using support::adults;
using support::reception;

template <class Value>
Value one_of(std::vector<Value> values) {
  return *rc::gen::elementOf(std::move(values));
}

/// A name: plain, odd, or meant to break out of something. Its parts are in no text of a letter.
std::string any_name() {
  return one_of<std::string>({"Kristallina Zebulon", "Åsa-Öberga Qvistfalk", "Zofia Żółkiewska",
                              "Bärtil Xerxes", "<b>Kristallina</b>", "{{person}} Zebulonius",
                              "Zebulon\r\nBcc: zorro", "ZEBULON", "Kristallina \"Zorro\" O'Qvist",
                              "\u202EZebulon", "Kri\u200Bstallina Zebulon"});
}

std::string any_number() {
  return one_of<std::string>({"19701063-2391", "19121212-1212", "196109732393", "121212+1212"});
}

std::string without(std::string text, std::string_view signs) {
  std::erase_if(text, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return text;
}

/// A text that names somebody, as people write it and as addresses do.
std::string naming(const std::string& name, const std::string& number) {
  return one_of<std::string>({"Hemma hos " + name, name + "s kök", "Rum 4, " + number,
                              without(name, " -"), "hos_" + without(name, " "), number,
                              "Rum " + without(number, "-+"), "# " + name,
                              "[" + name + "](https://elak.example.se)"});
}

std::string link_naming(const std::string& name, const std::string& number) {
  const std::string joined = without(name, " \r\n\"'<>");
  std::string percent;
  for (const char c : name) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    percent += {'%', hex[byte >> 4U], hex[byte & 0xFU]};
  }
  return "https://mote.example.se/" +
         one_of<std::string>({joined, percent, number, without(number, "-+"), "r?who=" + joined});
}

bool is_id_at(const std::string& path, const std::string& value) {
  if (path.ends_with(".identity_number")) return false;
  if (value.empty()) return path.ends_with(".unit") || path.ends_with(".principal");
  return codec::is_id(value);
}

/// Every text of the case is a word that is only there, or names the person.
void stuff(CaseFile& file, const std::string& name, const std::string& number) {
  int count = 0;
  auto put = [&](const std::string& path, auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::same_as<T, std::optional<std::string>>) {
      if (!value) value.emplace();
    } else if constexpr (std::same_as<T, std::vector<std::string>>) {
      if (value.empty()) value.emplace_back();
    } else if constexpr (std::same_as<T, std::string>) {
      if (!is_id_at(path, value))
        value = "qzx" + std::to_string(count++) + " " + name + " " + number;
    }
  };
  support::walk(file, "", put);
  RC_ASSERT(count > 20);
  file.running.person = {name, number, Protection::none};
  for (Meeting& meeting : file.running.meetings) {
    meeting.notice.place = naming(name, number);
    meeting.notice.link = link_naming(name, number);
  }
  for (Party& party : file.running.parties) party.name = name;
  for (Meeting& meeting : file.running.meetings) {
    for (std::vector<Seat>* seats : {&meeting.seats, &meeting.voided}) {
      for (Seat& seat : *seats) {
        for (ChainLink& link : seat.chain) link.who.contact = "ersattare@example.se";
      }
    }
  }
}

/// What must not be there, in the spellings a reader would still recognise.
std::vector<std::string> secrets(const std::string& number) {
  std::vector<std::string> all{"ristallina", "ebulon", "EBULON", "vistfalk",  "Åsa",
                               "sa-Öberga",  "ofia",   "Żół",    "olkiewska", "ärtil",
                               "erxes",      "orro",   "qzx",    "Bcc",       "elak"};
  all.push_back(number);
  const std::string digits = without(number, "-+");
  all.push_back(digits.substr(digits.size() - 10));
  all.push_back(digits.substr(digits.size() - 10, 6));
  return all;
}

/// A case with a chain, an old version, a decline, and a deficiency.
const CaseFile& plain_case(House& house) {
  static CaseFile file;
  const auto named = [](const PartyId& party, const std::string& name) {
    return links::naming(party, name);
  };
  house.tell(staff(reception), named(the_reception, "Gammal"));
  ChangeMeeting change;
  change.starts = march(23, 13);
  house.tell(coordinator, change);
  house.tell(staff(reception), named(the_reception, "Sara"));
  house.confirm("Sara");
  house.tell(substitute("Sara"), named(the_reception, "Omar"));
  house.tell(staff(adults), links::answer(party_of(adults), AnswerKind::cannot_come));
  file = house.file();
  file.deficiencies.resize(1);
  for (const Date last : {support::day(2026, 2, 20), support::day(2026, 3, 4)}) {
    ActivityInPlan late;
    late.activity = {ActivityId{"a1"}, "", the_reception, "Namn", last, {}};
    file.running.plan.activities.push_back(late);
  }
  file.running.plan.copies.push_back({the_reception, {}});
  return file;
}

int check_letters(House& house, const CaseFile& file, const std::string& number) {
  int letters = 0;
  std::vector<Letter> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<WishKind>>([&](auto kind) {
    for (const PartyId& to : {the_reception, party_of(adults), party_of(support::police), anna}) {
      for (const Language language : {Language::swedish, Language::english}) {
        auto made = house.compose_of(file, {kind.value, 1, to}, language);
        if (auto* letter = boost::variant2::get_if<Letter>(&made)) all.push_back(*letter);
      }
    }
  });
  const auto look = [&](const Letter& letter) {
    ++letters;
    const std::string bytes = letter.subject + "\n" + letter.text + "\n" + letter.html + "\n" +
                              letter.sender + letter.reply_to;
    for (const std::string& secret : secrets(number)) {
      if (bytes.find(secret) != std::string::npos) RC_FAIL(secret + " in\n" + bytes);
    }
  };
  for (const Letter& letter : all) look(letter);
  for (const Mailing& one : digest(all, house.texts)) look(one.letter);
  return letters;
}

TEST(LetterLeak, NoLetterHoldsNameNumberOrWordsOfTheCase) {
  House house;
  house.addresses[anna] = "mottagare@example.se";
  const CaseFile& plain = plain_case(house);
  int letters = 0;
  support::expect_holds_in(300, "no letter tells who or why", [&] {
    CaseFile file = plain;
    const std::string number = any_number();
    stuff(file, any_name(), number);
    const int made = check_letters(house, file, number);
    RC_ASSERT(made >= 40);
    letters += made;
  });
  std::cout << "letters looked through: " << letters << '\n';
}

TEST(LetterLeak, WhatNamesNobodyIsStillSaid) {
  House house;
  CaseFile file = house.file();
  file.running.meetings.back().notice.place = "Zonhuset, rum 4";
  file.running.meetings.back().notice.link = "https://mote.example.se/j/98765432101";
  const auto made = house.compose_of(file, {WishKind::summons, 1, the_reception});
  const Letter& letter = boost::variant2::get<Letter>(made);
  EXPECT_TRUE(letters_house::has(letter.text, "Var: Zonhuset, rum 4\n"));
  EXPECT_TRUE(letters_house::has(letter.text, "https://mote.example.se/j/98765432101\n"));
}

}  // namespace
}  // namespace kallad::letter::leak_test
