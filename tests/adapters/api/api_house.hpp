// A whole server without sockets: real store, desk, engine, people, access log, behind the API's
// one function; a clock moved by hand; the register of north-west Skåne; and people who sign in.
// Not a mock of anything: only the wire is left out (tests/kallad runs the program). Each exchange
// goes to the file KALLAD_EXCHANGES names, for the check against the API's description.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>

#include "adapters/api/api.hpp"
#include "adapters/api/hooks/hook_house.hpp"
#include "adapters/api/links/link_door.hpp"
#include "adapters/api/reports/report_house.hpp"
#include "adapters/api/way/elsewhere.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "adapters/takings/takings.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {

using nlohmann::json;

/// What came back.
struct Reply {
  unsigned status = 0;
  HttpHeaders headers;
  std::string text;

  json body() const { return json::parse(text); }
  std::string header(std::string_view name) const {
    for (const auto& [known, value] : headers) {
      if (known == name) return value;
    }
    return {};
  }
  /// The rule of a problem's first reason; empty where it is no problem.
  std::string rule() const {
    if (header("content-type") != "application/problem+json") return {};
    return body()["errors"][0]["rule"];
  }
};

/// Somebody at a browser, signed in.
struct Guest {
  std::string cookie;
  std::string word;  ///< against forged requests
  std::string account;
  std::string user_name;
  std::string secret;  ///< of the app for codes
};

class ApiHouse {
 public:
  explicit ApiHouse(const std::vector<std::filesystem::path>& stories =
                        {std::filesystem::path{KALLAD_SOURCE_DIR} /
                         "tests/scenes/northwest_skane.scene"},
                    const std::function<api::Pages(api::House&)>& pages = {},
                    scene::Telling as = scene::Telling::plain)
      : told_{play_all(stories, as)},
        store_{{folder / "kallad.db", {}}, Access::create},
        brain_{log_of(store_), Calendar{stockholm()}},
        desk_{store_, brain_, [this] { return clock.now; }},
        alarm_{desk_, [this] { return clock.now; }, {}, [this] { return steady; }},
        shelf_{store_.place(), store_.tail()},
        people_{settings(), InstallationKey{7}},
        access_{folder / "access.sqlite"},
        access_reader_{folder / "access.sqlite"},
        elsewhere_{{std::nullopt, proxy_headers()}, people_},
        links_{people_.keyring, api::LinkKeys{}},
        hooks_{{.file = folder / "webhooks.sqlite",
                .keyring = people_.keyring,
                .shelf = shelf_,
                .store = store_.place(),
                .tail = store_.tail(),
                .calendar = Calendar{stockholm()},
                .now = [this] { return clock.now; },
                .net = {.private_addresses = true, .plain_localhost = true}}},
        mail_{
            folder / "mail.sqlite",
            {.desk = desk_,
             .store = store_.place(),
             .tail = &store_.tail(),
             .calendar = Calendar{stockholm()},
             .links = {[this](const LinkName& name) {
                         return "https://kallad.example/s/" + links_.keys.seal(name);
                       },
                       [](const CaseId& id) { return "https://kallad.example/cases/" + id.text; }},
             .sender = {"svar@kallad.example", true,
                        [this](std::string_view text) {
                          return people_.keyring.sign(Purpose::calendar, text);
                        }},
             .now = [this] { return clock.now; },
             .register_changed = {},
             .tell = [](std::string_view, const std::string&) {}},
            {}},
        reports_{folder / "reports.sqlite", store_.place(), store_.tail(), Calendar{stockholm()}},
        takings_{folder / "inbox.sqlite"},
        house_{.desk = desk_,
               .alarm = alarm_,
               .log = log_,
               .shelf = shelf_,
               .people = people_,
               .access = access_,
               .access_reader = access_reader_,
               .now = [this] { return clock.now; },
               .calendar = Calendar{stockholm()},
               .http_counters = [] { return HttpCounters{}; },
               .elsewhere = &elsewhere_,
               .links = &links_,
               .hooks = &hooks_,
               .reports = &reports_,
               .mail = &mail_,
               .takings = &takings_,
               .webhooks = [this] { return hooks_.counters(); }},
        api_{house_, 2, pages ? pages(house_) : api::Pages{}} {
    desk_.start();
    administrator = accept(people_.enrolment.first_administrator_link(clock.now)->token);
  }
  ~ApiHouse() { desk_.stop(); }

