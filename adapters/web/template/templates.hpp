// The pages' templates: Mustache, with texts and parts put in once, when the program starts.
// Not values (data.hpp) and not the page around (frame.hpp). Rules kept: everything that is filled
// in is escaped; {{{name}}} and {{&name}} are refused.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/web/template/data.hpp"
#include "adapters/wording/words/language.hpp"

namespace kallad::web {

/// What a template may say besides Mustache's {{name}}, {{#name}}, {{^name}}, {{/name}}:
///   {{t start.lead}}   a text, escaped; {{names}} in it are filled as in the template
///   {{t .lead}}        the same of the template's own page: "start.lead" in start.html
///   {{> field name=code attr=required}}  the part _field.html; [[name]] in it is "code"; several
///                                     values of one name are put after each other
///   {{?.code_hint}}...{{/?}}          kept where there is such a text; {{?!...}}: where not
/// A part is a file whose name begins with '_'; `_shell.html` is around each page, and has it as
/// {{> page}}.

/// The page's template filled with `data`. Throws std::logic_error for a page there is not.
std::string render(std::string_view page, const Data& data, Language language);

// For tests --------------------------------------------------------------------------------------

/// The pages there are: "start" for start.html.
std::vector<std::string> template_names();
/// The whole page, parts and texts put in, as Mustache reads it.
std::string expanded(std::string_view page, Language language);
/// Names that the template asks for and `data` does not have.
std::set<std::string> names_missing(std::string_view page, const Data& data, Language language);
/// Keys of texts that templates use.
std::set<std::string> keys_of_templates();

}  // namespace kallad::web
