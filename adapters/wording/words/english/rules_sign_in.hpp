// What accounts, passwords and signing in refuse, in English.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/sign_in.
// Rule kept: nobody is told whether a name exists or what of a sign-in was wrong.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto sign_in_rules = std::to_array<RuleText>({
    {"sign_in_failed",
     "That is not right. Check user name, password and one-time code, and try again."},
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
    {"sign_in_begin_anew",
     "The sign-in began in another browser or too long ago, or has been used already. Begin anew "
     "from the page for signing in."},
    {"sign_in_cancelled",
     "The sign-in was cancelled at the sign-in service. Try again, or sign in another way."},
    {"sign_in_issuer_unreachable",
     "The sign-in service does not answer as it should just now. Try again in a while."},
    {"sign_in_not_trusted",
     "The answer of the sign-in service cannot be trusted, so nobody has been signed in. Begin "
     "anew, and tell whoever looks after Kallad if it happens again."},
    {"sign_in_name_missing",
     "The sign-in service does not say what the person is called. Whoever looks after the service "
     "needs to give the name."},
    {"sign_in_unit_missing",
     "The sign-in service does not say which unit the person belongs to. Sign in again and choose "
     "an assignment, or ask whoever looks after the service."},
    {"sign_in_unit_unknown",
     "The unit that the sign-in service names[, HSA-id {hsa_id},] is not in the register here. Ask "
     "whoever looks after the register to add it."},
    {"sign_in_unit_several",
     "The sign-in service gives several units. Sign in again and choose one assignment."},
    {"sign_in_no_position",
     "The sign-in service gives no role that is used here. Ask whoever looks after permissions "
     "for one."},
    {"position_table_form",
     "The table of roles is written value=role, with semicolons between the rows."},
});
// clang-format on

}  // namespace kallad::words::english
