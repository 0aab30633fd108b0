// Clients that keep their connections and ask again as soon as they are answered, in one thread.
// Not an HTTP client: it reads the status and the length, and knows no more of HTTP.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kallad::bench {

/// What one client of the load says next, and what it makes of the answer. `request` is the whole
/// request in bytes.
class Talker {
 public:
  virtual ~Talker() = default;
  virtual std::string request() = 0;
  virtual void answered(unsigned status, const std::string& head, const std::string& body) = 0;
};

/// Makes the talker of client `number`.
using MakeTalker = std::function<std::unique_ptr<Talker>(int number)>;

/// What a load came to. Waits are in seconds, of answers below 400 alone.
struct LoadResult {
  double seconds = 0;
  std::vector<double> waits;
  std::map<unsigned, std::uint64_t> statuses;  ///< 0: the connection ended instead
  double rate() const { return static_cast<double>(waits.size()) / seconds; }
  std::uint64_t below_400() const { return waits.size(); }
};

/// Asks 127.0.0.1:`port` with so many connections for so long.
LoadResult drive(std::uint16_t port, int connections, double seconds, const MakeTalker& make);

/// The request of a program: "POST /api/v1/cases", its body, and headers each ended by CR LF.
std::string request_text(const std::string& line, const std::string& headers,
                         const std::string& body);

}  // namespace kallad::bench
