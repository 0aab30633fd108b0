// Lists of cases for a caller: pages and numbers, without opening a case.
// Not an authority: lines were made by asking it (adapters/brain/lists), and before one is shown it
// is asked once more. Rule kept: a caller finds here exactly the cases that authority lets them
// know of, and of each no more than it lets them see.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/api/lists/list_answers.hpp"
#include "adapters/api/way/call.hpp"

namespace kallad::api {

/// The lists a caller reads: the own unit's, and those of councils.
struct ListReaders {
  std::optional<EntryReader> unit;
  std::vector<EntryReader> councils;
};

/// By the caller's positions, and which councils the register says their unit is secretary of.
ListReaders readers_for(const Caller& caller, const Register& known);

/// Which cases; what is left out is not asked for.
struct CaseFilter {
  std::optional<bool> closed = {};
  std::optional<Step> step = {};
  std::optional<UnitId> unit = {};  ///< that coordinates
  bool mine = false;                ///< coordinated by the caller, by name
  bool orphan = false;  ///< coordinated for the caller's unit by somebody who has left it
  bool unanswered = false;
  bool drafts = false;
  std::optional<Instant> due_before = {};
  std::optional<Instant> late_at = {};
  std::optional<Instant> meeting_from = {};
  std::optional<Instant> meeting_before = {};
  std::vector<EntryWord> words = {};  ///< all of them
};

/// Where the next page begins; as text in addresses.
struct CasePlace {
  bool closed = false;
  EntryPlace at;
  bool operator==(const CasePlace&) const = default;
};
std::string text_of(const CasePlace& place);
/// Nothing where the text is none of ours.
std::optional<CasePlace> place_in(std::string_view text);

/// `and_more`: it was not counted to the end.
struct CaseCount {
  std::uint64_t count = 0;
  bool and_more = false;
};

struct CaseSlice {
  std::vector<ListedCase> cases;
  std::optional<CasePlace> next;  ///< nothing: there are no more
};

/// One caller's view of all lists, at one moment (UTC). Lives as long as house and caller.
class CaseLists {
 public:
  /// `known`: the register as it is.
  CaseLists(House& house, const Caller& caller, const Register& known, Instant now);

  /// Open cases before closed ones, and in each by `order`. A line of which the case itself, read
  /// now, says that the caller may not see so much is left out: it was overtaken. Throws
  /// StoreError.
  CaseSlice page(const CaseFilter& filter, std::size_t limit, EntryOrder order = EntryOrder::due,
                 const std::optional<CasePlace>& after = std::nullopt) const;
  /// How many lines there are, none of them held against its case; no further than `most`.
  CaseCount count(const CaseFilter& filter, std::uint64_t most) const;

 private:
  std::vector<EntryQuery> queries(const CaseFilter& filter, bool closed) const;
  std::vector<std::string> leads_who_left() const;
  std::vector<std::optional<std::string>> leads_asked(const CaseFilter& filter) const;
  ListedCase shown(const ListedEntry& listed) const;
  std::uint32_t waiting_at_council(const CaseId& id) const;
  bool may_see(const ListedCase& line) const;

  House& house_;
  const Caller& caller_;
  const Register& known_;
  ListReaders readers_;
  Instant now_;
  mutable std::map<CaseId, Sight> sights_;  ///< of the cases that were read for a line
};

}  // namespace kallad::api
