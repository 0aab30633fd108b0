// Walks every leaf of a value, by name: for filling a case whole, and for telling which of it is
// shown. Not a codec. Rule kept: structs are taken apart by the compiler, so that a new field is
// walked without anybody remembering it here.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "engine/between/case_file.hpp"

namespace kallad::support {

/// The names of a struct that is not described, in order; empty: its fields go by number.
template <class T>
inline constexpr std::string_view names_of = "";
template <>
inline constexpr std::string_view names_of<CaseFile> = "running deficiencies disposal";
template <>
inline constexpr std::string_view names_of<Disposal> = "last_entry disposed kept fact counted";
template <>
inline constexpr std::string_view names_of<Case> =
    "id kind step round events last_at person names_before need council agreement coordinator "
    "coordination_offered opened origins plan_taken_over consent parties meetings mappings plan "
    "follow_ups "
    "next_follow_up "
    "evaluated persons_verdict discharge passed closing_reason closed";
template <>
inline constexpr std::string_view names_of<ConsentState> =
    "given given_fact withdrawn spans gave_before";
template <>
inline constexpr std::string_view names_of<Party> = "id kind calling why unit principal name left";
template <>
inline constexpr std::string_view names_of<Meeting> =
    "number round version notice status seats voided chair secretary attendance_closed not_held "
    "causes ended follow_up_on";
template <>
inline constexpr std::string_view names_of<Seat> =
    "party calling state version has_duty acknowledge_by answer_by reach address_bounced sent "
    "accepted presumed_at reached opened acknowledged acknowledge_lapsed answer_lapsed "
    "reach_at_acknowledge_lapse reach_at_answer_lapse reminders_done answers chain released "
    "representative forwarded_to forwarded_from mark marked";
template <>
inline constexpr std::string_view names_of<ChainLink> = "who named confirmed";
template <>
inline constexpr std::string_view names_of<ReleasedSubstitute> = "link event";
template <>
inline constexpr std::string_view names_of<Plan> =
    "law points goals activities content agreements declined copies first_agreed";
template <>
inline constexpr std::string_view names_of<ActivityInPlan> = "activity status note reported";
template <>
inline constexpr std::string_view names_of<DeficiencyStep> = "what state fact by";
template <>
inline constexpr std::string_view names_of<Deficiency> =
    "number state origin unit meeting party against_outsider kinds facts registered form steps "
    "left_unit identity_withheld sent answer_by answer_overdue answers contests proposed "
    "proposed_reason decision decided reason decision_words sent_back_reason measure result "
    "withdrawn_reason withdrawn_words withdrawn_by";

template <class T>
concept Leaf = std::is_arithmetic_v<T> || std::is_enum_v<T> || std::same_as<T, std::string> ||
    std::same_as<T, std::string_view> || std::same_as<T, Instant> || std::same_as<T, Date>;
template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
std::string name_of_field(std::size_t index) {
  std::string_view rest = names_of<T>;
  for (std::size_t i = 0; i < index; ++i)
    rest.remove_prefix(std::min(rest.find(' '), rest.size() - 1) + 1);
  return names_of<T>.empty() ? std::to_string(index) : std::string{rest.substr(0, rest.find(' '))};
}

/// Calls `visit(path, leaf)` for each leaf, and before that `visit(path, container)` for each
/// optional and vector.
template <class T, class Visit>
void walk(T& value, const std::string& path, Visit& visit) {
  using Plain = std::remove_const_t<T>;
  if constexpr (Leaf<Plain>) {
    visit(path, value);
  } else if constexpr (is_id<Plain>) {
    visit(path, value.text);
  } else if constexpr (is_optional<Plain>) {
    visit(path, value);
    if (value) walk(*value, path, visit);
  } else if constexpr (is_vector<Plain>) {
    visit(path, value);
    for (auto& one : value) walk(one, path, visit);
  } else if constexpr (boost::describe::has_describe_members<Plain>::value) {
    using Members = boost::describe::describe_members<Plain, boost::describe::mod_any_access>;
    static_assert(boost::pfr::tuple_size_v<Plain> == boost::mp11::mp_size<Members>::value);
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { walk(value.*member.pointer, path + "." + member.name, visit); });
  } else {
    boost::pfr::for_each_field(value, [&](auto& field, std::size_t index) {
      walk(field, path + "." + name_of_field<Plain>(index), visit);
    });
  }
}

/// Everything in the value as text, one leaf a line: equal values give equal texts.
inline std::string text_of(const CaseFile& file) {
  std::string out;
  auto tell = [&](const std::string& path, const auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    out.append(path).append("=");
    if constexpr (std::is_enum_v<T>)
      out += std::to_string(static_cast<int>(value));
    else if constexpr (std::is_arithmetic_v<T>)
      out += std::to_string(value);
    else if constexpr (std::same_as<T, Instant> || std::same_as<T, Date>)
      out += iso(value);
    else if constexpr (is_optional<T>)
      out += value ? "given" : "none";
    else if constexpr (is_vector<T>)
      out += std::to_string(value.size());
    else
      out += value;
    out += '\n';
  };
  walk(file, "", tell);
  return out;
}

}  // namespace kallad::support
