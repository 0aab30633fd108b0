// Forms behind links, filled in and sent through the real desk, for the tests of this folder.
// Not a page and not a stand-in for the desk. `told` puts answers into words that tests can
// compare.
#pragma once

#include "adapters/answer_link/link_command.hpp"
#include "tests/adapters/answer_link/world.hpp"

namespace kallad::links {

/// What the form comes to on the case as it is now.
FromForm asked(World& world, const LinkName& name, const AnswerForm& form);
Submission submission_for(const LinkCommand& said);

/// "rule" or "rule:field" for each, with spaces between.
std::string told(const Refusals& why);
/// The events of the answer, or why not.
std::string told(const Outcome& outcome);

/// Asks and submits; what came of it.
std::string sent(World& world, const LinkName& name, const AnswerForm& form);
/// Asks only; why not, or "none".
std::string fault(World& world, const LinkName& name, const AnswerForm& form);

/// The act with nonce and name.
AnswerForm form_of(LinkAct act);
AnswerForm with(AnswerForm form, const std::string& field, const std::string& value);
/// Of name_substitute: Sara Skift, mandate partly, briefed.
AnswerForm naming_form();
/// Every field that any act asks for, filled in well.
AnswerForm full_form(LinkAct act);

}  // namespace kallad::links
