// Where letters to the parties of one case go: to who answers for a unit there, or to a person who
// wants letters by mail. Not the register, which has a unit's function mailbox. Rule kept: they lie
// here, in no log, and go when the case's letters have gone.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "adapters/mailroom/kept/mail_file.hpp"
#include "engine/spine/id.hpp"

namespace kallad::mailroom {

/// Safe for many threads. All throw StoreError.
class Addresses {
 public:
  explicit Addresses(MailFile& file) : file_(file) {}

  std::map<PartyId, std::string> of_case(const CaseId& of_case);
  /// An empty address: letters go to the unit's function mailbox again. `at` UTC.
  void put(const CaseId& of_case, const PartyId& party, std::string_view address,
           std::string_view by, Instant at);

 private:
  MailFile& file_;
};

}  // namespace kallad::mailroom
