// The forms of cells: ids, days, yes and no, kinds, lists, addresses.
// Not references, and not what a mailbox looks like: that is the engine's to say. Rule kept: a
// head's contact with an @ is an address, since a letter to no address reaches nobody.
#include "adapters/import/draft.hpp"

#include <algorithm>
#include <array>
#include <boost/mp11.hpp>

#include "adapters/codec/forms.hpp"
#include "adapters/codec/read_result.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/register/mailbox.hpp"

namespace kallad::importing {

namespace {

using Why = std::optional<Refusal>;

template <auto Member, class T>
Why put_text(T& thing, const std::string& cell) {
  thing.*Member = cell;
  return std::nullopt;
}
template <auto Member, class T>
std::string show_text(const T& thing) {
  return thing.*Member;
}

/// An id in the form ids have; empty says "none", and where there must be one the engine says so.
template <auto Member, class T>
Why put_id(T& thing, const std::string& cell) {
  if (!cell.empty() && !codec::is_id(cell)) return Refusal{"bad_id", {}};
  (thing.*Member).text = cell;
  return std::nullopt;
}
template <auto Member, class T>
std::string show_id(const T& thing) {
  return (thing.*Member).text;
}

Why put_bound_like(Principal& principal, const std::string& cell) {
  principal.bound_like.reset();
  if (cell.empty()) return std::nullopt;
  if (!codec::is_id(cell)) return Refusal{"bad_id", {}};
  principal.bound_like = PrincipalId{cell};
  return std::nullopt;
}
std::string show_bound_like(const Principal& principal) {
  return principal.bound_like ? principal.bound_like->text : std::string{};
}

std::string_view word_for(PrincipalKind kind) { return word(kind, Language::swedish); }

Why put_kind(Principal& principal, const std::string& cell) {
  bool found = false;
  std::string allowed;
  using Kinds = boost::describe::describe_enumerators<PrincipalKind>;
  boost::mp11::mp_for_each<Kinds>([&](auto one) {
    allowed.append(allowed.empty() ? "" : ", ").append(word_for(one.value));
    if (cell != one.name && cell != word_for(one.value)) return;
    principal.kind = one.value;
    found = true;
  });
  return found ? std::nullopt : Why{Refusal{"unknown_value", {{"allowed", allowed}}}};
}
std::string show_kind(const Principal& principal) { return std::string{word_for(principal.kind)}; }

/// A telephone number will do; what has an @ is meant as an address.
Why put_head_contact(Unit& unit, const std::string& cell) {
  unit.head_contact = cell;
  if (cell.find('@') == std::string::npos || registry::is_mail_address(cell)) return std::nullopt;
  return Refusal{"address_malformed", {{"value", cell}}};
}

constexpr std::string_view between_deputies = "|";

/// "Doris Påhittad | Einar Påhittad", for names may hold a comma.
Why put_deputies(Unit& unit, const std::string& cell) {
  unit.deputies.clear();
  for (std::size_t at = 0; at < cell.size();) {
    const auto end = std::min(cell.find(between_deputies, at), cell.size());
    const auto first = cell.find_first_not_of(" \t\n", at);
    if (first < end) {
      const auto last = cell.find_last_not_of(" \t\n", end - 1);
      unit.deputies.push_back(cell.substr(first, last - first + 1));
    }
    at = end + 1;
  }
  if (unit.deputies.size() <= codec::limit::list_items) return std::nullopt;
  return Refusal{"too_long", {{"limit", std::to_string(codec::limit::list_items)}}};
}
std::string show_deputies(const Unit& unit) {
  std::string all;
  for (const auto& name : unit.deputies) all.append(all.empty() ? "" : " | ").append(name);
  return all;
}

Why put_hsa_id(Unit& unit, const std::string& cell) {
  unit.hsa_id = cell.empty() ? std::nullopt : std::optional{cell};
  return std::nullopt;
}
std::string show_hsa_id(const Unit& unit) { return unit.hsa_id.value_or(""); }

Why put_language(Unit& unit, const std::string& cell) {
  unit.language = cell.empty() ? std::nullopt : std::optional{cell};
  return std::nullopt;
}
std::string show_language(const Unit& unit) { return unit.language.value_or(""); }

Refusal bad_date() { return Refusal{"bad_date", {{"form", std::string{codec::date_form}}}}; }

Why put_valid_from(Agreement& agreement, const std::string& cell) {
  const auto day = codec::read_date(cell);
  if (!day) return bad_date();
  agreement.valid_from = *day;
  return std::nullopt;
}
std::string show_valid_from(const Agreement& agreement) {
  return agreement.valid_from.ok() ? iso(agreement.valid_from) : std::string{};
}

Why put_valid_until(Agreement& agreement, const std::string& cell) {
  agreement.valid_until = codec::read_date(cell);
  return cell.empty() || agreement.valid_until ? std::nullopt : Why{bad_date()};
}
std::string show_valid_until(const Agreement& agreement) {
  return agreement.valid_until ? iso(*agreement.valid_until) : std::string{};
}

Why put_duty(MemberRow& member, const std::string& cell) {
  const bool yes = cell == "ja" || cell == "yes" || cell == "Ja" || cell == "JA";
  const bool no = cell == "nej" || cell == "no" || cell == "Nej" || cell == "NEJ";
  member.duty_to_attend = yes;
  if (yes || no) return std::nullopt;
  return Refusal{"unknown_value", {{"allowed", "ja, nej"}}};
}
std::string show_duty(const MemberRow& member) { return member.duty_to_attend ? "ja" : "nej"; }

template <auto Member, class T>
constexpr Field<T> text_field(std::string_view column) {
  return {column, &put_text<Member, T>, &show_text<Member, T>};
}
template <auto Member, class T>
constexpr Field<T> id_field(std::string_view column) {
  return {column, &put_id<Member, T>, &show_id<Member, T>};
}

}  // namespace

template <>
std::span<const Field<Principal>> fields_of<Principal>() {
  static constexpr std::array<Field<Principal>, 4> fields = {
      id_field<&Principal::id, Principal>("principal"),
      text_field<&Principal::name, Principal>("name"),
      Field<Principal>{"kind", &put_kind, &show_kind},
      Field<Principal>{"bound_like", &put_bound_like, &show_bound_like}};
  return fields;
}

template <>
std::span<const Field<Unit>> fields_of<Unit>() {
  static constexpr std::array<Field<Unit>, 9> fields = {
      id_field<&Unit::id, Unit>("unit"),
      id_field<&Unit::principal, Unit>("principal"),
      text_field<&Unit::name, Unit>("name"),
      Field<Unit>{"mailbox", &put_text<&Unit::mailbox, Unit>, &show_text<&Unit::mailbox, Unit>},
      text_field<&Unit::head, Unit>("head"),
      Field<Unit>{"head_contact", &put_head_contact, &show_text<&Unit::head_contact, Unit>},
      Field<Unit>{"deputies", &put_deputies, &show_deputies},
      Field<Unit>{"hsa_id", &put_hsa_id, &show_hsa_id},
      Field<Unit>{"language", &put_language, &show_language}};
  return fields;
}

template <>
std::span<const Field<Council>> fields_of<Council>() {
  static constexpr std::array<Field<Council>, 3> fields = {
      id_field<&Council::id, Council>("council"), text_field<&Council::name, Council>("name"),
      id_field<&Council::secretary_unit, Council>("secretary_unit")};
  return fields;
}

template <>
std::span<const Field<Agreement>> fields_of<Agreement>() {
  static constexpr std::array<Field<Agreement>, 5> fields = {
      id_field<&Agreement::id, Agreement>("agreement"),
      text_field<&Agreement::name, Agreement>("name"),
      id_field<&Agreement::council, Agreement>("council"),
      Field<Agreement>{"valid_from", &put_valid_from, &show_valid_from},
      Field<Agreement>{"valid_until", &put_valid_until, &show_valid_until}};
  return fields;
}

template <>
std::span<const Field<MemberRow>> fields_of<MemberRow>() {
  static constexpr std::array<Field<MemberRow>, 4> fields = {
      id_field<&MemberRow::agreement, MemberRow>("agreement"),
      id_field<&MemberRow::principal, MemberRow>("principal"),
      id_field<&MemberRow::unit, MemberRow>("unit"),
      Field<MemberRow>{"duty_to_attend", &put_duty, &show_duty}};
  return fields;
}

}  // namespace kallad::importing