  Reply ask(std::string method, std::string target, std::string body = {},
            HttpHeaders headers = {}) {
    HttpRequest request;
    request.method = std::move(method);
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.headers = std::move(headers);
    request.body = std::move(body);
    request.client = "192.0.2.7";
    request.secure = true;
    request.via_proxy = via_proxy;
    const HttpRequest sent = request;
    auto answered = std::make_shared<std::promise<HttpResponse>>();
    auto coming = answered->get_future();
    api_.handle(std::move(request),
                [answered](HttpResponse response) { answered->set_value(std::move(response)); });
    const HttpResponse response = coming.get();
    keep(sent, response);
    return {response.status, response.headers, response.body};
  }
  /// The feed of events for somebody; null where there was none.
  std::shared_ptr<EventFeed> follow(const Guest& who) {
    HttpRequest request{.method = "GET", .path = "/api/v1/events", .query = {}, .client = {}};
    request.headers = {{"cookie", who.cookie}};
    request.secure = true;
    std::promise<std::shared_ptr<EventFeed>> given;
    api_.handle(std::move(request),
                [&given](const HttpResponse& response) { given.set_value(response.feed); });
    return given.get_future().get();
  }
  Reply get(const Guest& who, const std::string& target) {
    return ask("GET", target, {}, {{"cookie", who.cookie}});
  }
  Reply post(const Guest& who, const std::string& target, const json& body, HttpHeaders more = {}) {
    HttpHeaders headers{{"cookie", who.cookie}, {"x-csrf-token", who.word}};
    headers.insert(headers.end(), more.begin(), more.end());
    return ask("POST", target, body.is_null() ? std::string{} : body.dump(), std::move(headers));
  }
  /// A command with a key of its own, on the version that `target`'s case or register has now.
  Reply say(const Guest& who, const std::string& target, const json& body) {
    const auto last = target.rfind('/');
    const Reply now = get(who, target.substr(0, last));
    return post(who, target, body,
                {{"idempotency-key", "key-" + std::to_string(++keys_)},
                 {"if-match", now.header("etag").empty() ? "\"0\"" : now.header("etag")}});
  }
  /// Says it and wants it stored.
  void must(const Guest& who, const std::string& target, const json& body) {
    const Reply reply = say(who, target, body);
    EXPECT_TRUE(reply.status == 200 || reply.status == 201) << target << " " << reply.text;
  }

  /// The case as the server remembers it, and as a reader who has just come finds it on disk.
  std::array<std::shared_ptr<const ReadCase>, 2> remembered_and_read(const std::string& id) {
    api::Shelf fresh{store_.place(), store_.tail()};
    return {shelf_.find_case(id), fresh.find_case(id)};
  }

