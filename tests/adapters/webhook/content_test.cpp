// That no content leaves: every event there is, with a mark in each of its texts, is sent, and no
// mark is found in any head or body. Not a test of one message: a new kind of event is in it as
// soon as it has a golden copy. Rule kept (issue, "webhooks carry ids and never content").
#include <set>

#include "tests/adapters/webhook/world.hpp"

namespace kallad::webhook_test::content {
namespace {

constexpr const char* kMark = "MARK";

/// Puts the mark into every text, also those that are ids or times.
void mark(nlohmann::ordered_json& value) {
  if (value.is_string()) {
    value = kMark + value.get<std::string>();
  } else if (value.is_structured()) {
    for (auto& one : value) mark(one);
  }
}

bool has_mark(const HttpRequest& request) {
  std::string all = request.path + request.query + request.body;
  for (const auto& [name, value] : request.headers) all += name + value;
  return all.find(kMark) != std::string::npos;
}

TEST(Content, NoTextOfAnyEventLeaves) {
  World world;
  const Receiver receiver;
  world.tick();
  world.add(receiver.url());
  world.actor = R"({"role":"coordinator","unit":"helsingborg/vuxen","name":"MARK Markusson"})";
  for (const std::string& kind : webhook::event_kinds()) {
    auto data = golden(kind);
    mark(data);
    world.happen_with(kind, data);
  }
  // A meeting that is no number is no meeting's number.
  world.happen_with("seat_answered", {{"meeting", kMark}});
  world.tick({});
  std::set<std::string> told;
  std::set<std::string> keys;
  for (const HttpRequest& request : receiver.got()) {
    EXPECT_FALSE(has_mark(request)) << request.body;
    const auto body = nlohmann::json::parse(request.body);
    told.insert(body.at("type"));
    for (const auto& [key, value] : body.at("data").items()) keys.insert(key);
    EXPECT_EQ(body.size(), 3U);
  }
  EXPECT_EQ(receiver.got().size(), webhook::event_kinds().size() + 1);
  EXPECT_EQ(told,
            (std::set<std::string>{webhook::event_kinds().begin(), webhook::event_kinds().end()}));
  EXPECT_EQ(keys, (std::set<std::string>{"case", "event", "meeting"}));
}

}  // namespace
}  // namespace kallad::webhook_test::content
