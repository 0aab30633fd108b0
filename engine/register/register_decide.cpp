// Whether a wish about the register may be granted. References must lead somewhere; ids and names
// must be there; a mailbox is an address, since a letter to no address is a party never reached.
// Rule kept for HSA-id: SE + ten-digit organisation number + "-" + letters or digits, at most 31
// characters; private units may lack one (domain 6).
#include <algorithm>

#include "engine/register/example_entries.hpp"
#include "engine/register/mailbox.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad::registry {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_hsa_id(const std::string& text) {
  constexpr std::size_t dash = 12;
  return text.size() > dash + 1 && text.size() <= 31 && text.starts_with("SE") &&
         text[dash] == '-' && std::all_of(text.begin() + 2, text.begin() + dash, is_digit) &&
         std::all_of(text.begin() + dash + 1, text.end(), is_letter_or_digit);
}

void require(Refusals& why, bool holds, std::string_view rule, std::string_view field,
             std::string_view value = {}) {
  if (!holds) why.push_back({rule, {{"field", std::string(field)}, {"value", std::string(value)}}});
}

Refusals faults(const Register& known, const RecordPrincipal& wish) {
  Refusals why;
  require(why, !wish.principal.id.empty(), "id_required", "principal.id");
  require(why, !wish.principal.name.empty(), "name_required", "principal.name");
  if (const auto& like = wish.principal.bound_like) {
    require(why, known.principals.contains(*like), "principal_unknown", "principal.bound_like",
            like->text);
  }
  return why;
}

Refusals faults(const Register& known, const RecordUnit& wish) {
  Refusals why;
  const auto& unit = wish.unit;
  require(why, !unit.id.empty(), "id_required", "unit.id");
  require(why, !unit.name.empty(), "name_required", "unit.name");
  require(why, known.principals.contains(unit.principal), "principal_unknown", "unit.principal",
          unit.principal.text);
  require(why, unit.mailbox.empty() || is_mailbox(unit.mailbox), "address_malformed",
          "unit.mailbox", unit.mailbox);
  require(why, !unit.hsa_id || is_hsa_id(*unit.hsa_id), "hsa_id_malformed", "unit.hsa_id",
          unit.hsa_id.value_or(""));
  require(why, !unit.language || *unit.language == "sv" || *unit.language == "en",
          "language_unknown", "unit.language", unit.language.value_or(""));
  return why;
}

Refusals faults(const Register& known, const RecordAgreement& wish) {
  Refusals why;
  const auto& agreement = wish.agreement;
  require(why, !agreement.id.empty(), "id_required", "agreement.id");
  require(why, !agreement.name.empty(), "name_required", "agreement.name");
  require(why, known.councils.contains(agreement.council), "council_unknown", "agreement.council",
          agreement.council.text);
  require(why, !agreement.valid_until || agreement.valid_from <= *agreement.valid_until,
          "until_before_from", "agreement.valid_until");
  for (const auto& member : agreement.members) {
    require(why, known.principals.contains(member.principal), "principal_unknown",
            "agreement.members", member.principal.text);
    for (const auto& id : member.units) {
      const Unit* unit = find_unit(known, id);
      require(why, unit && unit->principal == member.principal, "unit_unknown",
              "agreement.members.units", id.text);
    }
  }
  return why;
}

Refusals faults(const Register& known, const RecordCouncil& wish) {
  Refusals why;
  require(why, !wish.council.id.empty(), "id_required", "council.id");
  require(why, !wish.council.name.empty(), "name_required", "council.name");
  require(why, wish.council.secretary_unit.empty() || find_unit(known, wish.council.secretary_unit),
          "unit_unknown", "council.secretary_unit", wish.council.secretary_unit.text);
  return why;
}

Refusals faults(const Register& known, const RecordMailboxCheck& wish) {
  const Unit* unit = find_unit(known, wish.unit);
  Refusals why;
  require(why, unit, "unit_unknown", "unit", wish.unit.text);
  require(why, !unit || !unit->mailbox.empty(), "mailbox_missing", "unit", wish.unit.text);
  return why;
}

