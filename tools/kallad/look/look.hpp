// Looking into a store: where it lies in a data folder, a case as it is shown, names of units, and
// times as people in Sweden read them.
// Not writing, and not waiting for who writes: readers have a connection of their own.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>

#include "adapters/brain/ledger.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/view/case_view.hpp"

namespace kallad::program {

/// The store in a data folder.
StorePlace place_in(const std::filesystem::path& data);

/// The moment `at` means ("2026-12-30 16:00", Swedish time), the present one where it is empty;
/// nothing where it is none.
std::optional<Instant> moment_said(std::string at, const Zone& zone);

/// Tells that --at was none.
void say_bad_moment();

/// Reads cases, with what falls due and which letters wait, at one moment.
class Look {
 public:
  /// Throws StoreError, `missing` among them.
  Look(const std::filesystem::path& data, Zone zone, Instant now);

  /// The case, or nothing where there is none of that name.
  std::optional<CaseView> at(const std::string& case_id);
  /// The case as it is folded, or nothing where there is none of that name.
  std::optional<CaseFile> file(const std::string& case_id);
  /// Every case in the order they were opened, but those disposed of or removed: nothing is left
  /// of them to look at.
  void each(const std::function<void(const CaseView&)>& take);
  /// All events of a case.
  void events(const std::string& case_id, const TakeEvent& take);

  /// The name of a unit or huvudman, its id where it has none here.
  std::string name_of(const std::string& id) const;
  /// "2026-03-02 09:05", Swedish time.
  std::string time(Instant moment) const;
  Date day(Instant moment) const { return zone_.day_of(moment); }
  /// "2026-05-13" for a follow-up on a day that is not worked: the working day before (rulings,
  /// "Edge cases").
  std::string follow_up_day(Date day) const;
  Instant now() const { return now_; }
  const Register& known() const { return ledger_.known; }
  const Zone& zone() const { return zone_; }

 private:
  CaseView shown(const CaseFile& folded) const;

  Reader reader_;
  Zone zone_;
  Instant now_;
  Ledger ledger_;
  std::map<std::string, std::vector<DueView>, std::less<>> due_;
  std::map<std::string, std::vector<Wish>, std::less<>> letters_;
};

}  // namespace kallad::program
