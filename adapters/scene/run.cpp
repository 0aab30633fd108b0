// `use` lines are taken out of the story and put before it as the lines of their files.
// Not recursive: a used file holds the register and nothing else.
#include "adapters/scene/run.hpp"

#include <fstream>
#include <iterator>

#include "adapters/scene/player.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"
#include "adapters/scene/text/parser.hpp"

namespace kallad::scene {

namespace {

std::optional<std::string> text_in(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in || std::filesystem::is_directory(file)) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

void gather_faults(const Scene& scene, std::vector<FileFault>& faults) {
  for (const Fault& fault : scene.faults) faults.push_back({scene.file, fault});
}

void read_used(const std::filesystem::path& beside, const Line& line, Story& story) {
  const auto& use = boost::variant2::get<UseLine>(line.is);
  const auto file = beside.parent_path() / use.file.text();
  const auto text = text_in(file);
  if (!text) {
    const Fault fault{use.file.place, "filen " + use.file.text() + " går inte att läsa"};
    return story.faults.push_back({story.scene.file, fault});
  }
  const Scene& used = story.used.emplace_back(parse(file.string(), *text));
  gather_faults(used, story.faults);
  for (const Line& each : used.lines) {
    if (boost::variant2::holds_alternative<RegisterLine>(each.is)) continue;
    const Fault fault{{each.number, 1}, "en fil som används får bara innehålla registrets rader"};
    story.faults.push_back({used.file, fault});
  }
}

}  // namespace

Story read_story(const std::filesystem::path& file) {
  Story story;
  const auto text = text_in(file);
  if (!text) {
    story.scene.file = file.string();
    story.faults.push_back({file.string(), {{0, 0}, "filen går inte att läsa"}});
    return story;
  }
  story.scene = parse(file.string(), *text);
  gather_faults(story.scene, story.faults);
  for (const Line& line : story.scene.lines) {
    if (boost::variant2::holds_alternative<UseLine>(line.is)) read_used(file, line, story);
  }
  return story;
}

PlayReport play(const Story& story, Stage& stage, Telling as) {
  if (!story.faults.empty()) {
    PlayReport report;
    report.faults = story.faults;
    return report;
  }
  std::vector<Cue> cues;
  for (const Scene& used : story.used) {
    for (const Line& line : used.lines) cues.push_back({&used, &line});
  }
  for (const Line& line : story.scene.lines) cues.push_back({&story.scene, &line});
  return Player{stage, std::move(cues), as}.play();
}

PlayReport play_alone(const std::filesystem::path& file, const Calendar& calendar) {
  const TemporaryFolder folder;
  Stage stage{{folder.path() / "kallad.db", {}}, calendar};
  return play(read_story(file), stage);
}

}  // namespace kallad::scene
