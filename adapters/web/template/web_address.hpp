// Whether a text that somebody wrote may be pressed: an address of the web, and nothing that runs.
// Not whether the address is right, or who may see it. Rule kept: what is no such address is shown
// as the text it is, for a meeting's link comes from another organisation and is read by everybody.
#pragma once

#include <string_view>

namespace kallad::web {

/// Whether a browser opens `text` as a page elsewhere: https:// or http://, capitals or not, and
/// something after it.
bool is_web_address(std::string_view text);

}  // namespace kallad::web
