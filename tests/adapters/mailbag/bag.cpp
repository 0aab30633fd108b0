// Files made mails: what is told of the letter is put in, then the parts are written as they say.
// Not a mail program: what is wrong in a file stays wrong.
#include "tests/adapters/mailbag/bag.hpp"

namespace kallad::mailbag {

namespace {

std::string text_of_file(const std::string& name) {
  std::ifstream in{std::string{KALLAD_SOURCE_DIR} + "/tests/adapters/mailbag/mails/" + name +
                   ".eml"};
  EXPECT_TRUE(in.good()) << name;
  return {std::istreambuf_iterator<char>{in}, {}};
}

void put(std::string& text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::string wire(const std::string& text) {
  std::string out = text;
  put(out, "\n", "\r\n");
  return out;
}

/// UTF-8 of Swedish letters as one byte each, or as two of UTF-16 after a mark.
std::string in_bytes(const std::string& text, bool wide) {
  std::string out = wide ? "\xFF\xFE" : "";
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned letter = static_cast<unsigned char>(text[at]);
    if (letter >= 0xC0U) {
      letter = ((letter & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++at]) & 0x3FU);
    }
    out += static_cast<char>(letter);
    if (wide) out += '\0';
  }
  return out;
}

std::string in_base64(std::string bytes) {
  constexpr std::string_view signs =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  while (bytes.size() % 3 != 0) bytes += '\n';  // an empty line at the end says nothing
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      three = (three << 8U) | static_cast<unsigned char>(bytes[at + i]);
    }
    for (const unsigned shift : {18U, 12U, 6U, 0U}) out += signs[(three >> shift) & 0x3FU];
    if ((at + 3) % 57 == 0) out += '\n';
  }
  return out + "\n";
}

std::string written(const std::string& how, const std::string& text) {
  if (how == "latin1") return in_bytes(text, false);
  if (how == "utf16") {
    std::string whole = wire(text);
    while (in_bytes(whole, true).size() % 3 != 0) whole += '\n';
    return in_base64(in_bytes(whole, true));
  }
  if (how == "base64") return in_base64(wire(text));
  return text.substr(0, 40) + std::string(1, '\0') + text.substr(40);
}

/// The parts that are written in a way of their own.
void write_parts(std::string& text) {
  for (const char* how : {"latin1", "utf16", "base64", "nul"}) {
    const std::string begin = "{{" + std::string{how} + "}}\n";
    const auto from = text.find(begin);
    if (from == std::string::npos) continue;
    const auto end = text.find("{{end}}\n", from);
    const auto inner = from + begin.size();
    const std::string made = written(how, text.substr(inner, end - inner));
    text.replace(from, end + 8 - from, made);
  }
}

}  // namespace

std::string plain_reply(const std::string& says, const About& about) {
  return "BEGIN:VCALENDAR\nMETHOD:REPLY\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\n"
         "BEGIN:VEVENT\nATTENDEE;PARTSTAT=" +
         says + ";CN=Mottagningen:MAILTO:" + the_box + "\nUID:" + about.uid +
         "\nDTSTAMP:20260302T091000Z\nSEQUENCE:" + about.sequence + "\nEND:VEVENT\nEND:VCALENDAR\n";
}

std::string mail_of(const std::string& name, const About& about) {
  std::string text = text_of_file(name);
  put(text, "{{reply ACCEPTED}}", plain_reply("ACCEPTED", about));
  put(text, "{{token}}", about.token);
  put(text, "{{half}}", about.token.substr(0, about.token.size() / 2));
  put(text, "{{uid}}", about.uid);
  put(text, "{{sequence}}", about.sequence);
  put(text, "{{box}}", the_box);
  write_parts(text);
  return name == "bare_line_feeds" ? text : wire(text);
}

const post_test::SmtpPeer& relay() {
  static const post_test::SmtpPeer peer;
  return peer;
}

CalledHouse::CalledHouse() : MailHouse{the_box} {
  send(relay());
  clock.now += std::chrono::minutes{20};
}

About CalledHouse::about() {
  for (const Copy& copy : copies.of_case(CaseId{the_case})) {
    if (copy.entry && copy.wish.to == reception) {
      return {copy.token, copy.entry->uid, std::to_string(copy.entry->sequence)};
    }
  }
  return {};
}

std::optional<AnswerKind> CalledHouse::answer() {
  const Seat now = seat();
  const GivenAnswer* given = seat::standing_answer(now);
  return given ? std::optional{given->kind} : std::nullopt;
}

std::string CalledHouse::words(const std::string& text, const std::string& heads) {
  return "From: Receptionen <" + std::string{the_box} + ">\r\nTo: svar+" + about().token +
         "@kallad.example\r\nMessage-ID: <w@region.example>\r\nSubject: SV: Kallelse, ärende " +
         the_case + "\r\n" + heads + "\r\n" + text + "\r\n";
}

}  // namespace kallad::mailbag
