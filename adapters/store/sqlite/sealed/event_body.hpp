// All that an event says, as the bytes that are stored: the command it came with, who said it, and
// what it is. Not the event's place, time and kind: those stand in columns of their own.
// Rule kept (domain 6): no name and no word of anybody stands outside a body.
#pragma once

#include <string>
#include <string_view>

namespace kallad {

/// The texts of an event. The first event of a command carries its id and the digest of its
/// content (16 bytes); the others carry neither.
struct EventBody {
  bool has_command = false;
  std::string_view command;
  std::string_view content;
  std::string_view actor;
  std::string_view payload;
};

std::string bytes_of(const EventBody& body);

/// Views into `bytes`. Throws StoreError `damaged` where they are no body.
EventBody read_body(std::string_view bytes);

/// What a seal of the event at that position is bound to.
std::string place_of_event(std::int64_t position);

}  // namespace kallad
