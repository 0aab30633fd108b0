// Problem documents read back into a page.
// Not a second wording: the texts are those of the problem.
#include "adapters/web/frame/problem_page.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

namespace {

struct ProblemView {
  static constexpr std::string_view page = "problem";
  std::string heading;
  std::string what;
  bool has_reasons = false;
  std::vector<std::string> reasons;
  bool sign_in = false;
  std::string sign_in_address;
};
BOOST_DESCRIBE_STRUCT(ProblemView, (),
                      (heading, what, has_reasons, reasons, sign_in, sign_in_address))

/// The texts there are of "problem.<status>.heading"; other statuses are told as 400 or 500.
unsigned told_as(unsigned status) {
  constexpr std::array<unsigned, 9> told{400, 401, 403, 404, 405, 409, 422, 429, 503};
  for (const unsigned known : told) {
    if (known == status) return status;
  }
  if (status == 412 || status == 428) return 409;
  return status < 500 ? 400 : 500;
}

std::vector<std::string> reasons_in(const nlohmann::json& document, std::string_view language) {
  std::vector<std::string> reasons;
  for (const auto& error : document.at("errors")) {
    reasons.push_back(error.at("text").at(std::string{language}));
  }
  return reasons;
}

}  // namespace

std::string rule_of(const HttpResponse& problem) {
  return nlohmann::json::parse(problem.body).at("errors").at(0).at("rule");
}

HttpResponse problem_page(const api::House& house, const api::Call& call, HttpResponse problem) {
  const Language language = language_of(call.request);
  const std::string key = "problem." + std::to_string(told_as(problem.status));
  ProblemView view;
  view.heading = said_of(key + ".heading", language);
  view.what = said_of(key + ".what", language);
  // Of an address the reason says what the page says, and more than people want to know.
  const bool is_address = problem.status == 405 || rule_of(problem) == "path_unknown";
  if (!is_address) view.reasons = reasons_in(nlohmann::json::parse(problem.body), tag_of(language));
  view.has_reasons = !view.reasons.empty();
  view.sign_in = problem.status == 401;
  view.sign_in_address = sign_in_address(call.request);
  HttpResponse page = page_of(house, call, view, {.status = problem.status, .title = view.heading});
  for (auto& header : problem.headers) {
    const bool of_document = header.first == "content-type" || header.first == "content-language";
    if (!of_document) page.headers.push_back(std::move(header));
  }
  return page;
}

}  // namespace kallad::web
