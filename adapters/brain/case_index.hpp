// Which cases there are for one identity number: asked when a case is opened, so that a second
// active SIP of the same person is warned about. Not an authority and no search for people.
//
// The store says where to look, by a keyed digest of the number that follows each case's state
// (EngineBrain::lookup_text). A case it names is read and judged anew each time: the log decides.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/brain/ledger.hpp"

namespace kallad {

/// Names of the streams whose lookup text that is, with what is staged.
using FindStreams = std::function<std::vector<std::string>(std::string_view text)>;

/// An identity number as lookups have it: its last ten digits, so that 19121212-1212 and
/// 121212-1212 are one. Empty where it has no digit.
std::string lookup_digits(std::string_view identity_number);

class CaseIndex {
 public:
  CaseIndex(ReadStream read, FindStreams find) : read_(std::move(read)), find_(std::move(find)) {}

  /// Cases with this identity number that are open now, `except` left out. None without a number.
  std::vector<CaseId> open_cases(std::string_view identity_number, const CaseId& except) const;

 private:
  bool is_open_for(const std::string& stream, const std::string& number) const;

  ReadStream read_;
  FindStreams find_;
};

}  // namespace kallad
