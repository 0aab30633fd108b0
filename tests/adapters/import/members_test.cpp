// An agreement's members as lines and back: who is bound must not change on the way.
// Not a second reading of the rule: the engine's own duty_of is asked before and after.
#include "adapters/import/members.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kallad::importing::members_test {
namespace {

const PrincipalId region{"region"};
const PrincipalId town{"town"};

/// Two principals with two units each, and one agreement of these members.
Register register_with(const std::vector<Member>& members) {
  Register known;
  for (const PrincipalId& principal : {region, town}) {
    known.principals[principal] = {principal, principal.text, PrincipalKind::other, {}};
    for (const char* name : {"/a", "/b"}) {
      const UnitId unit{principal.text + name};
      known.units[unit] = {unit, principal, unit.text, {}, {}, {}, {}, {}};
    }
  }
  const AgreementId id{"agreement"};
  known.agreements[id] = {id, "A", {}, Date{std::chrono::year{2026} / 1 / 1}, {}, members};
  return known;
}

Duty duty_in(const Register& known, const UnitId& unit) {
  return duty_of(known, unit, AgreementId{"agreement"}, Date{std::chrono::year{2026} / 6 / 1});
}

TEST(Members, AUnitsLineGoesBeforeItsPrincipals) {
  const Duties lines{{{region, UnitId{}}, false}, {{region, UnitId{"region/a"}}, true}};
  const Register known = register_with(members_of(lines));
  EXPECT_EQ(duty_in(known, UnitId{"region/a"}), Duty::bound);
  EXPECT_EQ(duty_in(known, UnitId{"region/b"}), Duty::may_come);
  EXPECT_EQ(duty_in(known, UnitId{"town/a"}), Duty::outsider);
}

std::vector<Member> some_members() {
  return *rc::gen::container<std::vector<Member>>(rc::gen::exec([] {
    Member one;
    one.principal = *rc::gen::element(region, town);
    one.duty_to_attend = *rc::gen::arbitrary<bool>();
    for (const char* name : {"/a", "/b"}) {
      if (*rc::gen::arbitrary<bool>()) one.units.push_back(UnitId{one.principal.text + name});
    }
    return one;
  }));
}

RC_GTEST_PROP(Members, BindTheSameUnitsAsLines, ()) {
  const std::vector<Member> members = some_members();
  const Register before = register_with(members);
  const Register after = register_with(members_of(duties_of(members)));
  for (const auto& [id, unit] : before.units) RC_ASSERT(duty_in(before, id) == duty_in(after, id));
}

RC_GTEST_PROP(Members, LinesComeBackAsTheyWere, ()) {
  const Duties lines = duties_of(some_members());
  RC_ASSERT(duties_of(members_of(lines)) == lines);
}

}  // namespace
}  // namespace kallad::importing::members_test
