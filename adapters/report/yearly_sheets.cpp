// Tables of the year's report. Rows keep the report's order; words come from the tables of words.
// Not deciding what is shown: a hidden count is the word for it in every table.
#include "adapters/report/yearly_sheets.hpp"

#include <algorithm>

#include "adapters/report/report_texts.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/report/cause_lists.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

using sheet::Cell;
using sheet::said;
using sheet::Sheet;

const Organisation* find(const std::vector<Organisation>& known, std::string_view id,
                         bool is_unit) {
  const auto found = std::ranges::find_if(known, [&](const Organisation& one) {
    return one.id == id && one.principal.empty() != is_unit;
  });
  return found == known.end() ? nullptr : &*found;
}

/// What a row is called.
std::string row_text(const YearlyReport& report, const ReportCell& cell, Language language) {
  switch (cell.section) {
    case Section::outcome:
      return text("outcome." + cell.row, language);
    case Section::reason:
      return std::string{word_of("not_deficiency_reason", cell.row, language)};
    case Section::origin:
      return std::string{word_of("origin", cell.row, language)};
    case Section::cause:
      return std::string{word_of("cause", cell.row, language)};
    case Section::kind:
      return std::string{word_of("deficiency_kind", cell.row, language)};
    case Section::counterpart:
    case Section::reporter: {
      if (cell.column == "group") return text("group." + cell.row, language);
      if (cell.row == "-") return text("row.no_unit", language);
      const auto* known = find(report.organisations, cell.row, cell.column.ends_with("unit"));
      return known ? known->name : cell.row;
    }
    default:
      return std::string{name_of(cell.section, language)};
  }
}

/// A table of one section: a row for each of its rows, one count each.
Sheet simple(const YearlyReport& report, Section section, std::string_view note,
             Language language) {
  Sheet table{std::string{table::state_id(section)},
              std::string{name_of(section, language)},
              note.empty() || report.head.historical ? std::string{} : text(note, language),
              {{text("column.what", language), false}, {text("column.count", language), true}},
              {},
              1};
  std::ranges::replace(table.id, '_', '-');
  for (const ReportCell& cell : report.cells) {
    if (cell.section == section && cell.column.empty()) {
      table.rows.push_back({said(row_text(report, cell, language)), cell_of(cell.count, language)});
    }
  }
  return table;
}

/// What came in, and what of it counts.
Sheet came_in(const YearlyReport& report, Language language) {
  Sheet table = simple(report, Section::came_in, "note.came_in", language);
  table.chart = 0;
  for (const Section section : {Section::counted, Section::cause_open}) {
    for (const auto& row : simple(report, section, {}, language).rows) table.rows.push_back(row);
  }
  return table;
}

/// Causes over the groups of counterparts.
Sheet causes(const YearlyReport& report, Language language) {
  Sheet table = simple(report, Section::cause, "note.causes", language);
  table.columns[0].head = text("column.cause", language);
  const bool by_group = std::ranges::any_of(report.cells, [](const ReportCell& cell) {
    return cell.section == Section::cause && !cell.column.empty();
  });
  if (!by_group) return table;
  std::vector<Cause> order;
  for (const ActorGroup group : {ActorGroup::region, ActorGroup::private_provider,
                                 ActorGroup::municipality, ActorGroup::outside}) {
    const std::string narrow = "group_column." + std::string{table::state_id(group)};
    const bool is_long = has_text(narrow);
    table.columns.push_back(
        {is_long ? text(narrow, language) : std::string{name_of(group, language)}, true});
    std::size_t row = 0;
    for (const ReportCell& cell : report.cells) {
      if (cell.section != Section::cause || !cell.column.empty()) continue;
      const Count* count =
          find_count(report.cells, Section::cause, cell.row, table::state_id(group));
      table.rows[row++].push_back(cell_of(count ? *count : Count{}, language));
    }
  }
  return table;
}

