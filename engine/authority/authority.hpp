// May this caller say this? One question for each command, answered from authority_table.hpp.
// Not whether it can be done now: the machines say that, afterwards. Rules kept: deny by default;
// who may not see a case is not told that it exists; a caller of several parts acts in the first
// that fits, and that part stands in the log.
#pragma once

#include <boost/variant2/variant.hpp>
#include <optional>
#include <vector>

#include "engine/authority/authority_table.hpp"
#include "engine/authority/redaction.hpp"
#include "engine/authority/sight.hpp"
#include "engine/between/standing.hpp"

namespace kallad {

/// Why not. `unknown`: answered as if there were no such case.
enum class DenialKind { unknown, forbidden };

struct Denial {
  DenialKind kind = DenialKind::forbidden;
  Refusal why;
};

/// The actor to write in the log, or a denial.
class Admission {
 public:
  Admission(Actor actor) : outcome_(std::move(actor)) {}     // NOLINT: meant to convert
  Admission(Denial denial) : outcome_(std::move(denial)) {}  // NOLINT: meant to convert

  explicit operator bool() const { return boost::variant2::holds_alternative<Actor>(outcome_); }
  /// Each throws boost::variant2::bad_variant_access where it is the other.
  const Actor& actor() const { return boost::variant2::get<Actor>(outcome_); }
  const Denial& denial() const { return boost::variant2::get<Denial>(outcome_); }

 private:
  boost::variant2::variant<Actor, Denial> outcome_;
};

namespace authority {

/// One line of the table as text, for whoever prints or publishes it.
struct AuthorityRow {
  std::string_view command;
  std::vector<Grant> grants;
  bool when_frozen = false;  ///< also when the unit's sight is frozen
};

/// All lines of a case's commands, and of the register's.
std::vector<AuthorityRow> file_rows();
std::vector<AuthorityRow> ledger_rows();

/// The roles the caller can act in, in this case. Chair and secretary are those of `meeting`, the
/// latest where none is given, by the name that stands there, and of a unit that takes part.
std::vector<Role> roles_in(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                           std::optional<std::uint32_t> meeting = std::nullopt);

/// Whether the caller may say this to the case. `file` not yet opened: only OpenCase is asked.
Admission admit(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                const FileCommand& command);

/// The same, where what the command will say is not known: the line's command, about that part of
/// the case.
Admission admit(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                const AuthorityRow& row, const between::About& about);

/// Whether the caller may say this to the register or the routines.
Admission admit(const Caller& caller, const RegisterCommand& command);
Admission admit(const Caller& caller, const RoutineCommand& command);

}  // namespace authority
}  // namespace kallad
