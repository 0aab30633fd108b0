// Names, positions, the register's HSA-ids and the client's secret.
// Not OIDC itself: adapters/sign_in/oidc.
#include "tools/kallad/said/elsewhere_said.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "adapters/wording/words/refusal_text.hpp"

namespace kallad::program {

namespace {

bool same_letters(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  });
}

UnitOfHsaId units_of(api::Shelf& shelf) {
  return [&shelf](std::string_view hsa_id) -> std::optional<UnitId> {
    const auto ledger = shelf.ledger();
    for (const auto& [id, unit] : ledger->ledger.known.units) {
      if (unit.hsa_id && same_letters(*unit.hsa_id, hsa_id)) return id;
    }
    return std::nullopt;
  };
}

PositionTable positions_of(const Settings& said) {
  auto table = position_table_in(said.position_table);
  if (const auto* no = boost::variant2::get_if<Refusals>(&table)) {
    throw std::runtime_error("sign_in.positions: " +
                             text_of(no->front().rule, no->front().data, Language::swedish));
  }
  return boost::variant2::get<PositionTable>(std::move(table));
}

std::string secret_in(const std::string& file) {
  if (file.empty()) return {};
  std::string secret;
  if (!(std::ifstream{file} >> secret)) {
    throw std::runtime_error("oidc.client_secret_file går inte att läsa: " + file);
  }
  return secret;
}

}  // namespace

api::ElsewhereSettings elsewhere_said(const Settings& said, api::Shelf& shelf) {
  const PositionTable positions = positions_of(said);
  api::ElsewhereSettings all;
  all.headers = {
      said.proxy_subject,
      {{said.proxy_name, said.proxy_unit, said.proxy_positions}, positions, units_of(shelf)}};
  if (said.oidc_issuer.empty()) return all;
  OidcSettings oidc;
  oidc.issuer = said.oidc_issuer;
  oidc.client_id = said.oidc_client_id;
  oidc.client_secret = secret_in(said.oidc_client_secret_file);
  oidc.redirect_url = said.public_url + "/api/v1/sign-in/oidc/back";
  oidc.scopes = said.oidc_scopes;
  oidc.acr = said.oidc_acr;
  oidc.claims = {{said.oidc_claim_name, said.oidc_claim_unit, said.oidc_claim_positions},
                 positions,
                 units_of(shelf)};
  oidc.web.ca_file = said.oidc_ca_file;
  all.oidc = std::move(oidc);
  return all;
}

}  // namespace kallad::program
