// Enrolment as a person does it, with the code of an app.
// Not a test.
#include "tests/kallad/guests.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "adapters/clock/clock.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::program {

using nlohmann::json;

namespace {

std::string session_cookie_in(const std::string& head) {
  const auto at = head.find("kallad=");
  return head.substr(at, head.find(';', at) - at);
}

}  // namespace

SignedInGuest accept(const Served& server, const std::string& token) {
  const json link{{"token", token}};
  const json shown = json::parse(server.ask("POST", "/api/v1/enrolment/look", link.dump()).body);
  const std::string secret = testing::base32_bytes(shown["secret"].get<std::string>());
  const json accepted{{"token", token},
                      {"password", "en mening som ingen gissar"},
                      {"code", totp_code(secret, SystemClock{}.now())}};
  const Got in = server.ask("POST", "/api/v1/enrolment/accept", accepted.dump());
  EXPECT_EQ(in.status, 200) << in.body;
  return {{{"Cookie", session_cookie_in(in.head)},
           {"X-CSRF-Token", json::parse(in.body)["csrf_token"].get<std::string>()}}};
}

SignedInGuest coordinator(const Served& server) {
  const SignedInGuest first = accept(server, server.key());
  const json invitation{{"user_name", "siv"},
                        {"shown_name", "Siv Samordnare"},
                        {"unit", "helsingborg/vuxen"},
                        {"positions", {"coordinator"}}};
  const Got link = server.ask("POST", "/api/v1/accounts", invitation.dump(), first.headers);
  EXPECT_EQ(link.status, 201) << link.body;
  return accept(server, json::parse(link.body)["token"]);
}

std::string opening() {
  return json{
      {"kind", "sip"},
      {"person",
       {{"name", "Anna Påhittad"}, {"identity_number", "19701063-2391"}, {"protection", "none"}}},
      {"need", "Boende och medicin"},
      {"council", "northwest"},
      {"agreement", "northwest"},
      {"coordinator", {{"unit", "helsingborg/vuxen"}, {"name", "Siv Samordnare"}}},
      {"existing_sip_acknowledged", true},
      {"law", "sol_hsl"}}
      .dump();
}

Got open_case(const Served& server, const SignedInGuest& who, const std::string& key) {
  Served::Headers headers = who.headers;
  headers.emplace_back("Idempotency-Key", key);
  return server.ask("POST", "/api/v1/cases", opening(), headers);
}

std::vector<std::string> missing_of(const Served& server, const SignedInGuest& who,
                                    const std::vector<std::string>& keys) {
  std::vector<std::string> missing;
  for (const std::string& key : keys) {
    const Got again = open_case(server, who, key);
    EXPECT_EQ(again.status, 201) << again.body;
    if (!json::parse(again.body).value("repeated", false)) missing.push_back(key);
  }
  return missing;
}

}  // namespace kallad::program
