// `kallad paper`: what it is told, and the exit code it gives.
// Not the command line (main.cpp) and not the documents (adapters/paper). Rule kept: 0 it went
// well, 1 the case has no such paper, 2 wrong input.
#pragma once

#include <filesystem>
#include <string>

namespace kallad::program {

struct PaperOptions {
  std::string name;             ///< of the paper; "list" prints all names
  std::string language = "sv";  ///< or "en"
  bool empty = false;           ///< the form alone; so it is without a store, too
  bool large = false;
  bool html = false;           ///< the fragment for a screen instead of a PDF
  std::filesystem::path to;    ///< the file written; "-" is standard output
  std::filesystem::path data;  ///< the store; empty: an empty form
  std::string case_id;
  std::string party;         ///< whose summons
  std::uint32_t number = 0;  ///< which deficiency
  std::string link;          ///< the answer link of a summons
  std::string at;            ///< the moment the file says it was made, Swedish time; empty: now
};

/// Prints the list, or writes one paper.
int run_paper(const PaperOptions& options);

}  // namespace kallad::program
