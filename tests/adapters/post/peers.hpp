// Mail servers of others, each a process of its own: aiosmtpd and Dovecot.
// Not mocks: bytes go over sockets, with TLS where asked. Rule kept: none outlives its test, for
// each ends when its standard input closes or its parent is gone.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "adapters/post/line.hpp"

namespace kallad::post_test {

/// A folder of its own, gone with it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path;
};

/// A process with pipes to its input and from its output. Ended with the object.
class Process {
 public:
  explicit Process(const std::vector<std::string>& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  /// The next line it says; empty at its end.
  std::string line();
  /// SIGTERM; the destructor waits for it.
  void terminate() const;

 private:
  pid_t id_ = -1;
  int to_ = -1;
  int from_ = -1;
};

/// Runs to its end; gives what it wrote. Throws where it did not end with 0.
std::string output_of(const std::string& command);

/// cert.pem and key.pem for localhost in the folder, signed by themselves.
void make_certificate(const std::filesystem::path& folder);

/// An authorization server, as token_peer.py says: gives, judges and takes back tokens.
class TokenPeer {
 public:
  /// `seconds`: how long its tokens last.
  explicit TokenPeer(int seconds = 3600);
  /// "http://127.0.0.1:1234" + path.
  std::string url(const std::string& path) const;
  void revoke_all() const;
  /// How many it has given.
  int given() const;

 private:
  /// What it answers; `data`: the body as Python writes it, None for a GET.
  std::string asked(const std::string& path, const std::string& data) const;

  Process process_;
  std::string port_;
};

/// aiosmtpd, as smtp_peer.py says: options "starttls", "tls", "auth", "tenth". Its token and
/// recipients' names say what it does with a letter.
class SmtpPeer {
 public:
  explicit SmtpPeer(const std::vector<std::string>& options = {});
  post::ServerSettings settings(post::Security security) const;
  /// The letters it has taken, the oldest first.
  std::vector<nlohmann::json> letters() const;
  /// Ends the server; start() makes another on the same port.
  void stop() { process_.reset(); }
  void start();

 private:
  Folder folder_;
  std::vector<std::string> options_;
  std::unique_ptr<Process> process_;
  std::uint16_t port_ = 0;
};

/// Dovecot with the box of user "kallad", password "hemligt-å".
class ImapPeer {
 public:
  /// `capability`: what it says it can, instead of all it can; empty: all. `tokens`: who says which
  /// tokens hold; with it, one signs in by token alone.
  explicit ImapPeer(const std::string& capability = {}, const TokenPeer* tokens = nullptr);
  ~ImapPeer();
  post::ServerSettings settings(post::Security security) const;
  /// Puts a mail into the folder of that name, as a delivery does.
  void deliver(const std::string& mail, const std::string& folder = "INBOX") const;
  /// The mails of a folder as "uid, flags, Message-ID" with tabs; asked of Dovecot itself.
  std::vector<std::string> mails(const std::string& folder) const;
  /// Another UIDVALIDITY for the box, as after a restore.
  void renumber() const;
  /// What `doveadm` says.
  std::string doveadm(const std::string& words) const;

 private:
  Folder folder_;
  std::unique_ptr<Process> process_;
  std::uint16_t port_ = 0;
  std::uint16_t tls_port_ = 0;
};

}  // namespace kallad::post_test
