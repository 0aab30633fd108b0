// Each call begins by seeing to it that the folder is open; a connection that has gone is made anew
// once. Numbers of mails hold only under the validity of the folder as it is open now.
// Not trusted: sizes and numbers the server tells.
#include "adapters/post/inbox.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/post/imap.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad::post {

namespace {

constexpr std::size_t kHeadBytes = 64UL * 1024;
/// Of a mail that is too large. Programs put what somebody wrote before what they attach.
constexpr std::size_t kBeginningBytes = 1024UL * 1024;

std::string key_of(const std::string& bytes) {
  Hasher hasher;
  hasher.add(
      {static_cast<const unsigned char*>(static_cast<const void*>(bytes.data())), bytes.size()});
  return hex(hasher.finish());
}

std::string uid_text(const Waiting& mail) { return std::to_string(mail.uid); }

bool has_word(std::string_view text, std::string_view word) {
  const auto at = text.find(word);
  return at != std::string_view::npos &&
         (at + word.size() == text.size() || text[at + word.size()] == ' ' ||
          text[at + word.size()] == ']');
}

}  // namespace

struct Inbox::Impl {
  Impl(InboxSettings given, std::stop_token token)
      : settings(std::move(given)), stop(std::move(token)) {}

  ImapAnswer ask(const std::string& command) { return imap->ask(command); }

  void open() {
    if (line) return;
    if (!is_folder(settings.folder) || (!settings.done.empty() && !is_folder(settings.done)))
      throw LineTrouble{Trouble::settings};
    imap.reset();
    auto made = std::make_unique<Line>(settings.server, Protocol::imap, stop);
    imap.emplace(*made, settings.server.reply, settings.bytes + kHeadBytes);
    can_move = false;
    can_expunge_one = false;
    for (const Untagged& each : ask("CAPABILITY").untagged) {
      can_move = can_move || has_word(each.text, "MOVE");
      can_expunge_one = can_expunge_one || has_word(each.text, "UIDPLUS");
    }
    select();
    line = std::move(made);
  }

  /// After NO no folder is open, and what comes next has to begin from the beginning.
  void select() {
    const ImapAnswer answer = ask("SELECT \"" + settings.folder + "\"");
    if (!answer.ok) line.reset();
    demand(answer);
    validity = 0;
    for (const Untagged& each : answer.untagged)
      if (const auto number = number_after(each.text, "UIDVALIDITY"); number != 0)
        validity = static_cast<std::uint32_t>(number);
    if (validity == 0) throw LineTrouble{Trouble::not_understood};
  }

  void demand(const ImapAnswer& answer) {
    if (!answer.ok) throw LineTrouble{Trouble::refused};
  }

  /// On the line there is or a new one; what was asked on a line that had gone is asked again.
  Trouble attempt(const std::function<void()>& ask_all) {
    const bool kept = line != nullptr;
    for (int time = 0;; ++time) {
      try {
        open();
        ask_all();
        return Trouble::none;
      } catch (const LineTrouble& trouble) {
        // After NO the line is as good as before.
        if (trouble.what != Trouble::refused) line.reset();
        if (trouble.what != Trouble::broken_off || !kept || time > 0) return trouble.what;
      }
    }
  }

