// The codec of the sample types, and how tests look at errors. This is also the example of how a
// variant of the engine is bound: the older versions first, then everything else.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "tests/adapters/codec/sample_types.hpp"

template <>
struct kallad::codec::OlderVersions<kallad::sample::Everything> {
  using list = boost::mp11::mp_list<kallad::sample::EverythingV1>;
};

namespace kallad::sample {

/// "path rule" of each error, one a line; "" where reading went well.
template <class T>
std::string errors_of(const Read<T>& read) {
  std::string text;
  if (read.ok()) return text;
  for (const CodecError& error : read.errors()) {
    text += (text.empty() ? "" : "\n") + error.path + " " + std::string{error.rule};
  }
  return text;
}

template <class T>
std::string errors_in(std::string_view json) {
  return errors_of(codec::read_text<T>(json));
}

}  // namespace kallad::sample
