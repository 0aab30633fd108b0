// What each mail of the folder mails/ must come to, by domain.md ("Mail", "Delivered") and docs/mail.md.
// Not what it is read as: tests/adapters/post. A mail that is not here fails mailbag.every_mail_is_in_the_table.
#pragma once

#include "tests/adapters/mailbag/bag.hpp"

namespace kallad::mailbag {

enum class Answered { nothing, attends, cannot_come, sends_substitute };
enum class Asks { nothing, noted, open };  ///< whether a suggestion is left, and whether it asks the coordinator

struct Expected {
  const char* file;
  const char* what;                             ///< as counted
  Answered answered = Answered::nothing;        ///< recorded at the seat
  Asks asks = Asks::nothing;
  SuggestionKind kind = SuggestionKind::words;  ///< of the only suggestion
  const char* words = "";                       ///< that it must hold
};

using enum Answered;
using K = SuggestionKind;

inline constexpr Expected calendar_mails[] = {
    {"outlook_windows_1252", "answer", attends},
    {"outlook_utf16", "answer", attends},
    {"exchange_base64", "answer", cannot_come},
    {"exchange_quoted_printable", "answer", cannot_come},
    {"bare_line_feeds", "answer", attends},
    {"folded_in_a_letter", "answer", attends},
    {"recurrence_id", "answer", attends},
    {"two_events_that_differ", "suggestion", Answered::nothing, Asks::open, K::unclear},
    {"two_events_of_two_meetings", "answer", attends},
    {"delegated_to_one", "answer", sends_substitute},
    {"delegated_to_nobody", "suggestion", Answered::nothing, Asks::open, K::unclear},
    {"decline_and_propose", "suggestion", Answered::nothing, Asks::open, K::asks_another_time, "Torsdag"},
    {"tentative", "suggestion", Answered::nothing, Asks::noted, K::tentative},
    {"no_organizer_no_times", "answer", attends},
    {"organizer_of_another", "answer", attends},
    {"our_request_before_the_reply", "answer", attends},
    {"reply_as_a_file", "answer", attends},
    {"reply_as_octets", "answer", attends},
    {"lower_case_everything", "answer", attends},
    {"address_in_capitals", "answer", attends},
    {"attendee_is_an_alias", "suggestion", Answered::nothing, Asks::open, K::someone_else},
    {"sent_from_an_alias", "suggestion", Answered::nothing, Asks::open, K::someone_else},
    {"sequence_ahead", "suggestion", Answered::nothing, Asks::open, K::unclear},
    {"another_entry_with_our_token", "suggestion", Answered::nothing, Asks::open, K::unclear},
    {"another_entry", "unmatched"},
    {"nul_within", "answer", attends},
    {"cut_off", "suggestion", Answered::nothing, Asks::open, K::unreadable},
    {"no_method", "suggestion", Answered::nothing, Asks::open, K::unreadable},
    {"a_task_and_no_event", "suggestion", Answered::nothing, Asks::open, K::unreadable},
    {"google_with_a_note", "answer", attends, Asks::noted, K::comment, "tio minuter"},
    {"exchange_words_beside_the_reply", "answer", attends, Asks::noted, K::comment, "13.30"},
    {"google_text_of_its_own", "answer", attends},
    {"stamp_of_tomorrow", "answer", attends},
    {"no_stamp", "answer", attends},
    {"signed_reply", "answer", attends},
    {"apple_in_three_shells", "answer", attends},
    {"room_that_answers_itself", "answer", attends},
    {"calendar_inside_an_attached_mail", "suggestion", Answered::nothing, Asks::open, K::words, "svar från Eva"},
    {"teams_forwarding", "suggestion", Answered::nothing, Asks::open, K::words, "Eva som kan ta det"},
    {"a_cancel_of_theirs", "suggestion", Answered::nothing, Asks::open, K::unreadable},
    {"a_comment_with_markup", "answer", cannot_come, Asks::noted, K::comment, "Kan inte"},
    {"unknown_partstat", "suggestion", Answered::nothing, Asks::open, K::unclear},
};

inline constexpr Expected mails_in_words[] = {
    {"words_over_outlook", "suggestion", Answered::nothing, Asks::open, K::words, "Jag kommer."},
    {"words_on_iphone", "suggestion", Answered::nothing, Asks::open, K::words, "skickar Eva"},
    {"words_on_android", "suggestion", Answered::nothing, Asks::open, K::words, "Vi kommer två"},
    {"words_in_the_subject_alone", "suggestion", Answered::nothing, Asks::open, K::words, "skickar Eva Ek"},
    {"words_in_a_subject_of_their_own", "suggestion", Answered::nothing, Asks::open, K::words, "Vi kan inte"},
    {"words_below_the_letter", "suggestion", Answered::nothing, Asks::open, K::words, "båda två"},
    {"words_to_all_with_our_token_in_cc", "suggestion", Answered::nothing, Asks::open, K::words, "Eva tar"},
    {"words_from_another_address", "suggestion", Answered::nothing, Asks::open, K::words, "Evas chef"},
    {"words_in_an_unknown_charset", "suggestion", Answered::nothing, Asks::open, K::words, "Åsa"},
    {"words_with_raw_heads", "suggestion", Answered::nothing, Asks::open, K::words, "för tidigt"},
    {"words_through_a_list", "suggestion", Answered::nothing, Asks::open, K::words, "ingen kan"},
    {"words_that_ask_for_no_automatic_answer", "suggestion", Answered::nothing, Asks::open, K::words, "Vi kommer"},
    {"words_about_absence", "suggestion", Answered::nothing, Asks::open, K::words, "sjuk"},
    {"words_signed_by_pgp", "suggestion", Answered::nothing, Asks::open, K::words, "Vi kommer"},
    {"words_closed_by_smime", "suggestion", Answered::nothing, Asks::open, K::words, "Krypterat"},
    {"words_beside_winmail", "suggestion", Answered::nothing, Asks::open, K::words, "båda"},
    {"words_with_a_token_cut_off", "unmatched"},
    {"words_with_a_token_guessed", "unmatched"},
    {"words_under_our_own_id", "unmatched"},
    {"words_of_nobody", "suggestion", Answered::nothing, Asks::open, K::words, "Jag kommer"},
    {"words_of_two_senders", "suggestion", Answered::nothing, Asks::open, K::words, "Jag kommer"},
    {"words_without_any", "suggestion", Answered::nothing, Asks::open, K::words, "Kallelse"},
    {"complaint", "suggestion", Answered::nothing, Asks::open, K::words, "abuse"},
    {"report_forwarded_by_a_person", "suggestion", Answered::nothing, Asks::open, K::words, "Vad betyder"},
};

inline constexpr Expected automatic_mails[] = {
    {"away_exchange_sv", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "semester"},
    {"away_gmail_en", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "I am away"},
    {"away_old_vacation", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "påsk"},
    {"away_by_its_subject", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "ledig"},
    {"away_with_our_entry", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "semester"},
    {"away_ticket_taken", "suggestion", Answered::nothing, Asks::noted, K::automatic_reply, "återkommer"},
    {"receipt_displayed", "receipt"},
    {"receipt_deleted", "receipt"},
    {"bounce_qmail", "suggestion", Answered::nothing, Asks::open, K::unreadable_bounce, "no mailbox"},
    {"bounce_qmail_by_its_copy", "suggestion", Answered::nothing, Asks::open, K::unreadable_bounce, "no mailbox"},
    {"bounce_qmail_of_another", "unmatched"},
    {"bounce_exim", "suggestion", Answered::nothing, Asks::open, K::unreadable_bounce, "Unrouteable"},
    {"bounce_german_in_words", "suggestion", Answered::nothing, Asks::open, K::unreadable_bounce, "nicht"},
    {"bounce_swedish_in_words", "suggestion", Answered::nothing, Asks::open, K::unreadable_bounce, "finns inte"},
};

enum class Reached { untold, failed, proven };

struct ReportExpected {
  const char* file;
  const char* what;
  Reached reached = Reached::untold;  ///< what the seat hears
};

inline constexpr ReportExpected reports[] = {
    {"report_exchange_failed", "bounce", Reached::failed},
    {"report_exchange_german", "bounce", Reached::failed},
    {"report_postfix_delayed", "delay"},
    {"report_postfix_expired", "bounce", Reached::failed},
    {"report_headers_alone", "bounce", Reached::failed},
    {"report_gmail", "bounce", Reached::failed},
    {"report_relayed", "delay"},
    {"report_expanded", "delay"},
    {"report_delivered", "delivery", Reached::proven},
    {"report_without_token", "unmatched"},
    {"report_without_action", "bounce", Reached::failed},
    {"report_mailbox_full", "bounce", Reached::failed},
    {"report_of_two", "bounce", Reached::failed},
    {"report_global", "bounce", Reached::failed},
    {"report_of_anothers_letter", "unmatched"},
    {"report_loop_of_fields", "bounce", Reached::failed},
};

}  // namespace kallad::mailbag
