// Looking templates up, and reading a folder of councils' own.
// Not watching the folder: it is read when somebody says so.
#include "adapters/letter/template/letter_texts.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "adapters/codec/forms.hpp"
#include "adapters/letter/template/built_in.hpp"
#include "adapters/letter/template/template_check.hpp"

namespace kallad {

std::string_view code_of(Language language) { return language == Language::swedish ? "sv" : "en"; }

std::string_view LetterTexts::find(const CouncilId& council, std::string_view kind,
                                   Language language) const {
  const auto own = own_.find({council, std::string{kind}, language});
  return own == own_.end() ? letter::built_in_text(kind, language) : own->second;
}

Refusals LetterTexts::put(const CouncilId& council, std::string_view kind, Language language,
                          std::string text) {
  Refusals why = letter::check_template(kind, text);
  if (why.empty()) own_[{council, std::string{kind}, language}] = std::move(text);
  return why;
}

namespace letter {

namespace {

namespace fs = std::filesystem;

/// What a file's name says.
struct FileName {
  std::string kind;
  Language language = Language::swedish;
};

std::optional<FileName> read_name(const std::string& name) {
  for (const Language language : {Language::swedish, Language::english}) {
    const std::string ending = "." + std::string{code_of(language)} + ".txt";
    if (!name.ends_with(ending)) continue;
    std::string kind = name.substr(0, name.size() - ending.size());
    const auto& kinds = text_kinds();
    if (std::ranges::find(kinds, kind) != kinds.end()) return FileName{std::move(kind), language};
  }
  return std::nullopt;
}

/// The bytes without "\r" before "\n" and without a byte order mark; nothing where it cannot be
/// read. No more is read than shows that it is too long.
std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::string bytes(longest_template + 2, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || (!in.eof() && in.fail())) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  for (auto at = bytes.find("\r\n"); at != std::string::npos; at = bytes.find("\r\n", at)) {
    bytes.erase(at, 1);
  }
  return bytes;
}

Refusals take_file(LetterTexts& texts, const fs::path& folder, const fs::path& path) {
  const std::string council = path.parent_path().lexically_relative(folder).generic_string();
  const auto name = read_name(path.filename().string());
  if (!name || !codec::is_id(council)) return {{"letter_text_file_unknown", {}}};
  auto bytes = read_file(path);
  if (!bytes) return {{"letter_text_file_unreadable", {}}};
  return texts.put(CouncilId{council}, name->kind, name->language, std::move(*bytes));
}

}  // namespace

std::string_view built_in_text(std::string_view kind, Language language) {
  for (const BuiltInText& one : built_in_texts()) {
    if (one.kind == kind && one.language == code_of(language)) return one.text;
  }
  throw std::out_of_range("no letter of the kind " + std::string{kind});
}

ReadTexts read_texts(const fs::path& folder) {
  ReadTexts read;
  std::error_code error;
  if (!fs::exists(folder, error) && !error) return read;
  fs::recursive_directory_iterator at{folder, error};
  for (; !error && at != fs::recursive_directory_iterator{}; at.increment(error)) {
    if (at->symlink_status().type() == fs::file_type::directory) continue;
    const std::string name = at->path().lexically_relative(folder).generic_string();
    const bool is_file = at->symlink_status().type() == fs::file_type::regular;
    Refusals why = is_file ? take_file(read.texts, folder, at->path())
                           : Refusals{{"letter_text_file_unknown", {}}};
    if (!why.empty()) read.problems.push_back({name, std::move(why)});
  }
  if (error) read.problems.push_back({"", {{"letter_text_file_unreadable", {}}}});
  std::ranges::sort(read.problems, {}, &TextFileProblem::file);
  return read;
}

}  // namespace letter
}  // namespace kallad
