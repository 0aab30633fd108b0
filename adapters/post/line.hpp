// A connection to a mail server: name, TLS, sign-in by libcurl; then lines there and back.
// Not a protocol: relay.cpp and inbox.cpp say what is said. Rules kept: certificates are checked; a
// password never goes in the clear but within this machine; every wait ends, and ends early when
// asked to stop.
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace kallad::post {

enum class Security {
  starttls,             ///< begins in the clear, and goes no further where TLS is not offered
  starttls_if_offered,  ///< in the clear where it is not; no password then
  tls,                  ///< TLS from the first byte (465, 993)
  none,                 ///< for a server within this machine
};
BOOST_DESCRIBE_ENUM(Security, starttls, starttls_if_offered, tls, none)

/// A bearer token to sign in with (RFC 7628, XOAUTH2); `anew`: the last one was refused. Nothing
/// where none is to be had now. May block.
using BearerToken = std::function<std::optional<std::string>(bool anew)>;

/// Where the server is and how one signs in: with a password, or with a token where there is a
/// source of them. Without a user nobody signs in.
struct ServerSettings {
  std::string host;
  std::uint16_t port = 0;
  Security security = Security::starttls;
  std::string user = {};
  std::string password = {};
  BearerToken token = {};
  std::string ca_file = {};              ///< PEM; empty: the system's
  std::string our_name = "localhost";    ///< what we call ourselves (EHLO): our host's full name
  std::chrono::seconds connect{20};      ///< name, connection, TLS and sign-in
  std::chrono::seconds reply{60};        ///< of the server to one command
  std::chrono::seconds acceptance{600};  ///< to a whole letter (RFC 5321 4.5.3.2.6)
};

/// Why the server could not be spoken with. Nothing of it is any recipient's fault.
enum class Trouble {
  none,
  settings,        ///< a password without TLS, or a value that cannot be
  name_unknown,    ///< the server's name stands for nothing
  not_reached,     ///< no connection
  no_tls,          ///< TLS is required and not offered
  not_trusted,     ///< another's certificate, or none that is trusted
  sign_in,         ///< user, password or token refused, or asked for; or no token to be had
  too_slow,        ///< no answer in time
  broken_off,      ///< the connection ended
  not_understood,  ///< says what the protocol does not know
  refused,         ///< the server will not do it
  stopped,         ///< we were asked to stop
};
BOOST_DESCRIBE_ENUM(Trouble, none, settings, name_unknown, not_reached, no_tls, not_trusted,
                    sign_in, too_slow, broken_off, not_understood, refused, stopped)

/// Thrown by Line alone; caught in this room.
struct LineTrouble {
  Trouble what = Trouble::none;
};

/// Nothing where the settings can be used; else Trouble::settings.
Trouble fault_of(const ServerSettings& settings);

enum class Protocol { smtp, imap };

/// One connection, signed in. Not safe for several threads.
class Line {
 public:
  /// Connects; throws LineTrouble.
  Line(const ServerSettings& settings, Protocol protocol, const std::stop_token& stop);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// From now on so long for what is sent and read, together.
  void give(std::chrono::milliseconds time);
  /// All of the bytes, or LineTrouble.
  void send(std::string_view bytes);
  /// The next line without its end; at most 4 MiB.
  std::string read_line();
  /// Exactly so many bytes.
  std::string read_bytes(std::size_t count);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kallad::post
