// Who may what, over the API: everybody × every route × every situation of a case, held against
// answers written by hand. Not whether a command can be done: each is said on a wrong version, so
// that nothing changes and who may is told 412. Rule kept: a route that is not written in
// matrix_oracle.cpp fails the test until somebody has said who may ask for it.
#include <iostream>

#include "adapters/brain/messages.hpp"
#include "adapters/codec/messages.hpp"
#include "tests/adapters/api_attack/matrix_sample.hpp"

namespace kallad::api_matrix {
namespace {

const std::string of_case = "/api/v1/cases/{case}";

struct Described {
  std::string method;
  std::string path;
  std::string id;
};

std::vector<Described> routes_of(const ApiHouse& house) {
  std::vector<Described> routes;
  const json described = json::parse(house.api().openapi());
  for (const auto& [path, methods] : described["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      std::string upper = method;
      for (char& c : upper) c = static_cast<char>(std::toupper(c));
      routes.push_back({upper, path, operation["operationId"]});
    }
  }
  return routes;
}

const codec::Alternative* command_named(std::string_view id) {
  for (const codec::Alternative& one : codec::shape_of<FileCommand>().alternatives) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

/// All that the command can be about, as far as its body says.
std::vector<About> abouts_of(const codec::Shape& shape) {
  Used used;
  sample(shape, "", {}, used);
  std::vector<About> all;
  const std::vector<std::string> parties =
      shape.name == "ReportActivity"
          ? std::vector<std::string>{town, clinic}
          : std::vector<std::string>{town, clinic, excepted, "anna", "region", "helsingborg"};
  for (const std::string& party : parties) {
    for (const std::uint32_t number : {1U, 2U}) {
      if ((used.party || party == town) && (used.deficiency || number == 1)) {
        all.push_back({party, number});
      }
    }
  }
  return all;
}

const HttpHeaders on_a_wrong_version{{"idempotency-key", "matrix"}, {"if-match", "\"1\""}};

int try_command(MatrixHouse& matrix, const std::string& command) {
  const codec::Shape& shape = *command_named(command)->shape;
  int trials = 0;
  for (const About& about : abouts_of(shape)) {
    Used used;
    const std::string body = sample(shape, "", about, used).dump();
    for (const Situation situation : situations) {
      for (const auto& [user, hand] : matrix.hands()) {
        const auto reply = matrix.ask(hand, "POST", matrix.place(situation) + "/" + command, body,
                                      on_a_wrong_version);
        EXPECT_EQ(reply.status, should_answer(user, hand, situation, command, about))
            << user << " says " << command << " about " << about.party << " and "
            << about.deficiency << ", " << name_of(situation) << ": " << reply.text;
        ++trials;
      }
    }
  }
  return trials;
}

std::string target_of(const Described& route) {
  std::string target = route.path;
  if (route.id == "show_paper")
    target.replace(target.find("{kind}"), 6, "person_sheet?format=html");
  while (target.find('{') != std::string::npos) {
    target.replace(target.find('{'), target.find('}') - target.find('{') + 1, "x");
  }
  return target;
}

/// A route of a case that is no command.
unsigned should_answer_read(const std::string& route, const std::string& user, const Hand& hand,
                            Situation situation) {
  if (route == "show_drafts") return should_foresee(user, hand, situation);
  if (route == "show_paper") return should_tell_events(user, situation);
  if (route == "export_case_fhir") return should_tell_events(user, situation);
  if (route == "show_case") return should_show(user, situation);
  if (route == "list_case_events") return should_tell_events(user, situation);
  return should_manage(route, user, situation);
}

int try_read(MatrixHouse& matrix, const Described& route) {
  int trials = 0;
  const std::string below = target_of(route).substr(std::string{"/api/v1/cases/x"}.size());
  for (const Situation situation : situations) {
    for (const auto& [user, hand] : matrix.hands()) {
      const std::string target = matrix.place(situation) + below;
      for (const char* method : {route.method.c_str(), "HEAD"}) {
        if (method == std::string{"HEAD"} && route.method != "GET") continue;
        const auto reply = matrix.ask(hand, method, target, route.method == "POST" ? "{}" : "");
        EXPECT_EQ(reply.status, should_answer_read(route.id, user, hand, situation))
            << user << " asks " << method << " " << route.id << " of " << name_of(situation);
        ++trials;
      }
    }
  }
  return trials;
}

TEST(ApiMatrix, EveryHandIsAnsweredOnEveryRouteOfACaseAsIsWrittenByHand) {
  MatrixHouse matrix;
  int trials = 0;
  std::size_t commands_tried = 0;
  std::size_t reads = 0;
  for (const Described& route : routes_of(matrix.house)) {
    if (!route.path.starts_with(of_case)) continue;
    if (knows_command(route.id)) {
      ASSERT_EQ(route.method, "POST") << route.id;
      trials += try_command(matrix, route.id);
      ++commands_tried;
      continue;
    }
    ASSERT_NE(should_answer_read(route.id, "siv", matrix.hands().at("siv"), Situation::open), 0U)
        << route.id << ": who may ask for it is not written";
    trials += try_read(matrix, route);
    ++reads;
  }
  EXPECT_EQ(commands_tried, command_count()) << "a command is written that has no route";
  std::cout << trials << " trials of " << commands_tried << " commands and " << reads
            << " other routes of cases by " << matrix.hands().size() << " hands in "
            << situations.size() << " situations\n";
}

json opening_for(const Hand& who) {
  return {{"kind", "sip"},
          {"person", {{"name", "Anna Påhittad"}, {"identity_number", ""}, {"protection", "none"}}},
          {"need", "Stöd"},
          {"council", "northwest"},
          {"agreement", "northwest"},
          {"coordinator", {{"unit", who.unit.empty() ? town : who.unit}, {"name", who.name}}},
          {"existing_sip_acknowledged", true},
          {"law", "sol_hsl"}};
}

/// A body that the route's reader takes, or that it refuses first of all, as the oracle says.
std::string body_for(const Described& route, const OtherRoute& other, const Hand& who) {
  if (route.method == "GET") return {};
  if (route.id == "open_case") return opening_for(who).dump();
  Used used;
  for (const codec::Shape* kinds :
       {&codec::shape_of<RegisterCommand>(), &codec::shape_of<RoutineCommand>()}) {
    for (const codec::Alternative& one : kinds->alternatives) {
      if (one.id == route.id) return sample(*one.shape, "", {}, used).dump();
    }
  }
  return other.body;
}

void try_other(MatrixHouse& matrix, const Described& route, const OtherRoute& other,
               const std::string& user, Hand hand) {
  HttpHeaders headers{{"idempotency-key", "matrix " + user}};
  if (route.id.starts_with("record_")) headers.emplace_back("if-match", "\"1\"");
  // Guessing at links is slowed down, whoever does it.
  const bool is_guess = route.path.starts_with("/api/v1/links/") ||
                        route.path.starts_with("/calendar/") || route.path.starts_with("/s/");
  if (is_guess) matrix.house.clock.now += std::chrono::seconds{10};
  const bool by_session = !hand.guest.cookie.empty() && hand.bearer.empty();
  if (other.ends_session && by_session) {
    matrix.house.clock.now += std::chrono::minutes{1};
    matrix.house.sign_in(hand.guest);
  }
  const auto reply =
      matrix.ask(hand, route.method, target_of(route), body_for(route, other, hand), headers);
  EXPECT_EQ(reply.status, should_answer(other, hand))
      << user << " asks " << route.id << ": " << reply.text;
  if (other.ends_session && by_session) {
    EXPECT_EQ(matrix.ask(hand, "GET", "/api/v1/me").status, 401U) << user << " " << route.id;
  }
}

TEST(ApiMatrix, EveryHandIsAnsweredOnEveryOtherRouteAsIsWrittenByHand) {
  MatrixHouse matrix;
  const Hand nobody{{}, "Ingen", "", {}};
  int trials = 0;
  const auto routes = routes_of(matrix.house);
  for (const bool last : {false, true}) {  // what ends sessions comes last
    for (const Described& route : routes) {
      if (route.path.starts_with(of_case)) continue;
      const auto other = other_route(route.id);
      ASSERT_TRUE(other) << route.id << ": who may ask for it is not written";
      if (other->ends_session != last) continue;
      try_other(matrix, route, *other, "nobody", nobody);
      for (const auto& [user, hand] : matrix.hands()) {
        // A program's token ends with its day, not with a session: its own test says so.
        if (last && !hand.bearer.empty()) continue;
        try_other(matrix, route, *other, user, hand);
        ++trials;
      }
    }
  }
  std::cout << trials << " trials of routes that are of no case\n";
}

TEST(ApiMatrix, EveryHandIsAnsweredOnTheCouncilsReportsAsIsWrittenByHand) {
  MatrixHouse matrix;
  const std::string year = "/api/v1/reports/northwest/2026";
  const std::string of_2020 = "/api/v1/reports/northwest/2020";
  const std::string of_1999 = "/api/v1/reports/northwest/1999";
  for (const auto& [user, hand] : matrix.hands()) {
    const bool reads = should_read_reports(user);
    const bool publishes = should_publish_reports(user);
    EXPECT_EQ(matrix.ask(hand, "GET", of_2020).status, reads ? 200U : 403U) << user;
    EXPECT_EQ(matrix.ask(hand, "GET", of_1999).status, reads ? 404U : 403U) << user;
    EXPECT_EQ(matrix.ask(hand, "GET", year + "/figures").status, reads ? 404U : 403U) << user;
    EXPECT_EQ(matrix.ask(hand, "GET", year + "/draft").status, publishes ? 200U : 403U) << user;
    const std::string wrong = R"({"threshold": 1})";
    EXPECT_EQ(matrix.ask(hand, "POST", year, wrong).status, publishes ? 422U : 403U) << user;
    EXPECT_EQ(matrix.ask(hand, "POST", year + "/figures", wrong).status, publishes ? 422U : 403U)
        << user;
  }
}

TEST(ApiMatrix, WhoIsNotSignedInIsToldNothingOfAnyCase) {
  MatrixHouse matrix;
  const Hand nobody{{}, "Ingen", "", {}};
  for (const Described& route : routes_of(matrix.house)) {
    if (!route.path.starts_with(of_case)) continue;
    std::set<std::string> answers;
    for (const Situation situation : situations) {
      const std::string target = matrix.place(situation) + route.path.substr(of_case.size());
      const auto reply = matrix.ask(nobody, route.method, target, "{}", on_a_wrong_version);
      EXPECT_EQ(reply.status, 401U) << route.id;
      answers.insert(reply.text);
    }
    EXPECT_EQ(answers.size(), 1U) << route.id;
  }
}

}  // namespace
}  // namespace kallad::api_matrix
