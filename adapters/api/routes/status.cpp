// Whether the program is alive and ready, its numbers, and the API's description.
// Not for people: these are for machines that watch and for programmers. Rule kept: no name, no
// number of a case and no reason in any of them.
#include <nlohmann/json.hpp>

#include "adapters/api/routes/routes.hpp"

namespace kallad::api {

namespace {

using nlohmann::ordered_json;

void ready(const House& house, const Call& call) {
  const DeskHealth health = house.desk.health();
  const bool fresh = house.alarm.is_fresh();
  const ordered_json checks{{"store", !health.failed}, {"alarm", fresh}};
  const bool all = !health.failed && fresh;
  call.answer(json(ordered_json{{"status", all ? "ok" : "not_ready"}, {"checks", checks}}.dump(),
                   all ? 200 : 503));
}

std::string line(std::string_view name, std::string_view kind, std::string_view help,
                 std::uint64_t value) {
  const std::string full = "kallad_" + std::string{name};
  return "# HELP " + full + " " + std::string{help} + "\n# TYPE " + full + " " + std::string{kind} +
         "\n" + full + " " + std::to_string(value) + "\n";
}

std::string backup_metrics_of(const House& house) {
  if (!house.backups) return "";
  const BackupCounters backups = house.backups();
  return line("backup_last_good_seconds", "gauge",
              "When the newest good backup was made, unix time",
              static_cast<std::uint64_t>(backups.last_good_seconds)) +
         line("backups_failed_total", "counter", "Backups that failed", backups.failed);
}

std::string webhook_metrics_of(const House& house) {
  if (!house.webhooks) return "";
  const HookCounters hooks = house.webhooks();
  return line("webhooks_delivered_total", "counter", "Webhooks delivered", hooks.delivered) +
         line("webhooks_failed_total", "counter", "Attempts at a webhook that failed",
              hooks.failed) +
         line("webhooks_dropped_total", "counter", "Webhooks that might no longer be sent",
              hooks.dropped);
}

std::string mail_metrics_of(const House& house) {
  if (!house.mail_numbers) return "";
  const MailNumbers mail = house.mail_numbers();
  return line("mail_accepted_total", "counter", "Copies that the mail server took", mail.accepted) +
         line("mail_failed_total", "counter", "Copies that were refused for good", mail.failed) +
         line("mail_put_off_total", "counter", "Tries that are made again", mail.put_off) +
         line("mail_waiting", "gauge", "Letters in the outbox", mail.waiting) +
         line("mail_taken_in_total", "counter", "Mails that came", mail.taken_in) +
         line("mail_unmatched_total", "counter", "Mails that belong to no letter", mail.unmatched) +
         line("mail_sending_troubled", "gauge", "1 while the mail server cannot be spoken with",
              mail.sending_troubled) +
         line("mail_reading_troubled", "gauge", "1 while the mail box cannot be spoken with",
              mail.reading_troubled);
}

std::string metrics_of(const House& house) {
  const DeskHealth desk = house.desk.health();
  const AlarmHealth alarm = house.alarm.health();
  const HttpCounters http = house.http_counters();
  return line("store_failed", "gauge", "1 when a write failed and a restart is needed",
              desk.failed ? 1 : 0) +
         line("commands_total", "counter", "Commands answered by the desk", desk.commands) +
         line("commits_total", "counter", "Transactions committed", desk.commits) +
         line("commands_queued", "gauge", "Commands waiting for the desk", desk.queued) +
         line("due_fired_total", "counter", "Due rows fired", alarm.fired) +
         line("due_troubled", "gauge", "Due rows that fail and are tried again", alarm.troubled) +
         line("http_connections_total", "counter", "Connections", http.connections) +
         line("http_connections", "gauge", "Open connections", http.connections_now) +
         line("http_turned_away_total", "counter", "Connections without room", http.turned_away) +
         line("http_requests_total", "counter", "Requests given to routes", http.requests) +
         line("http_requests", "gauge", "Requests being answered", http.requests_now) +
         line("http_busy_total", "counter", "Requests answered 503 unasked", http.busy) +
         line("http_refused_total", "counter", "What was no request", http.refused) +
         line("http_cut_slow_total", "counter", "Clients cut for slowness", http.cut_slow) +
         line("http_failures_total", "counter", "Routes that failed", http.handler_failures) +
         backup_metrics_of(house) + webhook_metrics_of(house) + mail_metrics_of(house);
}

Route plain(std::string pattern, std::string id, std::string about, RouteForm form,
            RouteHandler handle) {
  return {.method = "GET",
          .pattern = std::move(pattern),
          .id = std::move(id),
          .about = std::move(about),
          .entry = Entry::anyone,
          .handle = std::move(handle),
          .form = std::move(form)};
}

}  // namespace

std::vector<Route> status_routes(House& house) {
  return {plain("/healthz", "alive", "programmet lever", {.own_answer = "Health"},
                [](const Call& call) { call.answer(json(R"({"status":"ok"})")); }),
          plain("/readyz", "ready", "programmet kan ta emot kommandon",
                {.status_of_no = 503, .own_answer = "Health"},
                [&house](const Call& call) { ready(house, call); }),
          plain("/metrics", "metrics", "mätvärden för Prometheus", {.media = "text/plain"},
                [&house](const Call& call) {
                  call.answer({200,
                               {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}},
                               metrics_of(house)});
                })};
}

std::vector<Route> description_routes(const std::string& openapi, const std::string& page) {
  return {plain("/api/openapi.json", "describe_api", "den här beskrivningen, OpenAPI 3.1",
                {.own_answer = "OpenApi"},
                [&openapi](const Call& call) { call.answer(json(openapi)); }),
          plain("/api", "show_api", "en sida som visar beskrivningen", {.media = "text/html"},
                [&page](const Call& call) {
                  call.answer({200, {{"content-type", "text/html; charset=utf-8"}}, page});
                })};
}

}  // namespace kallad::api
