// The line in SQL. Every change is one transaction; a batch of answers is one as well.
// Not a queue in memory: what is on its way when the program dies is still in line.
#include "adapters/webhook/deliveries.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/spine/table.hpp"

namespace kallad::webhook {

namespace {

constexpr const char* delivery_columns =
    "SELECT d.number, d.id, d.endpoint, d.kind, d.subject, d.event, d.meeting, d.at, d.attempts,"
    " d.tried_at, d.fate, d.status";

Delivery read_delivery(const SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  const auto number = [&](int column) { return row.getColumn(column).getInt64(); };
  Delivery one;
  one.number = number(0);
  one.id = text(1);
  one.endpoint = text(2);
  one.news = {text(3), CaseId{text(4)}, number(5), number(6), moment_of(number(7))};
  one.attempts = row.getColumn(8).getInt();
  if (!row.getColumn(9).isNull()) one.tried = moment_of(number(9));
  one.fate = text(10);
  one.status = row.getColumn(11).getUInt();
  return one;
}

std::vector<std::string> opened(const Keyring& keyring, const SQLite::Statement& row, int first) {
  std::vector<std::string> secrets;
  for (const int column : {first, first + 1}) {
    const std::string sealed = row.getColumn(column).getString();
    if (sealed.empty()) continue;
    auto secret = keyring.unseal(sealed);
    if (!secret) return {};  // sealed with another installation's key
    secrets.push_back(std::move(*secret));
  }
  return secrets;
}

std::optional<Instant> next_attempt(int attempts, Instant now, double jitter) {
  if (attempts > static_cast<int>(pauses.size())) return std::nullopt;
  const std::chrono::milliseconds pause = pauses[static_cast<std::size_t>(attempts) - 1];
  return now + pause +
         std::chrono::milliseconds{
             static_cast<std::int64_t>(static_cast<double>(pause.count()) * jitter / 5)};
}

void note_delivered(SQLite::Database& database, std::int64_t number, Instant now) {
  change(database,
         "UPDATE endpoints SET delivered_at = ? WHERE id ="
         " (SELECT endpoint FROM deliveries WHERE number = ?)",
         std::int64_t{stored(now)}, number);
  change(database, "DELETE FROM deliveries WHERE number = ?", number);
}

void note_failed(SQLite::Database& database, const Sent& sent, Instant now, double jitter) {
  // What was made a dead letter meanwhile stays one.
  change(database,
         "UPDATE deliveries SET attempts = attempts + 1, tried_at = ?, fate = ?, status = ?"
         " WHERE number = ?",
         std::int64_t{stored(now)}, std::string{table::state_id(sent.fate)}, sent.status,
         sent.number);
  auto row =
      query(database, "SELECT endpoint, attempts FROM deliveries WHERE number = ?", sent.number);
  if (!row.executeStep()) return;
  const std::string endpoint = row.getColumn(0).getString();
  if (sent.fate == Fate::gone) {
    set_disabled(database, endpoint, "gone");
    return;
  }
  const std::string when = "WHERE number = ? AND next_at IS NOT NULL";
  if (const auto next = next_attempt(row.getColumn(1).getInt(), now, jitter))
    change(database, "UPDATE deliveries SET next_at = ? " + when, std::int64_t{stored(*next)},
           sent.number);
  else
    change(database, "UPDATE deliveries SET next_at = NULL " + when, sent.number);
}

}  // namespace

std::string body_of(const CaseNews& news) {
  nlohmann::ordered_json data{{"case", news.subject.text}, {"event", news.event}};
  if (news.meeting != 0) data["meeting"] = news.meeting;
  const nlohmann::ordered_json body{
      {"type", news.kind}, {"timestamp", iso(news.at)}, {"data", std::move(data)}};
  return body.dump();
}

std::vector<Delivery> Deliveries::dead_letters(const std::string& endpoint, std::int64_t after,
                                               std::size_t limit) {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(database,
                      std::string{delivery_columns} +
                          " FROM deliveries d WHERE d.endpoint = ? AND d.next_at IS NULL"
                          " AND d.number > ? ORDER BY d.number LIMIT ?",
                      endpoint, after, static_cast<std::int64_t>(limit));
    std::vector<Delivery> all;
    while (rows.executeStep()) all.push_back(read_delivery(rows));
    return all;
  });
}

Refusals Deliveries::resend(const std::string& endpoint, std::int64_t number, Instant now) {
  return resend_where(endpoint, " AND number = ?", number, now);
}

Refusals Deliveries::resend_all(const std::string& endpoint, Instant now) {
  return resend_where(endpoint, "", std::nullopt, now);
}

