// What a trusted service says of somebody, and the person this amounts to here.
// Not how it was said and checked: adapters/sign_in/oidc and trusted_header.hpp. Rule kept: who
// lacks a known unit or a position comes nowhere; what the tables do not name gives no right.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/sign_in/people_file.hpp"
#include "engine/spine/id.hpp"

namespace kallad {

/// Each claim's values, in the order given.
using ClaimValues = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What the service calls them: claims of OIDC, or headers in lower case.
struct ClaimNames {
  std::string name = "name";
  std::string unit = "unit_hsa_id";
  std::string positions = "roles";
};

/// Which value of the claim gives which position; the value "*" is everybody's.
using PositionTable = std::vector<std::pair<std::string, std::string>>;

/// "sip-samordnare=coordinator; CN=sip,OU=chefer=unit_head": entries end with ';', the last '='
/// parts value from position. Refused: unknown_position, position_table_form.
OrRefusals<PositionTable> position_table_in(std::string_view text);

/// The unit that has this HSA-id, whatever case its letters are in; asked for each sign-in, from
/// any thread.
using UnitOfHsaId = std::function<std::optional<UnitId>(std::string_view)>;

struct ClaimSettings {
  ClaimNames names;
  PositionTable positions;
  UnitOfHsaId unit_of_hsa_id;
};

/// Somebody whom a trusted service has signed in.
struct FederatedPerson {
  std::string issuer;   ///< who says so: "https://…", or "proxy"
  std::string subject;  ///< what the issuer calls the person, and never anybody else
  std::string shown_name;
  UnitId unit;
  std::vector<std::string> positions;  ///< in the order of known_positions, each once
  bool operator==(const FederatedPerson&) const = default;
};

/// Refused: sign_in_not_trusted (no usable subject), sign_in_name_missing, sign_in_unit_missing,
/// sign_in_unit_unknown, sign_in_unit_several, sign_in_no_position.
OrRefusals<FederatedPerson> person_of(const ClaimSettings& settings, std::string issuer,
                                      std::string subject, const ClaimValues& claims);

}  // namespace kallad
