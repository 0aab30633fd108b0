// Sentences from patterns (swedish/ and english/) and the fields of described events.
// Not one function per event: the fields are read off the descriptions, so a new event costs a line
// of text in two languages. Rule kept: std::string fields are never read; ids, enums, numbers and
// times are.
#include "adapters/wording/words/sentence.hpp"

#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/deadline/discharge.hpp"

namespace kallad {

namespace {

namespace mp = boost::mp11;

template <class T>
constexpr std::string_view thing = "";
template <>
constexpr std::string_view thing<CaseId> = "case";
template <>
constexpr std::string_view thing<PrincipalId> = "principal";
template <>
constexpr std::string_view thing<UnitId> = "unit";
template <>
constexpr std::string_view thing<PartyId> = "party";
template <>
constexpr std::string_view thing<CouncilId> = "council";
template <>
constexpr std::string_view thing<AgreementId> = "agreement";
template <>
constexpr std::string_view thing<RoutineId> = "routine";
template <>
constexpr std::string_view thing<GoalId> = "goal";
template <>
constexpr std::string_view thing<ActivityId> = "activity";

/// The fields of one event by their paths ("mark.party"), each as it is said. A list has several
/// values under one path.
class Fields {
 public:
  Fields(Language language, const Naming& naming) : language_(language), naming_(naming) {}

  std::string value_of(std::string_view path) const {
    std::string all;
    for (const auto& [name, value] : known_) {
      if (name == path) all += (all.empty() ? "" : ", ") + value;
    }
    return all;
  }

  void put(const std::string& path, std::string value) {
    if (!value.empty()) known_.emplace_back(path, std::move(value));
  }

  template <class T>
  void add(const std::string& path, const T& value) {
    if constexpr (!thing<T>.empty()) {
      put(path, named(thing<T>, value.text));
    } else if constexpr (std::is_enum_v<T>) {
      put(path, std::string{word(value, language_)});
    } else if constexpr (std::is_same_v<T, count::CountedCase>) {
      return;  // counts are for reports, and no sentence tells them
    } else if constexpr (std::is_same_v<T, Instant>) {
      put(path, naming_.moment ? naming_.moment(value) : iso(value));
    } else if constexpr (std::is_same_v<T, Date>) {
      put(path, iso(value));
    } else if constexpr (std::is_same_v<T, Due>) {
      add_due(path, value);
    } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
      put(path, std::to_string(value));
    } else if constexpr (requires { value.has_value(); }) {
      if (value) add(path, *value);
    } else if constexpr (std::is_class_v<T> && requires { value.begin(); } &&
                         !std::is_same_v<T, std::string>) {
      for (const auto& item : value) add(path, item);
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
      add_members(path, value);
    }
  }

  template <class T>
  void add_members(const std::string& path, const T& value) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                             boost::describe::mod_inherited>;
    mp::mp_for_each<Members>([&](auto member) {
      add(path.empty() ? member.name : path + "." + member.name, value.*member.pointer);
    });
  }

 private:
  std::string named(std::string_view kind, const std::string& id) const {
    std::string name = naming_.name_of && !id.empty() ? naming_.name_of(kind, id) : std::string{};
    return name.empty() ? id : name;
  }

  /// `about` is text, but never anybody's words: the id of a party or of an activity.
  void add_due(const std::string& path, const Due& due) {
    add(path + ".kind", due.kind);
    put(path + ".about", named(is_about_activity(due.kind) ? "activity" : "party", due.about));
    if (due.number == 0) return;
    const bool of_deficiency = due.kind == DueKind::deficiency_answer_due;
    put(path + (of_deficiency ? ".deficiency" : ".meeting"), std::to_string(due.number));
  }

  Language language_;
  const Naming& naming_;
  RefusalData known_;
};

std::string said(std::string_view pattern, const Fields& fields) {
  return words::capitalised(
      words::filled_in(pattern, [&](std::string_view path) { return fields.value_of(path); }));
}

