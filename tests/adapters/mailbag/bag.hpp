// A mail of the folder mails/ as it comes on the wire, about a letter that was really sent.
// Not the expectation: mails_table.hpp. Between {{latin1}}, {{utf16}}, {{base64}} or {{nul}} and
// {{end}} stands what is written so; {{reply ACCEPTED}} is a plain answer of Exchange.
#pragma once

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mailbag {

using mail_house::reception;
using mail_house::the_case;
using mailroom::Copy;
using mailroom::Suggestion;
using mailroom::SuggestionKind;
using mailroom::SuggestionState;

/// The address that was called in every mail of the folder.
inline constexpr const char* the_box = "mottagning@region.example";

/// What the mails are told of the letter they answer.
struct About {
  std::string token;
  std::string uid;
  std::string sequence;
};

/// The mail of that file, with CRLF but where it is about bare line feeds.
std::string mail_of(const std::string& name, const About& about);

/// A calendar answer of the called address.
std::string plain_reply(const std::string& says, const About& about);

/// A house in which the reception was called by mail, twenty minutes ago.
class CalledHouse : public mail_house::MailHouse {
 public:
  CalledHouse();

  About about();
  std::string take_file(const std::string& name) { return take(mail_of(name, about())); }
  std::optional<AnswerKind> answer();
  std::vector<Suggestion> told() { return suggestions.of_case(CaseId{the_case}); }
  /// A mail in words to the address with our token.
  std::string words(const std::string& text, const std::string& heads = {});
};

/// One relay for all houses: it takes everything.
const post_test::SmtpPeer& relay();

}  // namespace kallad::mailbag
