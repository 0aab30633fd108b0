// A body for any command, made from its shape: the least that the codec takes, about what the
// matrix wants. Not a valid wish: only who may is asked, not what can be done.
#pragma once

#include <string_view>

#include "adapters/codec/shape.hpp"
#include "tests/adapters/api_attack/matrix_oracle.hpp"

namespace kallad::api_matrix {

/// What of About the body has used.
struct Used {
  bool party = false;
  bool deficiency = false;
};

inline json sample(const codec::Shape& shape, std::string_view name, const About& about,
                   Used& used) {
  using codec::Kind;
  switch (shape.kind) {
    case Kind::boolean:
      return true;
    case Kind::integer:
      used.deficiency = used.deficiency || name == "number";
      return about.deficiency;
    case Kind::id:
      if (shape.name == "Principal" && name == "principal") {  // whose copy is disposed of
        used.party = true;
        return about.party.empty() ? "x" : about.party;
      }
      if (shape.name != "Party" && shape.name != "Activity") return "x";
      used.party = true;
      return shape.name == "Party" ? about.party : about.party == town ? "a-town" : "a-clinic";
    case Kind::date:
      return "2026-03-20";
    case Kind::instant:
      return "2026-03-20T12:00:00Z";
    case Kind::local_time:
      return "2026-04-20T13:00";
    case Kind::enumeration:
      return std::string{shape.enumerators.front().name};
    case Kind::list:
      return json::array();
    case Kind::optional:
      return sample(*shape.of, name, about, used);
    case Kind::structure: {
      json object = json::object();
      for (const codec::Field& field : shape.fields) {
        if (field.shape->may_be_left_out() && field.name != "by") continue;
        object[std::string{field.name}] = sample(*field.shape, field.name, about, used);
      }
      return object;
    }
    default:
      return "x";
  }
}

}  // namespace kallad::api_matrix
