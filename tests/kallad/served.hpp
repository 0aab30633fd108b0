// `kallad serve` as a process of its own, asked over a real socket, and ended as roughly as a test
// wants. Not a client library: one request a connection, which is all these tests need.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace kallad::program {

/// An answer off the wire; status 0 where there came none.
struct Got {
  int status = 0;
  std::string head;
  std::string body;
};

class Served {
 public:
  /// Starts on the data folder, with more words of its command line if any, and waits until it
  /// tells its address. Where those name a port and another address for users, that port is asked.
  explicit Served(const std::filesystem::path& data, const std::vector<std::string>& more = {});
  /// SIGKILL, where it still runs.
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  using Headers = std::vector<std::pair<std::string, std::string>>;
  Got ask(const std::string& method, const std::string& target, const std::string& body = {},
          const Headers& headers = {}) const;
  /// Sends these bytes as they are and reads until the server closes.
  Got send(const std::string& bytes) const;

  void kill();
  /// SIGSTOP, and SIGCONT.
  void pause() const;
  void go_on() const;
  std::uint16_t port() const { return port_; }
  pid_t process() const { return process_; }
  /// SIGTERM; the exit code.
  int end();
  /// The one-time key of the first administrator; empty where there is one already.
  const std::string& key() const { return key_; }

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  std::string key_;
};

}  // namespace kallad::program
