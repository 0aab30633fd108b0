// Rows of endpoints, and the kinds of events read off the engine's own lists.
// Not a list kept by hand: a new event can be asked for as soon as it exists.
#include "adapters/webhook/endpoints.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <iterator>
#include <sstream>

#include "adapters/webhook/signature.hpp"
#include "engine/case/case_events.hpp"
#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/disposal/disposal_messages.hpp"
#include "engine/disposal/example_messages.hpp"

namespace kallad::webhook {

namespace {

constexpr const char* columns =
    "SELECT id, url, unit, kinds, state, former_secret <> '', made_at, delivered_at,"
    " (SELECT count(*) FROM deliveries WHERE endpoint = endpoints.id AND next_at IS NOT NULL),"
    " (SELECT count(*) FROM deliveries WHERE endpoint = endpoints.id AND next_at IS NULL)"
    " FROM endpoints";

Endpoint read_endpoint(const SQLite::Statement& row) {
  Endpoint one;
  one.id = row.getColumn(0).getString();
  one.url = row.getColumn(1).getString();
  one.unit = UnitId{row.getColumn(2).getString()};
  one.kinds = parted(row.getColumn(3).getString());
  one.state = row.getColumn(4).getString();
  one.has_former_secret = row.getColumn(5).getInt() != 0;
  one.made = moment_of(row.getColumn(6).getInt64());
  if (!row.getColumn(7).isNull()) one.delivered = moment_of(row.getColumn(7).getInt64());
  one.waiting = row.getColumn(8).getInt64();
  one.dead = row.getColumn(9).getInt64();
  return one;
}

/// Nothing where a row was changed.
Refusals unless(int changed) {
  if (changed > 0) return {};
  return {Refusal{"webhook_unknown", {}}};
}

Refusals kind_refusals(const std::vector<std::string>& kinds) {
  Refusals why;
  for (const std::string& kind : kinds) {
    if (!std::ranges::binary_search(event_kinds(), kind))
      why.push_back(Refusal{"webhook_kind_unknown", {{"value", kind}}});
  }
  return why;
}

}  // namespace

const std::vector<std::string>& event_kinds() {
  static const std::vector<std::string> all = [] {
    using Events = boost::mp11::mp_append<CaseEvent, DeficiencyEvent, DisposalEvent, ExampleEvent>;
    std::vector<std::string> ids;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Events>>(
        [&](auto event) { ids.emplace_back(decltype(event)::type::id); });
    std::ranges::sort(ids);
    return ids;
  }();
  return all;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> parted(const std::string& text) {
  std::istringstream stream{text};
  return {std::istream_iterator<std::string>{stream}, {}};
}

void set_disabled(SQLite::Database& database, const std::string& id, const std::string& state) {
  change(database, "UPDATE endpoints SET state = ? WHERE id = ?", state, id);
  change(database, "UPDATE deliveries SET next_at = NULL WHERE endpoint = ?", id);
}

OrRefusals<AddedEndpoint> Endpoints::add(const NewEndpoint& wanted, Instant now) {
  auto url = checked_url(wanted.url, net_);
  Refusals why = kind_refusals(wanted.kinds);
  if (const auto* wrong = boost::variant2::get_if<Refusals>(&url))
    why.insert(why.begin(), wrong->begin(), wrong->end());
  if (wanted.unit.empty()) why.push_back(Refusal{"webhook_unit_required", {}});
  if (!why.empty()) return why;
  AddedEndpoint added{"wh_" + random_hex(8), new_secret()};
  file_.write([&](SQLite::Database& database) {
    return change(database,
                  "INSERT INTO endpoints(id, url, unit, kinds, secret, state, made_at)"
                  " VALUES (?, ?, ?, ?, ?, 'enabled', ?)",
                  added.id, boost::variant2::get<std::string>(url), wanted.unit.text,
                  joined(wanted.kinds), file_.keyring().seal(added.secret),
                  std::int64_t{stored(now)});
  });
  return added;
}

std::vector<Endpoint> Endpoints::list() {
  return file_.read([](SQLite::Database& database) {
    SQLite::Statement rows{database, std::string{columns} + " ORDER BY made_at, id"};
    std::vector<Endpoint> all;
    while (rows.executeStep()) all.push_back(read_endpoint(rows));
    return all;
  });
}

std::optional<Endpoint> Endpoints::find(const std::string& id) {
  return file_.read([&](SQLite::Database& database) -> std::optional<Endpoint> {
    auto rows = query(database, std::string{columns} + " WHERE id = ?", id);
    if (!rows.executeStep()) return std::nullopt;
    return read_endpoint(rows);
  });
}

OrRefusals<std::string> Endpoints::replace_secret(const std::string& id) {
  const std::string secret = new_secret();
  const Refusals why = unless(file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE endpoints SET former_secret = secret, secret = ? WHERE id = ?",
                  file_.keyring().seal(secret), id);
  }));
  if (!why.empty()) return why;
  return secret;
}

Refusals Endpoints::drop_former_secret(const std::string& id) {
  return unless(file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE endpoints SET former_secret = '' WHERE id = ?", id);
  }));
}

Refusals Endpoints::disable(const std::string& id) {
  return file_.write([&](SQLite::Database& database) -> Refusals {
    if (!query(database, "SELECT 1 FROM endpoints WHERE id = ?", id).executeStep())
      return unless(0);
    set_disabled(database, id, "disabled");
    return {};
  });
}

Refusals Endpoints::enable(const std::string& id) {
  return unless(file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE endpoints SET state = 'enabled' WHERE id = ?", id);
  }));
}

Refusals Endpoints::remove(const std::string& id) {
  return unless(file_.write([&](SQLite::Database& database) {
    return change(database, "DELETE FROM endpoints WHERE id = ?", id);
  }));
}

}  // namespace kallad::webhook
