// `kallad invite`: an account for somebody, by a one-time link, from the command line.
// Not the first administrator, whom `kallad serve` invites by itself. Rule kept: nobody has a
// password that somebody else has chosen.
#include <iostream>

#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/said/people_said.hpp"
#include "tools/kallad/said/settings_said.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

/// Tells why not, in Swedish.
int refused(const Refusals& why) {
  for (const Refusal& each : why) {
    std::cerr << "kallad: " << text_of(each, Language::swedish) << '\n';
  }
  return wrong_input;
}

/// A unit is one of the register of that data folder; who serves the installation needs none.
bool is_known_unit(const std::filesystem::path& data, const std::string& unit) {
  if (unit.empty()) return true;
  const Look look{data, stockholm(), SystemClock{}.now()};
  return find_unit(look.known(), UnitId{unit}) != nullptr;
}

}  // namespace

int run_invite(const InviteOptions& options) {
  const auto said = read_settings(options.config, options.flags);
  if (!said) return wrong_input;
  if (!is_known_unit(said->data, options.unit)) return refused({{"unit_unknown", {}}});
  People people{people_said(*said), key_said(*said)};
  const auto answer = people.enrolment.invite(
      {options.user, options.name, UnitId{options.unit}, options.positions, options.is_example},
      SystemClock{}.now());
  if (const auto* why = boost::variant2::get_if<Refusals>(&answer)) return refused(*why);
  const Invitation& invited = boost::variant2::get<Invitation>(answer);
  std::cout << options.name << " (" << options.user
            << "): " << url_said(*said, static_cast<std::uint16_t>(said->port)) << "/enrol/"
            << invited.token << '\n';
  return good;
}

}  // namespace kallad::program
