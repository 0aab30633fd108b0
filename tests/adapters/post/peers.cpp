// How the servers are started. Dovecot runs under root as well as under anybody: the users it wants
// are the present one, and its mails are another's only where the present one is root.
// Not for the outside: all listen on the loopback alone.
#include "tests/adapters/post/peers.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace kallad::post_test {

namespace {

constexpr uid_t kNobody = 65534;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

sockaddr* plain(sockaddr_in& address) {
  return static_cast<sockaddr*>(static_cast<void*>(&address));
}

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool bound =
      bind(socket, plain(address), size) == 0 && getsockname(socket, plain(address), &size) == 0;
  close(socket);
  if (!bound) throw std::runtime_error("no port");
  return ntohs(address.sin_port);
}

bool listens(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(port);
  const bool connected = connect(socket, plain(address), sizeof address) == 0;
  close(socket);
  return connected;
}

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream{path}.rdbuf();
  return text.str();
}

/// A word of `id`, as "-un" gives the user's name.
std::string id_word(const std::string& what) {
  std::string name = output_of("id " + what);
  name.pop_back();
  return name;
}

/// By password; or by a token, which Dovecot asks another server about.
std::string passdb(const std::string& folder, const TokenPeer* tokens) {
  if (tokens == nullptr)
    return "auth_mechanisms = plain login\npassdb {\n  driver = static\n"
           "  args = user=kallad password=hemligt-å\n}\n";
  std::ofstream{folder + "/oauth2.conf"} << "introspection_url = " << tokens->url("/introspect/")
                                         << "\nintrospection_mode = get\n"
                                            "username_attribute = username\n"
                                            "active_attribute = active\nactive_value = true\n";
  return "auth_mechanisms = xoauth2 oauthbearer\npassdb {\n  driver = oauth2\n"
         "  mechanisms = xoauth2 oauthbearer\n  args = " +
         folder + "/oauth2.conf\n}\n";
}

std::string dovecot_conf(const std::string& folder, std::uint16_t port, std::uint16_t tls_port,
                         const std::string& capability, const TokenPeer* tokens) {
  const bool root = getuid() == 0;
  const uid_t owner = root ? kNobody : getuid();
  std::ostringstream out;
  out << "base_dir = " << folder << "/run\nstate_dir = " << folder << "/run\n"
      << "log_path = " << folder << "/log\nprotocols = imap\nlisten = 127.0.0.1\n"
      << "ssl = yes\nssl_cert = <" << folder << "/cert.pem\nssl_key = <" << folder << "/key.pem\n"
      << "disable_plaintext_auth = no\nfirst_valid_uid = 1\n"
      << "default_internal_user = " << id_word("-un")
      << "\ndefault_internal_group = " << id_word("-gn")
      << "\ndefault_login_user = " << (root ? "nobody" : id_word("-un"))
      << "\nmail_location = maildir:" << folder << "/mail\n"
      << passdb(folder, tokens) << "userdb {\n  driver = static\n  args = uid=" << owner
      << " gid=" << (root ? kNobody : getgid()) << " home=" << folder << "/mail"
      << (tokens ? " allow_all_users=yes" : "") << "\n}\n"
      << "service imap-login {\n  chroot =\n  inet_listener imap {\n    port = " << port
      << "\n  }\n  inet_listener imaps {\n    port = " << tls_port << "\n  }\n}\n"
      << "service anvil {\n  chroot =\n}\n";
  if (!capability.empty()) out << "imap_capability = " << capability << "\n";
  return out.str();
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "kallad_post_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
  path = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

Process::Process(const std::vector<std::string>& command) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  std::vector<char*> words;
  std::vector<std::string> own = command;
  for (std::string& word : own) words.push_back(word.data());
  words.push_back(nullptr);
  id_ = fork();
  if (id_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execvp(words[0], words.data());
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  to_ = in[1];
  from_ = out[0];
}

Process::~Process() {
  close(to_);
  close(from_);
  waitpid(id_, nullptr, 0);
}

std::string Process::line() {
  std::string text;
  char c = 0;
  while (read(from_, &c, 1) == 1 && c != '\n') text += c;
  return text;
}

void Process::terminate() const { kill(id_, SIGTERM); }

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no process for " + command);
  std::string out;
  std::array<char, 4096> bytes{};
  for (std::size_t n = 1; n > 0;) {
    n = fread(bytes.data(), 1, bytes.size(), pipe);
    out.append(bytes.data(), n);
  }
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command + "\n" + out);
  return out;
}

void make_certificate(const std::filesystem::path& folder) {
  const std::string at = folder.string();
  output_of(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
      "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " +
      at + "/key.pem -out " + at + "/cert.pem 2>&1");
}

