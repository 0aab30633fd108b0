// The readers that documents are held against: qpdf, and poppler's pdfinfo and pdftotext.
// Not our own reading: what they say is taken as it is. Rule kept: a peer that complains fails the
// test that asked it.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace kallad::paper {

/// What a program said, and whether it went well.
struct Said {
  std::string text;
  bool good = false;
};

inline Said run(const std::string& command) {
  Said said;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return said;
  std::array<char, 4096> part{};
  for (std::size_t size = 0; (size = fread(part.data(), 1, part.size(), pipe)) > 0;) {
    said.text.append(part.data(), size);
  }
  said.good = pclose(pipe) == 0;
  return said;
}

/// The bytes as a file for as long as the object lives.
class PaperFile {
 public:
  explicit PaperFile(const std::string& bytes) {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("kallad-paper-" + std::to_string(getpid()) + "-" + std::to_string(++number) + ".pdf");
    std::ofstream{path_, std::ios::binary} << bytes;
  }
  ~PaperFile() { std::filesystem::remove(path_); }
  PaperFile(const PaperFile&) = delete;
  PaperFile& operator=(const PaperFile&) = delete;

  std::string name() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// pdftotext reports bad operators where qpdf does not.
inline std::string text_of(const PaperFile& file) {
  const Said said = run("pdftotext -layout " + file.name() + " -");
  EXPECT_TRUE(said.good);
  EXPECT_EQ(said.text.find("Syntax"), std::string::npos) << said.text;
  return said.text;
}

inline std::string info_of(const PaperFile& file) {
  const Said said = run("pdfinfo " + file.name());
  EXPECT_TRUE(said.good) << said.text;
  return said.text;
}

/// The tree as poppler prints it. It does not know the attributes of printed fields and says so;
/// that is left out.
inline std::string tree_of(const PaperFile& file) {
  const Said said =
      run("(pdfinfo -struct-text " + file.name() + " 2>&1) | grep -v 'Wrong Attribute'");
  EXPECT_TRUE(said.good) << said.text;
  return said.text;
}

/// The texts of the tree in the order they are read, each as one.
inline std::vector<std::string> texts_of(const std::string& tree) {
  std::vector<std::string> texts;
  std::size_t at = 0;
  while ((at = tree.find("\"", at)) != std::string::npos) {
    const auto end = tree.find("\"\n", at + 1);
    const std::string text = tree.substr(at + 1, end - at - 1);
    if (!text.empty()) texts.push_back(text);
    at = end + 1;
  }
  return texts;
}

inline void expect_sound(const PaperFile& file) {
  const Said said = run("qpdf --check " + file.name());
  EXPECT_TRUE(said.good) << said.text;
  EXPECT_NE(said.text.find("No syntax or stream encoding errors"), std::string::npos) << said.text;
}

/// The text with every run of spaces and line breaks as one space.
inline std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\f';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace kallad::paper
