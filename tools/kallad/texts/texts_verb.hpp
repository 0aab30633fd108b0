// `kallad texts`: whether a council's own letters can be used, and how one looks.
// Not the command line (main.cpp) and not the check (adapters/letter/template). Rule kept: 0 all
// can be used, 1 one cannot and the built-in one stands in its place, 2 wrong input.
#pragma once

#include <filesystem>
#include <string>

namespace kallad::program {

struct TextsOptions {
  std::filesystem::path folder;  ///< as mail.texts_folder names it; empty: those built in alone
  std::string council;           ///< whose; empty: those built in
  std::string kind;              ///< the letter to show; empty: the folder is checked, no more
  std::string language = "sv";   ///< or "en"
};

/// Prints what is wrong with the folder's texts, and a letter with invented values where one is
/// asked for.
int run_texts(const TextsOptions& options);

}  // namespace kallad::program
