// Kallelse on paper: what, when, where, how to answer, and the answer form below the cut.
// Not the letter by mail (adapters/letter). Rule kept (domain 6): it goes by post to organisations,
// so nothing on it tells who the meeting is about or why.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/writer.hpp"

namespace kallad::paper {

namespace {

/// "torsdag 12 mars 2026 kl. 23.59 (lokal standard)".
std::string deadline(const Writer& to, const std::optional<LocalTime>& at) {
  return at ? to.moment(at) + " (" + to.text("local_standard") + ")" : "";
}

void put_lead(Writer& to, const SummonsPaper& in) {
  if (!in.calling) return;
  to.say(in.calling == Calling::summoned ? "summons.lead_summoned" : "summons.lead_invited",
         Tone::lead);
}

void put_facts(Writer& to, const SummonsPaper& in) {
  std::vector<Field> first = {to.field("summons.to", in.to, 1, 3),
                              to.field("case_number", in.case_number, 1, 2)};
  if (!in.calling) first.push_back(to.field("summons.calling", "", 1, 2));
  to.fields(std::move(first));
  to.fields(
      {to.field("summons.from", in.from_unit, 1, 3), to.field("contact", in.from_contact, 1, 2)});
  const bool behind = in.place.empty() && !in.link.empty();
  to.fields({to.field("day_and_time", to.moment(in.starts), 1, 3),
             to.field("place", behind ? to.text("summons.place_behind_link") : in.place, 1, 2)});
  to.fields({to.field("summons.acknowledge_by", deadline(to, in.acknowledge_by)),
             to.field("summons.answer_by", deadline(to, in.answer_by))});
  if (in.link.empty()) to.box("summons.purpose", "", 2);
}

void put_how(Writer& to, const SummonsPaper& in) {
  to.heading("summons.how");
  if (in.link.empty()) {
    to.say("summons.by_paper");
    to.say("summons.no_names");
  } else {
    to.put(QrCode{in.link,
                  to.text("summons.qr_alt"),
                  {to.text("summons.scan"), in.link, to.text("summons.there"),
                   to.text("summons.otherwise"), to.text("summons.no_names")}});
  }
  if (in.calling != Calling::invited) {
    to.sub("summons.if_you_cannot");
    to.list({"summons.if.1", "summons.if.2", "summons.if.3"});
  }
}

void put_answer(Writer& to, const SummonsPaper& in) {
  to.put(CutLine{to.text("summons.cut")});
  to.heading("answer.title");
  to.fields({to.field("case_number", in.case_number), to.field("unit", in.to, 1, 2),
             to.field("summons.version", in.version == 0 ? "" : std::to_string(in.version))});
  for (const char* key : {"answer.attends", "answer.digitally", "answer.substitute"}) to.tick(key);
  if (in.calling != Calling::invited) to.tick("answer.forwarded");
  to.tick("answer.cannot");
  to.fields({to.field("answer.who_comes", "", 1, 3), to.field("title", "", 1, 2),
             to.field("contact", "", 1, 2)});
  std::vector<Field> last = {to.field("answer.mandate", "", 1, 3),
                             to.field("answer.briefed", "", 1, 2)};
  if (in.calling != Calling::invited) last.push_back(to.field("answer.forwarded_unit", "", 1, 3));
  last.push_back(to.field("answer.given", "", 1, 3));
  to.fields(std::move(last));
}

}  // namespace

Document summons(const SummonsPaper& in, Language language) {
  Writer to{language, "summons.title", in.case_number};
  put_lead(to, in);
  put_facts(to, in);
  put_how(to, in);
  put_answer(to, in);
  return to.done();
}

}  // namespace kallad::paper
