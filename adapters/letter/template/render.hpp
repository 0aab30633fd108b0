// A template and fields made into a letter's subject, text part and html part.
// Not a mail: MIME is made elsewhere. Both parts come from one text, so they cannot say different
// things, and a template holds no html. Rule kept: html with language, headings and no images,
// readable in the dark; the text part is not escaped, the html part is, wherever a value stands.
#pragma once

#include <string>
#include <string_view>

#include "adapters/letter/template/letter_fields.hpp"
#include "adapters/wording/words/language.hpp"

namespace kallad::letter {

/// What a template gives. UTF-8; lines end with "\n".
struct Rendered {
  std::string subject;  ///< one line
  std::string text;
  std::string html;  ///< a whole document
};

/// Renders a template that check_template has found good. Of Mustache it holds {{field}},
/// {{#field}}, {{^field}} and {{/field}}. The first line is the subject; a body line "# x" is a
/// heading, "- x" an item of a list, "[x]({{field}})" a link on a line of its own; others are
/// paragraphs, which an empty line ends. Values are words and never structure: what they hold of
/// control characters and of characters that turn the direction of text goes.
Rendered render(std::string_view text, const LetterFields& fields, Language language);

}  // namespace kallad::letter
