// Which entries of the register a case names, and that no example goes which a real case has begun
// to use. Not the count of all cases before examples are removed (adapters/api/examples): between
// that and the removal lies a moment, and only the one writer knows what happened in it.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "adapters/brain/ledger.hpp"

namespace kallad {

/// What a case names: its parties, also those that left, who coordinates or is offered to, council
/// and agreement; of a disposed one whose copies there were. The same may stand there twice.
Entries used_by(const CaseFile& file);

/// Real cases that were changed since the program started and use an example.
class ExampleUses {
 public:
  explicit ExampleUses(ReadStream read) : read_(std::move(read)) {}

  /// A case has been changed to `file`.
  void note(std::string_view stream, const CaseFile& file, const Entries& examples);

  /// entry_is_in_use (value) for each entry that would go and that one of those cases uses, as it
  /// is now: what was rolled back since is read anew. Throws what reading throws.
  Refusals against(const RemoveExampleEntries& wish, const Entries& examples) const;

 private:
  ReadStream read_;
  std::set<std::string, std::less<>> streams_;
};

}  // namespace kallad
