// Routines sorted by owner and day.
// Not the rule by which one counts: routine_at is asked.
#include "adapters/web/admin/routine_view.hpp"

#include <algorithm>

#include "adapters/http/wire/form_body.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/sentence.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

RoutineLine line_of(const Routine& routine, Language language) {
  RoutineLine line{
      admin_address("routines", routine.id.text) + "/" + std::to_string(routine.version),
      said("routines.version"_text, language,
           {{"name", routine.name}, {"version", std::to_string(routine.version)}}),
      day_told(routine.valid_from, language),
      {}};
  if (routine.valid_until) line.until = day_told(*routine.valid_until, language);
  return line;
}

std::vector<Routine> routines_of(const api::RegisterShown& known, const CouncilId& council) {
  std::vector<Routine> own;
  for (const Routine& each : known.routines) {
    if (each.council == council) own.push_back(each);
  }
  std::ranges::sort(own, [](const Routine& one, const Routine& other) {
    return std::pair{one.valid_from, one.version} > std::pair{other.valid_from, other.version};
  });
  return own;
}

RoutineOwner owner_of(const api::RegisterShown& known, const CouncilId& council, Date today,
                      Language language) {
  const std::vector<Routine> own = routines_of(known, council);
  RoutineOwner owner;
  owner.id = council.empty() ? "default" : council.text;
  owner.name = owner_name(known, council, language);
  owner.new_version = "/admin/routines/new?council=" + http::form_encoded(council.text);
  owner.is_own = !own.empty();
  owner.is_default = council.empty();
  const Routine* now = routine_at(own, council, today);
  for (const Routine& each : own) {
    if (&each == now) {
      owner.now = line_of(each, language);
    } else {
      (each.valid_from > today ? owner.later : owner.earlier).push_back(line_of(each, language));
    }
  }
  owner.has_later = !owner.later.empty();
  owner.has_earlier = !owner.earlier.empty();
  return owner;
}

}  // namespace

std::string owner_name(const api::RegisterShown& known, const CouncilId& council,
                       Language language) {
  if (council.empty()) return said("routines.everybody"_text, language);
  const auto found = std::ranges::find(known.councils, council, &Council::id);
  return found == known.councils.end() ? council.text : found->name;
}

const Routine* own_routine(const api::RegisterShown& known, const CouncilId& council, Date today) {
  const Routine* latest = nullptr;
  for (const Routine& each : known.routines) {
    if (each.council != council) continue;
    if (latest == nullptr ||
        std::pair{each.valid_from, each.version} > std::pair{latest->valid_from, latest->version})
      latest = &each;
  }
  const Routine* now = routine_at(known.routines, council, today);
  return now != nullptr && now->council == council ? now : latest;
}

std::vector<RoutineOwner> routine_owners(const api::RegisterShown& known, Date today,
                                         Language language) {
  std::vector<RoutineOwner> owners;
  for (const Council& each : known.councils)
    owners.push_back(owner_of(known, each.id, today, language));
  std::ranges::sort(owners, {}, [](const auto& one) { return sort_key(one.name); });
  owners.insert(owners.begin(), owner_of(known, CouncilId{}, today, language));
  return owners;
}

std::vector<ValueLine> value_lines(const Routine& routine, Language language) {
  std::vector<ValueLine> lines;
  for (const RoutineValue& each : routine_values(routine)) {
    lines.push_back({words::capitalised(word_of("routine_value", each.id, language)),
                     amount_of(each, language), basis_of(each, language),
                     each.basis == Basis::law});
  }
  return lines;
}

}  // namespace kallad::web
