// One line of `kallad submit`: who says what to which stream, strictly read.
// Not the command's own form: that is the codec's. An error names the path and the rule, and never
// repeats the value, which may be about a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/brain/messages.hpp"
#include "adapters/codec/read_result.hpp"

namespace kallad::program {

/// Where lines go that name no case.
struct EnvelopeContext {
  std::string case_id;
  bool to_register = false;
};

/// The submission of a line, or all that is wrong with it.
Read<Submission> read_envelope(std::string_view line, const EnvelopeContext& context);

}  // namespace kallad::program
