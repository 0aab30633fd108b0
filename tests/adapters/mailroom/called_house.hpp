// Somebody who was called by mail, and whose program answers: for tests of what comes in.
// Not a test. Replies are those recorded in tests/adapters/calendar/replies, told about our entry.
#pragma once

#include <gtest/gtest.h>

#include <regex>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::incoming {

using mailroom::Copy;
using mailroom::Suggestion;
using mailroom::SuggestionKind;
using mailroom::SuggestionState;
using post_test::SmtpPeer;
using std::chrono::minutes;

/// The address in the recorded replies.
inline constexpr const char* the_mailbox = "mottagning@region.example";

inline std::string file_text(const std::string& name) {
  std::ifstream in{std::string{KALLAD_SOURCE_DIR} + "/tests/adapters/calendar/replies/" + name};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  std::string wire;
  for (const char c : text) wire += c == '\n' ? std::string{"\r\n"} : std::string{c};
  return wire;
}

/// Somebody who was called by mail, and whose calendar program answers.
struct Called : MailHouse {
  Called() : MailHouse{the_mailbox} {
    send(peer);
    clock.now += minutes{20};
  }

  /// The copy that took an entry along, sent last.
  Copy entry() {
    Copy found;
    for (const Copy& copy : copies.of_case(CaseId{the_case})) {
      if (copy.entry && copy.wish.to == reception) found = copy;
    }
    return found;
  }
  /// A recorded reply, told about our entry: its id, version and times.
  std::string reply(const std::string& name) {
    const Copy copy = entry();
    std::string text = file_text(name);
    const auto put = [&text](const std::string& what, const std::string& with) {
      text = std::regex_replace(text, std::regex{what}, with);
    };
    put("k7f3a9c2e1b04d58@kallad.example", copy.entry->uid);
    put("SEQUENCE:1\r", "SEQUENCE:" + std::to_string(copy.entry->sequence) + "\r");
    put("DTSTAMP:\\d{8}T\\d{6}Z", "DTSTAMP:20260302T091000Z");
    put("20261104T090000", "20260320T130000");
    put("20261104T103000", "20260320T140000");
    put("20261104T080000Z", "20260320T120000Z");
    put("20261104T093000Z", "20260320T130000Z");
    return text;
  }
  std::string mail_with(const std::string& calendar, const std::string& from = the_mailbox) {
    return "From: Receptionen <" + from + ">\r\nTo: svar@kallad.example\r\nMessage-ID: <" +
           std::to_string(++mails) +
           "@region.example>\r\nSubject: Svar\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n"
           "Content-Transfer-Encoding: 8bit\r\n\r\n" +
           calendar;
  }
  std::vector<Suggestion> open() {
    std::vector<Suggestion> all;
    for (const Suggestion& one : suggestions.of_case(CaseId{the_case})) {
      if (one.state == SuggestionState::open) all.push_back(one);
    }
    return all;
  }
  std::optional<AnswerKind> answer() {
    const Seat now = seat();
    const GivenAnswer* given = seat::standing_answer(now);
    return given ? std::optional{given->kind} : std::nullopt;
  }

  SmtpPeer peer;
  int mails = 0;
};

}  // namespace kallad::mail_house::incoming
