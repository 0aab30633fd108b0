// What can be decided about a copy of a case, and what has then happened.
// Frozen on disk: a new meaning is a new version. Rule kept (domain 6): a human decides, each time.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "engine/disposal/disposal.hpp"

namespace kallad {

/// The huvudman's copy is disposed of; with the last one the case itself.
struct DisposeCopy {
  static constexpr std::string_view id = "dispose_copy";
  PrincipalId principal;
};
BOOST_DESCRIBE_STRUCT(DisposeCopy, (), (principal))

/// The huvudman's copy is kept though it may go, until and with a local day or until further
/// notice.
struct KeepCopy {
  static constexpr std::string_view id = "keep_copy";
  PrincipalId principal;
  std::string reason;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(KeepCopy, (), (principal, reason, until))

using DisposalCommand = boost::variant2::variant<DisposeCopy, KeepCopy>;

struct CopyDisposed {
  static constexpr std::string_view id = "copy_disposed";
  static constexpr int version = 1;
  DisposedCopy copy;
};
BOOST_DESCRIBE_STRUCT(CopyDisposed, (), (copy))

struct CopyKept {
  static constexpr std::string_view id = "copy_kept";
  static constexpr int version = 1;
  KeptCopy copy;
};
BOOST_DESCRIBE_STRUCT(CopyKept, (), (copy))

/// The last copy is gone. Nothing said before can be read any more; this stands in the clear, so it
/// holds nothing of the person.
struct CaseDisposed {
  static constexpr std::string_view id = "case_disposed";
  static constexpr int version = 1;
  std::vector<DisposedCopy> copies;
  count::CountedCase counted;
};
BOOST_DESCRIBE_STRUCT(CaseDisposed, (), (copies, counted))

using DisposalEvent = boost::variant2::variant<CopyDisposed, CopyKept, CaseDisposed>;

}  // namespace kallad
