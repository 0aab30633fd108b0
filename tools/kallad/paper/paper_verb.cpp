// Reads the case, lets adapters/paper make the document, writes the file.
// Not a check of who may read it: whoever can open the store can.
#include "tools/kallad/paper/paper_verb.hpp"

#include <algorithm>
#include <boost/mp11.hpp>

#include <fstream>
#include <iostream>
#include <optional>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/paper/fill/catalogue.hpp"
#include "adapters/paper/model/html.hpp"
#include "adapters/paper/print/print.hpp"
#include "tools/kallad/look/look.hpp"

namespace kallad::program {

namespace {

using paper::PaperKind;

constexpr const char* access_log_name = "access.sqlite";

constexpr int good = 0;
constexpr int answer_is_no = 1;
constexpr int wrong_input = 2;
constexpr int accident = 3;

std::optional<PaperKind> kind_named(const std::string& name) {
  std::optional<PaperKind> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

int print_list(Language language) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>([&](auto each) {
    std::string line = each.name;
    line.resize(std::max<std::size_t>(line.size(), 24), ' ');
    std::cout << line << paper::empty_paper(each.value, language).title << '\n';
  });
  return good;
}

/// The rows of the access log about the case.
std::vector<paper::OpeningLine> openings(const PaperOptions& options, const Look& look) {
  const auto file = options.data / access_log_name;
  std::vector<paper::OpeningLine> rows;
  AccessReader reader{file};
  reader.each_of_case(CaseId{options.case_id}, [&](const AccessRow& row) {
    const Opening& opening = row.opening;
    const std::string unit = opening.unit.empty() ? "" : look.name_of(opening.unit.text);
    rows.push_back({look.zone().to_local(row.at), opening.name, unit, opening.kind, opening.ground,
                    opening.outcome});
  });
  return rows;
}

std::optional<paper::Document> paper_of_case(const PaperOptions& options, PaperKind kind,
                                             Language language, Instant now) {
  Look look{options.data, stockholm(), now};
  const auto file = look.file(options.case_id);
  if (!file) return std::nullopt;
  paper::Chosen chosen{PartyId{options.party}, options.number, options.link, {}};
  if (kind == PaperKind::access_extract) chosen.openings = openings(options, look);
  return paper::paper_of(kind, {*file, look.known(), look.zone(), language}, chosen);
}

int write(const PaperOptions& options, const std::string& bytes) {
  if (options.to == "-") {
    std::cout << bytes;
    return good;
  }
  std::ofstream out{options.to, std::ios::binary};
  out << bytes << std::flush;
  if (out) return good;
  std::cerr << "kallad: filen " << options.to.string() << " går inte att skriva\n";
  return accident;
}

int say_wrong(const std::string& what) {
  std::cerr << "kallad: " << what << '\n';
  return wrong_input;
}

}  // namespace

int run_paper(const PaperOptions& options) {
  const Language language = options.language == "en" ? Language::english : Language::swedish;
  if (options.name == "list") return print_list(language);
  const auto kind = kind_named(options.name);
  if (!kind) return say_wrong("det finns inget papper " + options.name + "; se kallad paper list");
  if (options.to.empty()) return say_wrong("säg med -o vilken fil som ska skrivas");
  if (options.data.empty() != options.case_id.empty()) {
    return say_wrong("--data och --case hör ihop; utan dem blir det en tom blankett");
  }
  const auto made = moment_said(options.at, stockholm());
  if (!made) {
    say_bad_moment();
    return wrong_input;
  }
  // No log is not the same as a log without openings, and the paper must not say that it is.
  const bool of_log = *kind == PaperKind::access_extract && !options.data.empty();
  if (of_log && !std::filesystem::exists(options.data / access_log_name)) {
    std::cerr << "kallad: här finns ingen åtkomstlogg (" << access_log_name << ")\n";
    return answer_is_no;
  }
  const auto document = options.data.empty() ? std::optional{paper::empty_paper(*kind, language)}
                                             : paper_of_case(options, *kind, language, *made);
  if (!document) {
    std::cerr << "kallad: ärendet, kallelsen eller bristen finns inte här\n";
    return answer_is_no;
  }
  return write(options, options.html ? paper::html_of(*document)
                                     : paper::pdf_of(*document, {options.large, *made}));
}

}  // namespace kallad::program
