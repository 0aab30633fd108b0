// What the API refuses before the engine is asked, in English.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/api says that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto api_rules = std::to_array<RuleText>({
    {"path_unknown",
     "There is no such address. The addresses are described at /api."},
    {"method_not_allowed",
     "The address exists but does not take that method. The answer says which it takes (Allow)."},
    {"idempotency_key_required",
     "Send your own key in Idempotency-Key, at most 128 characters, so nothing is stored twice."},
    {"if_match_required",
     "Send in If-Match the ETag the case had when you read it, so that nobody's change is lost."},
    {"bad_if_match",
     "If-Match must be an ETag that the server has given, such as \"12\" with quotes."},
    {"bad_page",
     "The page cannot be shown. limit is 1 to 200, and after is what the page before said."},
    {"bad_form",
     "The form could not be read. Go back, reload the page and try again."},
    {"not_signed_in",
     "You are not signed in, or have been away too long. Sign in and try again."},
    {"search_number_incomplete",
     "Write the whole identity number, ten or twelve digits."},
    {"search_ground_missing",
     "Write why you search, 5–200 characters on one line. The reason stays in the access log."},
    {"search_ground_has_number",
     "Do not write the identity number in the reason. The reason stays in the access log."},
    {"position_missing",
     "This belongs to another position than yours. Ask whoever administers accounts."},
    {"json_expected", "Send the content as JSON, with Content-Type: application/json."},
    {"csrf_required",
     "The change did not come from one of our pages. Open the page again and try once more."},
    {"nothing_waits",
     "It does not wait for your unit any more. Load the inbox again and see what is left."},
    {"taken_meanwhile",
     "A colleague was faster. See who has it now, and take over if need be."},
    {"colleague_unknown",
     "Choose a colleague in your unit who may see the case."},
    {"no_such_trouble",
     "There is no such row that could not be done. It may have succeeded since."},
    {"access_log_failed",
     "The access log cannot be written, and without it nothing is shown. Try again in a while."},
    {"reports_for_readers_only",
     "The council's reports are for those who read reports for one of its parties. Ask whoever "
     "administers accounts."},
    {"council_secretary_only",
     "Only the council's secretary can draft and publish."},
    {"report_unknown",
     "The council has published no such report."},
    {"bad_report_query",
     "The question cannot be read. Year and version are numbers, as_of a time like "
     "2027-02-01T00:00:00Z, and format one of json, csv, xlsx, html, pdf, svg and dictionary."},
    {"report_not_quiet",
     "A report can only be counted up to a moment at least a minute ago."},
    {"report_threshold",
     "The limit for small counts must be 3–100."},
    {"report_names_somebody",
     "The council's words name somebody in a case ({where}). Write them without names."},
    {"report_version_taken",
     "Somebody else has just published the same year. Read that report first."},
    {"calendar_address_none", "You have no calendar address. Make one first."},
    {"calendar_address_dead",
     "There is no such calendar address, or it has been revoked. Make a new one on the page My "
     "account."},
    {"hold_needs_reason",
     "Write why the letter is to wait or be stopped, at most 500 characters."},
    {"no_such_suggestion",
     "There is no such reply in the case."},
    {"suggestion_settled",
     "Somebody has settled the reply already. Reload the page and see what was chosen."},
    {"suggestion_bad_state",
     "Choose taken if the reply has been recorded, or dismissed if nothing is to be recorded."},
});
// clang-format on

}  // namespace kallad::words::english