Refusals Deliveries::resend_where(const std::string& endpoint, const std::string& where,
                                  std::optional<std::int64_t> number, Instant now) {
  return file_.write([&](SQLite::Database& database) -> Refusals {
    auto state = query(database, "SELECT state FROM endpoints WHERE id = ?", endpoint);
    if (!state.executeStep()) return {Refusal{"webhook_unknown", {}}};
    if (state.getColumn(0).getString() != "enabled") return {Refusal{"webhook_not_enabled", {}}};
    auto rows = query(database,
                      "UPDATE deliveries SET next_at = ?, attempts = 0"
                      " WHERE endpoint = ? AND next_at IS NULL" +
                          where,
                      std::int64_t{stored(now)}, endpoint);
    if (number) rows.bind(3, *number);
    const bool any = rows.exec() > 0;
    if (number && !any) return {Refusal{"webhook_letter_unknown", {}}};
    return {};
  });
}

std::vector<Listener> Deliveries::listeners() {
  return file_.read([](SQLite::Database& database) {
    SQLite::Statement rows{database,
                           "SELECT id, unit, kinds, made_at FROM endpoints WHERE state = 'enabled'"
                           " ORDER BY id"};
    std::vector<Listener> all;
    while (rows.executeStep())
      all.push_back({rows.getColumn(0).getString(), UnitId{rows.getColumn(1).getString()},
                     parted(rows.getColumn(2).getString()),
                     moment_of(rows.getColumn(3).getInt64())});
    return all;
  });
}

std::optional<std::int64_t> Deliveries::cursor() {
  return file_.read([](SQLite::Database& database) -> std::optional<std::int64_t> {
    SQLite::Statement row{database, "SELECT position FROM cursor"};
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getInt64();
  });
}

void Deliveries::put(const std::vector<ForEndpoint>& all, std::int64_t cursor, Instant now) {
  file_.write([&](SQLite::Database& database) {
    for (const auto& [endpoint, news] : all) {
      change(database,
             "INSERT INTO deliveries(id, endpoint, kind, subject, event, meeting, at, next_at)"
             " SELECT ?, id, ?, ?, ?, ?, ?, ? FROM endpoints WHERE id = ? AND state = 'enabled'",
             "msg_" + random_hex(16), news.kind, news.subject.text, news.event, news.meeting,
             std::int64_t{stored(news.at)}, std::int64_t{stored(now)}, endpoint);
    }
    change(database, "DELETE FROM deliveries WHERE next_at IS NULL AND at < ?",
           std::int64_t{stored(now - dead_letter_lifetime)});
    return change(database, "INSERT OR REPLACE INTO cursor VALUES (1, ?)", cursor);
  });
}

std::vector<DueDelivery> Deliveries::due(const std::string& endpoint, Instant now,
                                         std::size_t limit,
                                         const std::vector<std::int64_t>& but_not) {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(database,
                      std::string{delivery_columns} +
                          ", e.unit, e.url, e.secret, e.former_secret FROM deliveries d"
                          " JOIN endpoints e ON e.id = d.endpoint"
                          " WHERE d.endpoint = ? AND d.next_at <= ? AND e.state = 'enabled'"
                          " ORDER BY d.next_at, d.number LIMIT ?",
                      endpoint, std::int64_t{stored(now)},
                      static_cast<std::int64_t>(limit + but_not.size()));
    std::vector<DueDelivery> all;
    while (all.size() < limit && rows.executeStep()) {
      DueDelivery one{read_delivery(rows),
                      UnitId{rows.getColumn(12).getString()},
                      rows.getColumn(13).getString(),
                      {}};
      if (std::ranges::find(but_not, one.delivery.number) != but_not.end()) continue;
      one.secrets = opened(file_.keyring(), rows, 14);
      all.push_back(std::move(one));
    }
    return all;
  });
}

void Deliveries::note(const std::vector<Sent>& all, Instant now,
                      const std::function<double()>& jitter) {
  file_.write([&](SQLite::Database& database) {
    for (const Sent& sent : all) {
      if (sent.fate == Fate::delivered)
        note_delivered(database, sent.number, now);
      else
        note_failed(database, sent, now, jitter());
    }
    return true;
  });
}

void Deliveries::drop(const std::vector<std::int64_t>& numbers) {
  file_.write([&](SQLite::Database& database) {
    for (const std::int64_t number : numbers)
      change(database, "DELETE FROM deliveries WHERE number = ?", number);
    return true;
  });
}

}  // namespace kallad::webhook
