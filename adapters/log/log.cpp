// A line is made outside the lock and written inside it.
// Not rotating files: whoever starts the program decides where its lines go.
#include "adapters/log/log.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

namespace kallad {

void Log::tell(LogLevel level, std::string_view event, const LogFields& fields) {
  static constexpr std::array<std::string_view, 3> words{"info", "warning", "error"};
  nlohmann::ordered_json line{
      {"at", iso(now_())}, {"level", words.at(static_cast<std::size_t>(level))}, {"event", event}};
  for (const auto& [name, value] : fields) line[std::string{name}] = value;
  // What went wrong may be told in bytes that are no text; the line is JSON all the same.
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  const std::lock_guard lock{mutex_};
  out_ << text << std::flush;
}

}  // namespace kallad
