// Reads, checks, renders with sample fields, prints.
// Not a way to a case: the values of the letter shown are invented.
#include "tools/kallad/texts/texts_verb.hpp"

#include <algorithm>
#include <iostream>

#include "adapters/letter/template/letter_texts.hpp"
#include "adapters/letter/template/render.hpp"
#include "adapters/letter/template/template_check.hpp"
#include "adapters/wording/words/refusal_text.hpp"

namespace kallad::program {

namespace {

void tell(const TextFileProblem& problem) {
  std::cout << problem.file << " används inte:\n";
  for (const Refusal& why : problem.why) {
    std::cout << "  " << text_of(why.rule, why.data, Language::swedish) << '\n';
  }
}

bool is_kind(const std::string& kind) {
  return std::ranges::count(letter::text_kinds(), std::string_view{kind}) > 0;
}

void show(const LetterTexts& texts, const TextsOptions& options) {
  const Language language = options.language == "en" ? Language::english : Language::swedish;
  const auto letter =
      letter::render(texts.find(CouncilId{options.council}, options.kind, language),
                     letter::sample_fields(language == Language::swedish), language);
  std::cout << "Ämne: " << letter.subject << "\n\n" << letter.text;
}

}  // namespace

int run_texts(const TextsOptions& options) {
  if (!options.kind.empty() && !is_kind(options.kind)) {
    std::cerr << "kallad: det finns inget brev som heter " << options.kind << ". Det finns:\n";
    for (const std::string_view kind : letter::text_kinds()) std::cerr << "  " << kind << '\n';
    return 2;
  }
  ReadTexts read;
  if (!options.folder.empty()) read = letter::read_texts(options.folder);
  for (const TextFileProblem& problem : read.problems) tell(problem);
  if (!options.kind.empty()) {
    show(read.texts, options);
  } else {
    std::cout << read.texts.overrides() << " egna texter går att använda, " << read.problems.size()
              << " går inte.\n";
  }
  return read.problems.empty() ? 0 : 1;
}

}  // namespace kallad::program
