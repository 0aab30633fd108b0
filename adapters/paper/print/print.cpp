// Pages are set until their number and the breaks before cut lines are known: twice or three times,
// which is cheap, and simpler than moving what is drawn.
#include "adapters/paper/print/print.hpp"

#include "adapters/paper/print/blocks.hpp"
#include "adapters/paper/print/finish.hpp"

namespace kallad::paper {

namespace {

std::string filled(std::string pattern, std::string_view name, std::size_t number) {
  const std::string hole = "{" + std::string{name} + "}";
  if (const auto at = pattern.find(hole); at != std::string::npos) {
    pattern.replace(at, hole.size(), std::to_string(number));
  }
  return pattern;
}

Foot foot_of(const Document& document, std::size_t pages) {
  return [&document, pages](std::size_t page) -> std::pair<std::string, std::string> {
    std::string left = document.title;
    if (!document.reference.empty()) left += " · " + document.reference;
    return {left, filled(filled(document.beside.page, "page", page + 1), "pages", pages)};
  };
}

/// Cut lines that are torn from what follows them, though it would fit on one page.
std::set<std::size_t> torn(const Document& document, const std::vector<Extent>& extents) {
  std::set<std::size_t> found;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const bool cut = boost::variant2::get_if<CutLine>(&document.blocks[at]) != nullptr;
    if (cut && extents.back().last > extents[at].first) found.insert(at);
  }
  return found;
}

}  // namespace

std::string pdf_of(const Document& document, const PrintOptions& options) {
  const PageLook look = options.large ? large_print() : ordinary_print();
  const Type type;
  std::set<std::size_t> turns;
  std::size_t pages = 1;
  constexpr int enough = 4;  // one for the breaks, one for the number of pages, one to be sure
  for (int round = 1;; ++round) {
    Sheet sheet{look, type, foot_of(document, pages)};
    const auto extents = set_blocks(sheet, document, turns);
    const std::size_t came_to = sheet.page() + 1;
    auto more = turns;
    more.merge(torn(document, extents));
    if ((came_to == pages && more == turns) || round == enough) {
      return finished(sheet.ended(), sheet.root(), document, options);
    }
    pages = came_to;
    turns = std::move(more);
  }
}

}  // namespace kallad::paper
