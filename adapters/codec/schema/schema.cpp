// From shape to JSON Schema. Nested structs go to $defs by their C++ name; all else stands where it
// is used.
#include "adapters/codec/schema/schema.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/codec/forms.hpp"
#include "adapters/codec/read_result.hpp"

namespace kallad::codec {
namespace {

using Json =
    nlohmann::ordered_json;  // keeps the order of writing, so that the bytes are the same each time

constexpr std::string_view date_pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
constexpr std::string_view second_pattern = ":[0-9]{2}(\\.[0-9]{3})?";

std::string whole(std::string_view pattern) { return "^" + std::string{pattern} + "$"; }

class SchemaMaker {
 public:
  /// `place` is where references point: "#/$defs/" inside a document of its own.
  explicit SchemaMaker(std::string place = "#/$defs/") : place_(std::move(place)) {}

  Json object_of(const Shape& structure);
  Json definitions();
  Json reference(const Shape& structure);

 private:
  Json of(const Shape& shape);
  Json of_field(const Field& field);

  std::string place_;
  std::vector<const Shape*>
      defined_;  // in the order they were met; grows while definitions are made
};

Json text_schema() {
  return {{"type", "string"},
          {"maxLength", limit::text_characters},
          {"pattern", "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}};
}

Json id_schema(const Shape& shape, bool may_be_empty) {
  const std::string pattern = "(" + std::string{id_pattern} + ")" + (may_be_empty ? "?" : "");
  return {{"title", std::string{shape.name} + " id"},
          {"type", "string"},
          {"maxLength", limit::id_characters},
          {"pattern", whole(pattern)}};
}

Json moment_schema(const Shape& shape) {
  const std::string minutes = std::string{date_pattern} + "T[0-9]{2}:[0-9]{2}";
  if (shape.kind == Kind::date) {
    return {{"type", "string"}, {"format", "date"}, {"pattern", whole(date_pattern)}};
  }
  if (shape.kind == Kind::instant) {
    const std::string pattern = minutes + std::string{second_pattern} + "Z";
    return {{"type", "string"}, {"format", "date-time"}, {"pattern", whole(pattern)}};
  }
  const std::string pattern = minutes + "(" + std::string{second_pattern} + ")?";
  return {{"title", "wall-clock time, no zone"}, {"type", "string"}, {"pattern", whole(pattern)}};
}

Json enumeration_schema(const Shape& shape) {
  Json names = Json::array();
  for (const Enumerator& each : shape.enumerators) names.push_back(each.name);
  return {{"title", shape.name}, {"type", "string"}, {"enum", names}};
}

Json SchemaMaker::of(const Shape& shape) {
  switch (shape.kind) {
    case Kind::boolean:
      return {{"type", "boolean"}};
    case Kind::integer:
      return {{"type", "integer"}, {"minimum", shape.number.least}, {"maximum", shape.number.most}};
    case Kind::text:
      return text_schema();
    case Kind::id:
      return id_schema(shape, false);
    case Kind::date:
    case Kind::instant:
    case Kind::local_time:
      return moment_schema(shape);
    case Kind::enumeration:
      return enumeration_schema(shape);
    case Kind::structure:
      return reference(shape);
    case Kind::list:
      return {{"type", "array"}, {"maxItems", limit::list_items}, {"items", of(*shape.of)}};
    case Kind::optional:
      return of(*shape.of);
    case Kind::variant:
      break;
  }
  throw std::logic_error("schema: a variant inside a document has no schema");
}

Json SchemaMaker::of_field(const Field& field) {
  return field.shape->kind == Kind::id ? id_schema(*field.shape, true) : of(*field.shape);
}

Json SchemaMaker::reference(const Shape& structure) {
  bool known = false;
  for (const Shape* each : defined_) {
    known = known || each == &structure;
    if (each != &structure && each->name == structure.name) {
      throw std::logic_error("schema: two structs named " + std::string{structure.name});
    }
  }
  if (!known) defined_.push_back(&structure);
  return {{"$ref", place_ + std::string{structure.name}}};
}

Json SchemaMaker::object_of(const Shape& structure) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : structure.fields) {
    properties[std::string{field.name}] = of_field(field);
    if (!field.shape->may_be_left_out()) required.push_back(field.name);
  }
  return {{"title", structure.name},
          {"type", "object"},
          {"additionalProperties", false},
          {"required", required},
          {"properties", properties}};
}

Json SchemaMaker::definitions() {
  Json all = Json::object();
  for (std::size_t i = 0; i < defined_.size(); ++i) {
    all[std::string{defined_[i]->name}] = object_of(*defined_[i]);
  }
  return all;
}

GeneratedFile schema_of(std::string_view plural, std::string_view id, int version,
                        const Shape& data) {
  const bool versioned = version != 0;
  const std::string number = std::to_string(versioned ? version : 1);
  SchemaMaker maker;
  Json properties = {{"type", {{"const", id}}}};
  if (versioned) properties["version"] = {{"const", version}};
  properties["data"] = maker.object_of(data);
  Json required = Json::array();
  for (const auto& [name, unused] : properties.items()) required.push_back(name);
  Json document = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"$id", "urn:kallad:schema:" + std::string{plural} + ":" + std::string{id} + ":" + number},
      {"title", id},
      {"type", "object"},
      {"additionalProperties", false},
      {"required", required},
      {"properties", properties}};
  if (Json definitions = maker.definitions(); !definitions.empty()) {
    document["$defs"] = std::move(definitions);
  }
  return {std::string{id} + ".v" + number + ".json", document.dump(2) + "\n"};
}

}  // namespace

std::vector<GeneratedFile> schemas_at(std::string_view place,
                                      std::span<const Shape* const> structures) {
  SchemaMaker maker{std::string{place}};
  for (const Shape* structure : structures) maker.reference(*structure);
  const Json all = maker.definitions();
  std::vector<GeneratedFile> files;
  for (const auto& [name, schema] : all.items()) {
    files.push_back({name, schema.dump()});
  }
  return files;
}

std::vector<GeneratedFile> schemas_of(const Shape& variant, std::string_view plural) {
  std::vector<GeneratedFile> files;
  for (const Alternative& each : variant.alternatives) {
    for (const Older& older : each.older) {
      files.push_back(schema_of(plural, each.id, older.version, *older.shape));
    }
    files.push_back(schema_of(plural, each.id, each.version, *each.shape));
  }
  return files;
}

}  // namespace kallad::codec
