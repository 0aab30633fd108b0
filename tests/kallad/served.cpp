// Forks the program with its output on a pipe, and talks to the port it names.
// Not with this process's environment: the program takes KALLAD_… for its settings.
#include "tests/kallad/served.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <stdexcept>

namespace kallad::program {

namespace {

constexpr const char* binary = KALLAD_BINARY_DIR "/tools/kallad/kallad";

/// What the program says when it has started: the address and what follows it, in one write.
std::string started(int output) {
  std::string all;
  std::array<char, 4096> piece{};
  for (ssize_t size = 0; (size = read(output, piece.data(), piece.size())) > 0;) {
    all.append(piece.data(), static_cast<std::size_t>(size));
    if (all.find("/api\n") != std::string::npos) break;
  }
  return all;
}

}  // namespace

Served::Served(const std::filesystem::path& data, const std::vector<std::string>& more) {
  const auto own_port = std::ranges::find(more, "--http-port");
  std::vector<std::string> words{binary, "serve", "--data-folder", data.string()};
  if (own_port == more.end()) words.insert(words.end(), {"--http-port", "0"});
  words.insert(words.end(), more.begin(), more.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // no test leaves a server behind
    dup2(pipe_ends[1], STDOUT_FILENO);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    clearenv();
    execv(binary, arguments.data());
    _exit(127);
  }
  close(pipe_ends[1]);
  const std::string told = started(pipe_ends[0]);
  close(pipe_ends[0]);
  const std::string where = own_port == more.end() ? told : "127.0.0.1:" + *std::next(own_port);
  const auto address = where.find("127.0.0.1:");
  if (told.empty() || address == std::string::npos) {
    kill();
    throw std::runtime_error("did not start: " + told);
  }
  port_ = static_cast<std::uint16_t>(std::stoi(where.substr(address + 10)));
  if (const auto at = told.rfind("\n  "); at != std::string::npos) {
    const auto from = std::max(at + 3, told.rfind('/') + 1);  // of the link: /enrol/KEY
    key_ = told.substr(from, told.find('\n', from) - from);
  }
}

Served::~Served() { kill(); }

void Served::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

void Served::pause() const { ::kill(process_, SIGSTOP); }
void Served::go_on() const { ::kill(process_, SIGCONT); }

int Served::end() {
  int status = 0;
  ::kill(process_, SIGTERM);
  waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Got Served::send(const std::string& bytes) const {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in there{};
  there.sin_family = AF_INET;
  there.sin_port = htons(port_);
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string all;
  // NOLINTNEXTLINE: the sockets' own way
  if (connect(connection, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0 &&
      ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(bytes.size())) {
    std::array<char, 4096> piece{};
    for (ssize_t size = 0; (size = recv(connection, piece.data(), piece.size(), 0)) > 0;) {
      all.append(piece.data(), static_cast<std::size_t>(size));
    }
  }
  close(connection);
  const auto end = all.find("\r\n\r\n");
  if (!all.starts_with("HTTP/1.1 ") || end == std::string::npos) return {};
  return {std::stoi(all.substr(9)), all.substr(0, end), all.substr(end + 4)};
}

Got Served::ask(const std::string& method, const std::string& target, const std::string& body,
                const Headers& headers) const {
  std::string bytes = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" +
                      "Connection: close\r\nContent-Length: " + std::to_string(body.size()) +
                      "\r\n";
  for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
  return send(bytes + "\r\n" + body);
}

}  // namespace kallad::program
