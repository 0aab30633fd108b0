// One byte: 1 with a command, 0 without. With one: its id after its length (4 bytes, little-endian)
// and the 16 bytes of its content. Then the actor after its length; the rest is the payload.
// Frozen with the file format.
#include "adapters/store/sqlite/sealed/event_body.hpp"

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

constexpr std::size_t length_size = 4;

void add_text(std::string& bytes, std::string_view text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  for (std::size_t i = 0; i < length_size; ++i)
    bytes += static_cast<char>((length >> (8 * i)) & 0xffU);
  bytes += text;
}

/// Takes pieces off the front.
class Rest {
 public:
  explicit Rest(std::string_view bytes) : bytes_(bytes) {}

  std::string_view piece(std::size_t size) {
    if (size > bytes_.size()) throw StoreError(StoreFault::damaged, "an event's body is cut short");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::string_view text() {
    std::uint32_t length = 0;
    const std::string_view digits = piece(length_size);
    for (std::size_t i = 0; i < length_size; ++i)
      length |= std::uint32_t{static_cast<unsigned char>(digits[i])} << (8 * i);
    return piece(length);
  }
  std::string_view all() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace

std::string bytes_of(const EventBody& body) {
  std::string bytes;
  bytes.reserve(1 + 2 * length_size + body.command.size() + body.content.size() +
                body.actor.size() + body.payload.size());
  bytes += body.has_command ? '\1' : '\0';
  if (body.has_command) {
    add_text(bytes, body.command);
    bytes += body.content;
  }
  add_text(bytes, body.actor);
  bytes += body.payload;
  return bytes;
}

EventBody read_body(std::string_view bytes) {
  Rest rest{bytes};
  EventBody body;
  body.has_command = rest.piece(1)[0] != '\0';
  if (body.has_command) {
    body.command = rest.text();
    body.content = rest.piece(sizeof(ShortDigest));
  }
  body.actor = rest.text();
  body.payload = rest.all();
  return body;
}

std::string place_of_event(std::int64_t position) { return "event " + std::to_string(position); }

}  // namespace kallad
