// No form of any report, nor what a case counts as, tells of a person: every story is played, every
// form made, and every name, number, case and free text of the log is searched for in the bytes.
// Not the hiding of counts: tests/engine/report. Rules kept: domain 6; issue 6 ("de-identified by
// construction").
#include <boost/describe.hpp>
#include <cctype>
#include <set>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_page.hpp"
#include "adapters/report/sheet/csv.hpp"
#include "adapters/report/sheet/xlsx.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "tests/adapters/report/played.hpp"

namespace kallad::report::test::leak {
namespace {

/// What the log says of people, in their cases' words.
std::set<std::string> secrets_of(Played& played) {
  std::set<std::string> secrets;
  const auto add = [&](const std::string& text) {
    constexpr std::size_t telling = 4;
    if (text.size() >= telling) secrets.insert(text);
  };
  each_case_at(played.log(), Instant::max(), [&](const CaseFile& file) {
    add(file.running.id.text);
    add(file.running.person.name);
    add(file.running.person.identity_number);
    add(file.running.need);
    add(file.running.coordinator.name);
    for (const Deficiency& one : file.deficiencies) {
      for (const auto* text :
           {&one.form.what_happened, &one.form.measures_for_person, &one.form.measures_by_parties,
            &one.form.found_at, &one.form.registered_by.name, &one.form.registered_by.contact,
            &one.form.nearest_manager.name, &one.against_outsider, &one.decision_words,
            &one.sent_back_reason, &one.measure, &one.result}) {
        add(*text);
      }
    }
    for (const Party& party : file.running.parties) {
      if (party.kind != PartyKind::unit) add(party.name);
    }
    for (const Meeting& meeting : file.running.meetings) {
      for (const Seat& seat : meeting.seats) {
        for (const ChainLink& link : seat.chain) add(link.who.name);
      }
    }
  });
  // Organisations may be named: where a story says no name, the coordinator bears the unit's, and
  // the police are an outsider's name too.
  const Ledger ledger = ledger_at(played.log(), Instant::max());
  for (const auto& [id, unit] : ledger.known.units) secrets.erase(unit.name);
  for (const auto& [id, principal] : ledger.known.principals) secrets.erase(principal.name);
  return secrets;
}

/// Whether the text stands there as words of its own ("anna" is no part of "annat skäl").
bool tells(const std::string& bytes, const std::string& secret) {
  const auto is_letter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  for (auto at = bytes.find(secret); at != std::string::npos; at = bytes.find(secret, at + 1)) {
    const auto end = at + secret.size();
    const bool begins = at == 0 || !is_letter(bytes[at - 1]);
    if (begins && (end == bytes.size() || !is_letter(bytes[end]))) return true;
  }
  return false;
}

std::vector<std::pair<std::string, std::string>> forms_of(Played& played, int threshold) {
  const auto year = year_2026(played, end_of(2026, 12, 31), threshold);
  const auto figures = figures_2026(played, end_of(2026, 12, 31), threshold);
  std::vector<std::pair<std::string, std::string>> forms;
  for (const Language language : {Language::swedish, Language::english}) {
    forms.emplace_back("year page", page_of(year, language));
    forms.emplace_back("year data", sheet::to_csv(data_of(year, language)));
    forms.emplace_back("figures page", page_of(figures, language));
    forms.emplace_back("figures data", sheet::to_csv(data_of(figures, language)));
  }
  forms.emplace_back("year json", to_json(year));
  forms.emplace_back("figures json", to_json(figures));
  each_case_at(played.log(), Instant::max(), [&](const CaseFile& file) {
    const auto counted = count::counted(file.running, file.deficiencies, support::sweden());
    forms.emplace_back("what a case counts as", codec::write_compact(counted));
  });
  return forms;
}

TEST(Leak, NoFormOfAnyStoryTellsOfAPerson) {
  std::size_t searched = 0;
  for (const auto& story : all_stories()) {
    Played played{{story}};
    const auto secrets = secrets_of(played);
    searched += secrets.size();
    for (const auto& [name, bytes] : forms_of(played, 0)) {
      for (const auto& secret : secrets) {
        EXPECT_FALSE(tells(bytes, secret)) << name << " tells " << secret;
      }
    }
  }
  EXPECT_GT(searched, 100U);
  EXPECT_TRUE(tells("om anna.", "anna") && !tells("annat", "anna"));
}

// A type that could hold one of these has no place in a report ------------------------------------

template <class T>
struct Holds {
  static constexpr bool one_of_a_case =
      std::is_same_v<T, Person> || std::is_same_v<T, StaffContact> || std::is_same_v<T, CaseId> ||
      std::is_same_v<T, PartyId> || std::is_same_v<T, Actor> || std::is_same_v<T, Cited> ||
      std::is_same_v<T, DeficiencyForm> || std::is_same_v<T, Substitute>;
};

template <class T>
constexpr bool is_free_of_people() {
  if constexpr (Holds<T>::one_of_a_case) {
    return false;
  } else if constexpr (requires { typename T::value_type; } && !std::is_same_v<T, std::string>) {
    return is_free_of_people<typename T::value_type>();
  } else if constexpr (std::is_class_v<T> && boost::describe::has_describe_members<T>::value) {
    bool free = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
          using Type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
          free = free && is_free_of_people<Type>();
        });
    return free;
  } else {
    return true;
  }
}

static_assert(is_free_of_people<YearlyReport>());
static_assert(is_free_of_people<KeyFigures>());
static_assert(is_free_of_people<count::CountedCase>());
static_assert(!is_free_of_people<std::vector<std::optional<Person>>>());

TEST(Leak, TheCouncilsWordsAreRefusedWhereTheyNameSomebody) {
  Played played{stories_in("deficiency_way")};
  Publication publication;
  publication.words.open_questions = {"Hur gick det för Anna?"};
  const auto gathered = gather_year(played.log(), {northwest, 2026, end_of(2026, 12, 31)},
                                    publication, support::sweden());
  EXPECT_FALSE(gathered.named.empty());
  publication.words.open_questions = {"Hur når vi fram?"};
  EXPECT_TRUE(gather_year(played.log(), {northwest, 2026, end_of(2026, 12, 31)}, publication,
                          support::sweden())
                  .named.empty());
}

TEST(Leak, SmallCountsStandInNoForm) {
  Played played{stories_in("deficiency_way")};
  const auto year = year_2026(played, end_of(2026, 12, 31), 5);
  const std::string csv = sheet::to_csv(data_of(year, Language::swedish));
  for (const char* small : {";shown;1\r\n", ";shown;2\r\n", ";shown;3\r\n", ";shown;4\r\n"}) {
    EXPECT_EQ(csv.find(small), std::string::npos);
  }
  EXPECT_NE(csv.find(";hidden;\r\n"), std::string::npos);
  EXPECT_NE(page_of(year, Language::swedish).find("skyddat"), std::string::npos);
}

}  // namespace
}  // namespace kallad::report::test::leak