  /// "last:*" always holds the last mail, also where it comes before.
  std::vector<std::uint32_t> uids_after(std::uint32_t last) {
    const ImapAnswer answer =
        ask("UID SEARCH UID " + std::to_string(std::uint64_t{last} + 1) + ":*");
    demand(answer);
    std::vector<std::uint32_t> uids;
    for (const Untagged& each : answer.untagged) {
      if (!each.text.starts_with("SEARCH")) continue;
      for (const std::uint32_t uid : numbers(std::string_view{each.text}.substr(6)))
        if (uid > last) uids.push_back(uid);
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
  }

  std::vector<Waiting> sized(const std::vector<std::uint32_t>& uids) {
    if (uids.empty()) return {};
    std::string set;
    for (const std::uint32_t uid : uids) set += (set.empty() ? "" : ",") + std::to_string(uid);
    const ImapAnswer answer = ask("UID FETCH " + set + " (UID RFC822.SIZE)");
    demand(answer);
    std::map<std::uint64_t, std::uint64_t> sizes;
    for (const Untagged& each : answer.untagged) {
      const auto uid = number_after(each.text, "UID");
      if (uid != 0) sizes[uid] = number_after(each.text, "RFC822.SIZE");
    }
    std::vector<Waiting> all;
    for (const std::uint32_t uid : uids)
      if (const auto found = sizes.find(uid); found != sizes.end())
        all.push_back({validity, uid, found->second});
    return all;
  }

  void fetch(const Waiting& mail, Fetched& fetched) {
    fetched = {};
    fetched.is_beginning = mail.bytes > settings.bytes;
    const std::size_t most =
        fetched.is_beginning ? std::min(kBeginningBytes, settings.bytes) : settings.bytes;
    // Bounded also where the server told a smaller size than the mail has.
    const ImapAnswer answer =
        ask("UID FETCH " + uid_text(mail) + " (UID BODY.PEEK[]<0." + std::to_string(most) + ">)");
    demand(answer);
    fetched.gone = true;
    for (const Untagged& each : answer.untagged) {
      if (number_after(each.text, "UID") != mail.uid) continue;
      if (each.text.find("BODY[]") == std::string::npos) continue;
      fetched.gone = false;
      if (!each.literals.empty()) fetched.bytes = each.literals.front();
    }
    if (!fetched.gone) fetched.key = key_of(fetched.bytes);
  }

  void mark(const Waiting& mail, const std::string& flags) {
    demand(ask("UID STORE " + uid_text(mail) + " +FLAGS.SILENT (" + flags + ")"));
  }

  /// To the folder, made where the server says that it is not there.
  void to_done(const std::string& command, const Waiting& mail) {
    const std::string folder = " \"" + settings.done + "\"";
    ImapAnswer answer = ask(command + " " + uid_text(mail) + folder);
    if (!answer.ok && answer.text.find("[TRYCREATE]") != std::string::npos) {
      demand(ask("CREATE" + folder));
      answer = ask(command + " " + uid_text(mail) + folder);
    }
    demand(answer);
  }

  void put_away(const Waiting& mail) {
    mark(mail, "\\Seen");
    if (settings.done.empty()) return;
    if (can_move) return to_done("UID MOVE", mail);
    to_done("UID COPY", mail);
    mark(mail, "\\Deleted");
    // Without UIDPLUS this would take what others have marked too: it stays marked then.
    if (can_expunge_one) demand(ask("UID EXPUNGE " + uid_text(mail)));
  }

  InboxSettings settings;
  std::stop_token stop;
  std::unique_ptr<Line> line;
  std::optional<Imap> imap;
  std::uint32_t validity = 0;
  bool can_move = false;
  bool can_expunge_one = false;
};

Inbox::Inbox(InboxSettings settings, std::stop_token stop)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(stop))) {}

Inbox::~Inbox() = default;

void Inbox::hang_up() { impl_->line.reset(); }

Look Inbox::look(const Place& after, std::size_t most) {
  Look look;
  look.trouble = impl_->attempt([&] {
    // Opens the folder anew: also a connection kept sees what has come, and a new validity.
    impl_->select();
    look.renumbered = after.validity != 0 && after.validity != impl_->validity;
    const bool same = after.validity == impl_->validity;
    auto uids = impl_->uids_after(same ? after.last : 0);
    if (uids.size() > most) uids.resize(most);
    look.waiting = impl_->sized(uids);
  });
  if (look.trouble != Trouble::none) look.waiting.clear();
  return look;
}

Fetched Inbox::fetch(const Waiting& mail) {
  Fetched fetched;
  const Trouble trouble = impl_->attempt([&] {
    fetched.gone = mail.validity != impl_->validity;
    if (!fetched.gone) impl_->fetch(mail, fetched);
  });
  if (trouble != Trouble::none) return {.trouble = trouble, .bytes = {}, .key = {}};
  return fetched;
}

Trouble Inbox::put_away(const Waiting& mail) {
  return impl_->attempt([&] {
    if (mail.validity == impl_->validity) impl_->put_away(mail);
  });
}

}  // namespace kallad::post
