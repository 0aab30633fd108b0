// Plays, folds, listens to all events, exports.
// Not asserting what is exported: the tests do.
#include "tests/adapters/fhir/exporting.hpp"

#include <fstream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/clock/stockholm.hpp"

namespace kallad::fhir {

namespace {

const Calendar& sweden() {
  static const Calendar calendar{stockholm()};
  return calendar;
}

const std::filesystem::path& scenes() {
  static const std::filesystem::path folder{KALLAD_SOURCE_DIR "/tests/scenes"};
  return folder;
}

}  // namespace

Exporting::Exporting(const std::filesystem::path& story,
                     std::unique_ptr<scene::TemporaryFolder> folder)
    : folder_(std::move(folder)),
      stage_(
          std::make_unique<scene::Stage>(StorePlace{folder_->path() / "kallad.db", {}}, sweden())) {
  const auto report = scene::play(scene::read_story(story), *stage_);
  EXPECT_TRUE(report.is_good()) << story;
  for (const auto& failure : report.failures) ADD_FAILURE() << text_of(failure);
  for (const auto& fault : report.faults) ADD_FAILURE() << text_of(fault);
}

Exporting Exporting::of_file(const std::string& name) {
  return Exporting{scenes() / (name + ".scene"), std::make_unique<scene::TemporaryFolder>()};
}

Exporting Exporting::of_text(const std::string& lines) {
  auto folder = std::make_unique<scene::TemporaryFolder>();
  std::filesystem::copy_file(scenes() / "northwest_skane.scene",
                             folder->path() / "northwest_skane.scene");
  const auto story = folder->path() / "story.scene";
  std::ofstream{story} << "use northwest_skane.scene\n" << lines;
  return Exporting{story, std::move(folder)};
}

std::string Exporting::text(const std::string& id) {
  Told told;
  stage_->read(id, [&](const EventView& event) { hear(told, event, {true, {}}); });
  const auto read = [this](std::string_view stream, const TakeEvent& take) {
    return stage_->read(stream, take);
  };
  const auto file = load_case(read, id);
  EXPECT_TRUE(file.has_value()) << id;
  return text_of({file.value_or(CaseFile{}), stage_->ledger().known, stage_->zone(), told});
}

std::vector<Json> all_of(const Json& bundle, const std::string& kind) {
  std::vector<Json> found;
  for (const Json& entry : bundle.at("entry")) {
    const Json& resource = entry.at("resource");
    if (resource.at("resourceType") == kind) found.push_back(resource);
  }
  return found;
}

Json one_of(const Json& bundle, const std::string& kind) {
  const auto found = all_of(bundle, kind);
  return found.empty() ? Json{} : found.front();
}

Json led_to(const Json& bundle, const Json& reference) {
  for (const Json& entry : bundle.at("entry")) {
    if (entry.at("fullUrl") == reference.value("reference", "")) return entry.at("resource");
  }
  return {};
}

Json participant(const Json& bundle, const std::string& shown) {
  const Json appointment = one_of(bundle, "Appointment");
  for (const Json& each : appointment.at("participant")) {
    if (each.at("actor").value("display", "") == shown) return each;
  }
  return {};
}

std::vector<Json> extensions(const Json& element, const std::string& name) {
  std::vector<Json> found;
  const Json all = element.value("extension", Json::array());
  for (const Json& each : all) {
    if (each.at("url") == "https://kallad.se/fhir/StructureDefinition/" + name) {
      found.push_back(each);
    }
  }
  return found;
}

Json inside(const Json& extension, const std::string& name) {
  for (const Json& each : extension.at("extension")) {
    if (each.at("url") != name) continue;
    for (const auto& [key, value] : each.items()) {
      if (key.starts_with("value")) return value;
    }
  }
  return {};
}

}  // namespace kallad::fhir
