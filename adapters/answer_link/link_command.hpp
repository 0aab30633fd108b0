// A form that was sent behind a link, as a command with its actor.
// Not HTTP: names and values, already decoded. Not the decision: the desk says yes or no, and its
// refusals name the same fields.
// Rules kept: the engine's rules are not repeated here; what is asked is whether the form can be
// read, and whether the link may say it.
#pragma once

#include <boost/variant2/variant.hpp>
#include <cstdint>
#include <map>

#include "adapters/answer_link/link_act.hpp"

namespace kallad {

/// The fields: "act" (a LinkAct) and "nonce" always; "your_name" of who acts, where staff of a
/// unit act. Then of `forwarded`: "forward_to", a unit's id. Of `name_substitute`:
/// "substitute.name", "substitute.role", "substitute.contact", "substitute.mandate" (a Mandate) and
/// "substitute.briefed" ("yes" or "no"; left out: no). Of `confirm_substitute` those without
/// "substitute.", all of which can be left out. Of `agree_plan` and `decline_plan`: "content", the
/// version of the plan that was read, and of `decline_plan` "reason". Others are not looked at;
/// white space at either end is none, and an empty value is left out.
using AnswerForm = std::map<std::string, std::string, std::less<>>;

/// What is to be submitted to the case's stream.
struct LinkCommand {
  FileCommand command;
  Actor actor;
  std::string command_id;
  /// Set where the seat's version does not guard the command (a substitute's, a check-in's): after
  /// a version conflict read the case again and ask anew.
  std::optional<std::uint64_t> expected_version;
};

using FromForm = boost::variant2::variant<LinkCommand, Refusals>;

namespace answer_link {

/// No field of a form is longer, in bytes.
inline constexpr std::size_t longest_field = 400;

/// The command, or every reason why it is none; each names its "field" where it is about one.
/// `file` is the link's case, `now` UTC.
FromForm command_of(const CaseFile& file, const LinkName& name, const AnswerForm& form,
                    const Ground& ground, Instant now);

/// The rule that a link in that state, which lets nothing be done, refuses with, "link_superseded"
/// say; also for the page of a dead link. Empty for `alive` and `agreement`.
std::string_view rule_of(LinkState state);

}  // namespace answer_link
}  // namespace kallad
