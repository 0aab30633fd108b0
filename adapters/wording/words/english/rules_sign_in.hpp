// What accounts, passwords and signing in refuse, in English.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/sign_in.
// Rule kept: nobody is told whether a name exists or what of a sign-in was wrong.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto sign_in_rules = std::to_array<RuleText>({
    {"user_name_form",
     "A user name is 3 to 64 characters: small letters a-z, digits, dot, hyphen, underscore or @."},
    {"user_name_taken",
     "The user name is already in use. Choose another."},
    {"shown_name_required",
     "Write the person's name as colleagues should see it."},
    {"position_required",
     "Give the account at least one position."},
    {"unknown_position",
     "“{value}” is no position. The positions are described at /api."},
    {"account_unknown",
     "There is no such account."},
    {"account_not_active",
     "The account is not in use now: it is invited, locked or closed."},
    {"account_not_locked",
     "The account is not locked."},
    {"account_closed",
     "The account is closed for good. Invite the person anew."},
    {"account_not_closed",
     "Close the account before it is erased."},
    {"last_administrator",
     "This is the last administrator. Appoint another first, or nobody can look after accounts."},
    {"link_not_valid",
     "The link is not valid: it is used, too old or replaced. Ask for a new invitation."},
    {"code_not_valid",
     "The one-time code is wrong. Check the clock of the phone and write the code the app shows "
     "now."},
    {"password_too_short",
     "The password needs at least {least} characters. A sentence is easy to remember."},
    {"password_too_long",
     "The password may have at most {most} bytes."},
    {"password_not_text",
     "The password has characters that are no text."},
    {"password_is_user_name",
     "The password may not contain the user name."},
    {"password_too_common",
     "The password is too common. Choose something that nobody guesses."},
    {"too_many_tries",
     "Too many tries. Try again after {again}."},
    {"token_name_required",
     "Give the token a name, so that it is known again when it is to be taken away."},
    {"token_too_long",
     "The token's end must lie ahead, at most a year away."},
});
// clang-format on

}  // namespace kallad::words::english
