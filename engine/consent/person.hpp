// The person the plan is about, and how far the person's identity is protected.
// Not a population register: what stands here is what staff wrote.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kallad {

/// Protected identity, in three grades (domain 6).
enum class Protection { none, secrecy_mark, protected_registration, assumed_identity };
BOOST_DESCRIBE_ENUM(Protection, none, secrecy_mark, protected_registration, assumed_identity)

/// Den enskilde. The identity number may be empty or a reserve number; a bad one is warned about
/// only.
struct Person {
  std::string name;
  std::string identity_number;
  Protection protection = Protection::none;
  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, identity_number, protection))

namespace consent {

/// What an identity number looks like. Luhn is computed over the last ten digits (domain 6).
enum class IdentityNumber { personal, coordination, unverified };

/// Reads YYYYMMDD-NNNC, YYMMDD-NNNC (also with + or without sign). A day above 60 is a coordination
/// number. Anything that does not check out is unverified, never refused: a failed check warns and
/// never stops a SIP.
IdentityNumber classify_identity_number(std::string_view text);

/// What whoever writes the person down is warned about: a number that does not check out.
std::vector<std::string> warnings_about(const Person& person);

}  // namespace consent
}  // namespace kallad
