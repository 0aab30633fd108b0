// `kallad scene`: plays stories and prints what did not come out as they say.
// Not the playing: that is adapters/scene.
#include <iostream>

#include "adapters/clock/stockholm.hpp"
#include "adapters/scene/run.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

int told(const std::string& file, const scene::PlayReport& report) {
  for (const auto& fault : report.faults) std::cerr << text_of(fault);
  for (const auto& failure : report.failures) std::cerr << text_of(failure);
  std::cout << file << ": " << (report.is_good() ? "stämmer" : "STÄMMER INTE") << " ("
            << report.accepted << " kommandon, " << report.refused << " nekade, "
            << report.expectations << " kontroller";
  if (report.repeated > 0) std::cout << ", " << report.repeated << " redan spelade";
  std::cout << ")\n";
  if (!report.faults.empty()) return wrong_input;
  return report.failures.empty() ? good : answer_is_no;
}

}  // namespace

int run_scene(const SceneOptions& options) {
  const Calendar calendar{stockholm()};
  int worst = good;
  std::unique_ptr<scene::Stage> kept;
  if (!options.data.empty()) {
    std::filesystem::create_directories(options.data);
    kept = std::make_unique<scene::Stage>(place_in(options.data), calendar);
  }
  const auto as = options.examples ? scene::Telling::examples : scene::Telling::plain;
  for (const auto& file : options.files) {
    const auto report =
        kept ? scene::play(scene::read_story(file), *kept, as) : scene::play_alone(file, calendar);
    worst = std::max(worst, told(file.string(), report));
  }
  return worst;
}

}  // namespace kallad::program
