// Writes stories to files and plays them. Not asserting anything: the tests do.
// The register file is the one the scenes of the product use.
#include "tests/adapters/scene/playing.hpp"

#include <fstream>

#include "adapters/clock/stockholm.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad::scene {

const Calendar& calendar() {
  static const Calendar sweden{stockholm()};
  return sweden;
}

Playing::Playing() {
  std::filesystem::copy_file(
      std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes/northwest_skane.scene",
      folder_.path() / "northwest_skane.scene");
}

std::filesystem::path Playing::write(std::string_view story, const std::string& name) {
  const auto file = folder_.path() / (name + ".scene");
  std::ofstream{file, std::ios::binary} << story;
  return file;
}

PlayReport Playing::alone(std::string_view story, const std::string& name) {
  return play_alone(write(story, name), calendar());
}

PlayReport Playing::kept(std::string_view story, const std::string& name) {
  const auto file = write(story, name);
  Stage stage{place(), calendar()};
  return play(read_story(file), stage);
}

std::string Playing::told() { return hex(verify(place(), {.told = true}).told); }

std::string fault_place(std::string_view story) {
  Playing playing;
  const PlayReport report = playing.alone(story);
  if (report.faults.empty()) return "";
  const Place place = report.faults.front().fault.place;
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string summoned() {
  return R"(use northwest_skane.scene
case anna person="Anna Exempel"
  parties helsingborg/vuxen, region/psykosmottagning-helsingborg, anna
2026-03-02 09:00 coordinator record_consent until=2027-03-02 -> consent_given
2026-03-02 09:05 coordinator send_summons starts=2026-03-20T13:00 place="Stadshuset"
  purpose="Samordna stödet" questions="Vem gör vad?" -> summons_sent
2026-03-02 09:06 mail record_delivery region -> summons_delivered
)";
}

std::string text_of(const PlayReport& report) {
  std::string text;
  for (const FileFault& fault : report.faults) text += text_of(fault);
  for (const Failure& failure : report.failures) text += text_of(failure);
  return text;
}

}  // namespace kallad::scene
