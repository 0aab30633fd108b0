// What commands and their fields are called on pages, by key, from the most particular text there
// is: "field.send_summons.starts", else "field.starts".
// Not the words of refusals: adapters/wording. Rule kept: a field without a label fails a test.
#pragma once

#include <string>
#include <string_view>

#include "adapters/wording/words/language.hpp"

namespace kallad::web {

/// What its button says, "Skicka kallelsen"; the key where there is no text.
std::string heading_of(std::string_view command, Language language);
/// What the command means, in a sentence; empty where there is none.
std::string about_of(std::string_view command, Language language);
/// The label of the field at that path, "consent.given_by.0.name"; the path where there is none.
std::string label_of(std::string_view command, std::string_view path, Language language);
/// A hint under the label; empty where there is none.
std::string hint_of(std::string_view command, std::string_view path, Language language);
/// Whether the field takes more than a line.
bool is_long(std::string_view path);

}  // namespace kallad::web