std::string_view pattern_of(std::string_view kind, std::string_view id, Language language) {
  const auto pattern = word_of(kind, id, language);
  return pattern == id ? std::string_view{} : pattern;
}

template <class Variant>
std::string sentence_of_one(const Variant& event, Language language, const Naming& naming) {
  return boost::variant2::visit(
      [&](const auto& fact) {
        const auto pattern = pattern_of("sentence", fact.id, language);
        if (pattern.empty()) {
          return words::capitalised(word_of("event", fact.id, language)) + ".";
        }
        Fields fields{language, naming};
        fields.add_members("", fact);
        return said(pattern, fields);
      },
      event);
}

}  // namespace

std::string sentence_of(const FileEvent& event, Language language, const Naming& naming) {
  return sentence_of_one(event, language, naming);
}

std::string sentence_of(const RegisterEvent& event, Language language, const Naming& naming) {
  return sentence_of_one(event, language, naming);
}

std::string sentence_of(const RoutineEvent& event, Language language, const Naming& naming) {
  return sentence_of_one(event, language, naming);
}

std::string sentence_of(const CitedFact& fact, Language language, const Naming& naming) {
  Fields fields{language, naming};
  fields.add_members("", fact);
  return said(word_of("pattern", "fact", language), fields);
}

std::string basis_of(DueKind kind, Language language) {
  switch (kind) {
    case DueKind::admission_notice_due:
      return cited(discharge_law::admission_notice);
    case DueKind::discharge_summons_due:
      return cited(discharge_law::summons);
    case DueKind::payment_begins:
      return cited(discharge_law::payment);
    case DueKind::yearly_review_due:
      return cited(plan_references(PlanLaw::lss, Date{}).front());
    case DueKind::attendance_open:
    case DueKind::activity_due:
    case DueKind::follow_up_due:
    case DueKind::consent_ends:
    case DueKind::plan_declined:
      return {};
    case DueKind::presume_delivery:
    case DueKind::acknowledge_deadline:
    case DueKind::answer_deadline:
    case DueKind::remind_recipient:
    case DueKind::remind_mailbox:
    case DueKind::remind_head:
    case DueKind::plan_copy_due:
    case DueKind::deficiency_answer_due:
    case DueKind::coming_list_due:
    case DueKind::remind_activity:
    case DueKind::remind_activity_head:
      return std::string{word(Basis::local_standard, language)};
  }
  return {};
}

std::string sentence_of(const Due& due, Language language, const Naming& naming) {
  Fields fields{language, naming};
  fields.add("due", due);
  fields.put("due.basis", basis_of(due.kind, language));
  return said(word_of("pattern", "due", language), fields);
}

std::string sentence_of(const Wish& wish, Language language, const Naming& naming) {
  Fields fields{language, naming};
  fields.add("kind", wish.kind);
  fields.add("to", wish.to);
  const bool of_deficiency = wish.kind == WishKind::draft_to_coordinator;
  if (wish.number != 0) fields.add(of_deficiency ? "deficiency" : "meeting", wish.number);
  return said(word_of("pattern", "wish", language), fields);
}

std::string amount_of(const RoutineValue& value, Language language) {
  if (value.unit == Measure::yes_no) {
    return std::string{word(value.value != 0 ? Mandate::yes : Mandate::no, language)};
  }
  std::string number = std::to_string(value.value);
  if (value.unit == Measure::hour_of_day) return (value.value < 10 ? "0" : "") + number + ".00";
  const std::string_view kind = value.value == 1 ? "measure_of_one" : "measure";
  return number + " " + std::string{word_of(kind, table::state_id(value.unit), language)};
}

std::string basis_of(const RoutineValue& value, Language language) {
  const bool is_law = value.basis == Basis::law;
  return is_law ? cited(value.reference) : std::string{word(value.basis, language)};
}

std::string sentence_of(const RoutineValue& value, Language language) {
  return words::capitalised(word_of("routine_value", value.id, language)) + ": " +
         amount_of(value, language) + " (" + basis_of(value, language) + ").";
}

}  // namespace kallad
