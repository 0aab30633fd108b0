// What somebody wrote, without what their program put below or between it of the mail answered.
// Not exact: programs mark quotes as they like. Rule kept: the whole text is kept beside it, and
// nothing above a quote is ever cut.
#pragma once

#include <string>
#include <string_view>

namespace kallad::post {

/// The text without lines that begin with ">", the line that announces them ("… skrev:", "…
/// wrote:"), and all below a line as "-----Ursprungligt meddelande-----" or a head of "Från:",
/// "Skickat:".
std::string without_quoted(std::string_view text);

}  // namespace kallad::post
