// Edit distance by the usual table of one row; the lists are short.
// Not a spelling checker: it only says which known word was probably meant.
#include "adapters/scene/text/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace kallad::scene {

namespace {

constexpr std::size_t short_list = 16;

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& each : known) {
    const std::size_t off = distance(word, each);
    if (off < least) {
      least = off;
      best = each;
    }
  }
  return best;
}

std::string hint(std::string_view word, const std::vector<std::string>& known) {
  if (const std::string near = nearest(word, known); !near.empty()) {
    return " (menade du \"" + near + "\"?)";
  }
  if (known.empty() || known.size() > short_list) return {};
  std::string list = " (känner:";
  for (const std::string& each : known)
    list.append(&each == &known.front() ? " " : ", ").append(each);
  return list + ")";
}

}  // namespace kallad::scene
