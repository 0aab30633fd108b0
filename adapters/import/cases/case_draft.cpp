// From cells to commands: opening, origin, parties, consent, then the plan that is taken over.
// Not judgement: an unknown unit or an impossible day is told, what the law says of them is not.
#include "adapters/import/cases/case_draft.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "adapters/codec/forms.hpp"
#include "adapters/desk/digest/digest.hpp"
#include "adapters/import/cases/case_lines.hpp"

namespace kallad::importing {

namespace {

/// "1.91212E+11" is what is left of a number that a spreadsheet has saved as text of a number.
bool is_rounded(std::string_view text) {
  const auto power = text.find("E+");
  return power != std::string_view::npos &&
         text.find_first_not_of("0123456789,.E+") == std::string_view::npos;
}

/// Whether an id would tell whose case it is, in letters and addresses.
bool has_number_in(std::string_view id) {
  constexpr std::size_t of_numbers = 10;
  return std::ranges::count_if(id, [](char c) { return c >= '0' && c <= '9'; }) >=
         static_cast<std::ptrdiff_t>(of_numbers);
}

class CaseRowDrafter {
 public:
  CaseRowDrafter(const TableFile& file, const CsvRow& row, const Register& known, Date today)
      : file_(file), known_(known), today_(today), read_(file, row, known) {
    draft_.rows.push_back({&file, &row, {}, {}});
    line_ = row.front().at.line;
  }

  CaseDraft draft() {
    draft_.id = read_.text("case");
    check_id();
    open();
    say("case", RecordOrigin{source()});
    add_parties();
    give_consent();
    take_over();
    draft_.rows.front().refusals = read_.refusals();
    draft_.rows.front().notes = read_.notes();
    return std::move(draft_);
  }

 private:
  void say(std::string_view column, FileCommand command) {
    draft_.steps.push_back({std::move(command), 0, column});
  }

  /// The file's name without the folders of whoever took it in.
  std::string source() const {
    const std::string name = file_.name.substr(file_.name.find_last_of("/\\") + 1);
    return name + ", rad " + std::to_string(line_);
  }

  void check_id() {
    read_.require("case");
    if (draft_.id.empty()) return;
    if (!codec::is_id(draft_.id)) read_.say_no("case", Refusal{"bad_id", {}});
    if (has_number_in(draft_.id)) read_.say_no("case", Refusal{"case_id_is_a_number", {}});
  }

  void open() {
    for (const auto column : {"name", "need", "coordinating_unit", "coordinator"}) {
      read_.require(column);
    }
    OpenCase command;
    command.kind = read_.value("kind", CaseKind::sip);
    command.person.name = read_.text("name");
    command.person.identity_number = read_.text("identity_number");
    command.person.protection = read_.value("protection", Protection::none);
    command.need = read_.text("need");
    command.noticed_by = read_.text_or_none("noticed_by");
    command.agreement = agreement();
    command.council = read_.council("council");
    const auto of_agreement = known_.agreements.find(command.agreement);
    if (command.council.empty() && of_agreement != known_.agreements.end()) {
      command.council = of_agreement->second.council;
    }
    command.coordinator = {read_.unit("coordinating_unit"), read_.text("coordinator")};
    command.law = read_.value("law", PlanLaw::sol_hsl);
    command.existing_sip_acknowledged = read_.yes_or_no("has_sip_already");
    check_number(command.person);
    draft_.identity_number = command.person.identity_number;
    draft_.knows_of_other_sip = command.existing_sip_acknowledged.value_or(false);
    draft_.coordinating = command.coordinator.unit;
    say("case", command);
  }

  /// Where there is but one agreement it need not be said.
  AgreementId agreement() {
    if (read_.text("agreement").empty() && known_.agreements.size() == 1) {
      return known_.agreements.begin()->first;
    }
    read_.require("agreement");
    return read_.agreement("agreement");
  }

  void check_number(const Person& person) {
    const std::string& number = person.identity_number;
    if (is_rounded(number)) {
      return read_.say_no("identity_number", Refusal{"number_was_rounded", {}});
    }
    const bool unverified =
        consent::classify_identity_number(number) == consent::IdentityNumber::unverified;
    if (!number.empty() && unverified) {
      read_.note("identity_number", Refusal{"identity_number_unverified_in_row", {}});
    }
  }

  void add_parties() {
    say("name", AddParty{PartyId{"den-enskilde"}, PartyKind::person, {}, {}});
    for (const UnitId& unit : read_.units("parties")) {
      say("parties", AddParty{party_of(unit), PartyKind::unit, {}, {}});
    }
  }

