// Accounts as they are: whose, with which positions, in which state; and what an administrator
// changes. Not how they come to be: enrolment.hpp. Not who is an administrator: the caller has
// asked authority. Rule kept: whoever loses rights loses them at once; one administrator stays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/sign_in/people_file.hpp"
#include "adapters/sign_in/sessions.hpp"
#include "engine/spine/id.hpp"

namespace kallad {

/// invited: has a one-time link and cannot sign in. locked: by an administrator. closed: for good.
enum class AccountState { invited, active, locked, closed };

struct Account {
  std::string id;
  std::string user_name;
  std::string shown_name;
  UnitId unit;
  std::vector<std::string> positions;
  AccountState state = AccountState::invited;
  Instant made{};
  std::optional<Instant> accepted;  ///< when a password was first set
  bool is_example = false;          ///< made to learn by, and removed with the examples
};

/// A user name in its one form: lower case.
std::string folded_user_name(std::string_view given);

/// What is wrong with positions: position_required, unknown_position.
Refusals position_refusals(const std::vector<std::string>& positions);

std::optional<Account> account_by_id(SQLite::Database& database, const std::string& id);

/// All commands may be refused as account_unknown. Safe for many threads.
class Accounts {
 public:
  Accounts(PeopleFile& file, Sessions& sessions) : file_(file), sessions_(sessions) {}

  std::optional<Account> find(const std::string& id);
  std::optional<Account> named(std::string_view user_name);
  /// By user name, after the one given; closed ones too.
  std::vector<Account> list(std::string_view after, std::size_t limit);
  /// Those made to learn by that are not closed, by user name.
  std::vector<Account> examples();

  /// Another unit or other positions. Ends the account's sessions, so that its next token is a new
  /// one; its programs go on with the new rights. Refused: account_closed, last_administrator,
  /// position_required, unknown_position.
  OrRefusals<Done> set_rights(const std::string& id, const UnitId& unit,
                              const std::vector<std::string>& positions);
  /// Names it for a case with protected identity, whose content only those named see; the caller
  /// has asked authority. Naming twice is naming once. Refused: account_not_active.
  OrRefusals<Done> name_for(const CaseId& subject, const std::string& id);
  OrRefusals<Done> unname_for(const CaseId& subject, const std::string& id);
  /// Who is named for the case, by user name.
  std::vector<Account> named_staff(const CaseId& subject);

  /// Nothing works for it until it is unlocked. Refused: account_not_active, last_administrator.
  OrRefusals<Done> lock(const std::string& id);
  /// Refused: account_not_locked.
  OrRefusals<Done> unlock(const std::string& id);
  /// Erases all secrets and ends everything; the name stays, for logs name it. Refused:
  /// account_closed, last_administrator.
  OrRefusals<Done> close(const std::string& id);
  /// Erases a closed account whole. Refused: account_not_closed.
  OrRefusals<Done> erase(const std::string& id);

 private:
  template <class Work>
  OrRefusals<Done> change_account(const std::string& id, Work&& work);

  PeopleFile& file_;
  Sessions& sessions_;
};

}  // namespace kallad
