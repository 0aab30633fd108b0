// Forms: how browsers send them, and what stays after an error.
// Not what becomes of them. Rule kept: nothing that was typed is lost, and nothing is guessed.
#include "adapters/web/frame/form.hpp"

#include <gtest/gtest.h>

#include <map>

namespace kallad::web::form_testing {

namespace {

HttpRequest request_with(std::string body) {
  HttpRequest request;
  request.method = "POST";
  request.headers = {{"content-type", "application/x-www-form-urlencoded;charset=UTF-8"}};
  request.body = std::move(body);
  return request;
}

}  // namespace

TEST(FormBody, IsReadAsBrowsersSendIt) {
  const auto fields = http::read_form("a=1+2%2B3&b=%C3%A5%0D%0A%C3%B6&c&a=&&d=x=y");
  ASSERT_TRUE(fields);
  const http::FormFields wanted{{"a", "1 2+3"}, {"b", "å\nö"}, {"c", ""}, {"a", ""}, {"d", "x=y"}};
  EXPECT_EQ(*fields, wanted);
}

TEST(FormBody, IsNoneWhereItCannotBeReadInOneWay) {
  for (const std::string body : {"a=%", "a=%2", "a=%zz", "a=%00", "a=%FF", "a=%C3", "a=%C0%80",
                                 "a=%ED%A0%80", "a=%F4%90%80%80", "a=%E0%80%80"}) {
    EXPECT_FALSE(http::read_form(body)) << body;
  }
  std::string many;
  for (std::size_t i = 0; i <= http::most_form_fields; ++i) many += "a=&";
  EXPECT_FALSE(http::read_form(many));
}

TEST(FormBody, ComesBackAsItWasEncoded) {
  const std::string text = "Åsa & Örjan = 100 % / \"två\" + tre\n~";
  EXPECT_EQ((*http::read_form("x=" + http::form_encoded(text)))[0].second, text);
}

TEST(Form, KeepsWhatWasTypedAndForgetsSecrets) {
  auto form = *Form::sent(request_with("name=+Anna+&password=+p+&kind=b&kind=c"));
  EXPECT_EQ(form.value("name"), "Anna");
  EXPECT_EQ(form.raw("password"), " p ");
  EXPECT_EQ(form.values("kind"), (std::vector<std::string>{"b", "c"}));
  form.forget("password");
  form.wrong({{"name_required", "/person/name", {}}}, Language::swedish);
  EXPECT_FALSE(form.is_good());
  Data data = form.data();
  EXPECT_EQ(data.get("name")->get("value")->string_value(), " Anna ");
  EXPECT_EQ(data.get("password"), nullptr);
  EXPECT_NE(data.get("person-name")->get("error"), nullptr);
}

TEST(Form, SaysWhichWordsOfWhichFieldAreMeant) {
  auto form = *Form::sent(request_with("what_happened=+Siv+ringde+%C3%85sa&measures=Siv+kom"));
  HttpResponse problem;
  problem.body =
      R"({"errors": [{"rule": "x", "path": "/measures", "text": {"sv": "Nej.", "en": "No."},
    "places": [{"path": "/what_happened", "offset": 0, "length": 3},
               {"path": "/what_happened", "offset": 11, "length": 4},
               {"path": "/measures", "offset": 0, "length": 3},
               {"path": "/measures", "offset": 99, "length": 3}]}]})";
  form.wrong(problem, Language::swedish);
  const Data data = form.data();
  EXPECT_EQ(data.get("what_happened")->get("error")->string_value(),
            "Nej. Det gäller ”Siv”, ”Åsa”.");
  EXPECT_EQ(data.get("measures")->get("error")->string_value(), "Nej. Det gäller ”Siv”.");
}

TEST(Form, NamesEachFieldInTheSummaryAndItsGroupWhereTwoHaveTheSameName) {
  Form form;
  for (const char* field : {"boss-name", "own-name", "own", "decides", "unknown", ""})
    form.wrong(field, "Det här saknas.");
  const std::map<std::string, std::string, std::less<>> texts{{"boss", "Chef"},
                                                              {"boss-name", "Namn"},
                                                              {"own", "Den som registrerar"},
                                                              {"own-name", "Namn"},
                                                              {"decides", "Får hen besluta?"}};
  const Data data = form.data([&](std::string_view field) {
    const auto found = texts.find(field);
    return found == texts.end() ? std::string{} : found->second;
  });
  std::vector<std::string> told;
  for (const Data& each : data.get("errors")->list_value())
    told.push_back(each.get("text")->string_value());
  EXPECT_EQ(told, (std::vector<std::string>{
                      "Chef, Namn: Det här saknas.", "Den som registrerar, Namn: Det här saknas.",
                      "Den som registrerar: Det här saknas.", "Får hen besluta? Det här saknas.",
                      "Det här saknas.", "Det här saknas."}));
  EXPECT_EQ(data.get("own")->get("error")->string_value(), "Det här saknas.") << "at the field";
}

TEST(Form, IsNoneForOtherContent) {
  HttpRequest request = request_with("a=1");
  request.headers = {{"content-type", "text/plain"}};
  EXPECT_FALSE(Form::sent(request));
  EXPECT_NE(Form{}.data().get("key")->string_value(), Form{}.data().get("key")->string_value());
}

}  // namespace kallad::web::form_testing
