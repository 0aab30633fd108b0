// A letter as the bytes that go over the wire (RFC 5322, MIME), the same bytes for the same letter.
// Not a judge of what it says. Rules kept: nothing that could end a header gets into one; every
// byte is ASCII, so that no relay needs to change it; no Bcc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/post/mime/message.hpp"

namespace kallad::post {

/// Why a letter cannot be written: the field ("to", "headers") and what is wrong with it:
/// "missing", "control_character", "not_utf8", "not_an_address", "not_an_id", "not_a_type",
/// "not_a_header", "not_ascii". A fault of the caller, and of registered addresses.
struct ComposeFault {
  std::string_view field;
  std::string_view rule;
  bool operator==(const ComposeFault&) const = default;
};

/// Bytes with CRLF, or faults. Never both.
struct Composed {
  std::string bytes;
  std::vector<ComposeFault> faults;
};

/// The letter: multipart/mixed(multipart/alternative(text, html, calendar), invite.ics,
/// attachments) and of that only what is needed. Safe for many threads.
Composed compose(const Message& message);

/// Whether the text can stand as an address: "local@domain", ASCII, at most 254 characters, no
/// quoted local part, no space, no comment.
bool is_address(std::string_view text);

}  // namespace kallad::post
