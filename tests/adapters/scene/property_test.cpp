// Whatever stands in a story file, it is told with a place inside the file or played; nothing
// throws. Not a check of texts: those are in story_faults_test.cpp.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "adapters/scene/text/parser.hpp"
#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

void faults_lie_inside(const std::vector<Fault>& faults, const std::string& text) {
  for (const Fault& fault : faults) {
    RC_ASSERT(fault.place.line >= 1U && fault.place.line <= lines_of(text));
    RC_ASSERT(fault.place.column >= 1U);
    RC_ASSERT(!fault.what.empty());
  }
}

RC_GTEST_PROP(SceneProperties, AnyBytesAreReadOrTold, (const std::string& text)) {
  faults_lie_inside(parse("a.scene", text).faults, text);
}

/// Words that mean something somewhere, in any order.
RC_GTEST_PROP(SceneProperties, AnyWordsAreReadOrTold, ()) {
  const auto word = rc::gen::element<std::string>(
      "case", "anna", "parties", ",", "2026-03-02", "09:00", "clock", "late", "runs", "->", "!!",
      "expect", "no", "seat", "use", "unit", "a=b", "a>=1", "\"", "\"x\"", "{", "{}", "@anna", "\n",
      "\n ", "#", "=", "at=\"2026-03-02 09:00\"");
  std::string text;
  for (const std::string& each : *rc::gen::container<std::vector<std::string>>(word)) {
    text += each + " ";
  }
  faults_lie_inside(parse("a.scene", text).faults, text);
}

/// A whole story with one place changed is played or told; it is never an accident.
RC_GTEST_PROP(SceneProperties, AChangedStoryIsPlayedOrTold, ()) {
  std::string story =
      summoned() +
      "2026-03-04 10:00 region name_substitute name=\"Sam\" role=x contact=y\n"
      "2026-03-05 10:00 substitute confirm mandate=yes\n"
      "2026-03-20 14:00 chair close_attendance region=late,13:40 helsingborg=absent\n"
      "expect seat region attended attendance=late\nexpect deficiency count=0\n";
  const auto at = *rc::gen::inRange<std::size_t>(0, story.size());
  const auto length = *rc::gen::inRange<std::size_t>(0, 12);
  const auto other = *rc::gen::element<std::string>("", " ", "x", "=", ",", "\"", "\n", ":", "@",
                                                    "2026-03-20", "region", "{", "9999-99-99");
  story.replace(at, length, other);
  Playing playing;
  const PlayReport report = playing.alone(story);
  RC_CLASSIFY(report.faults.empty() && report.failures.empty(), "plays");
  RC_CLASSIFY(!report.faults.empty(), "makes no sense");
}

}  // namespace
}  // namespace kallad::scene
