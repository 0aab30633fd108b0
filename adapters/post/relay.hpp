// Letters handed to the relay over SMTP, and what it said of each recipient (RFC 5321, 3461, 3463).
// Not a queue: what is tried again and when is the caller's. Rules kept: "delivered_to_relay" only
// where the relay has taken the whole letter; a server that cannot be spoken with is nobody's
// fault.
#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/post/envelope.hpp"
#include "adapters/post/line.hpp"

namespace kallad::post {

enum class Fate {
  delivered_to_relay,  ///< it answers for it from now on
  temporary,           ///< refused for now (4yz): try again
  permanent,           ///< refused for good (5yz)
  unreachable,         ///< the relay could not be spoken with; it has not taken the letter
  uncertain,           ///< it broke off after the whole letter: a second try may be a second letter
};
BOOST_DESCRIBE_ENUM(Fate, delivered_to_relay, temporary, permanent, unreachable, uncertain)

/// What the answer was to. Only one about the recipient says anything of an address.
enum class About { connection, sender, recipient, letter };
BOOST_DESCRIBE_ENUM(About, connection, sender, recipient, letter)

/// What became of a letter for one recipient.
struct Sent {
  std::string recipient;
  Fate fate = Fate::unreachable;
  About about = About::connection;
  Trouble trouble = Trouble::none;  ///< why unreachable or uncertain
  int code = 0;                     ///< the reply, 0 where none came
  std::string status;               ///< its enhanced code, as "5.1.1"; may be empty
  std::string text;                 ///< the server's words; may hold addresses: never logged
};

/// Whether the address is to be marked as bounced: refused for good, and for being no good.
bool is_bad_address(const Sent& sent);

/// One connection, kept from letter to letter and made anew when it has gone. Blocks: at most
/// `connect` and then `reply` for each command, `acceptance` for the letter. One thread at a time.
class Relay {
 public:
  explicit Relay(ServerSettings settings, std::stop_token stop = {});
  /// Says goodbye where there is a connection.
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  /// Bytes as compose() gives them. One result for each of `to`, in their order.
  std::vector<Sent> send(const Envelope& envelope, std::string_view bytes);
  /// Ends the connection; the next letter makes another. For pauses longer than a minute.
  void hang_up();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The bytes as DATA has them: dots at the beginning of lines doubled, CRLF, and the dot at the
/// end.
std::string as_data(std::string_view bytes);

}  // namespace kallad::post