TokenPeer::TokenPeer(int seconds)
    : process_({"/usr/bin/python3", KALLAD_SOURCE_DIR "/tests/adapters/post/token_peer.py",
                std::to_string(seconds)}) {
  const std::string said = process_.line();
  if (!said.starts_with("ready ")) throw std::runtime_error("no authorization server: " + said);
  port_ = said.substr(6);
}

std::string TokenPeer::url(const std::string& path) const {
  return "http://127.0.0.1:" + port_ + path;
}

std::string TokenPeer::asked(const std::string& path, const std::string& data) const {
  return output_of("/usr/bin/python3 -c 'import urllib.request as web; print(web.urlopen(\"" +
                   url(path) + "\", " + data + ").read().decode())'");
}

void TokenPeer::revoke_all() const { asked("/revoke", "b\"\""); }

int TokenPeer::given() const { return std::stoi(asked("/given", "None")); }

SmtpPeer::SmtpPeer(const std::vector<std::string>& options) : options_(options) {
  make_certificate(folder_.path);
  start();
}

void SmtpPeer::start() {
  const std::string at = folder_.path.string();
  std::vector<std::string> command = {"/usr/bin/python3",
                                      KALLAD_SOURCE_DIR "/tests/adapters/post/smtp_peer.py",
                                      at + "/log",
                                      "cert=" + at + "/cert.pem",
                                      "key=" + at + "/key.pem",
                                      "port=" + std::to_string(port_)};
  command.insert(command.end(), options_.begin(), options_.end());
  process_ = std::make_unique<Process>(command);
  const std::string said = process_->line();
  if (!said.starts_with("ready ")) throw std::runtime_error("aiosmtpd did not start: " + said);
  port_ = static_cast<std::uint16_t>(std::stoi(said.substr(6)));
}

post::ServerSettings SmtpPeer::settings(post::Security security) const {
  post::ServerSettings settings;
  settings.host = "localhost";
  settings.port = port_;
  settings.security = security;
  settings.ca_file = (folder_.path / "cert.pem").string();
  settings.our_name = "kallad.example";
  settings.connect = settings.reply = settings.acceptance = std::chrono::seconds{10};
  return settings;
}

std::vector<nlohmann::json> SmtpPeer::letters() const {
  std::vector<nlohmann::json> all;
  std::istringstream text{file_text(folder_.path / "log")};
  for (std::string line; std::getline(text, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

ImapPeer::ImapPeer(const std::string& capability, const TokenPeer* tokens)
    : port_(free_port()), tls_port_(free_port()) {
  const std::string at = folder_.path.string();
  chmod(at.c_str(), 0755);
  make_certificate(folder_.path);
  std::filesystem::create_directory(folder_.path / "mail");
  if (getuid() == 0 && chown((at + "/mail").c_str(), kNobody, kNobody) != 0)
    throw std::runtime_error("no owner for the box");
  std::ofstream{at + "/conf"} << dovecot_conf(at, port_, tls_port_, capability, tokens);
  process_ = std::make_unique<Process>(
      std::vector<std::string>{"sh", "-c",
                               "PATH=$PATH:/usr/sbin; dovecot -F -c " + at +
                                   "/conf 2>&1 & id=$!; cat > /dev/null; kill $id; wait $id"});
  for (int i = 0; i < 200 && !listens(tls_port_); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  if (!listens(port_)) throw std::runtime_error("dovecot did not start: " + file_text(at + "/log"));
}

ImapPeer::~ImapPeer() = default;

post::ServerSettings ImapPeer::settings(post::Security security) const {
  post::ServerSettings settings;
  settings.host = "localhost";
  settings.port = security == post::Security::tls ? tls_port_ : port_;
  settings.security = security;
  settings.user = "kallad";
  settings.password = "hemligt-å";
  settings.ca_file = (folder_.path / "cert.pem").string();
  settings.connect = settings.reply = std::chrono::seconds{10};
  return settings;
}

std::string ImapPeer::doveadm(const std::string& words) const {
  return output_of("doveadm -c " + folder_.path.string() + "/conf " + words + " 2>&1");
}

void ImapPeer::deliver(const std::string& mail, const std::string& folder) const {
  const auto file = folder_.path / "letter";
  std::ofstream{file, std::ios::binary} << mail;
  doveadm("save -u kallad -m " + folder + " " + file.string());
}

std::vector<std::string> ImapPeer::mails(const std::string& folder) const {
  std::vector<std::string> all;
  std::istringstream text{
      doveadm("-f tab fetch -u kallad 'uid flags hdr.message-id' mailbox " + folder)};
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) all.push_back(line);
  return all;
}

void ImapPeer::renumber() const {
  doveadm("mailbox update -u kallad --uid-validity 1900000000 INBOX");
}

}  // namespace kallad::post_test
