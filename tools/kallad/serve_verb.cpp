// `kallad serve`: the store, the desk, the alarm, the API and the server put together, and ended in
// order. Not what any of them does. Rules kept: signals are taken by this thread alone; what was
// accepted is answered before the desk stops.
#include <sys/resource.h>
#include <systemd/sd-daemon.h>

#include <csignal>
#include <iostream>

#include "adapters/api/api.hpp"
#include "adapters/api/examples/examples.hpp"
#include "adapters/api/hooks/hook_house.hpp"
#include "adapters/api/links/link_door.hpp"
#include "adapters/api/reports/report_house.hpp"
#include "adapters/backup/backup_schedule.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/letters.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/alarm/alarm.hpp"
#include "adapters/feedback/feedback.hpp"
#include "adapters/gone/remembering_store.hpp"
#include "adapters/gone/repeat.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/migrate.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "adapters/takings/takings.hpp"
#include "adapters/web/pages.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/look/reading_brain.hpp"
#include "tools/kallad/look/second_sight.hpp"
#include "tools/kallad/said/elsewhere_said.hpp"
#include "tools/kallad/said/mail_said.hpp"
#include "tools/kallad/said/people_said.hpp"
#include "tools/kallad/said/settings_said.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

/// SIGTERM and SIGINT are blocked in every thread made after this, and waited for by one.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }
  void wait() const {
    int which = 0;
    sigwait(&set_, &which);
  }

 private:
  sigset_t set_{};
};

/// Files the program itself holds open when it has nothing to do, with room for what it opens then.
constexpr rlim_t own_files = 128;

/// Shells and service managers begin with few files and allow more: all that is allowed is taken.
/// False where that is not even enough for the program itself.
bool takes_files() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return true;  // nobody knows; try
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  return files.rlim_max >= own_files;
}

/// What stood in memory of people, and the keys, is not written to disk when the program breaks a
/// promise and stops itself.
void leave_no_core() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

HttpLimits limits_of(const Settings& said) {
  const auto seconds = [](std::int64_t number) { return std::chrono::seconds{number}; };
  HttpLimits limits;
  limits.header_bytes = static_cast<std::size_t>(said.header_bytes);
  limits.body_bytes = static_cast<std::size_t>(said.body_bytes);
  limits.header_time = seconds(said.head_seconds);
  limits.body_time = seconds(said.body_seconds);
  limits.idle_time = seconds(said.idle_seconds);
  limits.write_time = seconds(said.write_seconds);
  limits.connections = static_cast<std::size_t>(said.connections);
  limits.connections_per_client = static_cast<std::size_t>(said.connections_per_client);
  limits.requests_in_flight = static_cast<std::size_t>(said.requests_in_flight);
  if (!said.trusted_proxy.empty()) limits.trusted_proxies = {said.trusted_proxy};
  return limits;
}

std::optional<TlsFiles> tls_of(const Settings& said) {
  if (said.tls_certificate.empty()) return std::nullopt;
  return TlsFiles{said.tls_certificate, said.tls_key};
}

/// Nothing where no backups are asked for.
std::unique_ptr<BackupSchedule> backups_of(const Settings& said, Log& log) {
  if (said.backup_folder.empty()) return nullptr;
  read_public_seal_key(said.backup_public_key);  // better now than at half past two
  BackupPlan plan{.data = said.data,
                  .folder = said.backup_folder,
                  .at = *time_of_day(said.backup_time),
                  .keep = static_cast<int>(said.backup_keep)};
  return std::make_unique<BackupSchedule>(
      std::move(plan), stockholm(),
      sealed_backups(said.data, said.backup_public_key, reading_brain),
      [&log](const std::string& line) {
        log.tell(LogLevel::info, "backup", {{"what", line}});
      });
}

webhook::Net net_of(const Settings& said) {
  return {said.webhook_private_addresses == 1, said.webhook_plain_localhost == 1,
          said.webhook_ca_file};
}

api::LinkKeys link_keys_of(const Settings& said) {
  return {static_cast<unsigned>(said.link_key), static_cast<unsigned>(said.link_key_before)};
}

/// How they go; an empty function where there are none.
std::function<api::BackupCounters()> counters_of(const BackupSchedule* backups) {
  if (backups == nullptr) return {};
  return [backups] {
    const BackupHealth health = backups->health();
    const auto at = health.last_good.value_or(Instant{}).time_since_epoch();
    return api::BackupCounters{std::chrono::floor<std::chrono::seconds>(at).count(), health.failed};
  };
}