  Guest accept(const std::string& token) {
    const json shown = ask("POST", "/api/v1/enrolment/look", json{{"token", token}}.dump()).body();
    Guest guest;
    guest.user_name = shown["user_name"];
    guest.secret = base32_bytes(shown["secret"].get<std::string>());
    const Reply in = ask("POST", "/api/v1/enrolment/accept",
                         json{{"token", token},
                              {"password", "en mening som ingen gissar"},
                              {"code", totp_code(guest.secret, clock.now)}}
                             .dump());
    EXPECT_EQ(in.status, 200U) << in.text;
    return seated(std::move(guest), in);
  }
  /// Signs in once more, as one does after days away.
  void sign_in(Guest& guest) {
    const Reply in = ask("POST", "/api/v1/sign-in",
                         json{{"user_name", guest.user_name},
                              {"password", "en mening som ingen gissar"},
                              {"code", totp_code(guest.secret, clock.now)}}
                             .dump());
    EXPECT_EQ(in.status, 200U) << in.text;
    guest = seated(std::move(guest), in);
  }
  /// A guest with what a sign-in gave.
  static Guest seated(Guest guest, const Reply& in) {
    const std::string given = in.header("set-cookie");
    guest.cookie = given.substr(0, given.find(';'));
    guest.word = in.body()["csrf_token"];
    guest.account = in.body()["account"];
    return guest;
  }
  Guest invite(const std::string& user, const std::string& name, const std::string& unit,
               const std::vector<std::string>& positions) {
    const Reply link =
        post(administrator, "/api/v1/accounts",
             {{"user_name", user}, {"shown_name", name}, {"unit", unit}, {"positions", positions}});
    EXPECT_EQ(link.status, 201U) << link.text;
    return accept(link.body()["token"]);
  }
  /// Time goes on to that moment, and what falls due until then is done.
  void pass_to(Instant moment) {
    clock.now = moment;
    alarm_.beat();
    EXPECT_EQ(alarm_.trouble().size(), 0U);
  }

  const api::Api& api() const { return api_; }
  Desk& desk() { return desk_; }
  const LinkKeyring& link_keys() const { return links_.keys; }
  api::Hooks& hooks() { return hooks_; }
  mailroom::Mailroom& mail() { return mail_; }
  People& people() { return people_; }
  /// The case as it is on disk.
  CaseFile case_file(const std::string& id) { return shelf_.find_case(id)->file; }
  /// What those who run the server have been told.
  std::string lines() const { return lines_.str(); }
  AccessReader& access_reader() { return access_reader_; }

  ScratchFolder folder;
  HandClock clock;
  std::chrono::steady_clock::time_point steady{};  ///< what the alarm measures its beats by
  Guest administrator;
  bool via_proxy = false;  ///< whether requests come by the named proxy

 private:
  bool play_all(const std::vector<std::filesystem::path>& stories, scene::Telling as) {
    scene::Stage stage{{folder / "kallad.db", {}}, Calendar{stockholm()}};
    for (const auto& file : stories) {
      const auto report = scene::play(scene::read_story(file), stage, as);
      EXPECT_TRUE(report.is_good()) << file;
    }
    return true;
  }
  static TrustedHeaders proxy_headers() {
    const auto unit_of = [](std::string_view hsa_id) {
      return hsa_id == "SE1" ? std::optional{UnitId{"helsingborg/vuxen"}} : std::nullopt;
    };
    return {"x-sign-in-subject",
            {{"x-sign-in-name", "x-sign-in-unit", "x-sign-in-roles"},
             {{"sip", "coordinator"}},
             unit_of}};
  }
  PeopleSettings settings() const {
    PeopleSettings cheap;
    cheap.file = folder / "people.sqlite";
    cheap.cost = {1, 8192};
    return cheap;
  }
  static void keep(const HttpRequest& request, const HttpResponse& response) {
    const char* file = std::getenv("KALLAD_EXCHANGES");
    if (file == nullptr) return;
    json kept{{"method", request.method}, {"path", request.path}, {"status", response.status}};
    for (const auto& [name, value] : response.headers) {
      if (name == "content-type") kept["type"] = value;
    }
    kept["body"] = response.body;
    // A spreadsheet or a PDF is no text: what is none in it is written as such.
    std::ofstream{file, std::ios::app}
        << kept.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  }

  std::ostringstream lines_;
  Log log_{lines_, [this] { return clock.now; }};
  bool told_;
  SqliteStore store_;
  EngineBrain brain_;
  Desk desk_;
  Alarm alarm_;
  api::Shelf shelf_;
  People people_;
  AccessLog access_;
  AccessReader access_reader_;
  api::Elsewhere elsewhere_;
  api::LinkDoor links_;
  api::Hooks hooks_;
  mailroom::Mailroom mail_;
  api::ReportHouse reports_;
  Takings takings_;
  api::House house_;
  api::Api api_;
  int keys_ = 0;
};

}  // namespace kallad::testing
