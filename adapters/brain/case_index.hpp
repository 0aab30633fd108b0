// Which cases there are for one identity number: asked when a case is opened, so that a second
// active SIP of the same person is warned about. Not an authority and no search for people.
//
// Built when first asked, by reading the log once (about a second for 300 000 events), and told of
// every case opened since. It only says where to look: a case it names is read and judged anew each
// time, so that an opening that was never committed, or a case closed meanwhile, does no harm.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "adapters/brain/ledger.hpp"

namespace kallad {

/// Streams by their number, after `after`, at most `limit`.
using ListStreams = std::function<std::vector<std::pair<std::int64_t, std::string>>(
    std::int64_t after, std::size_t limit)>;

class CaseIndex {
 public:
  CaseIndex(ReadStream read, ListStreams list) : read_(std::move(read)), list_(std::move(list)) {}

  /// Cases with this identity number that are open now, `except` left out. None without a number.
  std::vector<CaseId> open_cases(std::string_view identity_number, const CaseId& except);
  /// A case has been opened in the desk.
  void note_opened(const CaseId& id, std::string_view identity_number);

 private:
  void build();
  bool is_open_for(const CaseId& id, const std::string& number) const;

  ReadStream read_;
  ListStreams list_;
  bool built_ = false;
  std::unordered_map<std::string, std::set<CaseId>> by_number_;
};

}  // namespace kallad
