// MAIL, RCPT, DATA, one at a time: what is gained by pipelining them is little beside fsync and
// TLS. A connection that was kept may have been ended by the other side: the letter is then begun
// once more on a new one, as long as nothing has been answered.
#include "adapters/post/relay.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "adapters/post/mime/compose.hpp"
#include "adapters/post/mime/delivery_status.hpp"
#include "adapters/post/mime/words.hpp"

namespace kallad::post {

namespace {

constexpr std::size_t kMostReplyLines = 100;
constexpr std::size_t kMostText = 300;
constexpr std::size_t kBytesPerSecond = 16UL * 1024;  // slower than that is too slow

struct Reply {
  int code = 0;
  std::string text;  ///< lines joined
  std::vector<std::string> lines;
  bool is(int hundreds) const { return code / 100 == hundreds; }
};

Reply read_reply(Line& line) {
  Reply reply;
  while (reply.lines.size() < kMostReplyLines) {
    const std::string text = line.read_line();
    const bool numbered =
        text.size() >= 3 &&
        std::all_of(text.begin(), text.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    if (!numbered || text[0] < '2' || text[0] > '5') throw LineTrouble{Trouble::not_understood};
    reply.code = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
    reply.lines.push_back(text.size() > 4 ? text.substr(4) : "");
    if (reply.text.size() < kMostText)
      reply.text += (reply.text.empty() ? "" : " ") + reply.lines.back();
    if (text.size() == 3 || text[3] == ' ') return reply;
  }
  throw LineTrouble{Trouble::not_understood};
}

/// Asked to sign in, or our sign-in refused: nothing that a letter or a recipient has done.
bool is_about_sign_in(int code) { return code == 530 || code == 534 || code == 535 || code == 538; }

void put(Sent& sent, Fate fate, About about, const Reply& reply) {
  sent.fate = fate;
  sent.about = about;
  sent.code = reply.code;
  const auto status = status_at(reply.text);
  sent.status = !status.empty() && status[0] == '0' + reply.code / 100 ? status : "";
  sent.text = cut_to(tidy_line(reply.text), kMostText);
}

void put_refusal(Sent& sent, About about, const Reply& reply) {
  // "Too many recipients" was 552 once and is to be taken as 452 (RFC 5321 4.5.3.1.10).
  const bool too_many = about == About::recipient && reply.code == 552;
  if (is_about_sign_in(reply.code)) {
    put(sent, Fate::unreachable, About::connection, reply);
    sent.trouble = Trouble::sign_in;
  } else {
    put(sent, reply.is(5) && !too_many ? Fate::permanent : Fate::temporary, about, reply);
  }
}

void put_trouble(Sent& sent, Fate fate, Trouble trouble) {
  sent.fate = fate;
  sent.about = About::connection;
  sent.trouble = trouble;
}

/// A letter half way: which recipients the relay took, and how far it came.
struct Course {
  explicit Course(const Envelope& envelope) {
    for (const std::string& to : envelope.to)
      all.push_back({.recipient = to, .status = {}, .text = {}});
  }
  void refuse_open(About about, const Reply& reply) {
    for (const std::size_t i : open) put_refusal(all[i], about, reply);
    open.clear();
  }
  void fail_open(Fate fate, Trouble trouble) {
    for (const std::size_t i : open) put_trouble(all[i], fate, trouble);
    open.clear();
  }

  std::vector<Sent> all;
  std::set<std::size_t> open;  ///< of whom nothing final is known
  bool answered = false;       ///< the relay has answered to this letter
  bool whole = false;          ///< the relay has all of it, its dot too
};

}  // namespace

struct Relay::Impl {
  Impl(ServerSettings given, std::stop_token token)
      : settings(std::move(given)), stop(std::move(token)) {}

  Reply ask(const std::string& command) {
    line->give(settings.reply);
    line->send(command + "\r\n");
    return read_reply(*line);
  }

  /// What libcurl was told on greeting it keeps to itself, so it is asked for once more.
  void greet() {
    const Reply reply = ask("EHLO " + settings.our_name);
    takes_reports = false;
    takes_size = false;
    for (const std::string& each : reply.lines) {
      const std::string word = lower_ascii(each.substr(0, each.find(' ')));
      takes_reports = takes_reports || word == "dsn";
      takes_size = takes_size || word == "size";
    }
    if (!reply.is(2)) throw LineTrouble{Trouble::refused};
  }

  void connect() {
    line = std::make_unique<Line>(settings, Protocol::smtp, stop);
    between = true;
    greet();
  }

  std::string mail_command(const Envelope& envelope, std::size_t size) const {
    std::string command = "MAIL FROM:<" + envelope.from + ">";
    if (takes_size) command += " SIZE=" + std::to_string(size);
    if (takes_reports) command += " RET=HDRS";
    if (takes_reports && !envelope.id.empty()) command += " ENVID=" + xtext(envelope.id);
    return command;
  }

