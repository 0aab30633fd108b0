// The whole program between a mail server and a mail box of others: a case is called over HTTP, the
// kallelse arrives, a calendar program answers, and the seat knows.
// Not the mailroom's own tests. Rule held: nothing but settings joins the three.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "adapters/clock/clock.hpp"
#include "tests/adapters/post/letters.hpp"
#include "tests/adapters/post/peers.hpp"
#include "tests/kallad/guests.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace mail {

using nlohmann::json;
using post_test::ImapPeer;
using post_test::SmtpPeer;

std::string day_in(int days) {
  const auto day =
      std::chrono::floor<std::chrono::days>(SystemClock{}.now()) + std::chrono::days{days};
  const std::chrono::year_month_day date{day};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

/// Says a command of a case on the version it has.
void must(const Served& server, const SignedInGuest& who, const std::string& place,
          const std::string& command, const json& body) {
  static int key = 0;
  const Got now = server.ask("GET", place, {}, who.headers);
  const auto at = now.head.find("etag: ");
  ASSERT_NE(at, std::string::npos) << now.head << now.body;
  Served::Headers headers = who.headers;
  headers.emplace_back("if-match", now.head.substr(at + 6, now.head.find('\r', at) - at - 6));
  headers.emplace_back("idempotency-key", "mail-" + std::to_string(++key));
  const Got got = server.ask("POST", place + "/" + command, body.dump(), headers);
  ASSERT_TRUE(got.status == 200 || got.status == 201) << command << " " << got.body;
}

/// Until it is so, ten seconds at most.
bool soon(const std::function<bool()>& is_so) {
  for (int i = 0; i < 100; ++i) {
    if (is_so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
  }
  return false;
}

void call(const Served& server, const SignedInGuest& siv, const std::string& place) {
  must(server, siv, place, "add_party", {{"party", "helsingborg/vuxen"}, {"kind", "unit"}});
  must(server, siv, place, "add_party",
       {{"party", "region/psykosmottagning-helsingborg"}, {"kind", "unit"}});
  must(server, siv, place, "record_consent",
       {{"consent",
         {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
          {"form", "oral"},
          {"from", day_in(0)},
          {"until", day_in(300)}}}});
  must(server, siv, place, "send_summons",
       {{"starts", day_in(60) + "T13:00"},
        {"place", "Stadshuset"},
        {"purpose", "Samordna stödet"},
        {"questions", {"Vem gör vad?"}}});
}

/// The calendar entry of a letter, turned into its receiver's yes.
std::string accepted(const std::string& bytes) {
  std::string entry;
  const std::function<void(const json&)> look = [&](const json& part) {
    if (part["type"] == "text/calendar") entry = part["content"];
    for (const json& each : part.value("parts", json::array())) look(each);
  };
  look(post_test::read_by_python(bytes)["body"]);
  const auto value = [&entry](const std::string& name) {
    const auto at = entry.find("\n" + name + ":") + name.size() + 2;
    return entry.substr(at, entry.find('\r', at) - at);
  };
  return "From: psykos.helsingborg@skane.example\r\nTo: svar@kallad.example\r\n"
         "Subject: Ja\r\nMessage-ID: <yes@skane.example>\r\nMIME-Version: 1.0\r\n"
         "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" +
         value("UID") + "\r\nSEQUENCE:" + value("SEQUENCE") + "\r\nDTSTAMP:" + value("DTSTAMP") +
         "\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:psykos.helsingborg@skane.example\r\n"
         "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

/// A port that nobody has now: the address for users is another's, and does not tell it.
std::string free_port() {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  // NOLINTNEXTLINE: the way of sockets
  bind(probe, reinterpret_cast<sockaddr*>(&place), size);
  // NOLINTNEXTLINE: the way of sockets
  getsockname(probe, reinterpret_cast<sockaddr*>(&place), &size);
  close(probe);
  return std::to_string(ntohs(place.sin_port));
}

std::vector<std::string> words_for(const SmtpPeer& relay, const ImapPeer& box,
                                   const std::filesystem::path& folder) {
  const auto smtp = relay.settings(post::Security::none);
  const auto imap = box.settings(post::Security::tls);
  std::ofstream{folder / "imap.password"} << imap.password << "\n";
  return {"--http-port",          free_port(),
          "--http-public-url",    "https://kallad.example",
          "--mail-address",       "svar@kallad.example",
          "--smtp-host",          smtp.host,
          "--smtp-port",          std::to_string(smtp.port),
          "--smtp-security",      "none",
          "--imap-host",          imap.host,
          "--imap-port",          std::to_string(imap.port),
          "--imap-user",          imap.user,
          "--imap-password-file", (folder / "imap.password").string(),
          "--imap-ca-file",       imap.ca_file,
          "--imap-seconds",       "1"};
}

TEST(ProgramMail, CallsByMailAndHearsTheAnswer) {
  const Bench bench;
  ASSERT_EQ(bench.run("scene --data DATA tests/scenes/northwest_skane.scene").code, 0);
  const SmtpPeer relay;
  const ImapPeer box;
  Served server{bench.folder() / "data", words_for(relay, box, bench.folder())};
  const SignedInGuest siv = coordinator(server);
  const Got opened = open_case(server, siv, "the-case");
  ASSERT_EQ(opened.status, 201) << opened.body;
  const auto at = opened.head.find("location: ");
  const std::string place = opened.head.substr(at + 10, opened.head.find('\r', at) - at - 10);
  call(server, siv, place);
  ASSERT_TRUE(soon([&] { return relay.letters().size() == 2; })) << relay.letters().size();
  std::string letter;
  for (const json& each : relay.letters()) {
    if (each["to"][0] == "psykos.helsingborg@skane.example") letter = each["bytes"];
  }
  ASSERT_FALSE(letter.empty());
  EXPECT_NE(letter.find("https://kallad.example/s/"), std::string::npos);
  box.deliver(accepted(letter));
  EXPECT_TRUE(
      soon([&] { return has(server.ask("GET", place, {}, siv.headers).body, "\"answered\""); }));
  EXPECT_TRUE(soon([&] { return box.mails("Kallad").size() == 1; }));
  EXPECT_EQ(server.end(), 0);
}

}  // namespace mail
}  // namespace kallad::program
