// Answer links as text: what a link names, and its sealing into a token and back.
// Not whether the link is good for anything: link_target.hpp asks the case that. Nothing is stored:
// a token follows from key and name alone (docs/decisions/0010).
// Rule kept (domain 6): an address is logged by others, so nothing can be read from it.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/spine/id.hpp"

namespace kallad {

/// Whose link it is: the party's (its first representative), a substitute's own, or one that marks
/// presence and does nothing else.
enum class LinkHolder { party, substitute, check_in };
BOOST_DESCRIBE_ENUM(LinkHolder, party, substitute, check_in)

/// Tells the parties of one summons apart without naming them.
using PartyMark = std::array<unsigned char, 6>;
PartyMark mark_of(const PartyId& party);

/// What a link names: the event that sent the summons to the party, or that named the substitute.
/// A new version, a replaced substitute or a party called anew is another event, and so another
/// link.
struct LinkName {
  LinkHolder holder = LinkHolder::party;
  CaseId of_case;
  std::uint32_t event = 0;
  PartyMark party{};
  bool operator==(const LinkName&) const = default;
};

/// A secret of at least 32 bytes; `id` is 0 to 15.
struct LinkKey {
  unsigned id = 0;
  std::string secret;
};

/// Seals with the first key and opens with all.
class LinkKeyring {
 public:
  /// One key, or two while they change. Throws std::invalid_argument where there is none, or an id
  /// stands twice or is too large, or a secret is too short.
  explicit LinkKeyring(const std::vector<LinkKey>& keys);
  ~LinkKeyring();
  LinkKeyring(const LinkKeyring&) = delete;
  LinkKeyring& operator=(const LinkKeyring&) = delete;

  /// base64url, the same for the same name; 72 characters for a case id of 26.
  std::string seal(const LinkName& name) const;
  /// Nothing where it is not, to the last bit, a token sealed with one of the keys.
  std::optional<LinkName> open(std::string_view token) const;

 private:
  using Bytes32 = std::array<unsigned char, 32>;
  struct Active {
    unsigned id = 0;
    Bytes32 signing{};
    Bytes32 cipher{};
  };
  std::vector<Active> keys_;
};

/// The command id of a form that was shown with `nonce` behind the link: sent twice, it is stored
/// once. Begins with "link-", which tells in the log that the actor's name was typed and not
/// proven.
std::string command_id_of(const LinkName& name, std::string_view nonce);

}  // namespace kallad
