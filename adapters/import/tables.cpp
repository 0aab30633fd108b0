// Heads of tables. The key columns tell the tables apart, so a file needs no name of its own kind
// and may leave out the columns it says nothing of.
#include "adapters/import/tables.hpp"

#include <algorithm>

#include "adapters/codec/forms.hpp"
#include "adapters/codec/read_result.hpp"

namespace kallad::importing {

namespace {

using Names = std::vector<ColumnName>;

/// "Chefens Kontakt" is chefens_kontakt, for people write heads as they write headings.
std::string plain_name(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool upper = text[at] >= 'A' && text[at] <= 'Z';
    const bool swedish =
        text.substr(at, 2) == "Å" || text.substr(at, 2) == "Ä" || text.substr(at, 2) == "Ö";
    if (swedish) {
      plain += text[at];
      plain += static_cast<char>(text[++at] + 0x20);
    } else {
      plain += text[at] == ' ' ? '_' : static_cast<char>(upper ? text[at] + 0x20 : text[at]);
    }
  }
  return plain;
}

const ColumnName* find_column(const Names& names, std::string_view name) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const ColumnName& one) {
    return one.swedish == name || one.english == name;
  });
  return found == names.end() ? nullptr : &*found;
}

/// Members have the key of an agreement and more; units name their principal.
std::optional<Table> table_of(const std::vector<std::string>& head) {
  const auto has = [&](Table table, std::size_t column) {
    const ColumnName& name = columns_of(table)[column];
    return std::any_of(head.begin(), head.end(), [&](const std::string& one) {
      return one == name.swedish || one == name.english;
    });
  };
  if (has(Table::cases, 0)) {
    if (has(Table::efforts, 1) || has(Table::efforts, 3)) return Table::efforts;
    return has(Table::parties, 1) ? Table::parties : Table::cases;
  }
  if (has(Table::agreements, 0)) return has(Table::members, 1) ? Table::members : Table::agreements;
  for (const Table table : {Table::units, Table::councils, Table::principals}) {
    if (has(table, 0)) return table;
  }
  return std::nullopt;
}

std::string all_of(const Names& names) {
  std::string all;
  for (const ColumnName& one : names) {
    all.append(all.empty() ? "" : ", ").append(one.swedish).append(" (").append(one.english);
    all += ")";
  }
  return all;
}

void read_head(TableRead& read, const CsvRow& head) {
  std::vector<std::string> names;
  for (const Cell& cell : head) names.push_back(plain_name(cell.text));
  const auto table = table_of(names);
  if (!table) {
    read.faults.push_back({Refusal{"table_unknown", {}}, head.front().at});
    return;
  }
  read.file.table = *table;
  const Names& known = columns_of(*table);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ColumnName* column = find_column(known, names[i]);
    auto& columns = read.file.columns;
    if (!column) {
      const Refusal why{"column_unknown", {{"value", names[i]}, {"allowed", all_of(known)}}};
      read.faults.push_back({why, head[i].at});
    } else if (std::find(columns.begin(), columns.end(), column->english) != columns.end()) {
      read.faults.push_back({Refusal{"column_twice", {{"value", names[i]}}}, head[i].at});
    } else {
      columns.push_back(column->english);
    }
  }
}

/// A member says nothing without its duty, and "every unit" is said by an empty cell.
void require_columns(TableRead& read, Place at) {
  if (!read.faults.empty() || read.file.table != Table::members) return;
  for (const ColumnName& name : columns_of(Table::members)) {
    const auto& columns = read.file.columns;
    if (std::find(columns.begin(), columns.end(), name.english) != columns.end()) continue;
    const Refusal why{"column_missing", {{"value", std::string{name.swedish}}}};
    read.faults.push_back({why, at});
  }
}

/// The columns of a case's own row.
Names columns_of_cases() {
  return {{"ärende", "case"},
          {"namn", "name"},
          {"personnummer", "identity_number"},
          {"skyddad_identitet", "protection"},
          {"behov", "need"},
          {"uppmärksammat_av", "noticed_by"},
          {"slag", "kind"},
          {"överenskommelse", "agreement"},
          {"samråd", "council"},
          {"lag", "law"},
          {"samordnande_enhet", "coordinating_unit"},
          {"samordningsansvarig", "coordinator"},
          {"har_redan_sip", "has_sip_already"},
          {"parter", "parties"},
          {"samtycke_av", "consent_by"},
          {"samtycke_som", "consent_as"},
          {"samtycke_form", "consent_form"},
          {"samtycke_från", "consent_from"},
          {"samtycke_till", "consent_until"},
          {"samtycke_gäller", "consent_covers"},
          {"delas_inte", "not_shared"},
          {"varför_inget_samtycke", "why_no_consent"},
          {"varför_en_vårdnadshavare", "why_one_guardian"},
          {"senaste_möte", "last_meeting"},
          {"uppföljning", "follow_up"},
          {"insatser", "efforts_needed"},
          {"andras_åtgärder", "others_measures"},
          {"helhetsansvar", "overall_responsible"}};
}

