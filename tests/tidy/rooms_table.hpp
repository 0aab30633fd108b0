// Which room may include which: the one list. The CMake targets, the drawing in ARCHITECTURE.md and
// every #include are held against it. Not a list of targets: a room named here need not have
// sources yet, but a folder of sources that is not named here is a finding. Rule kept: rooms
// include downward only; adapters see the engine, never the other way (ARCHITECTURE.md).
#pragma once

#include <string_view>
#include <vector>

namespace kallad::tidy {

/// A room: its folder, the name it has as CMake target and in the drawing, and the rooms right
/// below it. What those see it sees too.
struct Room {
  std::string_view folder;
  std::string_view name;
  std::vector<std::string_view> sees;
};

inline const std::vector<Room> kRooms = {
    {"engine/spine", "spine", {}},
    {"engine/deadline", "deadline", {"spine"}},
    {"engine/register", "register", {"spine"}},
    {"engine/consent", "consent", {"spine"}},
    {"engine/seat", "seat", {"deadline", "register", "consent"}},
    {"engine/meeting", "meeting", {"seat"}},
    {"engine/plan", "plan", {"deadline", "register", "consent"}},
    {"engine/case", "case", {"meeting", "plan"}},
    {"engine/deficiency", "deficiency", {"case"}},
    {"engine/count", "count", {"deficiency"}},
    {"engine/disposal", "disposal", {"count"}},
    {"engine/between", "between", {"disposal"}},
    {"engine/authority", "authority", {"between"}},
    {"engine/report", "report", {"between"}},
    {"engine/report/figures", "figures", {"report"}},
    {"adapters/clock", "clock", {"spine"}},
    {"adapters/config", "config", {"spine"}},
    {"adapters/log", "log", {"spine"}},
    {"adapters/codec", "codec", {"disposal"}},
    {"adapters/codec/schema", "schema", {"codec"}},
    {"adapters/desk", "desk", {"spine"}},
    {"adapters/desk/alarm", "alarm", {"desk"}},
    {"adapters/store/sqlite/sealed", "store_sealed", {"desk"}},
    {"adapters/store/sqlite/file", "store_file", {"store_sealed"}},
    {"adapters/store/sqlite/older", "store_older", {"store_file"}},
    {"adapters/store/sqlite/lists", "store_lists", {"store_file"}},
    {"adapters/store/sqlite", "store_sqlite", {"store_lists"}},
    {"adapters/store/sqlite/beside", "store_beside", {"store_sqlite", "store_older"}},
    {"adapters/http/wire", "http_wire", {"spine"}},
    {"adapters/http", "http", {"http_wire"}},
    {"adapters/store/side", "store_side", {"store_file"}},
    {"adapters/access_log", "access_log", {"store_side"}},
    {"adapters/takings", "takings", {"store_side"}},
    {"adapters/feedback", "feedback", {"store_side"}},
    {"adapters/store/seal", "store_seal", {"desk"}},
    {"adapters/backup", "backup", {"store_seal", "store_beside", "access_log"}},
    {"adapters/sign_in/secret", "sign_in_secret", {"spine"}},
    {"adapters/sign_in", "sign_in", {"sign_in_secret", "store_side"}},
    {"adapters/sign_in/federated", "federated", {"sign_in"}},
    {"adapters/sign_in/oidc", "oidc", {"federated"}},
    {"adapters/sign_in/client_token", "client_token", {"oidc"}},
    {"adapters/webhook",
       "webhook",
     {"disposal", "store_beside", "store_side", "sign_in_secret"}},
    {"adapters/post/mime", "post_mime", {"spine"}},
    {"adapters/post", "post", {"post_mime", "desk"}},
    {"adapters/brain/lists", "brain_lists", {"authority", "codec", "desk"}},
    {"adapters/brain/counts", "brain_counts", {"between"}},
    {"adapters/brain", "brain", {"brain_lists", "brain_counts"}},
    {"adapters/brain/memory", "brain_memory", {"brain"}},
    {"adapters/view", "view", {"between", "codec", "words"}},
    {"adapters/answer_link", "answer_link", {"between", "codec"}},
    {"adapters/wording/words", "words", {"authority"}},
    {"adapters/wording/days", "day_words", {"words"}},
    {"adapters/wording", "wording", {"words"}},
    {"adapters/calendar", "calendar", {"codec", "words", "http_wire"}},
    {"adapters/calendar/reply", "calendar_reply", {"calendar"}},
    {"adapters/letter/template", "letter_template", {"day_words", "codec"}},
    {"adapters/letter", "letter", {"letter_template", "answer_link"}},
    {"adapters/mailroom/kept", "mail_kept", {"letter", "brain", "post", "store_side"}},
    {"adapters/mailroom/outgoing", "mail_outgoing", {"mail_kept", "calendar", "store_beside", "webhook"}},
    {"adapters/mailroom/incoming", "mail_incoming", {"mail_outgoing", "calendar_reply"}},
    {"adapters/mailroom", "mailroom", {"mail_incoming"}},
    {"adapters/paper/model", "paper_model", {"words"}},
    {"adapters/paper/sheet", "paper_sheet", {"paper_model"}},
    {"adapters/paper/print", "paper_print", {"paper_sheet"}},
    {"adapters/paper", "paper", {"paper_model", "day_words"}},
    {"adapters/paper/fill", "paper_fill", {"paper"}},
    {"adapters/fhir", "fhir", {"brain", "words"}},
    {"adapters/report/sheet", "report_sheet", {"spine"}},
    {"adapters/report", "report_out", {"figures", "brain", "words", "report_sheet"}},
    {"adapters/report/form", "report_form", {"report_out", "paper_print"}},
    {"adapters/report/stored", "report_stored", {"report_out", "store_beside"}},
    {"adapters/report/kept", "report_kept", {"report_stored", "store_side"}},
    {"adapters/import", "import", {"brain", "words"}},
    {"adapters/api/way",
     "api_way",
     {"authority", "brain_memory", "store_beside", "words", "http", "oidc", "access_log", "alarm", "log"}},
    {"adapters/api/follow", "api_follow", {"api_way"}},
    {"adapters/api/lists", "api_lists", {"api_way"}},
    {"adapters/api/routes", "api_routes", {"api_follow", "api_lists", "view", "day_words"}},
    {"adapters/api/links", "api_links", {"api_way", "answer_link"}},
    {"adapters/api/papers", "api_papers", {"api_routes", "paper_fill", "paper_print"}},
    {"adapters/api/exchange", "api_exchange", {"api_routes", "fhir"}},
    {"adapters/api/hooks", "api_hooks", {"api_way", "webhook"}},
    {"adapters/api/inbox", "api_inbox", {"api_lists", "takings"}},
    {"adapters/api/disposal", "api_disposal", {"api_lists"}},
    {"adapters/api/letters", "api_letters", {"api_way", "mailroom"}},
    {"adapters/api/feed", "api_feed", {"api_lists", "api_links", "mailroom"}},
    {"adapters/api/reports", "api_reports", {"api_way", "report_kept", "report_form"}},
    {"adapters/api",
     "api",
     {"api_routes", "api_links", "api_feed", "api_hooks", "api_inbox", "api_disposal", "api_letters", "api_papers",
      "api_exchange", "api_reports", "schema"}},
    {"adapters/web/look", "web_look", {"api_way"}},
    {"adapters/web/template", "web_template", {"web_look", "day_words"}},
    {"adapters/web/frame",
     "web_frame",
     {"web_template", "api_routes", "api_disposal", "api_hooks", "api_inbox", "api_letters", "api_links", "api_papers",
      "api_reports"}},
    {"adapters/web/sign_in", "web_sign_in", {"web_frame", "api_feed", "paper_model"}},
    {"adapters/web/start", "web_start", {"web_frame"}},
    {"adapters/web/course", "web_course", {"web_frame"}},
    {"adapters/web/case/fields", "web_case_fields", {"web_course", "view"}},
    {"adapters/web/case", "web_case", {"web_case_fields"}},
    {"adapters/web/report", "web_report", {"web_frame"}},
    {"adapters/web/meeting", "web_meeting", {"web_case", "api_papers", "api_links", "paper_model"}},
    {"adapters/web/admin/frame", "web_admin_frame", {"web_frame"}},
    {"adapters/web/admin/register", "web_admin_register", {"web_admin_frame"}},
    {"adapters/web/admin", "web_admin", {"web_admin_register"}},
    {"adapters/web/letters", "web_letters", {"web_case"}},
    {"adapters/web/audit", "web_audit", {"web_frame", "paper"}},
    {"adapters/web/deficiency", "web_deficiency", {"web_case"}},
    {"adapters/web/disposal", "web_disposal", {"web_admin_frame", "api_disposal"}},
    {"adapters/web/papers", "web_papers", {"web_case", "paper_fill"}},
    {"adapters/web/feedback", "web_feedback", {"web_admin_frame", "feedback"}},
    {"adapters/web/link", "web_link", {"web_frame", "api_links", "api_feed"}},
    {"adapters/web",
     "web",
     {"api", "web_admin", "web_audit", "web_case", "web_course", "web_deficiency", "web_disposal", "web_feedback",
      "web_letters", "web_link",
      "web_look", "web_meeting", "web_papers", "web_report", "web_sign_in", "web_start"}},
    {"adapters/scene/text", "scene_text", {"spine"}},
    {"adapters/scene/fields", "scene_fields", {"scene_text", "codec"}},
    {"adapters/scene/stage", "scene_stage", {"brain", "store_sqlite"}},
    {"adapters/scene", "scene", {"scene_fields", "scene_stage", "view", "words"}},
    {"tools/kallad/look", "look", {"brain", "store_beside", "view", "words", "clock"}},
    {"tools/kallad/paper", "paper_verb", {"look", "access_log", "paper_fill", "paper_print"}},
    {"tools/kallad/exchange", "fhir_verb", {"look", "fhir"}},
    {"tools/kallad/report", "report_verb", {"look", "report_form", "report_stored"}},
    {"tools/kallad/texts", "texts_verb", {"letter_template"}},
    {"tools/kallad/said", "said", {"api", "client_token", "config", "mailroom"}},
    {"tools/kallad",
     "kallad",
     {"look", "paper_verb", "texts_verb", "said", "scene", "store_beside", "wording", "clock", "config", "web", "alarm",
      "import", "backup",
      "report_verb", "fhir_verb"}},
    {"tools/schema_writer", "schema_writer", {"schema", "wording", "store_file", "config"}},
};

inline const std::vector<Room>& rooms() { return kRooms; }

/// A library and the folders that may include its headers. A header of a library that stands in no
/// row may not be included at all; `header` is a beginning, and the longest one that fits decides.
struct Library {
  std::string_view header;
  std::vector<std::string_view> folders;
};

inline const std::vector<Library>& libraries() {
  static const std::vector<Library> table = {
      {"boost/describe", {"engine", "adapters", "tools", "tests"}},
      {"boost/mp11", {"engine", "adapters", "tools", "tests"}},
      {"boost/pfr", {"tests"}},
      {"boost/variant2", {"engine", "adapters", "tools", "tests"}},
      {"boost/msm/front", {"engine", "tests"}},
      {"boost/msm/back", {"engine", "tests"}},  // and there only *_machine.cpp, see includes.cpp
      {"boost/asio", {"adapters/http", "tests"}},
      {"boost/beast", {"adapters/http", "tests"}},
      {"arpa/", {"adapters/config", "adapters/http", "adapters/sign_in", "adapters/webhook", "tests"}},
      {"curl/", {"adapters/sign_in/oidc", "adapters/post", "adapters/webhook", "tests"}},
      {"gmime/", {"adapters/post/mime"}},
      {"netinet/", {"tests"}},
      {"poll.h", {"adapters/post", "tests"}},
      {"nlohmann/json.hpp", {"adapters/codec", "adapters/wording", "adapters/api", "adapters/fhir", "adapters/log",
       "adapters/mailroom/outgoing", "adapters/sign_in/client_token", "adapters/sign_in/oidc", "adapters/webhook",
       "adapters/web", "tools", "tests"}},
      {"nlohmann/json_fwd.hpp", {"adapters", "tools", "tests"}},
      {"SQLiteCpp/", {"adapters/store", "adapters/sign_in", "adapters/access_log", "adapters/webhook", "adapters/mailroom",
       "tests"}},
      {"sqlite3.h", {"adapters/store", "tests"}},
      {"kainjow/", {"adapters/web", "adapters/letter/template", "tests"}},
      {"qrcodegen/", {"adapters/web", "adapters/paper"}},
      {"pango/", {"adapters/paper/sheet"}},
      {"cairo", {"adapters/paper/sheet"}},
      {"fontconfig/", {"adapters/paper/sheet"}},
      {"hb.h", {"adapters/paper/sheet"}},
      {"qpdf/", {"adapters/paper/print"}},
      {"unicode/", {"adapters/wording/days", "adapters/web/template", "adapters/letter"}},
      {"zlib.h", {"adapters/web"}},
      {"xlsxwriter.h", {"adapters/report/sheet"}},
      {"openssl/", {"adapters", "tests"}},
      {"libical/", {"adapters/calendar"}},
      {"date/", {"adapters/clock", "tests"}},
      {"sodium.h", {"adapters/sign_in/secret", "adapters/store/seal", "adapters/store/sqlite/sealed"}},
      {"liboath/", {"adapters/sign_in/secret"}},
      {"systemd/", {"tools/kallad"}},
      {"toml++/", {"adapters/config"}},
      {"CLI/", {"tools/kallad"}},
      {"benchmark/", {"tests"}},
      {"gtest/", {"tests"}}, {"gmock/", {"tests"}},
      {"rapidcheck", {"tests"}},
      {"sys/", {"adapters", "tools", "tests"}},
      {"unistd.h", {"adapters", "tools", "tests"}},
      {"fcntl.h", {"adapters", "tools", "tests"}},
      {"signal.h", {"adapters", "tools", "tests"}},
  };
  return table;
}

/// Headers of the standard library that bring the world in: the engine must do without.
inline const std::vector<std::string_view>& worldly_headers() {
  static const std::vector<std::string_view> table = {
      "iostream", "fstream",      "sstream",    "istream", "ostream",
      "iomanip",  "thread",       "mutex",      "atomic",  "condition_variable",
      "future",   "shared_mutex", "random",     "ctime",   "locale",
      "clocale",  "filesystem",   "regex",      "csignal", "semaphore",
      "latch",    "barrier",      "stop_token", "codecvt",
  };
  return table;
}

}  // namespace kallad::tidy