/// How mail goes; an empty function where none is set.
std::function<api::MailNumbers()> numbers_of(const mailroom::Mailroom& mail) {
  if (!mail.sends()) return {};
  return [&mail] {
    const mailroom::MailCounters now = mail.counters();
    api::MailNumbers numbers{.accepted = now.outgoing.accepted,
                             .failed = now.outgoing.failed,
                             .put_off = now.outgoing.put_off,
                             .waiting = now.outgoing.waiting};
    for (const auto& [what, count] : now.incoming.mails) {
      numbers.taken_in += count;
      if (what == "unmatched") numbers.unmatched = count;
    }
    numbers.sending_troubled = now.outgoing.trouble.empty() ? 0 : 1;
    numbers.reading_troubled = now.incoming.trouble.empty() ? 0 : 1;
    return numbers;
  };
}

/// Where letters lead: only asked where mail is set, and then the public address is too.
LetterLinks letter_links(const Settings& said, const LinkKeyring& keys) {
  const std::string url = said.public_url;
  return {[url, &keys](const LinkName& name) { return url + "/s/" + keys.seal(name); },
          [url](const CaseId& id) { return url + "/cases/" + id.text; }};
}

/// Everything a running server is made of, in the order it is made; it goes in the other.
class Running {
 public:
  Running(const Settings& said, Log& log)
      : log_(log),
        store_(place_in(said.data), Access::create),
        checkpointer_(store_),
        remembering_(store_, gone_file_of(said),
                     [&log](const std::string& what) {
                       log.tell(LogLevel::warning, "disposals", {{"what", what}});
                     }),
        brain_(log_of(store_), Calendar{stockholm()}),
        sight_(store_),
        desk_(
            remembering_, brain_, [this] { return clock_.now(); }, {}, sight_.eyes()),
        alarm_(desk_, [this] { return clock_.now(); }),
        shelf_(store_.place(), store_.tail()),
        people_(people_said(said), key_said(said)),
        access_(std::filesystem::path{said.data} / "access.sqlite"),
        access_reader_(std::filesystem::path{said.data} / "access.sqlite"),
        elsewhere_(elsewhere_said(said, shelf_), people_),
        backups_(backups_of(said, log)),
        links_(people_.keyring, link_keys_of(said)),
        hooks_({.file = std::filesystem::path{said.data} / "webhooks.sqlite",
                .keyring = people_.keyring,
                .shelf = shelf_,
                .store = store_.place(),
                .tail = store_.tail(),
                .calendar = Calendar{stockholm()},
                .now = [this] { return clock_.now(); },
                .net = net_of(said)}),
        mail_(std::filesystem::path{said.data} / "mail.sqlite",
              {.desk = desk_,
               .store = store_.place(),
               .tail = &store_.tail(),
               .calendar = Calendar{stockholm()},
               .links = letter_links(said, links_.keys),
               .sender = sender_said(said, people_.keyring),
               .now = [this] { return clock_.now(); },
               .register_changed = [this] { shelf_.forget_ledger(); },
               .tell =
                   [&log](std::string_view event, const std::string& what) {
                     log.tell(LogLevel::warning, event, {{"what", what}});
                   }},
              mail_said(said)),
        takings_(std::filesystem::path{said.data} / "inbox.sqlite"),
        feedback_(std::filesystem::path{said.data} / "feedback.sqlite"),
        house_{.desk = desk_,
               .alarm = alarm_,
               .log = log_,
               .shelf = shelf_,
               .people = people_,
               .access = access_,
               .access_reader = access_reader_,
               .now = [this] { return clock_.now(); },
               .calendar = Calendar{stockholm()},
               .http_counters = [this] { return server_->counters(); },
               .elsewhere = &elsewhere_,
               .links = &links_,
               .hooks = &hooks_,
               .reports = &reports_,
               .mail = &mail_,
               .takings = &takings_,
               .feedback = &feedback_,
               .public_url = said.public_url,
               .demo_folder = said.demo == 1 ? said.data : std::string{},
               .backups = counters_of(backups_.get()),
               .webhooks = [this] { return hooks_.counters(); },
               .mail_numbers = numbers_of(mail_)},
        reports_(std::filesystem::path{said.data} / "reports.sqlite", store_.place(), store_.tail(),
                 Calendar{stockholm()}),
        api_(house_, static_cast<unsigned>(said.threads),
             web::pages(house_, {said.accessibility_contact, said.public_url})) {
    desk_.start();
    stop_letters(desk_);  // of a consent withdrawn just before the program last ended
    alarm_.start();
    server_ = std::make_unique<HttpServer>(
        limits_of(said),
        [this](HttpRequest request, HttpAnswer answer) {
          api_.handle(std::move(request), std::move(answer));
        },
        [this] { return clock_.now(); });
    port_ = server_->listen(said.address, static_cast<std::uint16_t>(said.port), tls_of(said));
    server_->start(1);
    hooks_.runner.start();
    mail_.start();
    if (backups_) backups_->start([this] { return clock_.now(); });
  }

