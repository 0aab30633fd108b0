// Routes become paths, shapes become components.
// Not validation: the codec judges what comes in. Own schemas here are those of answers that are no
// described struct: problems, command answers, pages of lists.
#include "adapters/api/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/schema/schema.hpp"

namespace kallad::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view place = "#/components/schemas/";

// Schemas of answers and bodies that no described struct says.
constexpr std::string_view own_schemas = R"json({
  "Problem": {
    "type": "object",
    "required": ["type", "title", "status", "errors"],
    "properties": {
      "type": {"type": "string", "pattern": "^urn:kallad:problem:[a-z_]+$"},
      "title": {"type": "string"},
      "status": {"type": "integer"},
      "errors": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Reason"}}
    },
    "additionalProperties": false
  },
  "Reason": {
    "type": "object",
    "required": ["rule", "text"],
    "properties": {
      "rule": {"type": "string", "pattern": "^[a-z0-9_]+$"},
      "path": {"type": "string"},
      "places": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["path", "offset", "length"],
          "properties": {
            "path": {"type": "string"},
            "offset": {"type": "integer", "minimum": 0},
            "length": {"type": "integer", "minimum": 1}
          },
          "additionalProperties": false
        }
      },
      "text": {
        "type": "object",
        "required": ["sv", "en"],
        "properties": {"sv": {"type": "string"}, "en": {"type": "string"}},
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "Stored": {
    "type": "object",
    "required": ["version", "repeated", "events"],
    "properties": {
      "case": {"type": "string"},
      "version": {"type": "integer", "minimum": 0},
      "repeated": {"type": "boolean"},
      "events": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}
    },
    "additionalProperties": false
  },
  "Event": {
    "type": "object",
    "required": ["sequence", "at", "type", "version"],
    "properties": {
      "sequence": {"type": "integer", "minimum": 1},
      "at": {"type": "string", "format": "date-time"},
      "type": {"type": "string"},
      "version": {"type": "integer", "minimum": 1}
    },
    "additionalProperties": false
  },
  "ShownCase": {
    "type": "object",
    "required": ["version", "case", "commands"],
    "properties": {
      "version": {"type": "integer", "minimum": 1},
      "case": {"$ref": "#/components/schemas/CaseView"},
      "commands": {"type": "array", "items": {"$ref": "#/components/schemas/CommandNow"}}
    },
    "additionalProperties": false
  },
  "CommandNow": {
    "type": "object",
    "required": ["command", "allowed"],
    "properties": {
      "command": {"type": "string"},
      "allowed": {"type": "boolean"},
      "why_not": {"type": "array", "items": {"$ref": "#/components/schemas/Reason"}}
    },
    "additionalProperties": false
  },
  "RegisterHistory": {
    "type": "object",
    "required": ["changes"],
    "properties": {
      "changes": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["sequence", "at", "type", "name", "data"],
          "properties": {
            "sequence": {"type": "integer", "minimum": 1},
            "at": {"type": "string", "format": "date-time"},
            "type": {"type": "string"},
            "name": {"type": "string"},
            "data": {"type": "object"}
          },
          "additionalProperties": false
        }
      }
    },
    "additionalProperties": false
  },
  "OpenApi": {"type": "object"},
  "CommandData": {
    "type": "object",
    "description": "the data of the command, as its own route takes it"
  },
  "FhirBundle": {
    "type": "object",
    "required": ["resourceType", "type", "entry"],
    "properties": {"resourceType": {"const": "Bundle"}, "type": {"const": "collection"}}
  },
  "Health": {
    "type": "object",
    "required": ["status"],
    "properties": {
      "status": {"enum": ["ok", "not_ready"]},
      "checks": {"type": "object", "additionalProperties": {"type": "boolean"}}
    },
    "additionalProperties": false
  }
})json";

Json own_or_shape(const std::string& own, const codec::Shape* shape) {
  const std::string name = shape != nullptr ? std::string{shape->name} : own;
  return {{"$ref", std::string{place} + name}};
}

Json header(std::string_view name, std::string_view about, bool required) {
  return {{"name", name},
          {"in", "header"},
          {"required", required},
          {"description", about},
          {"schema", {{"type", "string"}}}};
}

