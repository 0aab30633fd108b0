// A report as JSON with its digest, and read back: what is published, kept and compared with.
// Not for people: report_page.hpp and the sheets. Rule kept: the digest is over the report's own
// bytes, so that the same report can be told from a changed one years later.
#pragma once

#include <string>
#include <string_view>

#include "adapters/codec/read_result.hpp"
#include "adapters/codec/shape.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// A yearly report as it is kept. `digest`: SHA-256 of the compact JSON of `report`, hexadecimal.
struct PublishedYear {
  std::string digest;
  YearlyReport report;
};
BOOST_DESCRIBE_STRUCT(PublishedYear, (), (digest, report))

/// Key figures as they are kept.
struct PublishedFigures {
  std::string digest;
  KeyFigures figures;
};
BOOST_DESCRIBE_STRUCT(PublishedFigures, (), (digest, figures))

/// The digest of a report.
std::string digest_of(const YearlyReport& report);
std::string digest_of(const KeyFigures& figures);

/// The report with its digest as JSON, one line, ended by a line break. Throws
/// std::invalid_argument for a report too large to be read back (more than a thousand rows).
std::string to_json(const YearlyReport& report);
std::string to_json(const KeyFigures& figures);

/// Reads back what to_json wrote. Errors as the codec's; a digest that is not the report's is
/// "wrong_digest" at /digest.
Read<YearlyReport> read_year(std::string_view json);
Read<KeyFigures> read_figures(std::string_view json);

/// Reads a historical year: the report alone, as history/ has it. It must be marked historical
/// ("not_historical" at /head/historical).
Read<YearlyReport> read_history(std::string_view json);

/// Reads the council's own words.
Read<CouncilWords> read_words(std::string_view json);

}  // namespace kallad::report

namespace kallad::codec {

template <>
const Shape& shape_of<report::YearlyReport>();
template <>
const Shape& shape_of<report::PublishedYear>();
template <>
const Shape& shape_of<report::KeyFigures>();
template <>
const Shape& shape_of<report::PublishedFigures>();
template <>
const Shape& shape_of<report::CouncilWords>();

}  // namespace kallad::codec
