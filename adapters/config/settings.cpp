// The table of settings, and sources laid over one another.
// Not reading of files: toml_file.cpp. Rule kept: every error is told at once, and none repeats a
// value, since somebody may have written a secret in the wrong place.
#include "adapters/config/settings.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace kallad {

namespace {

constexpr std::int64_t day = 24 * 60 * 60;

constexpr auto kSettings = std::to_array<Setting>({
    {"data.folder", TextSetting{&Settings::data}, "Mapp med lagret"},
    {"http.address", TextSetting{&Settings::address}, "Adress att lyssna på"},
    {"http.port", NumberSetting{&Settings::port, 0, 65'535}, "Port; 0 väljer en ledig"},
    {"http.public_url", TextSetting{&Settings::public_url},
     "Adressen som användare ser, till exempel https://kallad.example"},
    {"pages.accessibility_contact", TextSetting{&Settings::accessibility_contact},
     "Vart brister i tillgänglighet anmäls; står i tillgänglighetsredogörelsen"},
    {"pages.demo", NumberSetting{&Settings::demo, 0, 1},
     "1: varje sida säger överst att allt i lagret är påhittat"},
    {"http.trusted_proxy", TextSetting{&Settings::trusted_proxy},
     "Adress till den proxy vars X-Forwarded-rader gäller"},
    {"http.threads", NumberSetting{&Settings::threads, 1, 64}, "Trådar som svarar"},
    {"http.connections", NumberSetting{&Settings::connections, 1, 1'000'000},
     "Förbindelser på en gång"},
    {"http.connections_per_client", NumberSetting{&Settings::connections_per_client, 1, 1'000'000},
     "Förbindelser på en gång från en adress"},
    {"http.requests_in_flight", NumberSetting{&Settings::requests_in_flight, 1, 100'000},
     "Förfrågningar som besvaras på en gång; fler får 503"},
    {"http.header_bytes", NumberSetting{&Settings::header_bytes, 1'024, 1'048'576},
     "Största huvud på en förfrågan, byte"},
    {"http.body_bytes", NumberSetting{&Settings::body_bytes, 1'024, 67'108'864},
     "Största innehåll i en förfrågan, byte"},
    {"http.head_seconds", NumberSetting{&Settings::head_seconds, 1, 600},
     "Tid för att ta emot ett huvud, sekunder"},
    {"http.body_seconds", NumberSetting{&Settings::body_seconds, 1, 600},
     "Tid för att ta emot ett innehåll, sekunder"},
    {"http.idle_seconds", NumberSetting{&Settings::idle_seconds, 1, 3'600},
     "Tid en tyst förbindelse hålls öppen, sekunder"},
    {"http.write_seconds", NumberSetting{&Settings::write_seconds, 1, 600},
     "Tid för en mottagare att ta emot svaret, sekunder"},
    {"http.drain_seconds", NumberSetting{&Settings::drain_seconds, 0, 600},
     "Tid för pågående förfrågningar vid stopp, sekunder"},
    {"tls.certificate", TextSetting{&Settings::tls_certificate},
     "Fil med certifikatkedja (PEM); tom betyder utan TLS"},
    {"tls.key", TextSetting{&Settings::tls_key}, "Fil med certifikatets nyckel (PEM)"},
    {"session.idle_seconds", NumberSetting{&Settings::session_idle_seconds, 60, day},
     "Tid utan aktivitet innan man loggas ut, sekunder"},
    {"session.seconds", NumberSetting{&Settings::session_seconds, 60, 7 * day},
     "Längsta tid inloggad, sekunder"},
    {"sign_in.positions", TextSetting{&Settings::position_table},
     "Vilka roller inloggningstjänstens värden ger: värde=roll, åtskilda av semikolon; * är alla"},
    {"oidc.issuer", TextSetting{&Settings::oidc_issuer},
     "Inloggningstjänstens namn (OpenID Connect), https://…; tomt betyder utan"},
    {"oidc.client_id", TextSetting{&Settings::oidc_client_id},
     "Det namn inloggningstjänsten har gett Kallad"},
    {"oidc.client_secret_file", TextSetting{&Settings::oidc_client_secret_file},
     "Fil med hemligheten till det namnet; tom betyder klient utan hemlighet"},
    {"oidc.scopes", TextSetting{&Settings::oidc_scopes}, "Vad som begärs, med openid bland orden"},
    {"oidc.acr", TextSetting{&Settings::oidc_acr},
     "Tillitsnivåer (acr) som räcker, åtskilda av mellanslag; tomt betyder alla"},
    {"oidc.ca_file", TextSetting{&Settings::oidc_ca_file},
     "Fil med utfärdare av tjänstens certifikat (PEM); tom betyder systemets"},
    {"oidc.claim_name", TextSetting{&Settings::oidc_claim_name}, "Uppgiften med personens namn"},
    {"oidc.claim_unit", TextSetting{&Settings::oidc_claim_unit}, "Uppgiften med enhetens HSA-id"},
    {"oidc.claim_positions", TextSetting{&Settings::oidc_claim_positions},
     "Uppgiften med roller, som sign_in.positions översätter"},
    {"proxy_sign_in.subject", TextSetting{&Settings::proxy_subject},
     "Raden där http.trusted_proxy säger vem den har loggat in (SAML); tom betyder utan"},
    {"proxy_sign_in.name", TextSetting{&Settings::proxy_name}, "Raden med personens namn"},
    {"proxy_sign_in.unit", TextSetting{&Settings::proxy_unit}, "Raden med enhetens HSA-id"},
    {"proxy_sign_in.positions", TextSetting{&Settings::proxy_positions},
     "Raden med roller, åtskilda av semikolon"},
    {"secrets.key_file", TextSetting{&Settings::key_file},
     "Fil med nyckeln som skyddar hemligheter; görs i datamappen om den saknas"},
    {"backup.folder", TextSetting{&Settings::backup_folder},
     "Mapp för förseglade kopior varje dag; tom betyder inga"},
    {"backup.public_key", TextSetting{&Settings::backup_public_key},
     "Fil med den öppna nyckeln som kopiorna förseglas till (kallad keys make)"},
    {"backup.time", TextSetting{&Settings::backup_time},
     "Klockslag för den dagliga kopian, svensk tid"},
    {"backup.keep", NumberSetting{&Settings::backup_keep, 1, 3'650},
     "Så många kopior sparas; äldre tas bort"},
    {"links.key", NumberSetting{&Settings::link_key, 1, 15},
     "Numret på nyckeln som svarslänkar förseglas med; ett nytt nummer gör att nya brev får nya "
     "länkar"},
    {"links.key_before", NumberSetting{&Settings::link_key_before, 0, 15},
     "Numret på den förra nyckeln, så länge dess länkar ska gälla; 0 betyder att de har slutat "
     "gälla"},
    {"webhooks.private_addresses", NumberSetting{&Settings::webhook_private_addresses, 0, 1},
     "1: webhookar får gå till det egna nätet"},
    {"webhooks.plain_localhost", NumberSetting{&Settings::webhook_plain_localhost, 0, 1},
     "1: webhookar får gå till http://localhost"},
    {"webhooks.ca_file", TextSetting{&Settings::webhook_ca_file},
     "Fil med utfärdare av mottagarnas certifikat (PEM); tom betyder systemets"},
    {"smtp.host", TextSetting{&Settings::smtp_host},
     "Servern som skickar breven; tom betyder att inga brev skickas"},
    {"smtp.port", NumberSetting{&Settings::smtp_port, 1, 65'535}, "Dess port"},
    {"smtp.security", TextSetting{&Settings::smtp_security},
     "starttls, starttls_if_offered, tls eller none; none bara inom samma dator"},
    {"smtp.user", TextSetting{&Settings::smtp_user}, "Användare hos servern; tom betyder ingen"},
    {"smtp.password_file", TextSetting{&Settings::smtp_password_file}, "Fil med dess lösenord"},
    {"smtp.ca_file", TextSetting{&Settings::smtp_ca_file},
     "Fil med utfärdare av serverns certifikat (PEM); tom betyder systemets"},
    {"mail.address", TextSetting{&Settings::mail_address},
     "Adressen breven kommer från och svaren går till"},
    {"mail.our_name", TextSetting{&Settings::mail_our_name},
     "Datorns fulla namn, som mejlservern får se; tomt betyder adressens domän"},
    {"mail.subaddresses", NumberSetting{&Settings::mail_subaddresses, 0, 1},
     "1: svar till adress+kod@domän kommer fram; 0: de känns igen på vilket brev de svarar på"},
    {"mail.texts_folder", TextSetting{&Settings::mail_texts_folder},
     "Mapp med samrådens egna brevtexter; tom betyder de inbyggda"},
    {"mail.token_url", TextSetting{&Settings::mail_token_url},
     "Där programmet hämtar den nyckel (OAuth 2.0) som det loggar in hos mejlservrarna med; tom "
     "betyder att lösenord används"},
    {"mail.token_client_id", TextSetting{&Settings::mail_token_client_id},
     "Vem programmet är där (client id)"},
    {"mail.token_client_secret_file", TextSetting{&Settings::mail_token_client_secret_file},
     "Fil med programmets hemlighet där (client secret)"},
    {"mail.token_scope", TextSetting{&Settings::mail_token_scope},
     "Vad nyckeln ska gälla, till exempel https://outlook.office365.com/.default"},
    {"gateway.url", TextSetting{&Settings::gateway_url},
     "Tjänsten som skickar sms och säkra meddelanden åt programmet; tom betyder ingen"},
    {"gateway.secret_file", TextSetting{&Settings::gateway_secret_file},
     "Fil med hemligheten som meddelanden dit signeras med, whsec_…"},
    {"gateway.ca_file", TextSetting{&Settings::gateway_ca_file},
     "Fil med utfärdare av dess certifikat (PEM); tom betyder systemets"},
    {"gateway.sms", NumberSetting{&Settings::gateway_sms, 0, 1},
     "1: den som har ett mobilnummer men ingen mejladress får sms"},
    {"gateway.sdk", NumberSetting{&Settings::gateway_sdk, 0, 1},
     "1: adresser som börjar med sdk: nås med Säker digital kommunikation"},
    {"imap.host", TextSetting{&Settings::imap_host},
     "Servern där svaren hämtas; tom betyder att inga svar läses"},
    {"imap.port", NumberSetting{&Settings::imap_port, 1, 65'535}, "Dess port"},
    {"imap.security", TextSetting{&Settings::imap_security},
     "starttls, starttls_if_offered, tls eller none"},
    {"imap.user", TextSetting{&Settings::imap_user}, "Brevlådans användare"},
    {"imap.password_file", TextSetting{&Settings::imap_password_file}, "Fil med dess lösenord"},
    {"imap.ca_file", TextSetting{&Settings::imap_ca_file},
     "Fil med utfärdare av serverns certifikat (PEM); tom betyder systemets"},
    {"imap.folder", TextSetting{&Settings::imap_folder}, "Mappen där svaren kommer"},
    {"imap.done_folder", TextSetting{&Settings::imap_done_folder},
     "Mappen dit hanterade svar flyttas; tom betyder att de blir kvar, lästa"},
    {"imap.seconds", NumberSetting{&Settings::imap_seconds, 1, 3'600},
     "Så ofta hämtas svar, sekunder"},
});

const Setting* find(std::string_view key) {
  const auto* found = std::ranges::find(kSettings, key, &Setting::key);
  return found == kSettings.end() ? nullptr : found;
}

std::string upper(std::string text) {
  for (char& c : text) c = c == '.' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  return text;
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Lays one value over what is there; says why not where it cannot.
std::optional<SettingError> lay(Settings& onto, const SaidValue& said) {
  const Setting* setting = find(said.key);
  if (setting == nullptr) return SettingError{"unknown_setting", said.where, said.key, {}};
  if (const auto* text = boost::variant2::get_if<TextSetting>(&setting->kind)) {
    onto.*(text->member) = said.value;
    return std::nullopt;
  }
  const auto& bounds = boost::variant2::get<NumberSetting>(setting->kind);
  const auto number = number_in(said.value);
  if (!number) return SettingError{"not_a_number", said.where, said.key, {}};
  if (*number < bounds.least || *number > bounds.most) {
    return SettingError{"out_of_bounds", said.where, said.key,
                        std::to_string(bounds.least) + "–" + std::to_string(bounds.most)};
  }
  onto.*(bounds.member) = *number;
  return std::nullopt;
}

/// Where `key` is set, each of the others must be.
void check_needs(std::string_view key, const Settings& settings,
                 std::initializer_list<std::string_view> others,
                 std::vector<SettingError>& errors) {
  if (value_of(settings, *find(key)).empty()) return;
  for (const std::string_view other : others) {
    if (value_of(settings, *find(other)).empty())
      errors.push_back({"needs_other", "", std::string{key}, std::string{other}});
  }
}

void check_choice(std::string_view key, const Settings& settings,
                  std::vector<SettingError>& errors) {
  constexpr std::array<std::string_view, 4> known = {"starttls", "starttls_if_offered", "tls",
                                                     "none"};
  if (std::ranges::count(known, value_of(settings, *find(key))) > 0) return;
  errors.push_back(
      {"not_a_choice", "", std::string{key}, "starttls, starttls_if_offered, tls, none"});
}

void check_mail(const Settings& settings, std::vector<SettingError>& errors) {
  check_needs("smtp.host", settings, {"mail.address", "http.public_url"}, errors);
  check_needs("imap.host", settings, {"smtp.host", "imap.user"}, errors);
  check_needs("mail.token_url", settings,
              {"mail.token_client_id", "mail.token_client_secret_file", "smtp.user"}, errors);
  if (settings.mail_token_url.empty()) {
    check_needs("smtp.user", settings, {"smtp.password_file"}, errors);
    check_needs("imap.host", settings, {"imap.password_file"}, errors);
  }
  check_needs("gateway.url", settings, {"gateway.secret_file", "smtp.host"}, errors);
  check_choice("smtp.security", settings, errors);
  check_choice("imap.security", settings, errors);
}

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

/// A name or a network would be taken for nobody's address, and the proxy not be believed.
void check_addresses(const Settings& settings, std::vector<SettingError>& errors) {
  if (!is_ip_address(settings.address))
    errors.push_back({"not_an_address", "", "http.address", {}});
  if (!settings.trusted_proxy.empty() && !is_ip_address(settings.trusted_proxy)) {
    errors.push_back({"not_an_address", "", "http.trusted_proxy", {}});
  }
  const std::string& url = settings.public_url;
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) {
    errors.push_back({"not_a_url", "", "http.public_url", {}});
  }
}

void check_together(const Settings& settings, std::vector<SettingError>& errors) {
  check_addresses(settings, errors);
  check_mail(settings, errors);
  check_needs("oidc.issuer", settings, {"oidc.client_id", "http.public_url", "sign_in.positions"},
              errors);
  check_needs("proxy_sign_in.subject", settings, {"http.trusted_proxy", "sign_in.positions"},
              errors);
  if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
    errors.push_back({"needs_other", "", "tls.certificate", "tls.key"});
  }
  if (settings.session_idle_seconds > settings.session_seconds) {
    errors.push_back({"needs_other", "", "session.idle_seconds", "session.seconds"});
  }
  if (settings.backup_folder.empty() != settings.backup_public_key.empty()) {
    errors.push_back({"needs_other", "", "backup.folder", "backup.public_key"});
  }
  if (settings.link_key == settings.link_key_before) {
    errors.push_back({"out_of_bounds", "", "links.key_before", "1-15, inte links.key"});
  }
  if (!time_of_day(settings.backup_time)) {
    errors.push_back({"not_a_time", "", "backup.time", {}});
  }
}

std::string sentence_of(const SettingError& error) {
  if (error.rule == "unknown_setting") return "finns inte";
  if (error.rule == "not_a_number") return "ska vara ett heltal";
  if (error.rule == "out_of_bounds") return "ska ligga inom " + error.detail;
  if (error.rule == "wrong_type") return "ska vara en text eller ett heltal";
  if (error.rule == "not_a_time") return "ska vara ett klockslag, till exempel 02:30";
  if (error.rule == "not_an_address") return "ska vara en IP-adress, till exempel 127.0.0.1";
  if (error.rule == "not_a_url") return "ska börja med https:// (eller http://)";
  if (error.rule == "needs_other") return "måste stämma med " + error.detail;
  if (error.rule == "not_a_choice") return "ska vara ett av: " + error.detail;
  if (error.rule == "not_toml") return "filen är inte TOML: " + error.detail;
  return "filen går inte att läsa";
}

}  // namespace

std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = number_in(text.substr(0, 2));
  const auto minute = number_in(text.substr(3));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59)
    return std::nullopt;
  return std::chrono::minutes{*hour * 60 + *minute};
}

std::span<const Setting> all_settings() { return kSettings; }

std::string flag_of(const Setting& setting) {
  std::string flag = "--" + std::string{setting.key};
  std::ranges::replace(flag, '.', '-');
  std::ranges::replace(flag, '_', '-');
  return flag;
}

std::string environment_of(const Setting& setting) {
  return "KALLAD_" + upper(std::string{setting.key});
}

std::string value_of(const Settings& settings, const Setting& setting) {
  if (const auto* text = boost::variant2::get_if<TextSetting>(&setting.kind)) {
    return settings.*(text->member);
  }
  return std::to_string(settings.*(boost::variant2::get<NumberSetting>(setting.kind).member));
}

std::string text_of(const SettingError& error) {
  std::string text = error.where;
  if (!text.empty()) text += ": ";
  if (!error.key.empty()) text += error.key + " ";
  return text + sentence_of(error) + " (" + std::string{error.rule} + ")";
}

SaidValues read_environment(const char* const* environment) {
  constexpr std::string_view prefix = "KALLAD_";
  SaidValues said;
  for (; *environment != nullptr; ++environment) {
    const std::string_view line = *environment;
    const auto equals = line.find('=');
    if (!line.starts_with(prefix) || equals == std::string_view::npos) continue;
    const std::string name{line.substr(0, equals)};
    const auto* setting = std::ranges::find(kSettings, name, environment_of);
    if (setting == kSettings.end()) {
      said.errors.push_back({"unknown_setting", name, {}, {}});
    } else {
      said.values.push_back(
          {std::string{setting->key}, std::string{line.substr(equals + 1)}, name});
    }
  }
  return said;
}

ReadSettings settings_from(std::span<const SaidValues> sources) {
  ReadSettings read;
  for (const SaidValues& source : sources) {
    read.errors.insert(read.errors.end(), source.errors.begin(), source.errors.end());
    for (const SaidValue& said : source.values) {
      if (auto error = lay(read.settings, said)) read.errors.push_back(*std::move(error));
    }
  }
  check_together(read.settings, read.errors);
  return read;
}

}  // namespace kallad
