// `kallad invite`: an account for somebody, by a one-time link, from the command line.
// Not the first administrator, whom `kallad serve` invites by itself. Rule kept: nobody has a
// password that somebody else has chosen.
#include <iostream>

#include "adapters/clock/clock.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "tools/kallad/said/people_said.hpp"
#include "tools/kallad/said/settings_said.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

int run_invite(const InviteOptions& options) {
  const auto said = read_settings(options.config, options.flags);
  if (!said) return wrong_input;
  std::filesystem::create_directories(said->data);
  People people{people_said(*said), key_said(*said)};
  const auto answer = people.enrolment.invite(
      {options.user, options.name, UnitId{options.unit}, options.positions}, SystemClock{}.now());
  if (const auto* why = boost::variant2::get_if<Refusals>(&answer)) {
    for (const Refusal& each : *why) {
      std::cerr << "kallad: " << text_of(each, Language::swedish) << '\n';
    }
    return wrong_input;
  }
  const Invitation& invited = boost::variant2::get<Invitation>(answer);
  std::cout << options.name << " (" << options.user
            << "): " << url_said(*said, static_cast<std::uint16_t>(said->port)) << "/enrol/"
            << invited.token << '\n';
  return good;
}

}  // namespace kallad::program
