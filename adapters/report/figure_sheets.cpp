// Tables of key figures. A percentage stands only where both its numbers do, rounded to whole ones.
// Not deciding what is shown: a hidden count is the word for it.
#include "adapters/report/figure_sheets.hpp"

#include <algorithm>
#include <array>

#include "adapters/report/report_texts.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

using sheet::Cell;
using sheet::said;
using sheet::Sheet;

std::string part_text(const KeyFigures& figures, const FigureCell& cell, Language language) {
  const std::string dimension{name_of(cell.dimension, language)};
  if (cell.dimension == Dimension::total) return dimension;
  std::string key = cell.key;
  switch (cell.dimension) {
    case Dimension::principal:
    case Dimension::unit:
    case Dimension::municipality: {
      const bool is_unit = cell.dimension == Dimension::unit;
      const auto found = std::ranges::find_if(figures.organisations, [&](const Organisation& one) {
        return one.id == cell.key && one.principal.empty() != is_unit;
      });
      if (found != figures.organisations.end()) key = found->name;
      if (cell.key == no_municipality) key = text("row.no_municipality", language);
      break;
    }
    case Dimension::age_group:
    case Dimension::sex:
    case Dimension::times:
      key = text(std::string{table::state_id(cell.dimension)} + "." + cell.key, language);
      break;
    default:
      break;
  }
  return dimension + ": " + key;
}

Cell number_of(const std::optional<std::int32_t>& number) {
  return number ? sheet::counted(*number) : said("");
}

Cell percent_of(const FigureCell& cell) {
  if (!cell.of.value || cell.among.value.value_or(0) == 0) return said("");
  const std::int64_t part = *cell.of.value;
  const std::int64_t whole = *cell.among.value;
  return sheet::counted((part * 200 + whole) / (whole * 2));
}

std::vector<Cell> numbers_of(const FigureCell& cell, FigureForm form, Language language) {
  std::vector<Cell> cells;
  if (form != FigureForm::days) cells.push_back(cell_of(cell.of, language));
  if (form != FigureForm::count) cells.push_back(cell_of(cell.among, language));
  if (form == FigureForm::share) cells.push_back(percent_of(cell));
  if (form == FigureForm::days) {
    cells.push_back(number_of(cell.median));
    cells.push_back(number_of(cell.ninth_decile));
  }
  if (form != FigureForm::count) {
    const bool stated = cell.missing.state != CountState::not_stated;
    cells.push_back(stated ? cell_of(cell.missing, language) : said(""));
  }
  return cells;
}

std::vector<sheet::Column> columns_of(FigureForm form, Language language) {
  std::vector<const char*> ids;
  if (form == FigureForm::count) ids = {"column.of"};
  if (form == FigureForm::share) {
    ids = {"column.of", "column.among", "column.percent", "column.missing"};
  }
  if (form == FigureForm::days) {
    ids = {"column.count", "column.median", "column.ninth_decile", "column.missing"};
  }
  std::vector<sheet::Column> columns{{text("column.part", language), false}};
  for (const char* id : ids) columns.push_back({text(id, language), true});
  return columns;
}

/// Columns of the table for programs; each has its text "figure_data.…".
constexpr auto data_columns = std::to_array<const char*>(
    {"year", "version", "figure", "figure_text", "dimension", "key", "part_text", "of", "of_state",
     "among", "among_state", "missing", "missing_state", "median_working_days",
     "ninth_decile_working_days"});

std::string id_text(std::string_view id) {
  std::string out{id};
  std::ranges::replace(out, '_', '-');
  return out;
}

}  // namespace

std::vector<Sheet> sheets_of(const KeyFigures& figures, Language language) {
  std::vector<Sheet> all;
  for (const Figure& figure : figures.figures) {
    const FigureForm form = form_of(figure.id);
    Sheet table{id_text(table::state_id(figure.id)),
                std::string{name_of(figure.id, language)},
                std::string{definition_of(figure.id, language)},
                columns_of(form, language),
                {},
                0};
    for (const FigureCell& cell : figure.cells) {
      std::vector<Cell> row{said(part_text(figures, cell, language))};
      for (Cell& each : numbers_of(cell, form, language)) row.push_back(std::move(each));
      table.rows.push_back(std::move(row));
    }
    all.push_back(std::move(table));
  }
  return all;
}

Sheet data_of(const KeyFigures& figures, Language language) {
  Sheet table{"data", text("title.figures", language), {}, {}, {}, 0};
  for (const char* column : data_columns) table.columns.push_back({column, false});
  const auto count = [](std::vector<Cell>& row, const Count& one) {
    row.push_back(one.value ? sheet::counted(*one.value) : said(""));
    row.push_back(said(std::string{table::state_id(one.state)}));
  };
  for (const Figure& figure : figures.figures) {
    for (const FigureCell& cell : figure.cells) {
      std::vector<Cell> row{sheet::counted(figures.head.year),
                            sheet::counted(figures.head.version),
                            said(std::string{table::state_id(figure.id)}),
                            said(std::string{name_of(figure.id, language)}),
                            said(std::string{table::state_id(cell.dimension)}),
                            said(cell.key),
                            said(part_text(figures, cell, language))};
      count(row, cell.of);
      count(row, cell.among);
      count(row, cell.missing);
      row.push_back(number_of(cell.median));
      row.push_back(number_of(cell.ninth_decile));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Sheet figure_dictionary(Language language) {
  Sheet table{"dictionary",
              text("title.figures", language),
              text("note.figures", language),
              {{text("column.id", language), false},
               {text("column.name", language), false},
               {text("column.definition", language), false}},
              {},
              0};
  for (const char* column : data_columns) {
    table.rows.push_back({said(column), said(text("column.column", language)),
                          said(text(std::string{"figure_data."} + column, language))});
  }
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<FigureId>>([&](auto each) {
    table.rows.push_back({said(each.name), said(std::string{name_of(each.value, language)}),
                          said(std::string{definition_of(each.value, language)})});
  });
  return table;
}

}  // namespace kallad::report
