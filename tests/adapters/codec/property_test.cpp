// Properties over random values: what is written reads back equal, and writes the same bytes again;
// and whatever bytes come in, the answer is a value or errors, and a value can be written.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "tests/adapters/codec/sample_codec.hpp"

namespace kallad::sample {
namespace {

using codec::read_text;
using codec::write_compact;

std::string any_text() {
  static const std::vector<std::string> letters{"a",       "Z", "\"", "\\",    "/", "\n",
                                                "\t",      "å", "€",  "😀",     " ", "\u200D",
                                                "\\u0041", "{", ":",  "\uFFFD"};
  std::string text;
  for (const auto& part :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters))) {
    text += part;
  }
  return text;
}

template <class AnyId>
AnyId any_id() {
  static const std::vector<std::string> ids{"a", "helsingborg/vuxen", "we-mind", "0", "a.b_c"};
  return AnyId{*rc::gen::elementOf(ids)};
}

std::chrono::milliseconds any_time() {
  // Years 0 to 9999, to the millisecond in some and to the minute in others.
  const auto minutes = *rc::gen::inRange<std::int64_t>(-1'036'120'320, 4'223'371'680);
  const auto rest = *rc::gen::elementOf(std::vector<int>{0, 1'000, 59'000, 1, 59'999});
  return std::chrono::minutes{minutes} + std::chrono::milliseconds{rest};
}

template <class Make>
auto maybe(Make make) -> std::optional<decltype(make())> {
  if (!*rc::gen::arbitrary<bool>()) return std::nullopt;
  return make();
}

template <class Make>
auto some(Make make) {
  std::vector<decltype(make())> all(*rc::gen::inRange<std::size_t>(0, 4));
  for (auto& each : all) each = make();
  return all;
}

Party any_party() {
  return {any_id<PartyId>(), maybe(any_id<UnitId>), some([] {
            return Contact{any_text(), maybe(any_text)};
          })};
}

Everything any_everything() {
  Everything e;
  e.at = Instant{any_time()};
  const UnitId unit = *rc::gen::arbitrary<bool>() ? UnitId{} : any_id<UnitId>();
  e.by = {*rc::gen::elementOf(std::vector<Role>{Role::coordinator, Role::clock}), unit, any_text()};
  e.flag = *rc::gen::arbitrary<bool>();
  e.small = *rc::gen::arbitrary<int>();
  e.count = *rc::gen::arbitrary<std::uint32_t>();
  e.large = *rc::gen::arbitrary<std::int64_t>();
  e.huge = *rc::gen::arbitrary<std::uint64_t>();
  e.text = any_text();
  e.colour = *rc::gen::element(Colour::red, Colour::green, Colour::deep_blue);
  e.day = Date{std::chrono::floor<std::chrono::days>(Instant{any_time()})};
  e.reading = LocalTime{any_time()};
  e.parties = some(any_party);
  e.words = some(any_text);
  e.maybe = maybe([] { return *rc::gen::arbitrary<int>(); });
  e.numbers = maybe([] { return *rc::gen::arbitrary<std::vector<int>>(); });
  return e;
}

RC_GTEST_PROP(CodecProperties, WhatIsWrittenReadsBackEqualAndWritesTheSameBytes, ()) {
  for (int i = 0; i < 20; ++i) {
    const Event event{any_everything()};
    const std::string text = write_compact(event);
    const auto read = read_text<Event>(text);
    RC_ASSERT(errors_of(read) == "");
    RC_ASSERT(read.value() == event);
    RC_ASSERT(write_compact(read.value()) == text);
  }
}

RC_GTEST_PROP(CodecProperties, TheOrderOfFieldsDoesNotMatter, ()) {
  const Party party = any_party();
  std::vector<std::string> fields;
  fields.push_back("\"party\":" + write_compact(party.party.text));
  if (party.unit) fields.push_back("\"unit\":" + write_compact(party.unit->text));
  fields.push_back("\"contacts\":" + write_compact(party.contacts));
  std::string text;
  const std::size_t first = *rc::gen::inRange<std::size_t>(0, fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    text += (i == 0 ? "{" : ",") + fields[(first + i) % fields.size()];
  }
  const auto read = read_text<Party>(text + "}");
  RC_ASSERT(errors_of(read) == "");
  RC_ASSERT(read.value() == party);
}

RC_GTEST_PROP(CodecProperties, SpoiledBytesGiveErrorsOrAValueThatCanBeWritten, ()) {
  const std::string good = write_compact(Event{any_everything()});
  static const std::string pieces{"{}[]\",:\\0a \n\x01\xC3\xFF"};
  for (int i = 0; i < 50; ++i) {
    std::string text = good;
    const int changes = *rc::gen::inRange(1, 4);
    for (int change = 0; change < changes; ++change) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      text[at] = *rc::gen::elementOf(pieces);
    }
    const auto read = read_text<Event>(text);
    if (!read.ok()) {
      RC_ASSERT(!read.errors().empty());
      continue;
    }
    const auto again = read_text<Event>(write_compact(read.value()));
    RC_ASSERT(again.ok());
    RC_ASSERT(again.value() == read.value());
  }
}

RC_GTEST_PROP(CodecProperties, AnyBytesAtAllGiveAnAnswer, (const std::string& bytes)) {
  RC_ASSERT(!read_text<Event>(bytes).ok());
}

}  // namespace
}  // namespace kallad::sample
