// The examples in the store: what there is of them, and their removal.
// Not how something becomes one, and not a page. Rules kept: only what was marked as an example
// from its first moment goes; what something real uses stays, and is told; nobody removes the
// account they are signed in with.
#pragma once

#include <string>
#include <vector>

#include "adapters/api/way/call.hpp"

namespace kallad::api {

/// What goes and what stays.
struct Examples {
  std::vector<CaseId> cases;
  std::vector<Account> accounts;
  Entries going;
  Entries kept;
  std::size_t real_cases = 0;
  std::vector<CaseId> led_by_examples;  ///< real, open, and their coordinator's account goes
  bool own_account = false;             ///< the caller's own account is an example
  bool other_administrator = false;     ///< another administrator can sign in, and is no example

  bool empty() const { return cases.empty() && accounts.empty() && going.empty() && kept.empty(); }
};

/// Whether there are examples, quickly: cases, or entries of the register.
bool has_examples(const House& house);

/// Their numbers in order; empty, and quickly so, where there are none.
std::vector<CaseId> example_cases(const House& house);

/// Whether the case is one.
bool is_example(const House& house, const CaseId& id);

/// All of it. Reads every case in the store while there are examples. Throws StoreError.
Examples examples_in(const House& house, const std::string& account);

/// What became of a removal.
enum class Removal {
  done,
  own_account,  ///< nothing was removed: the caller's own account would go
  not_whole,    ///< some command was not taken: what is left can be removed by asking again
};

/// Removes them, as `by`. Waits for each command, so not on the desk's thread. `own`: the account
/// of who asks; empty: the program itself. Throws StoreError.
Removal remove_examples(House& house, const Actor& by, const std::string& own);

}  // namespace kallad::api