/// Spreadsheets save columns that somebody has once touched: without a name and without a cell they
/// say nothing.
void drop_empty_columns(std::vector<CsvRow>& rows) {
  const std::size_t width = rows.empty() ? 0 : rows.front().size();
  for (std::size_t at = width; at-- > 0;) {
    const bool is_empty =
        std::ranges::all_of(rows, [&](const CsvRow& row) { return row[at].text.empty(); });
    if (!is_empty) continue;
    for (CsvRow& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

TableRead of_file(std::string name) { return {{std::move(name), {}, {}, {}}, {}}; }

void trim(std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  const auto last = text.find_last_not_of(" \t");
  text = first == std::string::npos ? std::string{} : text.substr(first, last - first + 1);
}

}  // namespace

const std::vector<ColumnName>& columns_of(Table table) {
  static const std::vector<Names> all = {
      {{"huvudman", "principal"}, {"namn", "name"}, {"slag", "kind"}, {"bunden_som", "bound_like"}},
      {{"enhet", "unit"},
       {"huvudman", "principal"},
       {"namn", "name"},
       {"funktionsbrevlåda", "mailbox"},
       {"chef", "head"},
       {"chefens_kontakt", "head_contact"},
       {"ställföreträdare", "deputies"},
       {"hsa-id", "hsa_id"},
       {"språk", "language"}},
      {{"samråd", "council"}, {"namn", "name"}, {"sekreterarens_enhet", "secretary_unit"}},
      {{"överenskommelse", "agreement"},
       {"namn", "name"},
       {"samråd", "council"},
       {"gäller_från", "valid_from"},
       {"gäller_till", "valid_until"}},
      {{"överenskommelse", "agreement"},
       {"huvudman", "principal"},
       {"enhet", "unit"},
       {"skyldig_att_komma", "duty_to_attend"}},
      columns_of_cases(),
      {{"ärende", "case"},
       {"part", "party"},
       {"slag", "kind"},
       {"namn", "name"},
       {"kallas", "calling"}},
      {{"ärende", "case"},
       {"mål", "goal"},
       {"målets_slag", "goal_kind"},
       {"aktivitet", "activity"},
       {"ansvarig", "owner"},
       {"person", "named_person"},
       {"klar_senast", "due"},
       {"läge", "status"},
       {"anteckning", "note"}}};
  return all[static_cast<std::size_t>(table)];
}

TableRead recognise(std::string name, Csv csv) {
  TableRead read = of_file(std::move(name));
  for (CsvRow& row : csv.rows) {
    for (Cell& cell : row) {
      trim(cell.text);
      const std::string_view broken = codec::broken_text_rule(cell.text);
      if (!broken.empty()) read.faults.push_back({Refusal{broken, {}}, cell.at});
      if (read.faults.size() == codec::limit::errors) return read;
    }
  }
  if (!read.faults.empty()) return read;
  drop_empty_columns(csv.rows);
  if (csv.rows.empty() || csv.rows.front().empty()) {
    read.faults.push_back({Refusal{"csv_empty", {}}, {1, 1}});
    return read;
  }
  read_head(read, csv.rows.front());
  require_columns(read, csv.rows.front().front().at);
  csv.rows.erase(csv.rows.begin());
  std::erase_if(csv.rows, [](const CsvRow& row) {
    return std::all_of(row.begin(), row.end(), [](const Cell& c) { return c.text.empty(); });
  });
  read.file.rows = std::move(csv.rows);
  return read;
}

std::optional<std::pair<std::string, Fault>> mixture_in(const std::vector<TableFile>& files) {
  const auto first = std::ranges::find_if(files, &is_of_cases, &TableFile::table);
  if (first == files.end() || std::ranges::all_of(files, &is_of_cases, &TableFile::table)) {
    return std::nullopt;
  }
  return std::pair{first->name, Fault{Refusal{"cases_come_after_register", {}}, {}}};
}

TableRead read_table(std::string name, std::string bytes, Encoding encoding) {
  TableRead failed = of_file(name);
  if (const std::size_t most = CsvLimits{}.bytes; bytes.size() > most) {
    failed.faults.push_back({Refusal{"csv_too_large", {{"limit", std::to_string(most)}}}, {}});
    return failed;
  }
  Decoded decoded = decode(std::move(bytes), encoding);
  if (decoded.fault) {
    failed.faults.push_back(std::move(*decoded.fault));
    return failed;
  }
  Csv csv = read_csv(decoded.text);
  if (csv.fault) {
    failed.faults.push_back(std::move(*csv.fault));
    return failed;
  }
  return recognise(std::move(name), std::move(csv));
}

}  // namespace kallad::importing
