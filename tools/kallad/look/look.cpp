// Due rows and letters are read once and kept by case; events are read case by case.
// Not the desk's memory: only what is committed is seen.
#include "tools/kallad/look/look.hpp"

#include <iostream>
#include <limits>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/view/view_codec.hpp"
#include "engine/deadline/deadlines.hpp"

namespace kallad::program {

namespace {

constexpr std::size_t everything = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t page = 512;

}  // namespace

StorePlace place_in(const std::filesystem::path& data) { return {data / "kallad.db", {}}; }

std::optional<Instant> moment_said(std::string at, const Zone& zone) {
  if (at.empty()) return SystemClock{}.now();
  if (const auto space = at.find(' '); space != std::string::npos) at[space] = 'T';
  const auto reading = codec::read_local_time(at);
  return reading ? std::optional{zone.to_instant(*reading)} : std::nullopt;
}

void say_bad_moment() { std::cerr << "kallad: --at vill ha en tid, \"ÅÅÅÅ-MM-DD TT:MM\"\n"; }

Look::Look(const std::filesystem::path& data, Zone zone, Instant now)
    : reader_(place_in(data)),
      zone_(std::move(zone)),
      now_(now),
      ledger_(ledger::load(streams_of(reader_))) {
  for (const DueItem& item : reader_.due(Instant::max(), everything)) {
    const Due due = due_of(item.row);
    due_[item.stream].push_back({due.kind, PartyId{due.about}, due.number, due.at});
  }
  for (const OutboxItem& item : reader_.outbox(everything)) {
    auto wish = codec::read_text<Wish>(item.row.body);
    if (wish) letters_[item.stream].push_back(std::move(wish.value()));
  }
}

std::optional<CaseFile> Look::file(const std::string& case_id) {
  if (case_id == register_stream) return std::nullopt;
  return load_case(streams_of(reader_), case_id);
}

std::optional<CaseView> Look::at(const std::string& case_id) {
  const auto folded = file(case_id);
  if (!folded) return std::nullopt;
  return shown(*folded);
}

CaseView Look::shown(const CaseFile& folded) const {
  const std::string& id = folded.running.id.text;
  CaseView view = view_of(folded, zone_, now_);
  if (const auto due = due_.find(id); due != due_.end()) view.due = due->second;
  if (const auto sent = letters_.find(id); sent != letters_.end()) view.letters = sent->second;
  return view;
}

void Look::each(const std::function<void(const CaseView&)>& take) {
  std::int64_t after = 0;
  for (auto rows = reader_.list(after, page); !rows.empty(); rows = reader_.list(after, page)) {
    for (const auto& [number, listed] : rows) {
      after = number;
      const auto folded = file(listed.name);
      if (folded && !folded->disposal.fact) take(shown(*folded));
    }
  }
}

void Look::events(const std::string& case_id, const TakeEvent& take) {
  streams_of(reader_)(case_id, take);
}

std::string Look::follow_up_day(Date day) const { return iso(shown_day(Calendar{zone_}, day)); }

std::string Look::name_of(const std::string& id) const {
  const auto unit = ledger_.known.units.find(UnitId{id});
  if (unit != ledger_.known.units.end()) return unit->second.name;
  return principal_name(ledger_.known, PrincipalId{id});
}

std::string Look::time(Instant moment) const {
  const LocalTime local = zone_.to_local(moment);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto clock = std::chrono::floor<std::chrono::minutes>(local - day).count();
  std::string text = iso(Date{day});
  text.append(" ").append(clock < 600 ? "0" : "").append(std::to_string(clock / 60)).append(":");
  return text.append(clock % 60 < 10 ? "0" : "").append(std::to_string(clock % 60));
}

}  // namespace kallad::program
