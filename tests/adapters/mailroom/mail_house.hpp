// A case called in a real store, its desk, and the mailroom's two rounds against servers of others.
// Not a server: the rounds are driven by hand, and the clock too. Not a mock of anything.
#pragma once

#include <gtest/gtest.h>

#include <fstream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/letters.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/adapters/post/letters.hpp"
#include "tests/adapters/post/peers.hpp"

namespace kallad::mail_house {

using nlohmann::json;

inline constexpr const char* the_case = "nv-2026-051";
inline constexpr const char* psykos = "psykos.helsingborg@skane.example";
inline const PartyId reception{"region/psykosmottagning-helsingborg"};
inline const Actor coordinator{Role::coordinator, UnitId{"helsingborg/vuxen"}, "Siv Samordnare"};
/// Monday 2 March 2026 at 10.00 in Stockholm, after what the story says.
inline const Instant monday_at_ten{std::chrono::milliseconds{1'772'442'000'000}};

/// The register with one unit's mailbox told anew where `mailbox` is given, and a case called.
inline std::string story(const std::string& mailbox) {
  const std::string source{KALLAD_SOURCE_DIR};
  std::string text =
      "# A case for the tests of mail.\nuse " + source + "/tests/scenes/northwest_skane.scene\n";
  if (!mailbox.empty()) {
    text +=
        "unit region/psykosmottagning-helsingborg name=\"Psykosmottagningen Helsingborg\""
        " mailbox=" +
        mailbox + "\n";
  }
  return text + "case " + the_case + " number=" + the_case +
         " person.name=\"Karin Påhittad\" need=\"Boende och vård drar åt olika håll.\""
         " coordinator.name=\"Siv Samordnare\""
         " parties helsingborg/vuxen, region/psykosmottagning-helsingborg, police/helsingborg\n"
         "2026-03-02 09:00  coordinator  record_consent until=2027-03-02\n"
         "2026-03-02 09:05  coordinator  send_summons starts=2026-03-20T13:00 place=\"Stadshuset\""
         " purpose=\"Samordna stödet kring Karin\" questions=\"Vem gör vad?\"\n";
}

/// Plays the story into the store before the house opens it.
struct Told {
  Told(const std::filesystem::path& folder, const std::string& text) {
    const auto file = folder / "told.scene";
    std::ofstream{file} << text;
    scene::Stage stage{{folder / "kallad.db", {}}, Calendar{stockholm()}};
    const auto report = scene::play(scene::read_story(file), stage);
    EXPECT_TRUE(report.is_good());
  }
};

class MailHouse {
 public:
  explicit MailHouse(const std::string& mailbox = {}) : MailHouse(Plain{story(mailbox)}) {}
  /// With a story of its own, told before Monday at ten.
  struct Plain {
    std::string text;
  };
  explicit MailHouse(const Plain& plain)
      : told_(folder.path(), plain.text),
        store_{{folder / "kallad.db", {}}, Access::create},
        brain_{log_of(store_), Calendar{stockholm()}},
        desk_{store_, brain_, [this] { return clock.now; }},
        file{folder / "mail.sqlite"},
        copies{file},
        wills{file},
        suggestions{file} {
    clock.now = monday_at_ten;
    desk_.start();
  }
  ~MailHouse() { desk_.stop(); }

  mailroom::Sender sender() const {
    return {"svar@kallad.example", true,
            [](std::string_view text) { return hex(content_digest("a key", text)); }};
  }
  mailroom::OutgoingHouse outgoing_house() {
    static const LinkKeyring keys{{{1, std::string(32, 'k')}}};
    return {desk_,
            store_.place(),
            &store_.tail(),
            file,
            Calendar{stockholm()},
            {[](const LinkName& name) { return "https://kallad.example/s/" + keys.seal(name); },
             [](const CaseId& id) { return "https://kallad.example/cases/" + id.text; }},
            [] { return std::make_shared<LetterTexts>(); },
            sender(),
            {}};
  }
  mailroom::IncomingHouse incoming_house() {
    return {desk_, store_.place(), &store_.tail(), file, Calendar{stockholm()}, sender(), [this] {
              return clock.now;
            }};
  }
  /// One round over the outbox, by a mailroom that has just started.
  mailroom::OutgoingCounters send(const post_test::SmtpPeer& peer) {
    mailroom::Outgoing outgoing{outgoing_house(), peer.settings(post::Security::none)};
    outgoing.round(clock.now);
    return outgoing.counters();
  }
  /// What a mail came to.
  std::string take(const std::string& mail, bool is_beginning = false) {
    mailroom::IncomingMail incoming{incoming_house(), {}};
    auto done = incoming.take(mail, hex(content_digest("mail", mail)), is_beginning);
    suggestions.keep(done);
    return done.what;
  }

  Outcome say(const Actor& by, FileCommand command) {
    return desk_
        .submit(submission_of(the_case, "said-" + std::to_string(++said_), by, std::move(command)))
        .get();
  }
  void tell(FileCommand command) {
    const Outcome outcome = say(coordinator, std::move(command));
    EXPECT_TRUE(outcome.stored()) << outcome.detail;
  }
  CaseFile case_file() {
    Reader reader{store_.place(), &store_.tail()};
    return *load_case(streams_of(reader), the_case);
  }
  Seat seat(const PartyId& party = reception) {
    const CaseFile whole = case_file();
    return *meeting::find_seat(whole.running.meetings.back(), party);
  }
  Ledger ledger() {
    Reader reader{store_.place(), &store_.tail()};
    return ledger::load(streams_of(reader));
  }
  StorePlace place() const { return store_.place(); }
  std::size_t waiting() { return desk_.outbox(1000).size(); }
  Desk& desk() { return desk_; }

  testing::ScratchFolder folder;
  testing::HandClock clock;

 private:
  Told told_;
  SqliteStore store_;
  EngineBrain brain_;
  Desk desk_;
  int said_ = 0;

 public:
  mailroom::MailFile file;
  mailroom::Copies copies;
  mailroom::Wills wills;
  mailroom::Suggestions suggestions;
};

/// The letters to an address, the oldest first, as bytes.
inline std::vector<std::string> letters_to(const post_test::SmtpPeer& peer,
                                           const std::string& address) {
  std::vector<std::string> all;
  for (const json& letter : peer.letters()) {
    if (letter["to"][0] == address) all.push_back(letter["bytes"]);
  }
  return all;
}

}  // namespace kallad::mail_house
