// What is written for people and must agree with the code: the READMEs of the rooms and the
// glossary. Not a judge of prose: it checks that the parts are there, a reader checks that they are
// good.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {

namespace {

constexpr std::size_t kReadmeLines = 40;

constexpr auto kHeadings = std::to_array<std::string_view>({
    "What lives here",
    "What comes in and goes out",
    "May include",
    "Where to change what",
    "Read first",
});

/// The words of the field that the code may not go without, as (Swedish, identifier).
constexpr auto kDomainWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"samordnad individuell plan", "case"},
    {"samordnad individuell plan", "plan"},
    {"den enskilde", "person"},
    {"huvudman", "principal"},
    {"verksamhet", "unit"},
    {"part", "party"},
    {"kallad", "summoned"},
    {"inbjuden", "invited"},
    {"kallelse", "summons"},
    {"kvittens", "acknowledge"},
    {"ersättare", "substitute"},
    {"vidarebefordra", "forward"},
    {"kartläggning", "mapping"},
    {"möte", "meeting"},
    {"tjänstemannamöte", "officials_meeting"},
    {"insats", "activity"},
    {"aktivitetsuppföljning", "activity_follow_up"},
    {"uppföljning", "follow_up"},
    {"utvärdering", "evaluation"},
    {"avslut", "closing"},
    {"samordningsansvarig", "coordinator"},
    {"mötesledare", "chair"},
    {"mötessekreterare", "secretary"},
    {"samtycke", "consent"},
    {"brist i samverkan", "deficiency"},
    {"lokalt samråd", "council"},
    {"överenskommelse", "agreement"},
    {"psykiatrisamordnare", "council_secretary"},
    {"rutin", "routine"},
});

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t") - from + 1));
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t from = 1; from < row.size();) {
    const auto to = std::min(row.find('|', from), row.size());
    cells.push_back(trimmed(std::string_view(row).substr(from, to - from)));
    from = to + 1;
  }
  return cells;
}

std::vector<std::string> in_backticks(const std::string& cell) {
  std::vector<std::string> out;
  for (auto from = cell.find('`'); from != std::string::npos; from = cell.find('`', from)) {
    const auto to = cell.find('`', from + 1);
    if (to == std::string::npos) break;
    out.push_back(cell.substr(from + 1, to - from - 1));
    from = to + 1;
  }
  return out;
}

/// Every identifier of the engine as its words between underscores, so that "plan" does not hide in
/// "explanation": "PlanAgreed" gives "_plan_agreed_".
std::set<std::string> engine_identifiers(const Files& files) {
  std::set<std::string> out;
  for (const auto& file : files) {
    if (!is_cpp(file) || !is_under(file, "engine")) continue;
    for (const auto& token : tokens_of(file)) {
      if (std::isalpha(static_cast<unsigned char>(token.text[0])) == 0) continue;
      std::string spelled = "_";
      for (const auto& word : words_of(token.text)) spelled += word + "_";
      out.insert(spelled);
    }
  }
  return out;
}

}  // namespace

Findings check_room_readme(const SourceFile& file) {
  Findings out;
  if (file.lines.size() > kReadmeLines) {
    out.push_back({file.path, 0, std::to_string(file.lines.size()) + " lines; at most 40"});
  }
  std::size_t next = 0;
  bool has_text = true;
  for (std::size_t i = 0; i < file.lines.size() && next < kHeadings.size(); ++i) {
    const auto& line = file.lines[i];
    if (line != "## " + std::string(kHeadings[next])) {
      has_text = has_text || !trimmed(line).empty();
      continue;
    }
    if (!has_text)
      out.push_back({file.path, static_cast<int>(i) + 1, "nothing under the heading above"});
    has_text = next + 1 == kHeadings.size() && i + 1 < file.lines.size();
    ++next;
  }
  if (next < kHeadings.size()) {
    out.push_back(
        {file.path, 0, "no heading '## " + std::string(kHeadings[next]) + "' in its place"});
  } else if (!has_text) {
    out.push_back({file.path, 0, "nothing under the last heading"});
  }
  return out;
}

Findings check_every_room_has_readme(const Files& files) {
  std::set<std::string> with_source;
  std::set<std::string> with_readme;
  for (const auto& file : files) {
    const auto* room = room_of(file.path);
    if (room == nullptr || is_under(file, "tools")) continue;
    if (is_cpp(file)) with_source.insert(std::string(room->folder));
    if (file.path == std::string(room->folder) + "/README.md")
      with_readme.insert(std::string(room->folder));
  }
  Findings out;
  for (const auto& folder : with_source) {
    if (!with_readme.contains(folder)) out.push_back({folder, 0, "has no README.md"});
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> glossary_pairs(const SourceFile& glossary) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& line : glossary.lines) {
    if (!line.starts_with("| ") || line.starts_with("| ---")) continue;
    const auto cells = cells_of(line);
    if (cells.size() < 3) continue;
    for (const auto& identifier : in_backticks(cells[2])) out.emplace_back(cells[0], identifier);
  }
  return out;
}

Findings check_glossary_complete(const SourceFile& glossary) {
  Findings out;
  const auto pairs = glossary_pairs(glossary);
  for (const auto& [swedish, identifier] : kDomainWords) {
    const bool there = std::ranges::any_of(pairs, [&](const auto& pair) {
      return pair.second == identifier && pair.first.find(swedish) != std::string::npos;
    });
    if (!there) {
      out.push_back(
          {glossary.path, 0, "lacks " + std::string(swedish) + " = " + std::string(identifier)});
    }
  }
  return out;
}

Findings check_glossary_used(const SourceFile& glossary, const Files& files) {
  Findings out;
  const auto identifiers = engine_identifiers(files);
  for (const auto& [swedish, identifier] : glossary_pairs(glossary)) {
    const auto wanted = "_" + identifier + "_";
    const bool used = std::ranges::any_of(identifiers, [&](const auto& spelled) {
      return spelled.find(wanted) != std::string::npos;
    });
    if (!used)
      out.push_back({glossary.path, 0, identifier + " (" + swedish + ") is nowhere in engine/"});
  }
  return out;
}

}  // namespace kallad::tidy
