// Lines of accounts, and where a one-time link leads.
// Not who may be told of it: the administrator hands it over.
#include "adapters/web/admin/people_view.hpp"

#include <algorithm>

#include "adapters/sign_in/positions.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

AccountLine account_line(const api::House& house, const api::AccountShown& account,
                         Language language) {
  AccountLine line{admin_address("people", account.id),
                   account.name,
                   account.user_name,
                   account.unit.empty() ? std::string{} : unit_name(house, account.unit),
                   {},
                   {},
                   account.state == "locked" ? "danger" : "neutral",
                   account.is_example};
  for (const std::string& each : account.positions) {
    line.positions += line.positions.empty() ? "" : ", ";
    line.positions += word_of("position", each, language);
  }
  if (account.state != "active") line.state = said_of("account_state." + account.state, language);
  return line;
}

std::vector<Choice> unit_choices(const api::RegisterShown& known) {
  std::vector<Choice> all;
  for (const api::UnitShown& each : known.units) all.push_back({each.id.text, each.name});
  std::ranges::sort(all, {}, &Choice::text);
  return all;
}

std::vector<Choice> position_choices(Language language) {
  std::vector<Choice> all;
  for (const std::string_view each : known_positions)
    all.push_back({std::string{each}, words::capitalised(word_of("position", each, language))});
  return all;
}

std::string link_address(const api::House& house, const HttpRequest& request,
                         const std::string& token) {
  const std::string* host = request.header("host");
  std::string base = house.public_url;
  if (base.empty() && host != nullptr) base = (request.secure ? "https://" : "http://") + *host;
  return base + "/enrol/" + token;
}

}  // namespace kallad::web
