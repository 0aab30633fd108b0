// Problems: status, type, rule, path and both languages; and that no value that was sent comes
// back. Not the texts themselves: adapters/wording. Rule kept: RFC 9457.
#include "adapters/api/way/problem.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kallad::api::problem_test {
namespace {

using nlohmann::json;

Outcome refused(std::string detail) {
  Outcome outcome;
  outcome.answer = Answer::refused;
  outcome.detail = std::move(detail);
  return outcome;
}

TEST(Problem, NamesRuleAndTypeAndHasBothLanguages) {
  const HttpResponse response = problem(404, "no_such_case");
  const json body = json::parse(response.body);
  EXPECT_EQ(response.status, 404U);
  EXPECT_EQ(body["type"], "urn:kallad:problem:no_such_case");
  EXPECT_EQ(body["status"], 404);
  const json& text = body["errors"][0]["text"];
  EXPECT_NE(text["sv"], text["en"]);
  EXPECT_NE(text["sv"], "no_such_case") << "the rule has no text";
}

TEST(Problem, OfTheCodecNamesEveryFieldAndNoValue) {
  const HttpResponse response = problem_of(CodecErrors{{"/starts", codec::rule::missing_field, {}},
                                                       {"/extra", codec::rule::unknown_field, {}}});
  const json body = json::parse(response.body);
  EXPECT_EQ(response.status, 422U);
  EXPECT_EQ(body["errors"].size(), 2U);
  EXPECT_EQ(body["errors"][0]["path"], "/starts");
  EXPECT_EQ(problem_of(CodecErrors{{"", codec::rule::not_json, {}}}).status, 400U);
}

TEST(Problem, OfARefusalIsWhoWhenOrWhat) {
  EXPECT_EQ(problem_of(refused(R"([{"rule":"coordinator_only","data":[]}])")).status, 403U);
  EXPECT_EQ(problem_of(refused(R"([{"rule":"not_in_this_step","data":[]}])")).status, 409U);
  EXPECT_EQ(problem_of(refused(R"([{"rule":"follow_up_lies_behind","data":[]}])")).status, 422U);
  EXPECT_EQ(problem_of(refused(R"([{"rule":"not_in_this_step","data":[]},)"
                               R"({"rule":"not_your_seat","data":[]}])"))
                .status,
            403U);
}

TEST(Problem, OfARefusalPointsAtTheField) {
  const auto response = problem_of(refused(
      R"([{"rule":"substitute_field_required",
           "data":[{"name":"field","value":"substitute.name"}]}])"));
  EXPECT_EQ(json::parse(response.body)["errors"][0]["path"], "/substitute/name");
}

TEST(Problem, OfARefusalMarksThePlacesInTheTextsAndRepeatsNoWord) {
  const auto response = problem_of(refused(
      R"([{"rule":"person_name_in_text","data":[
           {"name":"deficiency","value":"1"},{"name":"field","value":"what_happened"},
           {"name":"offset","value":"3"},{"name":"length","value":"5"},
           {"name":"field","value":"what_happened"},{"name":"offset","value":"40"},
           {"name":"length","value":"6"}]}])"));
  EXPECT_EQ(response.status, 422U);
  const json error = json::parse(response.body)["errors"][0];
  EXPECT_EQ(error["places"], json::parse(R"([{"path":"/what_happened","offset":3,"length":5},
                                             {"path":"/what_happened","offset":40,"length":6}])"));
}

TEST(Problem, OfAnAccidentSaysNothingOfIt) {
  Outcome outcome;
  outcome.answer = Answer::accident;
  outcome.detail = "disk sda1 of Anna";
  const HttpResponse response = problem_of(outcome);
  EXPECT_EQ(response.status, 500U);
  EXPECT_EQ(response.body.find("Anna"), std::string::npos);
}

TEST(Problem, OfTheDesksOtherAnswersHasItsStatus) {
  const std::vector<std::pair<Answer, unsigned>> expected{
      {Answer::version_conflict, 412U}, {Answer::command_id_reused, 422U},
      {Answer::overloaded, 503U},       {Answer::store_full, 507U},
      {Answer::store_failed, 503U},     {Answer::stopped, 503U}};
  for (const auto& [answer, status] : expected) {
    Outcome outcome;
    outcome.answer = answer;
    EXPECT_EQ(problem_of(outcome).status, status) << name_of(answer);
  }
}

}  // namespace
}  // namespace kallad::api::problem_test