  void give_consent() {
    const auto from = read_.day("consent_from");
    const auto why_not = read_.text_or_none("why_no_consent");
    const bool said =
        !read_.text("consent_from").empty() || why_not || !read_.text("consent_by").empty();
    if (!said) return read_.note("consent_from", Refusal{"opened_without_consent", {}});
    Consent consent;
    const auto otherwise = why_not ? Capacity::representative : Capacity::person;
    const auto capacity = read_.value("consent_as", otherwise);
    for (std::string& name : read_.list("consent_by")) {
      consent.given_by.push_back({std::move(name), capacity});
    }
    if (consent.given_by.empty() && capacity == Capacity::person) {
      consent.given_by.push_back({read_.text("name"), capacity});
    }
    consent.form = read_.value("consent_form", ConsentForm::oral);
    if (read_.text("consent_from").empty()) read_.require("consent_from");
    consent.from = from.value_or(today_);
    consent.until = read_.day("consent_until");
    for (const std::string& named : read_.list("consent_covers")) {
      if (auto covered = read_.unit_or_principal("consent_covers", named)) {
        consent.covers.push_back(std::move(*covered));
      }
    }
    consent.not_shared = read_.text_or_none("not_shared");
    consent.one_guardian_motive = read_.text_or_none("why_one_guardian");
    consent.cannot_consent_motive = why_not;
    say("consent_by", RecordConsent{std::move(consent)});
  }

  void take_over() {
    const auto met = read_.day("last_meeting");
    const auto next = read_.day("follow_up");
    if (!met) {
      if (next) read_.say_no("follow_up", Refusal{"follow_up_without_meeting", {}});
      return;
    }
    if (next && *next < today_) read_.note("follow_up", Refusal{"follow_up_is_overdue", {}});
    say("last_meeting", TakeOverPlan{*met, next});
  }

  const TableFile& file_;
  const Register& known_;
  Date today_;
  RowReader read_;
  CaseDraft draft_;
  std::size_t line_ = 0;
};

/// The columns of a case's own row that answer the law's points come last: they look at the whole
/// plan.
void draft_points(CaseDraft& draft, const Register& known) {
  CaseRow& own = draft.rows.front();
  RowReader read{*own.file, *own.cells, known};
  PlanPoints points;
  points.efforts_needed = read.text_or_none("efforts_needed");
  const std::string others = read.text("others_measures");
  if (others == "inga" || others == "Inga" || others == "none") {
    points.no_others_measures = true;
  } else if (!others.empty()) {
    points.others_measures = others;
  }
  const PrincipalId overall = read.principal("overall_responsible");
  if (!overall.empty()) points.overall_responsible = overall;
  own.refusals.insert(own.refusals.end(), read.refusals().begin(), read.refusals().end());
  const bool any = points != PlanPoints{};
  points.responsibilities = responsibilities_of(draft.steps, known);
  if (!any && points.responsibilities.empty()) return;
  const bool taken_over = std::ranges::any_of(draft.steps, [](const CaseStep& step) {
    return boost::variant2::holds_alternative<TakeOverPlan>(step.command);
  });
  if (taken_over) return draft.steps.push_back({RecordPlanPoints{points}, 0, "efforts_needed"});
  if (!any) return;
  const Place at{own.cells->front().at.line, 0};
  own.refusals.push_back({{Refusal{"plan_without_meeting", {}}, at}, "senaste_möte"});
}

}  // namespace

std::string_view column_for(std::string_view field) {
  static const std::map<std::string_view, std::string_view> columns = {
      {"person.name", "name"},
      {"need", "need"},
      {"agreement", "agreement"},
      {"council", "council"},
      {"coordinator.unit", "coordinating_unit"},
      {"coordinator.name", "coordinator"},
      {"existing_sip_acknowledged", "has_sip_already"},
      {"consent.given_by", "consent_by"},
      {"consent.until", "consent_until"},
      {"consent.cannot_consent_motive", "why_no_consent"},
      {"consent.one_guardian_motive", "why_one_guardian"},
      {"met_on", "last_meeting"},
      {"follow_up_on", "follow_up"}};
  const auto found = columns.find(field);
  return found == columns.end() ? std::string_view{} : found->second;
}

CaseDrafts draft_cases(const Register& known, const std::vector<TableFile>& files, Date today) {
  CaseDrafts all;
  for (const TableFile& file : files) {
    if (file.table != Table::cases) continue;
    for (const CsvRow& row : file.rows) {
      all.cases.push_back(CaseRowDrafter{file, row, known, today}.draft());
    }
  }
  draft_lines(all, known, files, today);
  for (CaseDraft& draft : all.cases) draft_points(draft, known);
  return all;
}

}  // namespace kallad::importing
