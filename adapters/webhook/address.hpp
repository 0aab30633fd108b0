// Where a webhook may be sent: the form of an address when it is given, and the network address
// when it is connected to. Not the connecting: sender.hpp. Rule kept: who may set up a webhook
// cannot make this program reach what only this program reaches (its own machine, its own network,
// a cloud's metadata), whatever a name resolves to at that moment.
#pragma once

#include <sys/socket.h>

#include <boost/variant2/variant.hpp>
#include <string>

#include "engine/spine/verdict.hpp"

namespace kallad::webhook {

/// A value, or why not.
template <class Value>
using OrRefusals = boost::variant2::variant<Value, Refusals>;

/// What the installation allows beyond https to public addresses.
struct Net {
  bool private_addresses = false;  ///< also the own network, and this machine
  bool plain_localhost = false;    ///< http:// to localhost
  std::string authorities = {};    ///< file of trusted certificates (PEM); empty: the system's
};

/// What kind of network address it is.
enum class Reach {
  everyone,  ///< on the Internet
  own,       ///< private networks and this machine
  never,     ///< link-local (metadata services), multicast, reserved, unspecified, and what hides
             ///< another address
};

Reach reach_of(const sockaddr& address);
bool is_loopback(const sockaddr& address);
/// Whether a webhook for this URL may connect there.
bool may_connect(const Net& net, bool plain, const sockaddr& address);

/// The URL in the one form it is kept in, with numbers that stand for an address written as one.
/// Refused: webhook_url_form, webhook_url_too_long, webhook_url_has_user, webhook_url_not_https,
/// webhook_address_not_allowed. A name is looked up when it is connected to, not here.
OrRefusals<std::string> checked_url(const std::string& given, const Net& net);

}  // namespace kallad::webhook
