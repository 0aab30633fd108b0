// What a case counts as goes through the codec whole: it stands in an event, on disk, for good.
// Not what is in the value: tests/engine/count. Rule kept: a written value is read again, equal.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "tests/engine/count/any_counted.hpp"
#include "tests/support/many.hpp"

namespace kallad::count::codec_test {
namespace {

TEST(CountedCase, IsReadAsItWasWritten) {
  support::expect_holds_in(2'000, "what a case counts as is read as it was written", [] {
    const CountedCase value = test::any_counted();
    const auto again = codec::read_text<CountedCase>(codec::write_compact(value));
    RC_ASSERT(again.ok());
    RC_ASSERT(again.value() == value);
  });
}

}  // namespace
}  // namespace kallad::count::codec_test
