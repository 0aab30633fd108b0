// Rows of what cases count as: read as they were written, and nothing made of bytes that are not
// one. Not what is in the value: tests/engine/count. Rule kept: a change of the form is noticed, so
// that stores are filled anew.
#include "adapters/brain/counts/count_row.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/engine/count/any_counted.hpp"
#include "tests/support/many.hpp"

namespace kallad::testing::count_rows {
namespace {

CountRow any_row() {
  return {count::test::any_counted(),
          {*rc::gen::arbitrary<std::string>(), *rc::gen::arbitrary<std::string>(),
           static_cast<Protection>(count::test::below(4))},
          {*rc::gen::arbitrary<std::string>()}};
}

bool is_same(const CountRow& a, const CountRow& b) {
  return a.counted == b.counted && a.beside == b.beside && a.person.name == b.person.name &&
         a.person.identity_number == b.person.identity_number &&
         a.person.protection == b.person.protection;
}

TEST(CountRow, IsReadAsItWasWritten) {
  CountRow used;  // as a reader does: what an earlier row left must not show
  support::expect_holds_in(3'000, "rows are read as they were written", [&] {
    const CountRow row = any_row();
    const std::string bytes = bytes_of(row);
    const auto again = read_count_row(bytes);
    RC_ASSERT(again.has_value());
    RC_ASSERT(is_same(*again, row));
    RC_ASSERT(read_count_row(bytes, used));
    RC_ASSERT(is_same(used, row));
  });
}

TEST(CountRow, NoPieceOfARowIsARow) {
  support::expect_holds_in(500, "a row that is cut or longer is no row", [] {
    const std::string bytes = bytes_of(any_row());
    const auto kept = static_cast<std::size_t>(count::test::below(static_cast<int>(bytes.size())));
    RC_ASSERT(!read_count_row(bytes.substr(0, kept)));
    RC_ASSERT(!read_count_row(bytes + '\1'));
  });
}

TEST(CountRow, AnyBytesAreReadSafely) {
  support::expect_holds_in(20'000, "any bytes are a row or none", [] {
    std::string bytes = bytes_of(any_row());
    for (int changes = 1 + count::test::below(3); changes > 0; --changes) {
      const auto at = static_cast<std::size_t>(count::test::below(static_cast<int>(bytes.size())));
      bytes[at] = static_cast<char>(count::test::below(256));
    }
    const auto read = read_count_row(bytes);
    RC_CLASSIFY(read.has_value(), "a row");
  });
}

TEST(CountRow, HasTheFormOfTheRevision) {
  CountRow row;
  row.counted.council = CouncilId{"nv"};
  row.counted.principals = {PrincipalId{"nv"}};
  const Date day{std::chrono::year{2026} / 3 / 20};
  row.counted.observations = {{count::FigureId::attended, day, UnitId{"a"}, true, false, 14,
                               count::AgeGroup::age_0_6, Instant{std::chrono::milliseconds{300}}}};
  row.counted.deficiencies = {{day,
                               day,
                               UnitId{"a"},
                               UnitId{"b"},
                               count::Outcome::accepted,
                               NotDeficiencyReason::other,
                               Origin::written,
                               {DeficiencyKind::absent},
                               {Cause::sip}}};
  row.person = {"Bo", "7", Protection::secrecy_mark};
  row.beside = {"Eva"};
  std::string told;
  for (const char byte : bytes_of(row)) {
    told += std::to_string(static_cast<unsigned char>(byte)) + " ";
  }
  EXPECT_EQ(told,
            "5 0 2 110 118 0 0 0 2 1 1 1 8 156 1 0 1 97 1 0 1 28 0 1 216 4 1 156 1 156 1 3 0 1 98 "
            "2 1 3 1 1 3 1 8 2 66 111 1 55 1 1 3 69 118 97 ")
      << "another form: give it a new number, and raise EngineBrain::made_by";
}

}  // namespace
}  // namespace kallad::testing::count_rows
