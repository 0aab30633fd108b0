// What a disposal says of itself, and the order of file and commit.
// Not the rules of a disposal: engine/disposal.
#include "adapters/gone/remembering_store.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "engine/disposal/disposal_messages.hpp"
#include "engine/disposal/example_messages.hpp"

namespace kallad {

namespace {

/// Whose copy went by the event; nothing where none did. The last one says all of them, its own
/// last. Nobody's where an example was removed.
std::optional<PrincipalId> principal_in(const NewEvent& event) {
  if (event.type == CopyDisposed::id) {
    const auto said = nlohmann::json::parse(event.payload);
    return PrincipalId{said.at("copy").at("principal").get<std::string>()};
  }
  if (event.type == CaseDisposed::id) {
    const auto said = nlohmann::json::parse(event.payload);
    return PrincipalId{said.at("copies").back().at("principal").get<std::string>()};
  }
  if (event.type == ExampleRemoved::id) return PrincipalId{};
  return std::nullopt;
}

}  // namespace

Instant RememberingStore::opened_at(std::string_view stream, const StreamHead& head) {
  Instant first{};
  StreamHead copy = head;
  behind_.read(stream, copy, [&](const EventView& event, const ShortDigest&) {
    if (event.sequence == 1) first = event.at;
  });
  return first;
}

void RememberingStore::append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
                              std::span<const NewEvent> events) {
  for (const NewEvent& event : events) {
    const auto principal = principal_in(event);
    if (!principal) continue;
    staged_.push_back({CaseId{std::string{stream}}, opened_at(stream, head), *principal, stamp.at,
                       stamp.command_id});
  }
  behind_.append(stream, head, stamp, events);
}

void RememberingStore::write_down() {
  std::vector<GoneCase> lines = unwritten_;
  lines.insert(lines.end(), staged_.begin(), staged_.end());
  try {
    file_.add(lines);
    unwritten_.clear();
  } catch (const std::system_error& error) {
    unwritten_ = std::move(lines);
    tell_(std::to_string(unwritten_.size()) + " disposals are not written down: " + error.what());
  }
}

void RememberingStore::take_back() noexcept {
  try {
    if (unwritten_.empty()) {
      file_.take_back(staged_);
    } else {
      for (const GoneCase& one : staged_) std::erase(unwritten_, one);
    }
  } catch (const std::exception& error) {
    tell_(std::string{"disposals that did not go stay written down: "} + error.what());
  }
}

void RememberingStore::commit() {
  if (staged_.empty()) return behind_.commit();
  write_down();
  try {
    behind_.commit();
  } catch (const StoreError& error) {
    // After any other fault nobody knows before a restart whether it was stored.
    if (error.fault() == StoreFault::full) take_back();
    staged_.clear();
    throw;
  }
  staged_.clear();
}

void RememberingStore::rollback() noexcept {
  staged_.clear();
  behind_.rollback();
}

}  // namespace kallad
