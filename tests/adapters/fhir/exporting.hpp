// Stories played and their cases exported, as the coordinating unit sees them, with a few ways to
// find what is looked for in a bundle. Not a stand-in for anything: the stories run on the real
// desk. What parties see is tested over the API (tests/adapters/api/fhir_test.cpp).
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "adapters/fhir/bundle.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"

namespace kallad::fhir {

using Json = nlohmann::ordered_json;

/// A story in a store of its own.
class Exporting {
 public:
  /// A story of the product: "demo/01_all_goes_well".
  static Exporting of_file(const std::string& name);
  /// A story written here: the lines after `use`.
  static Exporting of_text(const std::string& lines);

  /// The whole case.
  Json bundle(const std::string& id) { return Json::parse(text(id)); }
  std::string text(const std::string& id);

 private:
  explicit Exporting(const std::filesystem::path& story, std::unique_ptr<scene::TemporaryFolder>);
  std::unique_ptr<scene::TemporaryFolder> folder_;
  std::unique_ptr<scene::Stage> stage_;
};

/// All resources of a kind, in order; the first; and how many there are.
std::vector<Json> all_of(const Json& bundle, const std::string& kind);
Json one_of(const Json& bundle, const std::string& kind);

/// The resource that a reference leads to; null where it leads nowhere.
Json led_to(const Json& bundle, const Json& reference);

/// The participant of the first Appointment that is shown under that name; null where none is.
Json participant(const Json& bundle, const std::string& shown);

/// The extensions of ours of that name, in order.
std::vector<Json> extensions(const Json& element, const std::string& name);
/// What one inside says, under whichever key; null where it is not there.
Json inside(const Json& extension, const std::string& name);

}  // namespace kallad::fhir