Json parameters_of(const Route& route) {
  Json all = Json::array();
  for (std::size_t at = route.pattern.find('{'); at != std::string::npos;
       at = route.pattern.find('{', at + 1)) {
    const auto name = route.pattern.substr(at + 1, route.pattern.find('}', at) - at - 1);
    all.push_back({{"name", name},
                   {"in", "path"},
                   {"required", true},
                   {"schema", {{"type", "string"}, {"minLength", 1}}}});
  }
  for (const QueryParameter& one : route.form.query) {
    Json parameter = {{"name", one.name}, {"in", "query"}, {"schema", {{"type", "string"}}}};
    if (!one.about.empty()) parameter["description"] = one.about;
    all.push_back(std::move(parameter));
  }
  if (route.form.keyed) {
    all.push_back(header("Idempotency-Key", "Egen nyckel; samma nyckel ger samma svar", true));
  }
  if (route.form.guarded) {
    all.push_back(header("If-Match", "ETag för den version som kommandot bygger på", true));
  }
  return all;
}

Json answers_of(const Route& route) {
  Json good = {{"description", "Det gick bra"}};
  if (route.form.answer != nullptr || !route.form.own_answer.empty()) {
    good["content"][route.form.media]["schema"] =
        own_or_shape(route.form.own_answer, route.form.answer);
  } else if (route.form.media != "application/json") {
    good["content"][route.form.media]["schema"] = {{"type", "string"}};
  }
  for (const std::string& media : route.form.other_media) {
    good["content"][media]["schema"] = {{"type", "string"}};
  }
  Json answers;
  answers[std::to_string(route.form.status)] = good;
  if (route.form.status_of_no != 0) {
    good["description"] = "Svaret är nej, och varför";
    answers[std::to_string(route.form.status_of_no)] = std::move(good);
  }
  answers["default"] = {
      {"description", "Svaret är nej, och varför (RFC 9457)"},
      {"content", {{"application/problem+json", {{"schema", own_or_shape("Problem", nullptr)}}}}}};
  return answers;
}

Json operation_of(const Route& route) {
  Json operation{{"operationId", route.id}, {"summary", route.about}};
  if (route.entry == Entry::anyone) operation["security"] = Json::array();
  if (Json all = parameters_of(route); !all.empty()) operation["parameters"] = std::move(all);
  if (route.form.body != nullptr || !route.form.own_body.empty()) {
    operation["requestBody"] = {
        {"required", true},
        {"content",
         {{"application/json", {{"schema", own_or_shape(route.form.own_body, route.form.body)}}}}}};
  }
  operation["responses"] = answers_of(route);
  return operation;
}

Json components_of(const Router& router) {
  std::vector<const codec::Shape*> shapes;
  for (const Route& route : router.routes()) {
    if (route.is_page) continue;
    for (const codec::Shape* shape : {route.form.body, route.form.answer}) {
      if (shape != nullptr) shapes.push_back(shape);
    }
    for (const codec::Shape* shape : route.form.parts) shapes.push_back(shape);
  }
  Json schemas = Json::parse(own_schemas);
  for (const auto& each : codec::schemas_at(place, shapes)) {
    if (schemas.contains(each.name)) throw std::logic_error("schema twice: " + each.name);
    schemas[each.name] = Json::parse(each.text);
  }
  return schemas;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string openapi_of(const Router& router) {
  Json document{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Kallad"},
        {"version", "1"},
        {"summary", "SIP-möten: kallelser, svar, ersättare, närvaro och brister i samverkan"},
        {"license", {{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}}},
      {"servers", Json::array({{{"url", "/"}}})},
      {"security", Json::array({{{"session", Json::array()}}, {{"token", Json::array()}}})},
      {"paths", Json::object()}};
  for (const Route& route : router.routes()) {
    if (route.is_page) continue;
    std::string method = route.method;
    std::ranges::transform(method, method.begin(),
                           [](char c) { return static_cast<char>(c | 32); });
    document["paths"][route.pattern][method] = operation_of(route);
  }
  document["components"] = {
      {"securitySchemes",
       {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-kallad"}}},
        {"token", {{"type", "http"}, {"scheme", "bearer"}}}}},
      {"schemas", components_of(router)}};
  return document.dump(2) + "\n";
}

std::string description_page(const Router& router) {
  std::string rows;
  for (const Route& route : router.routes()) {
    if (route.is_page) continue;
    rows += "<tr><th scope=\"row\"><code>" + escaped(route.method) + " " + escaped(route.pattern) +
            "</code></th><td>" + escaped(route.about) + "</td></tr>\n";
  }
  return "<!doctype html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>Kallads "
         "API</title>\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\"></head>\n<body><main>\n<h1>Kallads API</h1>\n<p>Hela beskrivningen: "
         "<a href=\"/api/openapi.json\">openapi.json</a> (OpenAPI 3.1).</p>\n<div role=\"region\" "
         "aria-label=\"Vägar\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">Väg</th><th "
         "scope=\"col\">Vad den gör</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table>\n</div>\n</main></body>\n</html>\n";
}

}  // namespace kallad::api
