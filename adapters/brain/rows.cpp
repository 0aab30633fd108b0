// Engine values to rows and back; JSON by the codec, so that no form is written by hand.
// Not deciding what falls due or is sent: the engine has said so already.
#include "adapters/brain/rows.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

template <class Enum>
std::string name_of_value(Enum value) {
  std::string name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    if (each.value == value) name = each.name;
  });
  return name;
}

std::optional<DueKind> due_kind(std::string_view name) {
  std::optional<DueKind> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DueKind>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

bool is_waiting(const Meeting& meeting) {
  return meeting.status == MeetingStatus::called || meeting.status == MeetingStatus::open;
}

}  // namespace

std::string refusals_text(const Refusals& refusals) {
  std::vector<RefusalRow> rows;
  for (const Refusal& refusal : refusals) {
    RefusalRow& row = rows.emplace_back();
    row.rule = refusal.rule;
    for (const auto& [name, value] : refusal.data) row.data.push_back({name, value});
  }
  return codec::write_compact(rows);
}

std::vector<RefusalRow> read_refusals(std::string_view text) {
  auto read = codec::read_text<std::vector<RefusalRow>>(text);
  return read ? std::move(read.value()) : std::vector<RefusalRow>{};
}

DueRow due_row(const Due& due) {
  std::string subject = std::to_string(due.number);
  if (!due.about.empty()) subject.append(":").append(due.about);
  return {due.at, name_of_value(due.kind), std::move(subject)};
}

Due due_of(const DueRow& row) {
  const auto kind = due_kind(row.kind);
  Due due{row.at, kind.value_or(DueKind::answer_deadline), 0, {}};
  const char* const end = row.subject.data() + row.subject.size();
  const auto [rest, error] = std::from_chars(row.subject.data(), end, due.number);
  const bool is_ours = kind && error == std::errc{} && (rest == end || *rest == ':');
  if (!is_ours) throw std::invalid_argument("no due row of ours: " + row.kind + " " + row.subject);
  if (rest != end) due.about.assign(rest + 1, end);
  return due;
}

OutboxRow outbox_row(const Wish& wish) {
  return {name_of_value(wish.kind), codec::write_compact(wish)};
}

std::string case_row(const CaseFile& file) {
  const Case& running = file.running;
  if (!running.is_opened()) return "null";
  CaseRow row{
      running.id, running.kind, running.step, running.round, running.coordinator.unit, std::nullopt,
      0};
  if (!running.meetings.empty() && is_waiting(running.meetings.back())) {
    row.next_meeting = running.meetings.back().notice.starts;
  }
  row.open_deficiencies = static_cast<std::uint32_t>(
      std::count_if(file.deficiencies.begin(), file.deficiencies.end(), is_open));
  return codec::write_compact(row);
}

}  // namespace kallad
