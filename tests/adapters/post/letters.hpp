// Letters for the tests, and another program's reading of them.
// Not a story: nobody in them exists.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "adapters/post/mime/compose.hpp"

namespace kallad::post_test {

/// A summons with everything a letter can have.
post::Message full_letter();

/// What python's email package reads in the bytes.
nlohmann::json read_by_python(const std::string& bytes);

/// A mail out of tests/adapters/post/mails, with CRLF.
std::string mail_file(const std::string& name);

}  // namespace kallad::post_test
