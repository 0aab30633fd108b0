// The rules of the house that a program can check, one function each. A function takes what it
// judges and tells what is wrong, so that a test can show it a bad sample and see it caught. Not
// the list of what is allowed: that is rooms_table.hpp for includes and words.cpp for words. Rule
// kept: a rule that matters is a test (CONTRIBUTING.md, "Size and shape").
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/tidy/rooms_table.hpp"
#include "tests/tidy/tree.hpp"

namespace kallad::tidy {

using Files = std::vector<SourceFile>;

// includes.cpp ------------------------------------------------------------------------------------

/// All rooms that `name` may include, itself among them.
std::vector<std::string_view> seen_by(std::string_view name);
/// The room whose folder holds `path`, or nullptr (tests, scripts).
const Room* room_of(std::string_view path);
/// Includes of another room that the table does not allow, and includes not written from the root.
Findings check_room_includes(const SourceFile& file);
/// Includes of libraries that do not belong in this folder, msm/back outside *_machine.cpp, and
/// worldly headers of the standard library in the engine.
Findings check_library_includes(const SourceFile& file);
/// Folders under engine/ and adapters/ with sources that are no room of the table.
Findings check_every_folder_is_a_room(const Files& files);
/// kallad_room(NAME DEPENDS ...) and target_link_libraries(NAME ...) in a room's CMakeLists.txt
/// that allow more than the table does, or have another name than the table gives the folder.
Findings check_cmake_depends(const SourceFile& file);
/// The Mermaid drawing of the rooms: arrows in the text that are not in the table, and the other
/// way.
Findings check_drawing(const SourceFile& file);

// shape.cpp ---------------------------------------------------------------------------------------

/// More than 400 lines.
Findings check_file_length(const SourceFile& file);
/// Lines of more than 100 characters; 130 in a *_table.hpp. Characters, not bytes.
Findings check_line_length(const SourceFile& file);
/// Functions of more than 50 lines, from the line of the name to the closing brace.
Findings check_function_length(const SourceFile& file);
/// A file that does not open with at least two lines of // comment.
Findings check_opening_comment(const SourceFile& file);
/// Free functions and classes in a header without a comment above; those that follow one another
/// without an empty line share the comment of the first.
Findings check_documented(const SourceFile& file);
/// Functions named evolve that are defined outside *_evolve.cpp.
Findings check_evolve_place(const SourceFile& file);
/// Folders with more than 15 C++ files.
Findings check_folder_size(const Files& files);
/// Fewer lines of tests (tests/engine and tests/scenes) than of source in engine/.
Findings check_test_share(const Files& files);

// words.cpp ---------------------------------------------------------------------------------------

/// Notes of unfinished work in any text file.
Findings check_unfinished(const SourceFile& file);
/// Clocks, random numbers, output and environment where they do not belong; raw new and delete.
Findings check_forbidden_calls(const SourceFile& file);
/// using namespace, but for the two that only bring literals.
Findings check_using_namespace(const SourceFile& file);
/// Swedish words written as identifiers.
Findings check_swedish_identifiers(const SourceFile& file);

// papers.cpp --------------------------------------------------------------------------------------

/// A room's README: the fixed headings, in order, with words under each, in at most 40 lines.
Findings check_room_readme(const SourceFile& file);
/// Rooms of engine/ and adapters/ with sources and without README.md.
Findings check_every_room_has_readme(const Files& files);
/// The (Swedish, identifier) pairs of GLOSSARY.md's table; identifiers are those in backticks.
std::vector<std::pair<std::string, std::string>> glossary_pairs(const SourceFile& glossary);
/// Words of the domain that the glossary lacks.
Findings check_glossary_complete(const SourceFile& glossary);
/// Identifiers of the glossary that no identifier under engine/ contains.
Findings check_glossary_used(const SourceFile& glossary, const Files& files);

}  // namespace kallad::tidy
