// The secret addresses under which people's calendars fetch their meetings: one for each account.
// Not sessions: an address opens the calendar and nothing else. Rules kept: stored is a digest, so
// that nobody who reads the file can fetch; a new address ends the one before; an account that is
// locked or closed has none that works.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/sign_in/accounts.hpp"

namespace kallad::api {

/// Whose meetings stand in the calendar.
enum class FeedScope {
  unit,  ///< those of the person's unit
  mine,  ///< those of cases that the person coordinates
};
BOOST_DESCRIBE_ENUM(FeedScope, unit, mine)

/// What is known of an address besides its secret, which cannot be shown again.
struct FeedAddress {
  FeedScope scope = FeedScope::unit;
  Instant made{};
  std::optional<Instant> fetched;  ///< when a calendar last came for it, to the hour
};

/// Who an address belongs to, with the rights of now.
struct FeedOwner {
  std::string account;
  std::string name;
  UnitId unit;
  std::vector<std::string> positions;
  std::vector<CaseId> named_for;
  FeedScope scope = FeedScope::unit;
};

/// Safe for many threads. All throw StoreError.
class FeedSecrets {
 public:
  explicit FeedSecrets(PeopleFile& file) : file_(file) {}

  /// The secret of a new address, shown now and never again. Refused: account_not_active.
  OrRefusals<std::string> make(const std::string& account, FeedScope scope, Instant now);
  std::optional<FeedAddress> of_account(const std::string& account);
  /// Tells whether there was one.
  bool revoke(const std::string& account);
  /// Who is meant by the secret; notes that it was used.
  std::optional<FeedOwner> open(std::string_view secret, Instant now);

 private:
  PeopleFile& file_;
};

}  // namespace kallad::api
