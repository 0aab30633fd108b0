// Forms with plain values, and answers put into words.
// Not asserting anything: the tests do.
#include "tests/adapters/answer_link/forms.hpp"

#include "engine/spine/table.hpp"

namespace kallad::links {

FromForm asked(World& world, const LinkName& name, const AnswerForm& form) {
  return answer_link::command_of(world.file(), name, form, world.ground(), world.now);
}

Submission submission_for(const LinkCommand& said) {
  auto submission = submission_of(World::stream, said.command_id, said.actor, said.command);
  submission.expected_version = said.expected_version;
  return submission;
}

std::string told(const Refusals& why) {
  std::string text;
  for (const Refusal& one : why) {
    text.append(text.empty() ? "" : " ").append(one.rule);
    for (const auto& [name, value] : one.data) {
      if (name == "field") text.append(":").append(value);
    }
  }
  return text;
}

std::string told(const Outcome& outcome) {
  if (outcome.answer == Answer::refused) return outcome.detail;
  std::string text = outcome.events.empty() ? std::string{name_of(outcome.answer)} : "";
  for (const RecordedEvent& event : outcome.events) {
    text.append(text.empty() ? "" : " ").append(event.type);
  }
  return text;
}

std::string sent(World& world, const LinkName& name, const AnswerForm& form) {
  const FromForm read = asked(world, name, form);
  if (const auto* why = boost::variant2::get_if<Refusals>(&read)) return told(*why);
  return told(world.submit(submission_for(boost::variant2::get<LinkCommand>(read))));
}

std::string fault(World& world, const LinkName& name, const AnswerForm& form) {
  const FromForm read = asked(world, name, form);
  const auto* why = boost::variant2::get_if<Refusals>(&read);
  return why ? told(*why) : "none";
}

AnswerForm form_of(LinkAct act) {
  return {{"act", std::string{table::state_id(act)}}, {"nonce", "n1"}, {"your_name", "Lena Ledig"}};
}

AnswerForm with(AnswerForm form, const std::string& field, const std::string& value) {
  form[field] = value;
  return form;
}

AnswerForm naming_form() {
  AnswerForm form = form_of(LinkAct::name_substitute);
  form["substitute.name"] = " Sara Skift\n";
  form["substitute.role"] = "sjuksköterska";
  form["substitute.contact"] = "sara@example.se";
  form["substitute.mandate"] = "partly";
  form["substitute.briefed"] = "yes";
  return form;
}

AnswerForm full_form(LinkAct act) {
  AnswerForm form = naming_form();
  form["act"] = std::string{table::state_id(act)};
  form["forward_to"] = support::care_centre.text;
  return form;
}

}  // namespace kallad::links
