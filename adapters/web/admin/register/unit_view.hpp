// Units as administration shows them: where letters go, whether they arrive, and what has changed.
// Not who is bound to what: engine/register. Rule kept: what is not known of a mailbox is said, and
// not taken for good.
#pragma once

#include <boost/describe.hpp>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// How a unit's mailbox stands.
enum class MailboxState { missing, unchecked, bounced, arrives };
BOOST_DESCRIBE_ENUM(MailboxState, missing, unchecked, bounced, arrives)

MailboxState mailbox_state(const api::UnitShown& unit);

/// The same to read; `tone` is the tag's colour, `checked` the day of the last check.
struct MailboxView {
  std::string address;
  std::string state;
  std::string tone;
  std::optional<When> checked;
};
BOOST_DESCRIBE_STRUCT(MailboxView, (), (address, state, tone, checked))

MailboxView mailbox_view(const api::UnitShown& unit, Language language);

/// A unit in the list.
struct UnitLine {
  std::string href;
  std::string name;
  std::string principal;
  std::string head;
  MailboxView mailbox;
};
BOOST_DESCRIBE_STRUCT(UnitLine, (), (href, name, principal, head, mailbox))

/// A change of the unit: when, by whom, and what, a line for each field.
struct UnitChange {
  When at;
  std::string by;
  std::vector<std::string> what;
};
BOOST_DESCRIBE_STRUCT(UnitChange, (), (at, by, what))

/// The days of an absence, "from" and "until", for a text that tells them.
TextValues days_of(const Absence& away, Language language);

/// What the principal is called; its id where it is not there.
std::string principal_name(const api::RegisterShown& known, const PrincipalId& id);

UnitLine unit_line(const api::RegisterShown& known, const api::UnitShown& unit, Language language);

/// All that the register's history (the API's answer) tells of the unit, the latest first.
std::vector<UnitChange> unit_changes(const nlohmann::json& history, const UnitId& unit,
                                     const api::House& house, Language language);

}  // namespace kallad::web
