// One row for each party with an address of its own in a case.
// Not a judgement of addresses: who puts one checks it.
#include "adapters/mailroom/kept/addresses.hpp"

#include "adapters/mailroom/kept/rows.hpp"

namespace kallad::mailroom {

std::map<PartyId, std::string> Addresses::of_case(const CaseId& of_case) {
  return file_.read([&](SQLite::Database& database) {
    std::map<PartyId, std::string> all;
    auto rows =
        query(database, "SELECT party, address FROM addresses WHERE subject = ?", of_case.text);
    while (rows.executeStep())
      all.emplace(PartyId{rows.getColumn(0).getString()}, rows.getColumn(1).getString());
    return all;
  });
}

void Addresses::put(const CaseId& of_case, const PartyId& party, std::string_view address,
                    std::string_view by, Instant at) {
  file_.write([&](SQLite::Database& database) {
    if (address.empty())
      return change(database, "DELETE FROM addresses WHERE subject = ? AND party = ?", of_case.text,
                    party.text);
    return change(database, "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?, ?)", of_case.text,
                  party.text, std::string{address}, std::string{by}, stored(at));
  });
}

}  // namespace kallad::mailroom
