// What an installation can be told: where data lies, where to listen, limits, files with secrets.
// Not the values' use: each part gets the numbers it asks for. Not secrets: a secret is in a file
// of its own, named here. Rule kept: one table says each setting's key, bounds and meaning; the
// flags, the environment's names, the file's keys and docs/settings.md follow from it.
#pragma once

#include <boost/variant2/variant.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kallad {

/// Everything that can be set, with the product's defaults. Times are in seconds.
struct Settings {
  std::string data = "data";
  std::string address = "127.0.0.1";
  std::int64_t port = 8080;
  std::string public_url;
  std::string accessibility_contact;
  std::int64_t demo = 0;
  std::string tls_certificate;
  std::string tls_key;
  std::string trusted_proxy;
  std::int64_t threads = 2;
  std::int64_t connections = 10'000;
  std::int64_t connections_per_client = 1'000;
  std::int64_t requests_in_flight = 512;
  std::int64_t header_bytes = 16 * 1024;
  std::int64_t body_bytes = 256 * 1024;
  std::int64_t head_seconds = 10;
  std::int64_t body_seconds = 20;
  std::int64_t idle_seconds = 60;
  std::int64_t write_seconds = 20;
  std::int64_t drain_seconds = 20;
  std::int64_t session_idle_seconds = 30 * 60;
  std::int64_t session_seconds = 12 * 60 * 60;
  std::string oidc_issuer;
  std::string oidc_client_id;
  std::string oidc_client_secret_file;
  std::string oidc_scopes = "openid profile";
  std::string oidc_acr;
  std::string oidc_ca_file;
  std::string oidc_claim_name = "name";
  std::string oidc_claim_unit = "unit_hsa_id";
  std::string oidc_claim_positions = "roles";
  std::string proxy_subject;
  std::string proxy_name = "x-sign-in-name";
  std::string proxy_unit = "x-sign-in-unit";
  std::string proxy_positions = "x-sign-in-roles";
  std::string position_table;
  std::string key_file;
  std::string backup_folder;
  std::string backup_public_key;
  std::string backup_time = "02:30";
  std::int64_t backup_keep = 14;
  std::int64_t link_key = 1;
  std::int64_t link_key_before = 0;
  std::int64_t webhook_private_addresses = 0;
  std::int64_t webhook_plain_localhost = 0;
  std::string webhook_ca_file;
  std::string smtp_host;
  std::int64_t smtp_port = 587;
  std::string smtp_security = "starttls";
  std::string smtp_user;
  std::string smtp_password_file;
  std::string smtp_ca_file;
  std::string mail_address;
  std::string mail_our_name;
  std::int64_t mail_subaddresses = 1;
  std::string mail_texts_folder;
  std::string mail_token_url;
  std::string mail_token_client_id;
  std::string mail_token_client_secret_file;
  std::string mail_token_scope;
  std::string gateway_url;
  std::string gateway_secret_file;
  std::string gateway_ca_file;
  std::int64_t gateway_sms = 0;
  std::int64_t gateway_sdk = 0;
  std::string imap_host;
  std::int64_t imap_port = 993;
  std::string imap_security = "tls";
  std::string imap_user;
  std::string imap_password_file;
  std::string imap_ca_file;
  std::string imap_folder = "INBOX";
  std::string imap_done_folder = "Kallad";
  std::int64_t imap_seconds = 30;
  bool operator==(const Settings&) const = default;
};

/// Where a setting's value lies: text, or a number with bounds.
struct TextSetting {
  std::string Settings::*member;
};
struct NumberSetting {
  std::int64_t Settings::*member;
  std::int64_t least;
  std::int64_t most;
};

/// One setting. `key` is its name in the file, "http.port"; the flag is --http-port, the
/// environment's name KALLAD_HTTP_PORT.
struct Setting {
  std::string_view key;
  boost::variant2::variant<TextSetting, NumberSetting> kind;
  std::string_view about;  ///< Swedish, for help and docs/settings.md
};

/// "02:30" as minutes since local midnight; nothing where it is no time of day.
std::optional<std::chrono::minutes> time_of_day(std::string_view text);

std::span<const Setting> all_settings();
std::string flag_of(const Setting& setting);         ///< "--http-port"
std::string environment_of(const Setting& setting);  ///< "KALLAD_HTTP_PORT"
/// docs/settings.md: every setting with its default, bounds, names and meaning.
std::string settings_paper();
/// The value as text, as a file would hold it without quotes.
std::string value_of(const Settings& settings, const Setting& setting);

/// What is wrong with what was set, and where it was set: "kallad.toml, rad 3", "KALLAD_HTTP_PORT",
/// "--http-port".
struct SettingError {
  std::string_view rule;  ///< unknown_setting, not_a_number, out_of_bounds, wrong_type, not_toml,
                          ///< unreadable_file, needs_other, not_a_time, not_a_choice,
                          ///< not_an_address, not_a_url
  std::string where;
  std::string key;
  std::string detail;  ///< the bounds, or where a file stops being TOML; never a value
  bool operator==(const SettingError&) const = default;
};

/// Text for a person, in Swedish.
std::string text_of(const SettingError& error);

/// A value said somewhere: for which key, what, and where.
struct SaidValue {
  std::string key;
  std::string value;
  std::string where;
};

/// What was read of one source.
struct SaidValues {
  std::vector<SaidValue> values;
  std::vector<SettingError> errors;
};

/// The keys and values of a TOML file. An unreadable file is an error, not an exception.
SaidValues read_toml(const std::string& path);
/// The values of the environment's KALLAD_… names. `environment` is as execve has it, ended by
/// null.
SaidValues read_environment(const char* const* environment);

/// Settings and all errors of all sources; any error means that the program must not start.
struct ReadSettings {
  Settings settings;
  std::vector<SettingError> errors;
};

/// Takes the sources in order; a later one wins. Checks bounds, and that settings which need each
/// other come together (certificate and key).
ReadSettings settings_from(std::span<const SaidValues> sources);

}  // namespace kallad
