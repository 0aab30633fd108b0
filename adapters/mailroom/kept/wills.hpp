// What a coordinator wants of letters: this one not, that one later, this one now.
// Not the ladder: the engine goes on wishing; what is held is not sent. Rule kept: who held it and
// why stays readable, and a hold is of one version of a summons, so that a new time is told anew.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/desk/records.hpp"
#include "adapters/mailroom/kept/mail_file.hpp"
#include "engine/between/wish.hpp"

namespace kallad::mailroom {

/// Which letter of a case. `version` is that of the seat; 0 where the letter is about none.
struct LetterName {
  CaseId of_case;
  Wish wish;
  std::uint32_t version = 0;
  bool operator==(const LetterName&) const = default;
};

/// A letter postponed, or stopped where there is no `until`.
struct Hold {
  LetterName letter;
  std::optional<Instant> until;
  std::string by_name;
  std::string reason;
  Instant at;
};

/// A letter to be sent now, besides what the ladder sends.
struct Ask {
  CaseId of_case;
  Wish wish;
  std::string by_name;  ///< empty: asked by the program itself
  Instant at;
};

/// Safe for many threads. All throw StoreError.
class Wills {
 public:
  explicit Wills(MailFile& file) : file_(file) {}

  void hold(const Hold& hold);
  /// The hold that stands: the one said last for that letter.
  std::optional<Hold> standing(const LetterName& letter);
  std::vector<Hold> holds_of(const CaseId& of_case);

  void ask(const Ask& ask);
  /// What has been asked and not been done, as rows of an outbox: the key's position is negative.
  std::vector<OutboxItem> asked(std::size_t limit);
  void done(const OutboxKey& key, Instant at);

 private:
  MailFile& file_;
};

}  // namespace kallad::mailroom
