// What the tests of this folder compose with: the case of the answer links, told through the real
// desk, and addresses for its links. Not a stand-in: register, engine and templates are real.
#pragma once

#include "adapters/letter/compose.hpp"
#include "tests/adapters/answer_link/world.hpp"

namespace kallad::letters_house {

using links::the_reception;

/// Links that say what they are of.
inline const LetterLinks& links_said() {
  static const LinkKeyring keys{{{1, std::string(32, 'k')}}};
  static const LetterLinks links{
      [](const LinkName& name) { return "https://kallad.example.se/s/" + keys.seal(name); },
      [](const CaseId& of_case) { return "https://kallad.example.se/cases/" + of_case.text; }};
  return links;
}

/// The world, and what its letters are made from.
struct House : links::World {
  using World::World;
  LetterTexts texts;
  std::map<PartyId, std::string> addresses;

  LetterGround from(const Ground& ground) const { return {ground, texts, links_said(), addresses}; }
  Composed compose_of(const CaseFile& the_file, const Wish& wish,
                      Language language = Language::swedish) {
    const Ground standing = ground();
    return letter::compose(the_file, wish, from(standing), language, now);
  }
  Composed compose(WishKind kind, const PartyId& to, std::uint32_t number = 1) {
    return compose_of(file(), {kind, number, to});
  }
  /// The letter, or a failure of the test that says why there is none.
  Letter letter(WishKind kind, const PartyId& to, std::uint32_t number = 1) {
    auto made = compose(kind, to, number);
    if (const auto* none = boost::variant2::get_if<NothingToSend>(&made)) {
      ADD_FAILURE() << letter::rule_of(none->why);
      return {};
    }
    return boost::variant2::get<Letter>(made);
  }
  /// Why there is none.
  NothingToSend none(WishKind kind, const PartyId& to, std::uint32_t number = 1) {
    auto made = compose(kind, to, number);
    const auto* nothing = boost::variant2::get_if<NothingToSend>(&made);
    EXPECT_TRUE(nothing) << "a letter was made";
    return nothing ? *nothing : NothingToSend{};
  }
};

/// Whether the text holds it.
inline bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

}  // namespace kallad::letters_house
