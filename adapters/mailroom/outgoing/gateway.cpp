// One message and its answer. A service that is not there is nobody's fault: mails go on meanwhile.
// Not the text: adapters/letter.
#include "adapters/mailroom/outgoing/gateway.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/codec/forms.hpp"
#include "adapters/webhook/signature.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view telephone = "tel:";
constexpr std::chrono::seconds longest{20};

std::string body_of(const Copy& copy, std::string_view text, std::string_view link, Instant now) {
  const bool is_sms = copy.address.starts_with(telephone);
  const std::string to = is_sms ? copy.address.substr(telephone.size()) : copy.address.substr(4);
  return ordered_json{
      {"type", "message_to_send"},
      {"timestamp", iso(now)},
      {"data", {{"channel", is_sms ? "sms" : "sdk"}, {"to", to}, {"text", text}, {"link", link}}}}
      .dump();
}

bool is_for_good(unsigned status) {
  static constexpr std::array<unsigned, 4> all{400, 404, 410, 422};
  return std::ranges::find(all, status) != all.end();
}

post::Sent told(const Copy& copy, const webhook::Sent& answer) {
  post::Sent sent{.recipient = copy.address,
                  .fate = post::Fate::temporary,
                  .about = post::About::recipient,
                  .trouble = {},
                  .code = static_cast<int>(answer.status),
                  .status = {},
                  .text = {}};
  if (answer.fate == webhook::Fate::delivered) {
    sent.fate = post::Fate::delivered_to_relay;
  } else if (is_for_good(answer.status)) {
    sent.fate = post::Fate::permanent;
  } else if (answer.status == 0) {
    sent.status = table::state_id(answer.fate);
  }
  return sent;
}

}  // namespace

Gateway::Gateway(GatewaySettings settings)
    : settings_(std::move(settings)),
      sender_(
          {.private_addresses = true, .plain_localhost = true, .authorities = settings_.ca_file}) {}

post::Sent Gateway::send(const Copy& copy, std::string_view text, std::string_view link,
                         Instant now) {
  webhook::Message message{.number = copy.number,
                           .url = settings_.url,
                           .id = "msg_" + copy.token,
                           .timestamp = webhook::timestamp_of(now),
                           .signature = {},
                           .body = body_of(copy, text, link, now)};
  message.signature = webhook::signature_of(std::span{&settings_.secret, 1}, message.id,
                                            message.timestamp, message.body);
  sender_.start(message);
  const auto until = std::chrono::steady_clock::now() + longest;
  while (std::chrono::steady_clock::now() < until) {
    for (const webhook::Sent& answer : sender_.finished(std::chrono::milliseconds{200}))
      if (answer.number == copy.number) return told(copy, answer);
  }
  return told(copy, {copy.number, webhook::Fate::too_slow, 0});
}

}  // namespace kallad::mailroom