  std::uint16_t port() const { return port_; }
  /// A restored store had examples that were removed: their accounts and entries go once more too.
  /// Such a store knows of no removal as late as the file beside the backups does.
  void remove_examples_again(const GoneFile& gone) {
    Instant removed{};
    for (const GoneCase& one : gone.read().cases) {
      if (one.principal.empty()) removed = std::max(removed, one.at);
    }
    bool knows = removed == Instant{};
    shelf_.read(register_stream, [&](const EventView& event) {
      knows = knows || (event.type == ExampleEntriesRemoved::id && event.at >= removed);
    });
    if (knows) return;
    const Actor by{Role::administrator, {}, "återställning"};
    if (api::remove_examples(house_, by, {}) != api::Removal::done)
      log_.tell(LogLevel::warning, "examples_not_removed");
  }
  std::optional<Invitation> first_link() {
    return people_.enrolment.first_administrator_link(clock_.now());
  }
  /// Whether all that was asked has been answered.
  bool end(std::chrono::seconds at_most) {
    const bool all = server_->drain(at_most);
    mail_.stop();
    alarm_.stop();
    desk_.stop();
    hooks_.runner.stop();
    if (backups_) backups_->stop();  // last: a check at hand is waited for
    return all;
  }

 private:
  Log& log_;
  SystemClock clock_;
  SqliteStore store_;
  Checkpointer checkpointer_;
  RememberingStore remembering_;
  EngineBrain brain_;
  SecondSight sight_;
  Desk desk_;
  Alarm alarm_;
  api::Shelf shelf_;
  People people_;
  AccessLog access_;
  AccessReader access_reader_;
  api::Elsewhere elsewhere_;
  std::unique_ptr<BackupSchedule> backups_;
  api::LinkDoor links_;
  api::Hooks hooks_;
  mailroom::Mailroom mail_;
  Takings takings_;
  Feedback feedback_;
  api::House house_;
  api::ReportHouse reports_;  ///< after the house: what it still counts at the end uses that
  api::Api api_;
  std::unique_ptr<HttpServer> server_;
  std::uint16_t port_ = 0;
};

void tell_start(Running& running, const Settings& said) {
  const std::string url = url_said(said, running.port());
  std::cout << "Kallad svarar på " << url << "/, programmens gränssnitt på " << url << "/api\n";
  if (const auto link = running.first_link()) {
    std::cout << "Ingen administratör finns än. Engångslänk för den första, giltig i 72 timmar:\n"
              << "  " << url << "/enrol/" << link->token << '\n';
  }
  std::cout << std::flush;
}

/// A store of an older program is brought to this one's version before anything opens it.
void migrate_first(const StorePlace& place) {
  if (!std::filesystem::exists(place.file)) return;
  if (const auto done = migrate(place))
    std::cout << "Lagret har gått från version " << done->from << " till " << done->to << ".\n";
}

/// A store that was restored may lack disposals that were decided after its backup.
void repeat_disposals_first(const Settings& said, Log& log) {
  const StorePlace place = place_in(said.data);
  if (!std::filesystem::exists(place.file)) return;
  try {
    const Repeated all = repeat_disposals(place, gone_file_of(said), Calendar{stockholm()});
    if (!all.says_anything()) return;
    log.tell(LogLevel::warning, "disposals_repeated",
             {{"repeated", std::to_string(all.done.size())},
              {"refused", std::to_string(all.refused.size())},
              {"unknown", std::to_string(all.unknown.size())},
              {"unreadable", std::to_string(all.unreadable)}});
  } catch (const StoreError& error) {
    log.tell(LogLevel::warning, "disposals_not_repeated", {{"what", error.what()}});
  }
}

}  // namespace

int run_serve(const ServeOptions& options) {
  const auto said = read_settings(options.config, options.flags);
  if (!said) return wrong_input;
  if (!takes_files()) {
    std::cerr << "kallad: programmet får ha för få filer öppna samtidigt; det behöver minst "
              << own_files << " (ulimit -n, LimitNOFILE)\n";
    return accident;
  }
  leave_no_core();
  const Signals signals;
  std::filesystem::create_directories(said->data);
  migrate_first(place_in(said->data));
  Log log{std::cerr, [] { return SystemClock{}.now(); }};
  repeat_disposals_first(*said, log);
  Running running{*said, log};
  running.remove_examples_again(gone_file_of(*said));
  tell_start(running, *said);
  log.tell(LogLevel::info, "started", {{"port", std::to_string(running.port())}});
  sd_notify(0, "READY=1");
  signals.wait();
  log.tell(LogLevel::info, "stopping");
  sd_notify(0, "STOPPING=1");
  const bool all = running.end(std::chrono::seconds{said->drain_seconds});
  log.tell(all ? LogLevel::info : LogLevel::warning, "stopped",
           {{"all_answered", all ? "yes" : "no"}});
  std::cout << (all ? "Alla förfrågningar är besvarade.\n" : "Tiden räckte inte till alla svar.\n");
  return all ? good : accident;
}

}  // namespace kallad::program
