// Reading a form's fields, each with its own error, and putting the command together.
// Not what is granted: see link_command.hpp.
#include "adapters/answer_link/link_command.hpp"

#include <algorithm>
#include <array>

#include "adapters/codec/forms.hpp"
#include "engine/spine/text.hpp"

namespace kallad::answer_link {

namespace {

std::string_view trimmed(std::string_view text) {
  if (is_blank(text)) return {};
  const auto first = text.find_first_not_of(" \t\r\n");
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A form being read, and what was wrong with it so far.
class Fields {
 public:
  explicit Fields(const AnswerForm& form) : form_(form) {}

  /// The value, empty where there is none or one that cannot be used.
  std::string text(std::string_view field) {
    const auto at = form_.find(field);
    if (at == form_.end()) return {};
    const std::string said = codec::legible(at->second);
    const std::string_view value = trimmed(said);
    if (value.size() > longest_field) {
      why_.push_back(
          {"too_long", {{"field", std::string{field}}, {"limit", std::to_string(longest_field)}}});
      return {};
    }
    if (const auto broken = codec::broken_text_rule(value); !broken.empty()) {
      why_.push_back({broken, {{"field", std::string{field}}}});
      return {};
    }
    return std::string{value};
  }

  std::string required(std::string_view field) {
    const auto before = why_.size();
    std::string value = text(field);
    if (value.empty() && why_.size() == before) {
      why_.push_back({"missing_field", {{"field", std::string{field}}}});
    }
    return value;
  }

  std::optional<std::string> optional(std::string_view field) {
    std::string value = text(field);
    return value.empty() ? std::nullopt : std::optional{std::move(value)};
  }

  template <class E>
  std::optional<E> one_of(std::string_view field) {
    const auto value = optional(field);
    if (!value) return std::nullopt;
    E read{};
    if (boost::describe::enum_from_string(value->c_str(), read)) return read;
    unknown(field, allowed<E>());
    return std::nullopt;
  }

  std::optional<bool> yes_or_no(std::string_view field) {
    const auto value = optional(field);
    if (!value) return std::nullopt;
    if (*value != "yes" && *value != "no") unknown(field, "yes, no");
    return *value == "yes";
  }

  void refuse(Refusal why) { why_.push_back(std::move(why)); }
  Refusals& why() { return why_; }

 private:
  void unknown(std::string_view field, std::string allowed) {
    why_.push_back(
        {"unknown_value", {{"field", std::string{field}}, {"allowed", std::move(allowed)}}});
  }

  template <class E>
  static std::string allowed() {
    std::string all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { all += (all.empty() ? "" : ", ") + std::string{each.name}; });
    return all;
  }

  const AnswerForm& form_;
  Refusals why_;
};

Substitute read_substitute(Fields& fields) {
  Substitute who;
  who.name = fields.required("substitute.name");
  who.role = fields.required("substitute.role");
  who.contact = fields.required("substitute.contact");
  if (fields.required("substitute.mandate").empty()) return who;
  who.mandate = fields.one_of<Mandate>("substitute.mandate").value_or(Mandate::no);
  who.briefed = fields.yes_or_no("substitute.briefed").value_or(false);
  return who;
}

ConfirmSubstitute read_confirming(Fields& fields, const SeatRef& seat) {
  return {seat,
          fields.optional("name"),
          fields.optional("role"),
          fields.optional("contact"),
          fields.one_of<Mandate>("mandate"),
          fields.yes_or_no("briefed")};
}

/// The receiver is one of the units that the page offers; which unit that is, is asked nobody else.
AnswerSummons read_answer(Fields& fields, const LinkTarget& target, LinkAct act,
                          const Register& known) {
  AnswerSummons said{seat_of(target), *answer_of(act), {}, {}};
  if (act != LinkAct::forwarded) return said;
  const UnitId receiver{fields.required("forward_to")};
  if (receiver.empty()) return said;
  const auto offered = receivers_of(target, known);
  if (std::ranges::find(offered, receiver) == offered.end()) {
    fields.refuse({"forward_outside_principal", {{"field", "forward_to"}}});
  }
  said.forward_to = receiver;
  return said;
}

/// About the plan as it was read: who has it before them says nothing to a later one.
FileCommand read_agreement(Fields& fields, const LinkTarget& target, LinkAct act,
                           const Plan& plan) {
  const std::string content = fields.required("content");
  if (!content.empty() && content != std::to_string(plan.content)) {
    fields.refuse({"plan_has_changed", {}});
  }
  if (act == LinkAct::agree_plan) return AgreePlan{*target.agrees_for};
  return DeclinePlan{*target.agrees_for, fields.required("reason")};
}

FileCommand read_command(Fields& fields, const LinkTarget& target, LinkAct act,
                         const Register& known) {
  const SeatRef seat = seat_of(target);
  switch (act) {
    case LinkAct::open_summons:
      return OpenSummons{seat};
    case LinkAct::acknowledge:
      return Acknowledge{seat};
    case LinkAct::name_substitute:
      return NameSubstitute{seat, read_substitute(fields)};
    case LinkAct::confirm_substitute:
      return read_confirming(fields, seat);
    case LinkAct::decline_substitution:
      return DeclineSubstitution{seat};
    case LinkAct::take_back_seat:
      return TakeBackSeat{seat};
    case LinkAct::check_in:
      return MarkAttendance{check_in_mark(target), seat.meeting};
    case LinkAct::undo_check_in:
      return UnmarkAttendance{seat};
    default:
      return read_answer(fields, target, act, known);
  }
}

/// What the form as a whole may not say.
void ask_for_act(Fields& fields, const LinkTarget& target, LinkAct act, const Ground& ground,
                 Instant now) {
  const auto offered = acts_of(target);
  if (std::ranges::find(offered, act) == offered.end()) {
    fields.refuse({"not_by_this_link", {{"field", "act"}}});
  } else if (auto early = too_early(target, act, ground, now)) {
    fields.refuse(std::move(*early));
  }
}

/// Only of an act that is the link's: the commands of others may have no seat to be about.
FromForm read(Fields& fields, const CaseFile& file, const LinkName& name, const LinkTarget& target,
              LinkAct act, const Register& known) {
  const std::string nonce = fields.required("nonce");
  std::string by =
      needs_name(target, act) ? fields.required("your_name") : fields.text("your_name");
  const bool is_agreement = act == LinkAct::agree_plan || act == LinkAct::decline_plan;
  LinkCommand said;
  said.command = is_agreement ? read_agreement(fields, target, act, file.running.plan)
                              : read_command(fields, target, act, known);
  if (!fields.why().empty()) return std::move(fields.why());
  said.actor = actor_of(target, std::move(by));
  said.command_id = command_id_of(name, nonce);
  if (name.holder != LinkHolder::party || is_agreement) said.expected_version = file.running.events;
  return said;
}

}  // namespace

FromForm command_of(const CaseFile& file, const LinkName& name, const AnswerForm& form,
                    const Ground& ground, Instant now) {
  const LinkState state = state_of(file, name, ground, now);
  if (!rule_of(state).empty()) return Refusals{{rule_of(state), {}}};
  const LinkTarget target = find(file, name).value();
  Fields fields(form);
  if (fields.required("act").empty()) return std::move(fields.why());
  const auto act = fields.one_of<LinkAct>("act");
  if (!act) return std::move(fields.why());
  ask_for_act(fields, target, *act, ground, now);
  if (!fields.why().empty()) return std::move(fields.why());
  return read(fields, file, name, target, *act, ground.known);
}

std::string_view rule_of(LinkState state) {
  static constexpr std::array<std::string_view, 16> rules{"",
                                                          "",
                                                          "link_superseded",
                                                          "link_replaced",
                                                          "link_taken_back",
                                                          "link_declined",
                                                          "link_of_cancelled_meeting",
                                                          "link_of_meeting_not_held",
                                                          "link_over",
                                                          "link_handed_over",
                                                          "link_of_party_that_left",
                                                          "link_outside_consent",
                                                          "link_consent_withdrawn",
                                                          "link_of_closed_case",
                                                          "link_revoked",
                                                          "link_dead"};
  return rules.at(static_cast<std::size_t>(state));
}

}  // namespace kallad::answer_link