Refusals faults(const Register& known, const RecordHeadAbsence& wish) {
  Refusals why;
  require(why, find_unit(known, wish.unit), "unit_unknown", "unit", wish.unit.text);
  require(why, !wish.away || wish.away->from <= wish.away->until, "until_before_from",
          "away.until");
  return why;
}

Refusals faults(const Register& known, const RecordRetention& wish) {
  Refusals why;
  require(why, known.principals.contains(wish.principal), "principal_unknown", "principal",
          wish.principal.text);
  return why;
}

template <class Map, class Thing>
bool stands(const Map& map, const Thing& thing) {
  const auto found = map.find(thing.id);
  return found != map.end() && found->second == thing;
}

template <class Event, class Map, class Thing>
Verdict<RegisterEvent> record(const Map& map, const Thing& thing, Refusals why) {
  if (!why.empty()) return Verdict<RegisterEvent>::refused(std::move(why));
  if (stands(map, thing)) return Verdict<RegisterEvent>::accepted({});
  return Verdict<RegisterEvent>::accepted({Event{thing}});
}

Verdict<RegisterEvent> judge(const Register& known, const RecordPrincipal& wish) {
  return record<PrincipalRecorded>(known.principals, wish.principal, faults(known, wish));
}
Verdict<RegisterEvent> judge(const Register& known, const RecordUnit& wish) {
  return record<UnitRecorded>(known.units, wish.unit, faults(known, wish));
}
Verdict<RegisterEvent> judge(const Register& known, const RecordAgreement& wish) {
  return record<AgreementRecorded>(known.agreements, wish.agreement, faults(known, wish));
}
Verdict<RegisterEvent> judge(const Register& known, const RecordCouncil& wish) {
  return record<CouncilRecorded>(known.councils, wish.council, faults(known, wish));
}
/// A letter may come back long after somebody has seen to the mailbox: the later day counts.
Verdict<RegisterEvent> judge(const Register& known, const RecordMailboxCheck& wish) {
  Refusals why = faults(known, wish);
  if (!why.empty()) return Verdict<RegisterEvent>::refused(std::move(why));
  const auto last = known.mailbox_checks.find(wish.unit);
  const MailboxCheck check{wish.on, wish.bounced};
  const bool is_news =
      last == known.mailbox_checks.end() || (last->second.on <= check.on && last->second != check);
  if (!is_news) return Verdict<RegisterEvent>::accepted({});
  return Verdict<RegisterEvent>::accepted({MailboxChecked{wish.unit, wish.on, wish.bounced}});
}

Verdict<RegisterEvent> judge(const Register& known, const RecordHeadAbsence& wish) {
  Refusals why = faults(known, wish);
  if (!why.empty()) return Verdict<RegisterEvent>::refused(std::move(why));
  const auto last = known.head_absences.find(wish.unit);
  const bool is_news =
      last == known.head_absences.end() ? wish.away.has_value() : wish.away != last->second;
  if (!is_news) return Verdict<RegisterEvent>::accepted({});
  return Verdict<RegisterEvent>::accepted({HeadAbsenceRecorded{wish.unit, wish.away}});
}

Verdict<RegisterEvent> judge(const Register& known, const RecordRetention& wish) {
  Refusals why = faults(known, wish);
  if (!why.empty()) return Verdict<RegisterEvent>::refused(std::move(why));
  const auto last = known.retentions.find(wish.principal);
  if (last != known.retentions.end() && last->second == wish.retention)
    return Verdict<RegisterEvent>::accepted({});
  return Verdict<RegisterEvent>::accepted({RetentionRecorded{wish.principal, wish.retention}});
}

Verdict<RegisterEvent> judge(const Register& known, const MarkExampleEntries& wish) {
  return mark_examples(known, wish);
}
Verdict<RegisterEvent> judge(const Register& known, const RemoveExampleEntries& wish) {
  return remove_examples(known, wish);
}

}  // namespace

Verdict<RegisterEvent> decide(const Register& known, const RegisterCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return judge(known, wish); }, command);
}

}  // namespace kallad::registry
