// Kartläggning: needs, efforts and network as told by each, and the risk assessment, which is
// filled in by hand with the person. Not a medical assessment: areas to talk about.
#include "adapters/paper/documents.hpp"
#include "adapters/paper/shared.hpp"

namespace kallad::paper {

namespace {

void put_told(Writer& to, const MappingTold& told) {
  if (told.by.empty()) {
    to.put(Heading{2, to.text("mapping.by")});
    to.box("mapping.by", "", 1);
  } else {
    to.put(Heading{2, to.text("mapping.by") + " " + told.by});
  }
  to.box("mapping.needs", told.needs, 5);
  to.box("mapping.efforts", told.efforts, 5);
  to.box("mapping.network", told.network, 4);
}

void put_risks(Writer& to) {
  to.heading("risk.title");
  to.say("risk.lead");
  std::vector<std::vector<std::string>> rows;
  for (const char* key : {"risk.health", "risk.self_harm", "risk.violence", "risk.abuse",
                          "risk.home", "risk.children", "risk.gap", "risk.other"}) {
    rows.push_back({to.text(key), "", "", "", ""});
  }
  to.table("risk.rows",
           {to.column("risk.what", 4), to.column("risk.likely", 3), to.column("risk.grave", 3),
            to.column("risk.measure", 6), to.column("risk.who", 4)},
           std::move(rows), 0, true, 2);
  to.box("risk.assessed", "", 1);
}

}  // namespace

Document mapping(const MappingPaper& in, Language language) {
  Writer to{language, "mapping.title", in.of.case_number};
  to.say("mapping.lead", Tone::lead);
  put_subject(to, in.of);
  if (in.told.empty()) put_told(to, {});
  for (const MappingTold& told : in.told) put_told(to, told);
  to.put(PageBreak{});
  put_risks(to);
  put_foot(to);
  return to.done();
}

}  // namespace kallad::paper
