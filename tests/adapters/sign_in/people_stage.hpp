// What tests of sign-in share: people in a real file with cheap hashes, an administrator and a
// coordinator, both invented, with their apps for codes.
// Not a mock: libsodium, liboath and SQLite do the work. Rule kept: every secret comes by a link.
#pragma once

#include <gtest/gtest.h>

#include "adapters/sign_in/people.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {

using namespace std::chrono_literals;

/// The value of an outcome, or a thrown rule that fails the test.
template <class Outcome>
auto good(Outcome outcome) {
  if (const auto* refusals = boost::variant2::get_if<Refusals>(&outcome))
    throw std::runtime_error(std::string{refusals->front().rule});
  return boost::variant2::get<0>(std::move(outcome));
}

/// The rules by which it was refused, with a space between; empty where it was not.
template <class Outcome>
std::string why_not(const Outcome& outcome) {
  std::string rules;
  if (const auto* refusals = boost::variant2::get_if<Refusals>(&outcome))
    for (const Refusal& refusal : *refusals)
      rules += (rules.empty() ? "" : " ") + std::string{refusal.rule};
  return rules;
}

inline std::string why_not(const SignInAnswer& answer) {
  const auto* refused = boost::variant2::get_if<NotSignedIn>(&answer);
  return refused == nullptr ? "" : std::string{refused->reasons.front().rule};
}

/// Somebody with an account, as they know themselves.
struct Somebody {
  std::string account;
  std::string user_name;
  std::string password;
  std::string secret;  ///< in the app
  std::string device;
  std::string session;
  std::vector<std::string> recovery_codes;
};

/// The bytes of a Base32 text, as an app reads them.
inline std::string base32_bytes(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    buffer = (buffer << 5U | static_cast<unsigned>(letters.find(c))) & 0xfffU;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(buffer >> static_cast<unsigned>(bits) & 0xffU);
  }
  return bytes;
}

struct PeopleTest : ::testing::Test {
  PeopleTest() {
    key.fill(7);
    settings.file = folder / "people.sqlite";
    settings.cost = {1, 8192};
    settings.hash_at_once = 8;
    people.emplace(settings, key);
  }

  void start_anew() {
    people.reset();
    people.emplace(settings, key);
  }
  Somebody accept(const Invitation& link, const std::string& password) {
    const Enrolling page = good(people->enrolment.look(link.token, now));
    const std::string secret = base32_bytes(page.secret_text);
    Welcome in = good(
        people->enrolment.accept({link.token, password, totp_code(secret, now), "Firefox"}, now));
    return {in.account,
            page.user_name,
            password,
            secret,
            in.signed_in.device_cookie,
            in.signed_in.session.token,
            in.recovery_codes};
  }
  Somebody administrator() {
    return accept(people->enrolment.first_administrator_link(now).value(), "ett långt lösenord");
  }
  Somebody invited(const std::string& user_name, const std::string& shown_name) {
    const NewAccount wanted{user_name, shown_name, UnitId{"helsingborg/vuxen"}, {"coordinator"}};
    return accept(good(people->enrolment.invite(wanted, now)), "gröna hästar äter hö");
  }
  Somebody eva() { return invited("Eva.Exempel", "Eva Exempel"); }
  Somebody bo() { return invited("bo.exempel", "Bo Exempel"); }
  /// The right password and a fresh code, without the device cookie.
  Credentials right(const Somebody& who, const std::string& address = "192.0.2.1") {
    return {who.user_name, who.password, totp_code(who.secret, now), address, "", "Firefox"};
  }
  Credentials wrong(const Somebody& who, const std::string& address = "192.0.2.1") {
    Credentials given = right(who, address);
    given.password = "fel lösenord, nog långt";
    return given;
  }
  std::string answer(const Credentials& given) {
    return why_not(people->sign_in.sign_in(given, now));
  }
  bool is_in(const std::string& token) { return people->sessions.session(token, now).has_value(); }

  ScratchFolder folder;
  PeopleSettings settings;
  InstallationKey key{};
  Instant now = HandClock{}.now;
  std::optional<People> people;
};

}  // namespace kallad::testing
