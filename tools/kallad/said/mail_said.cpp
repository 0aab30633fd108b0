// One setting after the other; where no server is named there is none.
// Not a check of what belongs together: adapters/config does that.
#include "tools/kallad/said/mail_said.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <fstream>
#include <memory>
#include <span>
#include <stdexcept>

#include "adapters/sign_in/client_token/client_token.hpp"
#include "adapters/webhook/signature.hpp"

namespace kallad::program {

namespace {

/// The first line: passwords may hold blanks.
std::string password_in(const std::string& file, const char* key) {
  if (file.empty()) return {};
  std::string line;
  std::ifstream in{file};
  if (!std::getline(in, line)) {
    throw std::runtime_error(std::string{key} + " går inte att läsa: " + file);
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

post::Security security_of(const std::string& text) {
  post::Security security = post::Security::starttls;
  boost::describe::enum_from_string(text.c_str(), security);
  return security;
}

std::string our_name(const Settings& said) {
  const auto at = said.mail_address.find('@');
  return said.mail_our_name.empty() ? said.mail_address.substr(at + 1) : said.mail_our_name;
}

/// One source for both servers; none where one signs in with passwords.
post::BearerToken token_said(const Settings& said) {
  if (said.mail_token_url.empty()) return {};
  const auto source = std::make_shared<ClientToken>(ClientTokenSettings{
      said.mail_token_url, said.mail_token_client_id,
      password_in(said.mail_token_client_secret_file, "mail.token_client_secret_file"),
      said.mail_token_scope});
  return [source](bool anew) { return source->token(anew); };
}

std::optional<mailroom::GatewaySettings> gateway_said(const Settings& said) {
  if (said.gateway_url.empty()) return std::nullopt;
  const std::string secret = password_in(said.gateway_secret_file, "gateway.secret_file");
  static_cast<void>(webhook::signature_of(std::span{&secret, 1}, "", "", ""));  // now, not at night
  return mailroom::GatewaySettings{said.gateway_url,
                                   secret,
                                   said.gateway_ca_file,
                                   {said.gateway_sms == 1, said.gateway_sdk == 1}};
}

}  // namespace

mailroom::MailPlaces mail_said(const Settings& said) {
  const post::BearerToken token = token_said(said);
  mailroom::MailPlaces places;
  places.texts = said.mail_texts_folder;
  if (said.smtp_host.empty()) return places;
  post::ServerSettings relay;
  relay.host = said.smtp_host;
  relay.port = static_cast<std::uint16_t>(said.smtp_port);
  relay.security = security_of(said.smtp_security);
  relay.user = said.smtp_user;
  relay.password = password_in(said.smtp_password_file, "smtp.password_file");
  relay.token = token;
  relay.ca_file = said.smtp_ca_file;
  relay.our_name = our_name(said);
  places.relay = relay;
  places.gateway = gateway_said(said);
  if (said.imap_host.empty()) return places;
  post::InboxSettings box;
  box.server.host = said.imap_host;
  box.server.port = static_cast<std::uint16_t>(said.imap_port);
  box.server.security = security_of(said.imap_security);
  box.server.user = said.imap_user;
  box.server.password = password_in(said.imap_password_file, "imap.password_file");
  box.server.token = token;
  box.server.ca_file = said.imap_ca_file;
  box.folder = said.imap_folder;
  box.done = said.imap_done_folder;
  places.box = box;
  places.pause_in = std::chrono::seconds{said.imap_seconds};
  return places;
}

mailroom::Sender sender_said(const Settings& said, const Keyring& keyring) {
  return {said.mail_address, said.mail_subaddresses == 1,
          [&keyring](std::string_view text) { return keyring.sign(Purpose::calendar, text); }};
}

}  // namespace kallad::program