/// Organisations: each with its group, how often it is counterpart, and how often it reported.
Sheet actors(const YearlyReport& report, Language language) {
  Sheet table{"actors",
              text("section.actors", language),
              text("note.actors", language),
              {{text("column.organisation", language), false},
               {text("column.group", language), false},
               {std::string{name_of(Section::counterpart, language)}, true},
               {std::string{name_of(Section::reporter, language)}, true}},
              {},
              0};
  const bool is_counted = !report.head.historical;  // a historical year names them and no more
  if (!is_counted) table.columns.resize(2);
  const auto add = [&](std::string name, std::string group, std::string_view row,
                       std::string_view level) {
    const Count* met = find_count(report.cells, Section::counterpart, row, level);
    const Count* wrote = find_count(report.cells, Section::reporter, row, level);
    if (!met && !wrote) return;
    table.rows.push_back({said(std::move(name)), said(std::move(group))});
    if (!is_counted) return;
    const Count none{CountState::shown, 0};
    table.rows.back().push_back(cell_of(met ? *met : none, language));
    table.rows.back().push_back(cell_of(wrote ? *wrote : none, language));
  };
  for (const ActorGroup group : {ActorGroup::region, ActorGroup::private_provider,
                                 ActorGroup::municipality, ActorGroup::outside}) {
    const std::string word{name_of(group, language)};
    const std::string level = group == ActorGroup::outside ? "outside_" : "";
    if (is_counted) {
      add(word + ": " + text("row.all", language), word, table::state_id(group), "group");
    }
    add(text("row.no_unit", language), word, "-", level + "principal");
    for (const Organisation& principal : report.organisations) {
      if (principal.group != group || !principal.principal.empty()) continue;
      add(principal.name, word, principal.id, level + "principal");
      for (const Organisation& unit : report.organisations) {
        if (unit.group != group || unit.principal != principal.id) continue;
        add(principal.name + ": " + unit.name, word, unit.id, level + "unit");
      }
    }
  }
  return table;
}

std::string causes_text(const std::vector<Cause>& causes, Language language) {
  std::string all;
  for (const Cause cause : causes) {
    all += (all.empty() ? "" : " + ") + std::string{word(cause, language)};
  }
  return all;
}

/// The count of an earlier year for one line of the mapping; a joined cause has none.
Cell earlier_cell(const EarlierYear& year, const CauseMapping& line, Language language) {
  if (line.before.size() != 1) return said("");
  const Count* count = find_count(year.cells, Section::cause, table::state_id(line.before.front()));
  return count ? cell_of(*count, language) : said("");
}

/// This year's causes beside those of one earlier year.
Sheet comparison(const YearlyReport& report, const EarlierYear& year, Language language) {
  const std::string before = std::to_string(year.year);
  Sheet table{"comparison-" + before,
              text("section.comparison", language) + ": " + before,
              text("note.compare", language),
              {{text("column.cause", language), false},
               {std::to_string(report.head.year), true},
               {before, true},
               {text("column.comparison", language), false}},
              {},
              0};
  const auto both = [&](Section section, std::string_view row, std::string name) {
    const Count* now = find_count(report.cells, section, row);
    const Count* then = find_count(year.cells, section, row);
    table.rows.push_back({said(std::move(name)), now ? cell_of(*now, language) : said(""),
                          then ? cell_of(*then, language) : said(""), said("")});
  };
  both(Section::came_in, {}, std::string{name_of(Section::came_in, language)});
  both(Section::outcome, "not_a_deficiency", text("outcome.not_a_deficiency", language));
  for (const CauseMapping& line : compare_causes(report.head.year, year.year)) {
    std::string name = causes_text(line.now.empty() ? line.before : line.now, language);
    if (line.step == CauseStep::joined || line.step == CauseStep::widened) {
      name += " (" + before + ": " + causes_text(line.before, language) + ")";
    }
    const Count* now = line.now.size() == 1 ? find_count(report.cells, Section::cause,
                                                         table::state_id(line.now.front()))
                                            : nullptr;
    table.rows.push_back({said(std::move(name)), now ? cell_of(*now, language) : said(""),
                          earlier_cell(year, line, language),
                          said(text("step." + std::string{table::state_id(line.step)}, language))});
  }
  return table;
}

