// Fields, errors and choices, and what a template sees of them.
// Not validation: rules are the engine's, and come back as reasons.
#include "adapters/web/frame/form.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "adapters/sign_in/secret/secret.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

namespace {

constexpr std::size_t key_bytes = 16;

std::string trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\n\r";
  const auto from = text.find_first_not_of(blank);
  if (from == std::string_view::npos) return {};
  return std::string{text.substr(from, text.find_last_not_of(blank) - from + 1)};
}

/// The fields a reason of a problem is about, each once; one without a name where it is about none.
std::vector<std::string> fields_about(const nlohmann::json& reason) {
  std::vector<std::string> all;
  for (const auto& place : reason.value("places", nlohmann::json::array())) {
    std::string field = field_of(place.value("path", std::string{}));
    if (std::ranges::find(all, field) == all.end()) all.push_back(std::move(field));
  }
  if (all.empty()) all.push_back(field_of(reason.value("path", std::string{})));
  return all;
}

Data list_of(const std::string& name, const std::vector<Choice>& choices,
             const std::vector<std::string>& chosen) {
  Data list{Data::type::list};
  for (const Choice& choice : choices) {
    Data one{Data::type::object};
    one.set("value", Data{choice.value});
    one.set("text", Data{choice.text});
    one.set("id", Data{name + "-" + choice.value});
    one.set("chosen", data_of(std::ranges::count(chosen, choice.value) > 0));
    list.push_back(one);
  }
  return list;
}

}  // namespace

std::string field_of(std::string_view path) {
  std::string name{path.substr(path.starts_with('/') ? 1 : 0)};
  std::ranges::replace(name, '/', '-');
  return name;
}

Form::Form() : key_(random_hex(key_bytes)) {}

std::optional<Form> Form::sent(const HttpRequest& request) {
  const std::string* type = request.header("content-type");
  if (type == nullptr || !http::is_form(*type)) return std::nullopt;
  auto fields = http::read_form(request.body);
  if (!fields) return std::nullopt;
  Form form;
  form.fields_ = *std::move(fields);
  return form;
}

std::string Form::value(std::string_view name) const { return trimmed(raw(name)); }

std::string Form::raw(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &http::FormFields::value_type::first);
  return found == fields_.end() ? std::string{} : found->second;
}

std::vector<std::string> Form::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& [field, value] : fields_) {
    if (field == name && !value.empty()) all.push_back(value);
  }
  return all;
}

void Form::put(std::string_view name, std::string value) {
  forget(name);
  fields_.emplace_back(name, std::move(value));
}

void Form::add(std::string_view name, std::string value) {
  fields_.emplace_back(name, std::move(value));
}

void Form::forget(std::string_view name) {
  std::erase_if(fields_, [name](const auto& field) { return field.first == name; });
}

void Form::offer(std::string_view name, std::vector<Choice> choices) {
  choices_.emplace_back(name, std::move(choices));
}

void Form::wrong(std::string_view name, std::string text) {
  wrong_.emplace_back(name, std::move(text));
}

void Form::wrong(const std::vector<api::Reason>& why, Language language) {
  for (const api::Reason& reason : why) {
    wrong(field_of(reason.path), text_of(reason.rule, reason.data, language));
  }
}

void Form::wrong(const HttpResponse& problem, Language language,
                 const std::optional<std::vector<std::string_view>>& fields) {
  const auto body = nlohmann::json::parse(problem.body, nullptr, false);
  if (!body.is_object() || !body.contains("errors")) return;
  const std::string tag{tag_of(language)};
  for (const auto& each : body["errors"]) {
    for (const std::string& field : fields_about(each)) {
      const bool has_it = !fields || std::ranges::count(*fields, std::string_view{field}) > 0;
      const std::string text = each["text"][tag].get<std::string>();
      wrong(has_it ? field : "", text + words_told(each, field, language));
    }
  }
}

std::string Form::words_told(const nlohmann::json& reason, std::string_view field,
                             Language language) const {
  std::string words;
  for (const auto& place : reason.value("places", nlohmann::json::array())) {
    if (field_of(place.value("path", std::string{})) != field) continue;
    const std::string typed = value(field);
    const auto offset = place.value("offset", std::size_t{0});
    if (offset >= typed.size()) continue;
    words += (words.empty() ? "”" : ", ”") +
             typed.substr(offset, place.value("length", std::size_t{0})) + "”";
  }
  return words.empty() ? words : " " + said("form.places"_text, language, {{"words", words}});
}

/// The field's name for the summary. Fields of two groups may have the same: then the group, which
/// is the first part of the field, is named too ("Närmaste chef, titel").
std::string Form::told_of(const std::string& field, const Labels& labels) const {
  if (!labels || field.empty()) return {};
  std::string label = labels(field);
  const auto is_other = [&](const auto& each) {
    return each.first != field && !each.first.empty() && labels(each.first) == label;
  };
  if (label.empty() || std::ranges::none_of(wrong_, is_other)) return label;
  const std::string group = labels(field.substr(0, field.find('-')));
  return group.empty() ? label : group + ", " + label;
}

Data Form::errors(const Labels& labels) const {
  Data all{Data::type::list};
  for (const auto& [name, text] : wrong_) {
    const std::string label = told_of(name, labels);
    Data one{Data::type::object};
    one.set("name", data_of(name));
    const std::string_view between = label.ends_with('?') ? " " : ": ";
    one.set("text", Data{label.empty() ? text : label + std::string{between} + text});
    all.push_back(one);
  }
  return all;
}

Data Form::data(const Labels& labels) const {
  std::set<std::string> names;
  for (const auto& field : fields_) names.insert(field.first);
  for (const auto& each : choices_) names.insert(each.first);
  for (const auto& each : wrong_) names.insert(each.first);
  Data form{Data::type::object};
  for (const std::string& name : names) {
    Data field{Data::type::object};
    field.set("value", Data{raw(name)});
    for (const auto& [offered, choices] : choices_) {
      if (offered == name) field.set("choices", list_of(name, choices, values(name)));
    }
    for (const auto& [which, text] : wrong_) {
      if (which == name) field.set("error", Data{text});
    }
    form.set(name, field);
  }
  form.set("errors", errors(labels));
  form.set("key", Data{key_});
  return form;
}

}  // namespace kallad::web
