// Three tables by hand: what each sees in each situation, who may say which command, and the routes
// that are of no case. Not derived from anything. Rule kept: a letter says one thing, told below.
#include "tests/adapters/api_attack/matrix_oracle.hpp"

#include <algorithm>

namespace kallad::api_matrix {

namespace {

// W whole, P as a party, F frozen, O only that it goes on, C the council's deficiencies, - nothing.
// In the order of Situation: open, unconsented, guarded, withdrawn, ended, left, closed, nothing.
const std::map<std::string, std::string> sights{
    {"siv", "WWWWWWW-"},   {"program", "WWWWWWW-"}, {"stina", "WW-WWWW-"}, {"hilda", "WW-WWWW-"},
    {"sara", "P--FFPP-"},  {"rut", "P--FFFP-"},     {"mats", "P--FFFP-"},  {"eva", "P--FFFP-"},
    {"nadja", "P-PFFFP-"}, {"rune", "P--FFFP-"},    {"bosse", "--------"}, {"ove", "--------"},
    {"namne", "--------"}, {"kim", "P--O----"},     {"carin", "C-CCCCC-"}, {"rolf", "OO-OOOO-"},
    {"rita", "OO-OOOO-"},  {"ada", "--------"},     {"adam", "--------"}};

// Who may say it: L coordinator of the case, A staff of a party, H its head, a and h the same about
// their own seat, M chair, S secretary, p and q staff and head for their own unit or its huvudman,
// D coordinator, d staff, e head: of the unit whose deficiency it is, c staff or head of the unit
// that it was sent to, N the council's secretary when it has left its unit, O who is offered the
// coordination. A star: also where one only reads.
const std::map<std::string, std::string> commands{{"record_consent", "L"},
                                                  {"withdraw_consent", "LMAH"},
                                                  {"add_party", "L"},
                                                  {"remove_party", "L"},
                                                  {"hand_over_coordination", "L"},
                                                  {"accept_coordination", "O"},
                                                  {"record_discharge_facts", "LAH"},
                                                  {"record_mapping", "ahL"},
                                                  {"record_origin", "L"},
                                                  {"correct_person", "L"},
                                                  {"take_over_plan", "L"},
                                                  {"hold_follow_up", "L"},
                                                  {"record_evaluation", "L"},
                                                  {"continue_plan", "L"},
                                                  {"close_case", "L"},
                                                  {"call_officials_meeting", "L"},
                                                  {"record_officials_meeting", "LMS"},
                                                  {"send_summons", "L"},
                                                  {"summon_party", "L"},
                                                  {"change_meeting", "L"},
                                                  {"cancel_meeting", "L"},
                                                  {"assign_roles", "LMS"},
                                                  {"open_meeting", "LMS"},
                                                  {"close_attendance", "LMS*"},
                                                  {"correct_attendance", "LM*"},
                                                  {"call_off_meeting", "LMS*"},
                                                  {"end_meeting", "LMS*"},
                                                  {"record_goal", "LMS"},
                                                  {"record_activity", "LMS"},
                                                  {"record_plan_points", "LMS"},
                                                  {"agree_plan", "pqLMS"},
                                                  {"decline_plan", "pqLMS"},
                                                  {"hand_out_copy", "L"},
                                                  {"report_activity", "ahL"},
                                                  {"open_summons", "ah"},
                                                  {"acknowledge", "ahL"},
                                                  {"answer", "ahL"},
                                                  {"name_substitute", "ahL"},
                                                  {"confirm_substitute", "ahL"},
                                                  {"decline_substitution", "ahL"},
                                                  {"take_back_seat", "ahL"},
                                                  {"mark_attendance", "LMSah*"},
                                                  {"unmark_attendance", "LMSah*"},
                                                  {"write_deficiency", "LAH"},
                                                  {"complete_deficiency", "Dde*"},
                                                  {"hand_to_own_manager", "Dde*"},
                                                  {"withdraw_deficiency", "Dde*"},
                                                  {"resume", "Dde*"},
                                                  {"send_to_counterpart", "De*"},
                                                  {"answer_deficiency", "cDN*"},
                                                  {"contest_deficiency", "cDN*"},
                                                  {"send_to_council_secretary", "DeN*"},
                                                  {"put_before_council", "N*"},
                                                  {"send_back", "N*"},
                                                  {"accept_deficiency", "N*"},
                                                  {"rule_not_a_deficiency", "N*"},
                                                  {"close_deficiency", "NDe*"},
                                                  {"dispose_copy", "q*"},
                                                  {"keep_copy", "q*"}};

char sight_of(const std::string& user, Situation situation) {
  return sights.at(user).at(static_cast<std::size_t>(situation));
}

bool has(const Hand& who, const char* position) {
  return std::ranges::count(who.positions, position) > 0;
}

bool is_staff(const Hand& who) {
  return has(who, "attendee") || has(who, "unit_head") || has(who, "coordinator");
}

bool is_there(std::uint32_t deficiency, Situation situation) {
  if (situation == Situation::unconsented || situation == Situation::nothing) return false;
  return deficiency == 1 || situation != Situation::guarded;
}

bool is_own(std::uint32_t deficiency, const Hand& who) {
  return who.unit == (deficiency == 1 ? town : clinic);
}

/// One asking, for the letters above.
struct Asking {
  const Hand& who;
  Situation situation;
  const About& about;
  char sight;
  bool star;
};

/// Who only reads may say what has a star, and else nothing as staff, head, chair or secretary.
bool may_act(const Asking& asking) {
  return asking.sight == 'W' || asking.sight == 'P' || (asking.sight == 'F' && asking.star);
}

bool leads(const Asking& asking) {
  return asking.sight == 'W' && has(asking.who, "coordinator") && asking.who.unit == town;
}

bool sits(const Asking& asking, const char* name) {
  const bool at_the_table = asking.who.unit == town || asking.situation != Situation::left;
  return may_act(asking) && asking.who.name == name && at_the_table &&
         asking.situation != Situation::unconsented;
}

bool holds_of_deficiency(char letter, const Asking& asking) {
  const std::uint32_t number = asking.about.deficiency;
  if (!is_there(number, asking.situation)) return false;
  switch (letter) {
    case 'D':
      return leads(asking) && is_own(number, asking.who);
    case 'd':
      return may_act(asking) && is_staff(asking.who) && is_own(number, asking.who);
    case 'e':
      return may_act(asking) && has(asking.who, "unit_head") && is_own(number, asking.who);
    case 'c':  // where one only reads, a deficiency that tells the person's identity is over
      return number == 1 && asking.who.unit == clinic && asking.sight == 'P';
    case 'N':
      return number == 1 && asking.sight == 'C';
    default:
      return false;
  }
}

bool holds(char letter, const Asking& asking) {
  const bool staff = may_act(asking) && is_staff(asking.who);
  const bool head = may_act(asking) && has(asking.who, "unit_head");
  const bool own = asking.about.party == asking.who.unit;
  const bool of_principal =
      own || asking.about.party == asking.who.unit.substr(0, asking.who.unit.find('/'));
  switch (letter) {
    case 'L':
      return leads(asking);
    case 'A':
      return staff;
    case 'H':
      return head;
    case 'a':
      return staff && own;
    case 'h':
      return head && own;
    case 'p':
      return staff && of_principal;
    case 'q':
      return head && of_principal;
    case 'M':
      return sits(asking, "Mats Mötesledare");
    case 'S':
      return sits(asking, "Sara Sekreterare");
    case 'O':
      return asking.who.name == "Kim Kommande" && asking.sight != '-';
    default:
      return holds_of_deficiency(letter, asking);
  }
}

using Who = OtherRoute::Who;

const std::map<std::string, OtherRoute> others{
    {"alive", {Who::anyone}},
    {"ready", {Who::anyone}},
    {"metrics", {Who::anyone}},
    {"describe_api", {Who::anyone}},
    {"show_api", {Who::anyone}},
    {"sign_in", {Who::anyone, 422}},
    {"look_at_link", {Who::anyone, 422}},
    {"accept_link", {Who::anyone, 422}},
    {"begin_oidc", {Who::anyone, 404}},
    {"finish_oidc", {Who::anyone, 404}},
    {"sign_in_by_proxy", {Who::anyone, 401}},
    {"show_link", {Who::anyone, 404}},
    {"act_by_link", {Who::anyone, 422}},
    {"calendar_feed", {Who::anyone, 404}},
    {"link_calendar", {Who::anyone, 404}},
    {"show_calendar_address", {Who::signed_in, 404}},
    {"make_calendar_address", {Who::signed_in, 422}},
    {"revoke_calendar_address", {Who::signed_in, 404}},
    {"show_me", {Who::signed_in}},
    {"change_password", {Who::signed_in, 422}},
    {"issue_token", {Who::signed_in, 422}},
    {"sign_out", {Who::signed_in, 204, "", true}},
    {"sign_out_everywhere", {Who::signed_in, 204, "", true}},
    {"list_cases", {Who::signed_in}},
    {"open_case", {Who::coordinator, 201}},
    {"follow_events", {Who::signed_in}},
    {"show_register", {Who::signed_in}},
    {"list_orphan_cases", {Who::unit_head}},
    {"show_my_day", {Who::signed_in}},
    {"hand_out_access_log", {Who::auditor, 422}},
    {"find_case", {Who::staff}},
    {"search_cases", {Who::staff, 422}},
    {"show_unit_inbox", {Who::staff}},
    {"take_from_unit_inbox", {Who::staff, 422}},
    {"hand_over_in_unit_inbox", {Who::staff, 422}},
    {"put_back_in_unit_inbox", {Who::staff, 422}},
    {"show_access_log", {Who::auditor}},
    {"list_accounts", {Who::administrator}},
    {"invite", {Who::administrator, 422}},
    {"show_account", {Who::administrator, 404}},
    {"reset_account", {Who::administrator, 422}},
    {"set_account_rights", {Who::administrator, 422}},
    {"sign_out_account", {Who::administrator, 404}},
    {"lock_account", {Who::administrator, 422}},
    {"unlock_account", {Who::administrator, 422}},
    {"close_account", {Who::administrator, 422}},
    {"list_trouble", {Who::administrator}},
    {"retry_trouble", {Who::administrator, 422}},
    {"show_register_history", {Who::administrator}},
    {"record_principal", {Who::administrator, 412}},
    {"record_unit", {Who::administrator, 412}},
    {"record_agreement", {Who::administrator, 412}},
    {"record_council", {Who::administrator, 412}},
    {"record_mailbox_check", {Who::administrator, 412}},
    {"record_head_absence", {Who::administrator, 412}},
    {"record_retention", {Who::administrator, 412}},
    {"record_routine", {Who::administrator, 412}},
    {"list_disposals", {Who::decides_disposal}},
    {"list_disposed", {Who::decides_disposal}},
    {"webhooks", {Who::administrator}},
    {"add_webhook", {Who::administrator, 422}},
    {"webhook", {Who::administrator, 404}},
    {"remove_webhook", {Who::administrator, 404}},
    {"disable_webhook", {Who::administrator, 404}},
    {"enable_webhook", {Who::administrator, 404}},
    {"drop_former_webhook_secret", {Who::administrator, 404}},
    {"replace_webhook_secret", {Who::administrator, 404}},
    {"dead_letters", {Who::administrator, 404}},
    {"resend_webhook", {Who::administrator, 404}},
    {"reports", {Who::signed_in}},
    // Of a council that does not exist nobody reads, drafts or publishes; of one that does, who may
    // is told below.
    {"report", {Who::signed_in, 403}},
    {"report_figures", {Who::signed_in, 403}},
    {"report_draft", {Who::signed_in, 403}},
    {"publish_report", {Who::signed_in, 403}},
    {"publish_report_figures", {Who::signed_in, 403}}};

bool is_among(Who wanted, const Hand& who) {
  switch (wanted) {
    case Who::anyone:
    case Who::signed_in:
      return true;
    case Who::administrator:
      return has(who, "administrator");
    case Who::auditor:
      return has(who, "auditor");
    case Who::unit_head:
      return has(who, "unit_head");
    case Who::coordinator:
      return has(who, "coordinator");
    case Who::decides_disposal:
      return has(who, "unit_head") || has(who, "administrator");
    case Who::staff:
      return has(who, "coordinator") || has(who, "attendee") || has(who, "unit_head");
  }
  return false;
}

}  // namespace

bool knows_command(const std::string& command) { return commands.contains(command); }
std::size_t command_count() { return commands.size(); }

unsigned should_answer(const std::string& user, const Hand& who, Situation situation,
                       const std::string& command, const About& about) {
  const char sight = sight_of(user, situation);
  // The administrator decides about copies of cases that they do not see.
  const bool disposes = command == "dispose_copy" || command == "keep_copy";
  if (disposes && situation != Situation::nothing && has(who, "administrator")) return 412;
  if (sight == '-') return 404;
  const std::string& letters = commands.at(command);
  const Asking asking{who, situation, about, sight, letters.ends_with('*')};
  // What is reported is an activity of the plan, which is some party's own. Before the meeting
  // there is none, so that only who leads the case is not told that it is another's.
  if (command == "report_activity" && situation == Situation::unconsented) {
    return leads(asking) ? 412 : 403;
  }
  const bool may = std::ranges::any_of(letters, [&](char letter) { return holds(letter, asking); });
  return may ? 412 : 403;
}

unsigned should_show(const std::string& user, Situation situation) {
  const char sight = sight_of(user, situation);
  const bool counts_only = sight == 'O' && user != "kim";
  return sight == '-' || counts_only ? 404 : 200;
}

unsigned should_tell_events(const std::string& user, Situation situation) {
  const char sight = sight_of(user, situation);
  return sight == 'W' || sight == 'P' || sight == 'F' ? 200 : 404;
}

/// What closing attendance would draft is for who may close it.
unsigned should_foresee(const std::string& user, const Hand& who, Situation situation) {
  const unsigned said = should_answer(user, who, situation, "close_attendance", {town, 1});
  return said == 412 ? 200 : said;
}

unsigned should_manage(const std::string& route, const std::string& user, Situation situation) {
  static const std::map<std::string, unsigned> managing{
      {"named_staff", 200},       {"name_staff", 422},      {"unname_staff", 404},
      {"seat_links", 200},        {"letters", 200},         {"preview_letter", 422},
      {"hold_letter", 422},       {"send_letter_now", 422}, {"mail_suggestions", 200},
      {"settle_suggestion", 422}, {"foresee_letters", 422}, {"address_letters", 422}};
  const auto found = managing.find(route);
  if (found == managing.end()) return 0;
  const char sight = sight_of(user, situation);
  // Who only counts cases is told of naming as little as of the case itself.
  const bool counts_only = should_show(user, situation) == 404 && route.find("staff") != route.npos;
  if (sight == '-' || counts_only) return 404;
  return sight == 'W' ? found->second : 403;
}

// Report readers of the agreement's members and of the secretary's unit; the secretary.
bool should_read_reports(const std::string& user) {
  static const std::vector<std::string> readers{"carin", "rolf", "rita", "ove"};
  return std::ranges::count(readers, user) > 0;
}

bool should_publish_reports(const std::string& user) { return user == "carin"; }

std::optional<OtherRoute> other_route(const std::string& id) {
  const auto found = others.find(id);
  return found == others.end() ? std::nullopt : std::optional{found->second};
}

unsigned should_answer(const OtherRoute& route, const Hand& who) {
  const bool nobody = who.guest.cookie.empty() && who.bearer.empty();
  if (nobody && route.who != Who::anyone) return 401;
  return is_among(route.who, who) ? route.status : 403;
}

}  // namespace kallad::api_matrix