void add_data(Sheet& table, const YearlyReport& report, const std::vector<ReportCell>& cells,
              int year, int version, Language language) {
  for (const ReportCell& cell : cells) {
    const bool grouped = cell.section == Section::cause && !cell.column.empty();
    table.rows.push_back({sheet::counted(year), sheet::counted(version),
                          said(std::string{table::state_id(cell.section)}),
                          said(std::string{name_of(cell.section, language)}), said(cell.row),
                          said(row_text(report, cell, language)), said(cell.column),
                          said(grouped ? text("group." + cell.column, language) : std::string{}),
                          said(std::string{table::state_id(cell.count.state)}),
                          cell.count.value ? sheet::counted(*cell.count.value) : said("")});
  }
}

}  // namespace

sheet::Cell cell_of(const Count& count, Language language) {
  if (count.value) return sheet::counted(*count.value);
  const bool hidden = count.state == CountState::hidden;
  return {hidden ? sheet::CellKind::hidden : sheet::CellKind::not_stated,
          text(hidden ? "count.hidden" : "count.not_stated", language), 0};
}

std::vector<Sheet> sheets_of(const YearlyReport& report, Language language) {
  std::vector<Sheet> all{came_in(report, language),
                         simple(report, Section::outcome, {}, language),
                         simple(report, Section::reason, {}, language),
                         causes(report, language),
                         simple(report, Section::origin, {}, language),
                         simple(report, Section::kind, "note.kinds", language),
                         actors(report, language)};
  for (const EarlierYear& year : report.earlier) {
    if (year.year < report.head.year) all.push_back(comparison(report, year, language));
  }
  std::erase_if(all, [](const Sheet& table) { return table.rows.empty(); });
  return all;
}

Sheet data_of(const YearlyReport& report, Language language) {
  Sheet table{"data", text("title.year", language), {}, {}, {}, 0};
  for (const auto& row : year_dictionary(language).rows) {
    const bool numeric =
        row[0].text == "year" || row[0].text == "version" || row[0].text == "value";
    table.columns.push_back({row[0].text, numeric});
  }
  add_data(table, report, report.cells, report.head.year, report.head.version, language);
  for (const EarlierYear& year : report.earlier) {
    add_data(table, report, year.cells, year.year, year.version, language);
  }
  return table;
}

Sheet year_dictionary(Language language) {
  Sheet table{
      "dictionary",
      text("title.year", language),
      {},
      {{text("column.name", language), false}, {text("column.definition", language), false}},
      {},
      0};
  for (const char* column : {"year", "version", "section", "section_text", "row", "row_text",
                             "column", "column_text", "state", "value"}) {
    table.rows.push_back({said(column), said(text(std::string{"data."} + column, language))});
  }
  return table;
}

std::vector<std::pair<std::string, std::string>> head_of(const ReportHead& head,
                                                         Language language) {
  std::vector<std::pair<std::string, std::string>> lines{
      {text("head.council", language), head.council_name},
      {text("head.year", language), std::to_string(head.year)},
      {text("head.version", language), std::to_string(head.version)}};
  if (head.historical) {
    lines.emplace_back(text("head.source", language), head.source);
    return lines;
  }
  lines.emplace_back(text("head.frozen_at", language), iso(head.frozen_at));
  std::string note = text("note.threshold", language);
  if (const auto at = note.find("{n}"); at != std::string::npos) {
    note.replace(at, 3, std::to_string(head.threshold));
  }
  lines.emplace_back(text("head.threshold", language), std::move(note));
  return lines;
}

}  // namespace kallad::report
