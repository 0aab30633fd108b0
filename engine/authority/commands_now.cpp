// Asks authority and then the tables, for each part of the case a command can be about.
// Not their answers: engine/between/standing.hpp and authority.hpp give them.
#include "engine/authority/commands_now.hpp"

#include <algorithm>

#include "engine/between/standing.hpp"

namespace kallad::authority {

namespace {

/// How near a command is to being said. Of denials the one that says most is the nearest.
enum class Nearness { denied, not_own, only_read, not_in_state, refused, allowed };

Nearness nearness_of(const Denial& denial) {
  if (denial.why.rule == "may_only_read") return Nearness::only_read;
  return denial.why.rule == "not_own" ? Nearness::not_own : Nearness::denied;
}

struct Found {
  Nearness nearness = Nearness::denied;
  Refusals why;
};

Found look_at(const Caller& caller, const CaseFile& file, const Occasion& occasion,
              const Ground& ground, const AuthorityRow& row, const between::About& about) {
  const auto admitted = admit(caller, file, occasion, row, about);
  if (!admitted) return {nearness_of(admitted.denial()), {admitted.denial().why}};
  const Stamp stamp{occasion.at, admitted.actor(), file.running.events};
  auto why = between::standing_against(file, row.command, about, stamp, ground);
  if (!why) return {Nearness::not_in_state, {{"not_in_this_step", {}}}};
  if (!why->empty()) return {Nearness::refused, *std::move(why)};
  return {Nearness::allowed, {}};
}

Found nearest(const Caller& caller, const CaseFile& file, const Occasion& occasion,
              const Ground& ground, const AuthorityRow& row) {
  std::optional<Found> best;
  for (const between::About& about : between::abouts(file, row.command)) {
    Found found = look_at(caller, file, occasion, ground, row, about);
    if (!best || best->nearness < found.nearness) best = std::move(found);
    if (best->nearness == Nearness::allowed) break;
  }
  return *std::move(best);
}

}  // namespace

std::vector<CommandNow> commands_now(const Caller& caller, const CaseFile& file,
                                     const Occasion& occasion, const Ground& ground) {
  std::vector<CommandNow> all;
  for (const AuthorityRow& row : file_rows()) {
    const bool of_examples = row.command == MarkExample::id || row.command == RemoveExample::id;
    if (row.command == OpenCase::id || row.command == PassTime::id || of_examples) continue;
    Found found = nearest(caller, file, occasion, ground, row);
    for (Refusal& why : found.why) {
      const bool names_command =
          std::ranges::any_of(why.data, [](const auto& value) { return value.first == "command"; });
      if (!names_command) why.data.emplace_back("command", std::string{row.command});
    }
    all.push_back({row.command, std::move(found.why)});
  }
  return all;
}

}  // namespace kallad::authority
