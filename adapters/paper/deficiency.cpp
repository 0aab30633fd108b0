// Brist i samverkan on paper, after seed 001: a cover that can be taken away, and the form.
// Not the check for names in the text: the engine refuses them before a form leaves. Rule kept:
// after the cover nothing here prints the person.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

namespace {

/// An empty form has the newest list of causes.
constexpr int newest_list = 9999;

void put_staff(Writer& to, std::string_view who, const StaffContact& staff) {
  to.fields({to.field(who, staff.name, 1, 3), to.field("title", staff.title, 1, 2),
             to.field("contact", staff.contact, 1, 3)});
}

void put_cover(Writer& to, const DeficiencyPaper& in) {
  to.heading("deficiency.cover");
  to.say("deficiency.cover_only", Tone::notice);
  const std::string withheld = in.cover.withheld ? to.text("deficiency.withheld") : "";
  to.fields(
      {to.field("person", in.cover.withheld ? withheld : in.cover.name, 1, 3),
       to.field("identity_number", in.cover.withheld ? withheld : in.cover.identity_number, 1, 2)});
  to.fields({to.field("case_number", in.case_number),
             to.field("deficiency.number", in.number == 0 ? "" : std::to_string(in.number)),
             to.field("deficiency.registered", to.day(in.registered), 1, 2)});
  put_staff(to, "deficiency.registered_by", in.form.registered_by);
  put_staff(to, "deficiency.manager", in.form.nearest_manager);
  to.heading("deficiency.consent");
  to.tick("deficiency.consent_yes", in.form.consent_to_pass_on == true);
  to.tick("deficiency.consent_no", in.form.consent_to_pass_on == false);
  to.heading("deficiency.way");
  to.list({"deficiency.way.1", "deficiency.way.2", "deficiency.way.3", "deficiency.way.4"}, true);
  to.say("deficiency.not_instead");
}

void put_facts(Writer& to, const DeficiencyPaper& in) {
  if (in.facts.empty()) return;
  to.sub("deficiency.facts");
  to.put(List{in.facts, false});
}

void put_causes(Writer& to, const DeficiencyPaper& in) {
  to.heading("deficiency.causes");
  const int year = in.registered ? static_cast<int>(in.registered->year()) : newest_list;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Cause>>([&](auto each) {
    if (!is_cause_of(each.value, year)) return;
    const auto& chosen = in.form.causes;
    const bool is = std::find(chosen.begin(), chosen.end(), each.value) != chosen.end();
    to.put(Checkbox{words::capitalised(to.word(std::optional{each.value})), is});
  });
}

void put_form(Writer& to, const DeficiencyPaper& in) {
  to.heading("deficiency.what");
  to.say("deficiency.no_names", Tone::notice);
  to.fields({to.field("deficiency.event_date", to.day(in.form.event_date), 1, 2),
             to.field("deficiency.found_at", in.form.found_at, 1, 3)});
  to.box("deficiency.parties", in.form.parties_concerned, 2);
  std::vector<std::string> kinds;
  for (const DeficiencyKind kind : in.kinds) {
    kinds.push_back(words::capitalised(to.word(std::optional{kind})));
  }
  to.box("deficiency.kinds", lines_of(kinds), 1);
  put_facts(to, in);
  to.box("deficiency.happened", in.form.what_happened, 9);
  to.box("deficiency.for_person", in.form.measures_for_person, 6);
  to.box("deficiency.by_parties", in.form.measures_by_parties, 6);
}

void put_answer(Writer& to, const DeficiencyPaper& in) {
  to.heading("deficiency.answers");
  std::string by = to.moment(in.answer_by);
  if (!by.empty()) by += " (" + to.text("local_standard") + ")";
  to.box("deficiency.answer_by", by, 1);
  if (in.answers.empty()) to.box("deficiency.answer", "", 6);
  for (const std::string& answer : in.answers) to.box("deficiency.answer", answer, 6);
  to.heading("deficiency.end");
  to.box("deficiency.measure", in.measure, 3);
  to.box("deficiency.result", in.result, 3);
}

}  // namespace

Document deficiency(const DeficiencyPaper& in, Language language) {
  Writer to{language, "deficiency.title", in.case_number};
  to.say("deficiency.lead", Tone::lead);
  put_cover(to, in);
  to.put(PageBreak{});
  put_form(to, in);
  put_causes(to, in);
  put_answer(to, in);
  to.say("register_afterwards", Tone::small);
  return to.done();
}

}  // namespace kallad::paper
