// A whole server with its pages, asked as a browser asks: forms, cookies, text/html.
// Not a browser: tests/browser drives one. Not a mock: ApiHouse with the pages added.
#pragma once

#include "adapters/feedback/feedback.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/pages.hpp"
#include "tests/adapters/api/api_house.hpp"

namespace kallad::testing {

using Fields = std::vector<std::pair<std::string, std::string>>;

class WebHouse : public ApiHouse {
 public:
  WebHouse() : ApiHouse(stories(), [](api::House& house) { return web::pages(house); }) {}
  /// One on other stories, told as `as`.
  WebHouse(const std::vector<std::filesystem::path>& told, scene::Telling as)
      : ApiHouse(
            told, [](api::House& house) { return web::pages(house); }, as) {}
  /// One that keeps what people tell of the pages.
  explicit WebHouse(Feedback& feedback)
      : ApiHouse(stories(), [&feedback](api::House& house) {
          house.feedback = &feedback;
          return web::pages(house);
        }) {}

  /// A page as somebody sees it; nobody is signed in where `who` has no cookie.
  Reply see(const Guest& who, const std::string& target) {
    return ask("GET", target, {}, {{"accept", "text/html"}, {"cookie", who.cookie}});
  }
  /// Sends a form as a browser does, with the session's word.
  Reply send(const Guest& who, const std::string& target, Fields fields) {
    fields.emplace_back("csrf", who.word);
    return send_bare(who, target, fields);
  }
  /// The same with nothing added.
  Reply send_bare(const Guest& who, const std::string& target, const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
      body +=
          (body.empty() ? "" : "&") + http::form_encoded(name) + "=" + http::form_encoded(value);
    }
    return ask("POST", target, body,
               {{"accept", "text/html"},
                {"cookie", who.cookie},
                {"content-type", "application/x-www-form-urlencoded"},
                {"sec-fetch-site", "same-origin"}});
  }

 private:
  static std::vector<std::filesystem::path> stories() {
    return {std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes/northwest_skane.scene"};
  }
};

}  // namespace kallad::testing
