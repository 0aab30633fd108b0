// The forms in which a report is handed out: which there are, and the bytes of each.
// Not what stands in a report, and no right to see one. Rule kept: the same report gives the same
// bytes in every form, years later too.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// `dictionary` is what the columns of the CSV, or the figures, mean; `svg` the causes as a chart.
enum class Form { json, csv, xlsx, html, pdf, svg, dictionary };
BOOST_DESCRIBE_ENUM(Form, json, csv, xlsx, html, pdf, svg, dictionary)

/// The form of that name, or nothing.
std::optional<Form> form_named(std::string_view name);

/// A report as a file. `name` is ASCII: "brister-northwest-2026-1.pdf".
struct Made {
  std::string bytes;
  std::string media_type;
  std::string name;
};

/// The yearly report in that form.
Made made(Form form, const YearlyReport& report, Language language);

/// The key figures in that form; of `svg` there is none, its bytes are empty.
Made made(Form form, const KeyFigures& figures, Language language);

}  // namespace kallad::report
