// What the desk keeps beside the events, as text: due rows, letters, refusals and the lines of
// overviews. Not the wording people read: that is adapters/wording. Rule kept (domain 6): a line of
// an overview names the case by its number, never the person.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/desk/records.hpp"
#include "engine/between/case_file.hpp"

namespace kallad {

/// A name and what it stands for, in a refusal's data.
struct NamedValue {
  std::string name;
  std::string value;
  bool operator==(const NamedValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedValue, (), (name, value))

/// A refusal as it travels: a list of pairs and no object, since one name may come several times.
struct RefusalRow {
  std::string rule;
  std::vector<NamedValue> data;
  bool operator==(const RefusalRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusalRow, (), (rule, data))

/// A case in an overview. `next_meeting` is the one that waits to be held.
struct CaseRow {
  CaseId id;
  CaseKind kind = CaseKind::sip;
  Step step = Step::preparation;
  std::uint32_t round = 1;
  UnitId coordinator;
  std::optional<Instant> next_meeting;
  std::uint32_t open_deficiencies = 0;
  bool operator==(const CaseRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, kind, step, round, coordinator, next_meeting, open_deficiencies))

/// [{"rule": …, "data": [{"name": …, "value": …}]}], in the order of the refusals.
std::string refusals_text(const Refusals& refusals);
/// Reads it back; a text that is none (an accident's) gives none.
std::vector<RefusalRow> read_refusals(std::string_view text);

/// The engine's demand as a due row and back. The subject is "number" or "number:about".
DueRow due_row(const Due& due);
/// Throws std::invalid_argument for a row this program has not written.
Due due_of(const DueRow& row);

/// A wish as a letter to send: the kind's name, and the wish as JSON.
OutboxRow outbox_row(const Wish& wish);

/// The overview's line of a case, JSON. Empty where the case has not been opened: then "null".
std::string case_row(const CaseFile& file);

}  // namespace kallad