  std::string rcpt_command(const std::string& to) const {
    std::string command = "RCPT TO:<" + to + ">";
    if (takes_reports) command += " NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;" + xtext(to);
    return command;
  }

  /// The commands before DATA. True where somebody is left to send to.
  bool address(Course& course, const Envelope& envelope, std::size_t size) {
    between = false;
    const Reply mail = ask(mail_command(envelope, size));
    if (mail.code == 421) throw LineTrouble{Trouble::broken_off};
    course.answered = true;
    if (!mail.is(2)) {
      course.refuse_open(About::sender, mail);
      return false;
    }
    for (const std::size_t i : std::set<std::size_t>{course.open}) {
      const Reply rcpt = ask(rcpt_command(course.all[i].recipient));
      if (rcpt.code == 421) throw LineTrouble{Trouble::broken_off};
      if (rcpt.is(2)) continue;
      put_refusal(course.all[i], About::recipient, rcpt);
      course.open.erase(i);
    }
    return !course.open.empty();
  }

  void hand_over(Course& course, std::string_view bytes) {
    const Reply go = ask("DATA");
    if (!go.is(3)) return course.refuse_open(About::letter, go);
    const std::string data = as_data(bytes);
    line->give(settings.reply + std::chrono::seconds{data.size() / kBytesPerSecond});
    line->send(data);
    course.whole = true;
    line->give(settings.acceptance);
    const Reply taken = read_reply(*line);
    if (!taken.is(2)) return course.refuse_open(About::letter, taken);
    for (const std::size_t i : course.open)
      put(course.all[i], Fate::delivered_to_relay, About::letter, taken);
    course.open.clear();
  }

  /// RSET where the last letter was not taken, so that the next begins anew.
  void send(Course& course, const Envelope& envelope, std::string_view bytes) {
    if (!between && !ask("RSET").is(2)) throw LineTrouble{Trouble::broken_off};
    if (address(course, envelope, bytes.size())) hand_over(course, bytes);
    between = course.whole;
  }

  /// Sends, on the line there is or a new one; no trouble: the course has its end.
  Trouble attempt(Course& course, const Envelope& envelope, std::string_view bytes) {
    try {
      if (!line) connect();
      send(course, envelope, bytes);
      return Trouble::none;
    } catch (const LineTrouble& trouble) {
      line.reset();
      return trouble.what;
    }
  }

  ServerSettings settings;
  std::stop_token stop;
  std::unique_ptr<Line> line;
  bool takes_reports = false;
  bool takes_size = false;
  bool between = true;  ///< no letter is begun on this line
};

bool is_bad_address(const Sent& sent) {
  return sent.fate == Fate::permanent && sent.about == About::recipient &&
         is_bad_address(sent.status);
}

Relay::Relay(ServerSettings settings, std::stop_token stop)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(stop))) {}

Relay::~Relay() { hang_up(); }

void Relay::hang_up() {
  if (!impl_->line) return;
  try {
    impl_->line->give(std::chrono::seconds{2});
    impl_->line->send("QUIT\r\n");
    read_reply(*impl_->line);
  } catch (const LineTrouble&) {  // it is over either way
  }
  impl_->line.reset();
}

std::vector<Sent> Relay::send(const Envelope& envelope, std::string_view bytes) {
  Course course{envelope};
  const bool from_is_good = envelope.from.empty() || is_address(envelope.from);
  for (std::size_t i = 0; i < course.all.size(); ++i) {
    Sent& sent = course.all[i];
    if (from_is_good && is_address(sent.recipient))
      course.open.insert(i);
    else if (from_is_good)
      put(sent, Fate::permanent, About::recipient, {.code = 501, .text = "5.1.3", .lines = {}});
    else
      put(sent, Fate::permanent, About::sender, {.code = 501, .text = "5.1.7", .lines = {}});
  }
  if (course.open.empty()) return course.all;
  const bool kept = impl_->line != nullptr;
  Trouble trouble = impl_->attempt(course, envelope, bytes);
  // A line that was kept had gone before this letter began.
  if (trouble == Trouble::broken_off && kept && !course.answered)
    trouble = impl_->attempt(course, envelope, bytes);
  course.fail_open(course.whole ? Fate::uncertain : Fate::unreachable, trouble);
  return course.all;
}

std::string as_data(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 50 + 8);
  bool begins = true;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\n' || (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) {
      out += "\r\n";
      begins = true;
    } else if (c != '\r') {
      if (begins && c == '.') out += '.';
      out += c;
      begins = false;
    }
  }
  if (!begins) out += "\r\n";
  return out + ".\r\n";
}

}  // namespace kallad::post
