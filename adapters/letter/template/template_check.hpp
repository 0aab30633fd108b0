// Whether a text may be a letter's template: the check an administrator's own text goes through,
// and the ones that are built in as well.
// Not the rendering (render.hpp). Stricter than Mustache: what is not plainly allowed is refused.
// Rules kept (domain 6, issue "Summons that arrive"): only the fields of LetterFields; in a subject
// only those that may stand on a locked screen; no addresses, markup or identity numbers.
#pragma once

#include <string_view>
#include <vector>

#include "engine/spine/verdict.hpp"

namespace kallad::letter {

/// The kinds of texts: the names of all WishKind that are letters, and "digest".
const std::vector<std::string_view>& text_kinds();

/// No template is longer, in bytes.
inline constexpr std::size_t longest_template = 16'384;

/// Why `text` (UTF-8) cannot be the template of `kind`, none where it can; each refusal has the
/// "line" it is about, from 1, and often the "value" it stumbled on. The first line is the subject,
/// an empty one follows, then the body (render.hpp says what a body can hold). An unknown kind is
/// refused.
Refusals check_template(std::string_view kind, std::string_view text);

}  // namespace kallad::letter
