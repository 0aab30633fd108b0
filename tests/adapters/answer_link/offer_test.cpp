// Tests that what a link offers is what the engine takes: every act of every link, in cases that
// have gone on in different ways, sent and held against what the view said of it. Not of single
// rules: those are the engine's tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/answer_link/link_view.hpp"
#include "engine/spine/table.hpp"
#include "tests/adapters/answer_link/forms.hpp"

namespace kallad::links::offer_test {
namespace {

using support::adults;
using support::care_centre;
using support::reception;

using Telling = void (*)(World&);

/// Ways a case can have gone on; each from a fresh one.
const std::vector<Telling>& tellings() {
  static const std::vector<Telling> all{
      [](World&) {},
      [](World& world) {
        world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
      },
      [](World& world) { world.name_substitute("Sara Skift", staff(reception)); },
      [](World& world) {
        world.name_substitute("Sara Skift", staff(reception));
        world.confirm("Sara Skift");
      },
      [](World& world) {
        world.name_substitute("Sara Skift", staff(reception));
        world.confirm("Sara Skift");
        world.name_substitute("Omar Ordning", substitute("Sara Skift"));
      },
      [](World& world) {
        AnswerSummons forwarding = answer(the_reception, AnswerKind::forwarded);
        forwarding.forward_to = care_centre;
        world.tell(staff(reception), forwarding);
        Acknowledge taken;
        taken.party = party_of(care_centre);
        world.tell(staff(care_centre), taken);
      },
      [](World& world) { world.until(march(20, 12)); },
      [](World& world) {
        world.until(march(20, 13));
        world.tell(coordinator, OpenMeeting{});
        MarkAttendance absent;
        absent.mark = {the_reception, Attendance::absent, {}, {}};
        world.tell(coordinator, absent);
      },
  };
  return all;
}

std::vector<LinkName> links_of(World& world) {
  std::vector<LinkName> names{world.link(the_reception), world.check_in(the_reception),
                              world.link(party_of(adults)), world.link(anna)};
  const Seat seat = world.seat(the_reception);
  for (const ChainLink& link : seat.chain) {
    names.push_back(answer_link::substitute_link(CaseId{World::stream}, seat, link));
  }
  return names;
}

/// Sends what the view offers, to the engine as the case is; what does not fit, or nothing.
std::string mismatch(World& world, const LinkName& name, const LinkView& view,
                     const OfferedAct& offered) {
  AnswerForm form = full_form(offered.act);
  form["your_name"] = view.seat.answered_by.empty() ? "Lena Ledig" : view.seat.answered_by;
  if (!view.receivers.empty()) form["forward_to"] = view.receivers.back().id.text;
  form["substitute.name"] = "Nils Ny";
  form["substitute.contact"] = "nils@example.se";
  const FromForm read = asked(world, name, form);
  const auto* said = boost::variant2::get_if<LinkCommand>(&read);
  const Stamp stamp{world.now, said ? said->actor : Actor{}, 0};
  const bool taken =
      said && between::decide(world.file(), said->command, stamp, world.ground()).is_accepted();
  if (taken == offered.is_allowed()) return {};
  return std::string{table::state_id(offered.act)} + (taken ? " was taken" : " was refused");
}

TEST(LinkActs, ThatAreOfferedAreTakenAndThoseThatAreNotAreRefused) {
  std::size_t pressed = 0;
  for (const Telling tell : tellings()) {
    World world;
    tell(world);
    for (const LinkName& name : links_of(world)) {
      const auto view = answer_link::show(world.file(), name, world.ground(), world.now);
      for (const OfferedAct& offered : view.acts) {
        EXPECT_EQ(mismatch(world, name, view, offered), "") << "act " << pressed;
        ++pressed;
      }
    }
  }
  EXPECT_GT(pressed, 190U);
}

}  // namespace
}  // namespace kallad::links::offer_test
