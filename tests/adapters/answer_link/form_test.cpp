// Tests of forms that are refused: each fault with its field and rule, acts that are not the
// link's, links that are not alive; and of the texts for those. Not of what the desk refuses.
#include <gtest/gtest.h>

#include "adapters/answer_link/link_view.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "adapters/wording/words/word.hpp"
#include "tests/adapters/answer_link/forms.hpp"

namespace kallad::links::form_test {
namespace {

using support::reception;

TEST(LinkForm, NamesTheFieldThatIsMissing) {
  World world;
  const LinkName name = world.link(the_reception);
  EXPECT_EQ(fault(world, name, {}), "missing_field:act");
  EXPECT_EQ(fault(world, name, {{"act", " \n"}}), "missing_field:act");
  EXPECT_EQ(fault(world, name, {{"act", "attends"}}), "missing_field:nonce");
  EXPECT_EQ(fault(world, name, {{"act", "cannot_come"}}),
            "missing_field:nonce missing_field:your_name");
  EXPECT_EQ(fault(world, name, form_of(LinkAct::forwarded)), "missing_field:forward_to");
  EXPECT_EQ(fault(world, name, form_of(LinkAct::name_substitute)),
            "missing_field:substitute.name missing_field:substitute.role "
            "missing_field:substitute.contact missing_field:substitute.mandate");
}

TEST(LinkForm, NamesTheFieldWhoseValueIsNone) {
  World world;
  const LinkName name = world.link(the_reception);
  EXPECT_EQ(fault(world, name, {{"act", "close_case"}}), "unknown_value:act");
  EXPECT_EQ(fault(world, name, with(naming_form(), "substitute.mandate", "maybe")),
            "unknown_value:substitute.mandate");
  EXPECT_EQ(fault(world, name, with(naming_form(), "substitute.briefed", "ja")),
            "unknown_value:substitute.briefed");
  EXPECT_EQ(fault(world, name, with(naming_form(), "substitute.name", std::string(401, 'x'))),
            "too_long:substitute.name");
  EXPECT_EQ(fault(world, name, with(naming_form(), "substitute.role", "\xff")),
            "bad_text:substitute.role");
  EXPECT_EQ(
      fault(world, name, with(form_of(LinkAct::attends), "your_name", std::string{"a\0b", 3})),
      "bad_text:your_name");
}

TEST(LinkForm, ForwardsToNoUnitOfOthersAndToNoneThatIsNone) {
  World world;
  const LinkName name = world.link(the_reception);
  for (const char* unit : {"helsingborg/vuxen", "region/psykosmottagning", "no such", "../x"}) {
    EXPECT_EQ(fault(world, name, with(form_of(LinkAct::forwarded), "forward_to", unit)),
              "forward_outside_principal:forward_to")
        << unit;
  }
}

TEST(LinkForm, SaysNothingThatIsNotTheLinks) {
  World world;
  const LinkName of_unit = world.link(the_reception);
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  const auto no = [&](const LinkName& name, LinkAct act) {
    EXPECT_EQ(fault(world, name, full_form(act)), "not_by_this_link:act") << table::state_id(act);
  };
  no(of_unit, LinkAct::confirm_substitute);
  no(of_unit, LinkAct::decline_substitution);
  no(of_unit, LinkAct::check_in);
  no(sara, LinkAct::attends);
  no(sara, LinkAct::cannot_come);
  no(sara, LinkAct::take_back_seat);
  no(world.link(anna), LinkAct::name_substitute);
  no(world.link(anna), LinkAct::forwarded);
  no(world.check_in(the_reception), LinkAct::attends);
  world.confirm("Sara Skift");
  world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  no(sara, LinkAct::confirm_substitute);
  no(sara, LinkAct::decline_substitution);
}

TEST(LinkForm, BehindALinkThatIsNotAliveIsRefusedWithItsState) {
  World world;
  const LinkName name = world.link(the_reception);
  ChangeMeeting change;
  change.starts = march(24, 10);
  world.tell(coordinator, change);
  EXPECT_EQ(fault(world, name, form_of(LinkAct::attends)), "link_superseded");
}

TEST(LinkForm, HasTextsForEveryStateAndForWhatCannotComeMeans) {
  for (const Language language : {Language::swedish, Language::english}) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<LinkState>>([&](auto each) {
      const auto rule = answer_link::rule_of(each.value);
      const bool stands = each.value == LinkState::alive || each.value == LinkState::agreement;
      EXPECT_EQ(rule.empty(), stands);
      EXPECT_TRUE(rule.empty() || pattern_of(rule, language) != rule) << each.name;
    });
    EXPECT_TRUE(word_of("warning", answer_link::cannot_come_notice, language).ends_with('.'));
  }
}

}  // namespace
}  // namespace kallad::links::form_test
