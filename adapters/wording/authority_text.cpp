// How the paper of authority is laid out: a line for each command, a cell for each who may.
// Not run by the product: tools/schema_writer and the freshness test call it.
#include "adapters/wording/authority_text.hpp"

#include <nlohmann/json.hpp>
#include <vector>

#include "adapters/wording/words/word.hpp"
#include "engine/authority/authority.hpp"

namespace kallad {

namespace {

using authority::AuthorityRow;
using authority::Condition;
using authority::Grant;

std::string cell(const Grant& grant) {
  std::string out{word(grant.role, Language::swedish)};
  if (grant.when == Condition::in_role) return out;
  return out.append(" (").append(word(grant.when, Language::swedish)).append(")");
}

std::string table_of(const std::vector<AuthorityRow>& rows) {
  std::string out = "| command | in Swedish | who may | also when frozen |\n";
  out += "| --- | --- | --- | --- |\n";
  for (const AuthorityRow& row : rows) {
    std::string who;
    for (const Grant& grant : row.grants) who.append(who.empty() ? "" : ", ").append(cell(grant));
    out.append("| `").append(row.command).append("` | ");
    out.append(word_of("command", row.command, Language::swedish)).append(" | ").append(who);
    out.append(row.when_frozen ? " | yes |\n" : " | |\n");
  }
  return out;
}

template <class E>
std::string values_of() {
  std::string out = "| id | in Swedish |\n| --- | --- |\n";
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
    out.append("| `").append(one.name).append("` | ");
    out.append(word(one.value, Language::swedish)).append(" |\n");
  });
  return out;
}

nlohmann::ordered_json json_of(const std::vector<AuthorityRow>& rows) {
  auto out = nlohmann::ordered_json::array();
  for (const AuthorityRow& row : rows) {
    auto who = nlohmann::ordered_json::array();
    for (const Grant& grant : row.grants) {
      who.push_back({{"role", table::state_id(grant.role)}, {"when", table::state_id(grant.when)}});
    }
    out.push_back(
        {{"command", row.command}, {"when_frozen", row.when_frozen}, {"who", std::move(who)}});
  }
  return out;
}

}  // namespace

std::string authority_markdown() {
  std::string out = "# Who may do what\n\n";
  out += "Written by `schema_writer` from `engine/authority/authority_table.hpp`; not edited by ";
  out += "hand.\n\nWhat stands in no cell is denied. Of several that fit, the first stands in the ";
  out += "log. Whether a command\ncan be taken now is told by the processes (`docs/process`).\n\n";
  out += "## A case\n\n" + table_of(authority::file_rows());
  out += "\n## The register and the routines\n\n" + table_of(authority::ledger_rows());
  out += "\n## Conditions\n\n" + values_of<Condition>();
  out += "\n## Positions of an account\n\n" + values_of<Position>();
  out += "\n## How much of a case is seen\n\nEach shows what the one above it shows, and more.\n\n";
  return out + values_of<CaseSight>();
}

std::string authority_json() {
  nlohmann::ordered_json out;
  out["case"] = json_of(authority::file_rows());
  out["register"] = json_of(authority::ledger_rows());
  return out.dump(2) + "\n";
}

}  // namespace kallad
