// Tests the sizes and heads of all C++ files, and that each of these checks catches a bad sample.
// The cure for a failure is to split by meaning: a file says one thing, a function does one thing.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {
namespace {

template <class Check>
Findings over_cpp(Check check, std::string_view folder = "") {
  Findings all;
  for (const auto& file : tree()) {
    const bool wanted = folder.empty() || is_under(file, folder);
    if (wanted && is_cpp(file)) std::ranges::copy(check(file), std::back_inserter(all));
  }
  return all;
}

std::string repeated(std::string_view line, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += line;
  return out;
}

TEST(FileLength, IsAtMost400) {
  const auto found = over_cpp(check_file_length);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(FileLength, CatchesLine401) {
  EXPECT_TRUE(check_file_length(sample("a.cpp", repeated("x\n", 400))).empty());
  EXPECT_EQ(check_file_length(sample("a.cpp", repeated("x\n", 401))).size(), 1U);
}

TEST(LineLength, IsAtMost100Or130InTables) {
  const auto found = over_cpp(check_line_length);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(LineLength, CountsCharactersNotBytes) {
  EXPECT_TRUE(check_line_length(sample("a.cpp", repeated("å", 100))).empty());
  EXPECT_EQ(check_line_length(sample("a.cpp", repeated("å", 101))).size(), 1U);
  EXPECT_TRUE(check_line_length(sample("seat_table.hpp", repeated("a", 130))).empty());
  EXPECT_EQ(check_line_length(sample("seat_table.hpp", repeated("a", 131))).size(), 1U);
}

TEST(FunctionLength, IsAtMost50) {
  const auto found = over_cpp(check_function_length);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(FunctionLength, CatchesLongOnesWhereverTheyStand) {
  const auto body = " {\n" + repeated("  f(\"{\");  // {\n", 49) + "}\n";
  const auto caught = [](const std::string& text) {
    return check_function_length(sample("a.cpp", text)).size();
  };
  EXPECT_EQ(caught("int f(int x)" + body), 1U);
  EXPECT_EQ(caught("namespace a {\nclass B : C {\n public:\n  B(int x) : x_{x}" + body + "};\n}\n"),
            1U);
  EXPECT_EQ(caught("TEST(A, B)" + body), 1U);
  EXPECT_EQ(caught("const auto f = [](int x) -> bool" + body), 1U);
  EXPECT_EQ(caught("BOOST_DESCRIBE_ENUM(A, b)\nstruct A" + body), 0U);
  EXPECT_EQ(caught("constexpr Row rows[] =" + body), 0U);
  EXPECT_EQ(caught("int f() {\n" + repeated("  g();\n", 48) + "}\n"), 0U);
}

TEST(OpeningComment, IsThere) {
  const auto found = over_cpp(check_opening_comment);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(OpeningComment, CatchesOneLineAndNone) {
  EXPECT_EQ(check_opening_comment(sample("a.cpp", "// One line.\nint x;\n")).size(), 1U);
  EXPECT_EQ(check_opening_comment(sample("a.cpp", "#include <vector>\n")).size(), 1U);
  EXPECT_TRUE(
      check_opening_comment(sample("a.cpp", "// What it is.\n// What it is not.\n")).empty());
}

TEST(Documentation, OfFreeFunctionsInEngineHeaders) {
  Findings all;
  for (const auto& file : tree()) {
    if (is_under(file, "engine") && file.path.ends_with(".hpp")) {
      std::ranges::copy(check_documented(file), std::back_inserter(all));
    }
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(Documentation, CatchesTheBareAndSparesTheRest) {
  const auto caught = [](std::string_view text) {
    return check_documented(sample("engine/seat/a.hpp", "#pragma once\n" + std::string(text)))
        .size();
  };
  EXPECT_EQ(caught("namespace a {\n\nint f(int x);\n}\n"), 1U);
  EXPECT_EQ(caught("namespace a {\n\ninline int f(int x) { return x; }\n}\n"), 1U);
  EXPECT_EQ(caught("template <class T>\nstd::vector<T> f();\n"), 1U);
  EXPECT_EQ(caught("/// Says.\nint f(int x);\nint g(int x);\n"), 0U);
  EXPECT_EQ(caught("struct A {\n\n  int f() const;\n};\n"), 0U);
  EXPECT_EQ(caught("\ninline constexpr int x = f(3);\n"), 0U);
  EXPECT_EQ(caught("\nBOOST_DESCRIBE_STRUCT(A, (), (b))\n"), 0U);
  EXPECT_EQ(caught("\nnamespace detail {\n\nint f();\n}\n"), 0U);
}

TEST(Evolve, IsDefinedOnlyInItsFiles) {
  const auto found = over_cpp(check_evolve_place, "engine");
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(Evolve, CatchesADefinitionElsewhereAndSparesACall) {
  const auto text = "Case evolve(Case c, const E& e) { return c; }\n";
  EXPECT_EQ(check_evolve_place(sample("engine/case/case.cpp", text)).size(), 1U);
  EXPECT_TRUE(check_evolve_place(sample("engine/case/case_evolve.cpp", text)).empty());
  const auto call = "Case f(Case c) { return evolve(c); }\nCase evolve(Case c);\n";
  EXPECT_TRUE(check_evolve_place(sample("engine/case/case.cpp", call)).empty());
}

TEST(FolderSize, IsAtMost15) {
  const auto found = check_folder_size(tree());
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(FolderSize, CatchesTheSixteenth) {
  Files files;
  for (int i = 0; i < 16; ++i)
    files.push_back(sample("engine/seat/f" + std::to_string(i) + ".cpp", ""));
  EXPECT_EQ(check_folder_size(files).size(), 1U);
  files.pop_back();
  EXPECT_TRUE(check_folder_size(files).empty());
}

TEST(TestShare, HasAtLeastAsManyLinesAsTheEngine) {
  const auto found = check_test_share(tree());
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(TestShare, CatchesTooFew) {
  const auto source = sample("engine/seat/a.cpp", repeated("x\n", 10));
  EXPECT_EQ(
      check_test_share({source, sample("tests/engine/seat/a.cpp", repeated("x\n", 9))}).size(), 1U);
  EXPECT_EQ(check_test_share({source, sample("tests/desk/a.cpp", repeated("x\n", 10))}).size(), 1U);
  EXPECT_TRUE(
      check_test_share({source, sample("tests/scenes/a.scene", repeated("x\n", 10))}).empty());
}

}  // namespace
}  // namespace kallad::tidy
