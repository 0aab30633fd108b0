// Marking entries as examples, and taking the examples out again.
// Not whether a case or an account uses an entry: who asks has looked, and names what stays. Rule
// kept: nothing that stays points at what goes, and nothing but an example goes.
#include "engine/register/example_entries.hpp"

#include <algorithm>
#include <iterator>

namespace kallad::registry {

namespace {

using Answer = Verdict<RegisterEvent>;

template <class Id>
bool has(const std::vector<Id>& all, const Id& one) {
  return std::ranges::find(all, one) != all.end();
}

template <class Id, class Map>
void require_known(Refusals& why, const std::vector<Id>& ids, const Map& map,
                   std::string_view rule) {
  for (const Id& id : ids) {
    if (!map.contains(id)) why.push_back({rule, {{"value", id.text}}});
  }
}

template <class Id>
std::vector<Id> without(const std::vector<Id>& all, const std::vector<Id>& kept) {
  std::vector<Id> left;
  std::ranges::copy_if(all, std::back_inserter(left), [&](const Id& id) { return !has(kept, id); });
  return left;
}

/// What stays and points at something that goes, by name.
class Pointers {
 public:
  Pointers(const Register& known, const Entries& gone) : known_(known), gone_(gone) {}

  Refusals found() {
    for (const auto& [id, one] : known_.principals) {
      if (!has(gone_.principals, id) && one.bound_like) ask(gone_.principals, *one.bound_like);
    }
    for (const auto& [id, unit] : known_.units) {
      if (!has(gone_.units, id)) ask(gone_.principals, unit.principal);
    }
    for (const auto& [id, agreement] : known_.agreements) {
      if (has(gone_.agreements, id)) continue;
      ask(gone_.councils, agreement.council);
      for (const Member& member : agreement.members) {
        ask(gone_.principals, member.principal);
        for (const UnitId& unit : member.units) ask(gone_.units, unit);
      }
    }
    for (const auto& [id, council] : known_.councils) {
      if (!has(gone_.councils, id)) ask(gone_.units, council.secretary_unit);
    }
    return std::move(why_);
  }

 private:
  template <class Id>
  void ask(const std::vector<Id>& gone, const Id& id) {
    if (has(gone, id)) why_.push_back({"entry_is_in_use", {{"value", id.text}}});
  }

  const Register& known_;
  const Entries& gone_;
  Refusals why_;
};

}  // namespace

Verdict<RegisterEvent> mark_examples(const Register& known, const MarkExampleEntries& wish) {
  Refusals why;
  require_known(why, wish.entries.principals, known.principals, "principal_unknown");
  require_known(why, wish.entries.units, known.units, "unit_unknown");
  require_known(why, wish.entries.agreements, known.agreements, "agreement_unknown");
  require_known(why, wish.entries.councils, known.councils, "council_unknown");
  if (!why.empty()) return Answer::refused(std::move(why));
  const Entries news{without(wish.entries.principals, known.examples.principals),
                     without(wish.entries.units, known.examples.units),
                     without(wish.entries.agreements, known.examples.agreements),
                     without(wish.entries.councils, known.examples.councils)};
  if (news.empty()) return Answer::accepted({});
  return Answer::accepted({ExampleEntriesMarked{news}});
}

Verdict<RegisterEvent> remove_examples(const Register& known, const RemoveExampleEntries& wish) {
  const Entries& all = known.examples;
  if (all.empty()) return Answer::accepted({});
  const Entries gone{
      without(all.principals, wish.kept.principals), without(all.units, wish.kept.units),
      without(all.agreements, wish.kept.agreements), without(all.councils, wish.kept.councils)};
  Refusals why = Pointers{known, gone}.found();
  if (!why.empty()) return Answer::refused(std::move(why));
  return Answer::accepted({ExampleEntriesRemoved{gone, wish.kept}});
}

}  // namespace kallad::registry
