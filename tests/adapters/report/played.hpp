// Stories played into one store, and its log as reports read it.
// Not the stories: tests/scenes. Rule kept: the real desk and store, only the clock is virtual.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/brain/case_reader.hpp"
#include "adapters/report/gather.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "tests/support/swedish_time.hpp"

namespace kallad::report::test {

/// The stories of a folder of tests/scenes, in the order of their names.
inline std::vector<std::filesystem::path> stories_in(const std::string& folder) {
  std::vector<std::filesystem::path> stories;
  const std::filesystem::path root = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes";
  for (const auto& entry : std::filesystem::directory_iterator{root / folder}) {
    if (entry.path().extension() == ".scene") stories.push_back(entry.path());
  }
  std::ranges::sort(stories);
  return stories;
}

/// Every case that had been opened by then, as it was then.
inline void each_case_at(const Log& log, Instant frozen_at,
                         const std::function<void(const CaseFile&)>& take) {
  log.each([&](const std::string& stream) {
    if (stream == register_stream) return;
    CaseFile file = fresh_case(stream);
    log.read(stream, [&](const EventView& event) {
      if (event.at <= frozen_at) kallad::take(file, event, read_actor(event.actor));
    });
    if (file.running.is_opened()) take(file);
  });
}

/// Stories played into one store, each once.
class Played {
 public:
  explicit Played(const std::vector<std::filesystem::path>& stories) : stories_(stories.size()) {
    scene::Stage stage{place(), support::sweden()};
    for (const auto& story : stories) {
      EXPECT_TRUE(scene::play(scene::read_story(story), stage).is_good()) << story;
    }
  }

  StorePlace place() const { return {folder_.path() / "kallad.db", {}}; }
  std::size_t stories() const { return stories_; }

  /// The log through a reader of its own.
  Log log() {
    if (!reader_) reader_ = std::make_unique<Reader>(place());
    Reader& reader = *reader_;
    return {[&reader](const std::function<void(const std::string&)>& take) {
              for (const auto& [number, stream] : reader.list(0, 10'000)) take(stream.name);
            },
            [&reader](std::string_view stream, const TakeEvent& take) {
              return reader.read(stream,
                                 [&](const EventView& event, const ShortDigest&) { take(event); });
            }};
  }

 private:
  scene::TemporaryFolder folder_;
  std::unique_ptr<Reader> reader_;
  std::size_t stories_ = 0;
};

/// Every story there is. Each is to be played into a store of its own, as some change the routine.
inline std::vector<std::filesystem::path> all_stories() {
  std::vector<std::filesystem::path> all;
  for (const char* folder :
       {"consent", "deficiency_way", "demo", "discharge", "forwarding", "never_raised", "no_show",
        "one_deficiency", "plan", "process", "substitutes", "time"}) {
    for (auto& story : stories_in(folder)) all.push_back(std::move(story));
  }
  return all;
}

inline const CouncilId northwest{"northwest"};

/// The end of that local day.
inline Instant end_of(int year, unsigned month, unsigned day) {
  return support::at(support::day(year, month, day), support::last_second);
}

/// The year 2026 as it stood then, nothing hidden where the threshold is 0.
inline YearlyReport year_2026(Played& played, Instant frozen_at, int threshold = 0) {
  Publication publication;
  publication.threshold = threshold;
  return gather_year(played.log(), {northwest, 2026, frozen_at}, publication, support::sweden())
      .report;
}

inline KeyFigures figures_2026(Played& played, Instant frozen_at, int threshold = 0) {
  FigurePublication publication;
  publication.threshold = threshold;
  return gather_figures(played.log(), {northwest, 2026, frozen_at}, publication, support::sweden());
}

}  // namespace kallad::report::test
