// Samtyckesblankett and the extract from the access log: what the person decides and can check.
// Not consent itself: a signed paper is registered afterwards, and then it counts.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

namespace {

/// The capacities in which somebody may consent, each to tick.
void put_capacities(Writer& to, const std::vector<Giver>& given_by) {
  to.put(Paragraph{to.text("consent.in_capacity"), Tone::normal});
  for (const Capacity each : {Capacity::person, Capacity::guardian, Capacity::trustee,
                              Capacity::administrator, Capacity::representative}) {
    const bool is = std::any_of(given_by.begin(), given_by.end(),
                                [&](const Giver& giver) { return giver.capacity == each; });
    to.put(Checkbox{words::capitalised(to.word(std::optional{each})), is});
  }
}

std::string givers(const std::vector<Giver>& given_by) {
  std::vector<std::string> names;
  for (const Giver& giver : given_by) names.push_back(giver.name);
  return lines_of(names);
}

void put_shared(Writer& to, const ConsentPaper& in) {
  to.heading("consent.shares");
  const bool all = in.covers.empty() && in.from;
  to.box("consent.covers", all ? to.text("consent.all_parties") : lines_of(in.covers), 4);
  to.box("consent.except", lines_of(in.except), 2);
  to.box("consent.not_shared", in.not_shared, 3);
}

void put_signatures(Writer& to) {
  to.heading("consent.signatures");
  for (const char* who : {"consent.sign_person", "consent.sign_person", "consent.sign_staff"}) {
    to.fields(
        {to.field(who, "", 2, 3), to.field("name_in_print", "", 2, 3), to.field("date", "", 2, 2)});
  }
}

}  // namespace

Document consent_form(const ConsentPaper& in, Language language) {
  Writer to{language, "consent.title", in.of.case_number};
  to.say("consent.lead", Tone::lead);
  if (in.withdrawn) to.say("consent.withdrawn", Tone::notice);
  put_subject(to, in.of);
  to.heading("consent.what");
  to.list({"consent.what.1", "consent.what.2", "consent.what.3", "consent.what.4"});
  to.heading("consent.who");
  to.box("name", givers(in.given_by), 2);
  put_capacities(to, in.given_by);
  put_shared(to, in);
  to.heading("consent.how_long");
  to.fields(
      {to.field("consent.from", to.day(in.from)), to.field("consent.until", to.day(in.until))});
  to.heading("consent.form");
  for (const ConsentForm each : {ConsentForm::oral, ConsentForm::written}) {
    to.put(Checkbox{words::capitalised(to.word(std::optional{each})), in.form == each});
  }
  to.heading("consent.motives");
  to.box("consent.one_guardian", in.one_guardian_motive, 2);
  to.box("consent.cannot", in.cannot_consent_motive, 2);
  put_signatures(to);
  put_foot(to);
  return to.done();
}

Document access_extract(const AccessPaper& in, Language language) {
  Writer to{language, "access.title", in.of.case_number};
  // One that is handed out for a person is of all their cases, and has no unit.
  const bool of_person = in.asked && in.of.unit.empty();
  to.say(of_person ? "access.lead_person" : "access.lead", Tone::lead);
  of_person ? put_person(to, in.of) : put_subject(to, in.of);
  const bool bounded = in.from || in.until;
  to.box("access.period",
         bounded ? Writer::short_day(in.from) + " – " + Writer::short_day(in.until) : "", 1);
  if (in.asked && in.rows.empty()) {
    to.say("access.none");
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const OpeningLine& row : in.rows) {
      rows.push_back({Writer::short_moment(row.at), row.name, row.unit,
                      access_said("kind", row.kind, language),
                      access_said("ground", row.ground, language),
                      access_said("outcome", row.outcome, language)});
    }
    to.table("access.rows",
             {to.column("time", 4), to.column("access.who", 5), to.column("unit", 5),
              to.column("access.what", 4), to.column("access.ground", 5),
              to.column("access.outcome", 3)},
             std::move(rows), 12, true);
  }
  to.say("access.ask");
  to.say("secrecy_note", Tone::small);
  return to.done();
}

}  // namespace kallad::paper
