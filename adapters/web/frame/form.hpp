// A page's form: what stands in its fields, what is wrong with them, and what there is to choose.
// Not the page and not what becomes of it. Rules kept: nothing that was typed is lost after an
// error; a password is never sent back; every form carries the session's word and a key of its own,
// so that it is stored once however often it is sent.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/api/way/problem.hpp"
#include "adapters/http/message.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/template/data.hpp"

namespace kallad::web {

/// One of what a field offers.
struct Choice {
  std::string value;
  std::string text;
};

/// The field that the API's path of a value has in a form: "/substitute/name" is "substitute-name".
std::string field_of(std::string_view path);

/// What a field is called on its page; empty where that is not known.
using Labels = std::function<std::string(std::string_view field)>;

class Form {
 public:
  /// A fresh form; `key` is made.
  Form();
  /// What was sent. Nothing where the body is no form.
  static std::optional<Form> sent(const HttpRequest& request);

  /// The field's (first) value without spaces around it; empty where it has none.
  std::string value(std::string_view name) const;
  /// The value as it was typed, for passwords.
  std::string raw(std::string_view name) const;
  /// All values of a field that may have several.
  std::vector<std::string> values(std::string_view name) const;
  const http::FormFields& fields() const { return fields_; }

  /// What stands in the field, in place of what stood there.
  void put(std::string_view name, std::string value);
  /// One more value of a field that may have several.
  void add(std::string_view name, std::string value);
  /// Nothing is sent back of it: passwords and codes.
  void forget(std::string_view name);
  /// What the field offers; chosen is what stands in it.
  void offer(std::string_view name, std::vector<Choice> choices);

  /// Says what is wrong with a field, or with the whole where `name` is empty.
  void wrong(std::string_view name, std::string text);
  /// The same for each reason, "/substitute/name" being the field "substitute-name".
  void wrong(const std::vector<api::Reason>& why, Language language);
  /// The same for a problem as the API's routes answer it. A reason about none of the page's
  /// `fields` stands without one; where they are not told, the page has all of them.
  void wrong(const HttpResponse& problem, Language language,
             const std::optional<std::vector<std::string_view>>& fields = {});
  /// The words of the field that a problem's reason marks, as a sentence; empty where it marks
  /// none.
  std::string words_told(const nlohmann::json& reason, std::string_view field,
                         Language language) const;
  bool is_good() const { return wrong_.empty(); }

  /// For the template, under "form": {name: {value, error, choices: [{value, text, chosen, id}]},
  /// errors: [{name, text}], key}. In `errors` each text begins with the field's label.
  Data data(const Labels& labels = {}) const;

 private:
  std::string told_of(const std::string& field, const Labels& labels) const;
  Data errors(const Labels& labels) const;

  http::FormFields fields_;
  std::string key_;
  std::vector<std::pair<std::string, std::vector<Choice>>> choices_;
  std::vector<std::pair<std::string, std::string>> wrong_;  ///< field and text
};

}  // namespace kallad::web
