// `kallad report`: what it is told, and the exit code it gives.
// Not the command line (main.cpp) and not the report (engine/report). Rule kept: 0 it went well,
// 2 wrong input.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kallad::program {

struct ReportOptions {
  std::filesystem::path data;
  std::string council;
  int year = 0;
  bool figures = false;   ///< key figures instead of the year's report
  bool by_sex = false;    ///< part key figures by sex too
  std::string frozen_at;  ///< Swedish time, "2026-12-31 23:59"; empty: now
  int version = 1;
  int threshold = 5;
  std::filesystem::path words;                 ///< JSON with the council's own words
  std::vector<std::filesystem::path> earlier;  ///< reports published before
  std::filesystem::path history;               ///< a historical year, shown as published
  std::string format = "html";                 ///< json, csv, xlsx, html, pdf, svg or dictionary
  std::string language = "sv";                 ///< or "en"
  std::filesystem::path out;                   ///< empty: printed
};
/// Makes the yearly report or the key figures of a council.
int run_report(const ReportOptions& options);

}  // namespace kallad::program
