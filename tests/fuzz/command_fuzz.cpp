// A libFuzzer target: any bytes as a command, the first line its id and the rest its JSON.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -Wno-enum-constexpr-conversion -fsanitize=fuzzer,address,undefined
//   \
//     -I. tests/fuzz/command_fuzz.cpp adapters/codec/*.cpp -o command_fuzz
//   ./command_fuzz -max_total_time=600 tests/fuzz/command_corpus
// Rules kept: what is read is written, and read again it is the same; an error names a rule and a
// place, and is never more than the limit of them.
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "adapters/codec/forms.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace {

namespace codec = kallad::codec;

void demand(bool holds) {
  if (!holds) std::abort();
}

void check_errors(const kallad::CodecErrors& errors) {
  demand(!errors.empty() && errors.size() <= codec::limit::errors);
  for (const kallad::CodecError& error : errors) {
    demand(!error.rule.empty());
    demand(error.path.empty() || error.path.starts_with('/'));
    demand(codec::broken_text_rule(error.path) != codec::rule::bad_text);
  }
}

template <class Commands>
void check_data(std::string_view id, std::string_view body) {
  const auto said = codec::read_data<Commands>(id, 0, body);
  if (!said) return check_errors(said.errors());
  const auto parts = codec::write_parts(said.value());
  demand(parts.type == id && parts.version == 0);
  const auto again = codec::read_data<Commands>(id, 0, parts.data);
  demand(bool(again));
  demand(codec::write_parts(again.value()).data == parts.data);
}

template <class Commands>
void check_text(std::string_view body) {
  const auto said = codec::read_text<Commands>(body);
  if (!said) return check_errors(said.errors());
  const std::string text = codec::write_compact(said.value());
  const auto again = codec::read_text<Commands>(text);
  demand(again && codec::write_compact(again.value()) == text);
}

/// What the strict reader takes for JSON, the library takes too, and both hold the same.
void check_parse(std::string_view body) {
  const auto tree = codec::parse(body);
  if (!tree) return check_errors(tree.errors());
  demand(nlohmann::json::parse(body) == tree.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view all(static_cast<const char*>(static_cast<const void*>(data)), size);
  const auto line = std::min(all.find('\n'), all.size());
  const std::string_view id = all.substr(0, line);
  const std::string_view body = all.substr(std::min(line + 1, all.size()));
  check_data<kallad::CaseCommand>(id, body);
  check_data<kallad::DeficiencyCommand>(id, body);
  check_data<kallad::DisposalCommand>(id, body);
  check_data<kallad::ExampleCommand>(id, body);
  check_data<kallad::RegisterCommand>(id, body);
  check_data<kallad::RoutineCommand>(id, body);
  check_text<kallad::CaseCommand>(body);
  check_parse(body);
  return 0;
}
