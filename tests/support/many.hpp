// Runs a property on a stated number of random cases and says how many were run.
// Not RC_GTEST_PROP: that runs a hundred, and the number is set from outside the program.
// Rule kept: the number of cases a promise was tried on stands in the test's output.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

namespace kallad::support {

/// Fails the running test where `property` does not hold in one of `cases` cases at least; the
/// report is rapidcheck's, with the smallest case it found and what runs it again.
template <class Property>
void expect_holds_in(int cases, const std::string& name, Property property) {
  const rc::detail::TestMetadata about{name, name};
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, cases);
  const auto result = rc::detail::checkTestable(std::move(property), about, params);
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  if (!result.template is<rc::detail::SuccessResult>()) FAIL() << name << ": " << told.str();
  std::cout << "property: " << name << ": " << told.str() << '\n';
}

}  // namespace kallad::support
