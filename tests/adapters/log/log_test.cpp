// Each line is one JSON object, whatever is told and however many tell at once.
// Not what is told by whom: that is seen where it happens.
#include "adapters/log/log.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

namespace kallad {
namespace {

Instant noon() { return Instant{std::chrono::milliseconds{1'772'452'800'000}}; }

TEST(Log, WritesTimeLevelEventAndFieldsInThatOrder) {
  std::ostringstream out;
  Log log{out, noon};
  log.tell(LogLevel::error, "route_failed", {{"route", "show_case"}, {"what", "disk \"full\""}});
  EXPECT_EQ(out.str(), R"({"at":"2026-03-02T12:00:00Z","level":"error","event":"route_failed",)"
                       R"("route":"show_case","what":"disk \"full\""})"
                       "\n");
}

TEST(Log, KeepsALineALineWithLineBreaksAndBytesThatAreNoText) {
  std::ostringstream out;
  Log log{out, noon};
  log.tell(LogLevel::info, "told", {{"what", "a\nb\xff\r\"c"}});
  EXPECT_EQ(std::ranges::count(out.str(), '\n'), 1);
  EXPECT_EQ(nlohmann::json::parse(out.str())["what"], "a\nb\uFFFD\r\"c");
}

TEST(Log, IsWholeWhenManyTellAtOnce) {
  std::ostringstream out;
  Log log{out, noon};
  {
    std::vector<std::jthread> tellers;
    for (int i = 0; i < 8; ++i) {
      tellers.emplace_back([&] {
        for (int line = 0; line < 200; ++line) log.tell(LogLevel::info, "told", {{"x", "y"}});
      });
    }
  }
  std::istringstream in{out.str()};
  int lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    EXPECT_EQ(nlohmann::json::parse(line)["event"], "told");
  }
  EXPECT_EQ(lines, 1600);
}

}  // namespace
}  // namespace kallad
