// A council's own texts, read from a real folder: taken where they are good, told of where they are
// not, and the built-in ones in their place. Not of what a good text is (check_test.cpp).
#include "adapters/letter/template/letter_texts.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "adapters/letter/template/template_check.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"

namespace kallad::letter::texts_test {
namespace {

namespace fs = std::filesystem;

const CouncilId council{"nordvast"};
const std::string own =
    "Vår kallelse, ärende {{case_number}}\n\n{{sender_unit}}\n[Svara]({{answer_link}})\n";

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << text;
}

std::string problems(const ReadTexts& read) {
  std::string all;
  for (const TextFileProblem& one : read.problems) {
    all += one.file + "=" + std::string{one.why.front().rule} + ";";
  }
  return all;
}

std::string_view summons(const LetterTexts& texts, const CouncilId& of,
                         Language language = Language::swedish) {
  return texts.find(of, "summons", language);
}

TEST(LetterTexts, OfACouncilTakeThePlaceOfTheBuiltInOneAndOfNoOther) {
  const scene::TemporaryFolder folder;
  write(folder.path() / "nordvast/summons.sv.txt", own);
  write(folder.path() / "skane/ost/summons.en.txt", "\xEF\xBB\xBF" + own);
  const ReadTexts read = read_texts(folder.path());
  EXPECT_EQ(problems(read), "");
  EXPECT_EQ(read.texts.overrides(), 2U);
  const std::string_view built_in = built_in_text("summons", Language::swedish);
  EXPECT_EQ(summons(read.texts, council), own);
  EXPECT_EQ(summons(read.texts, CouncilId{"sydost"}), built_in);
  EXPECT_EQ(summons(read.texts, council, Language::english),
            built_in_text("summons", Language::english));
  EXPECT_EQ(summons(read.texts, CouncilId{"skane/ost"}, Language::english), own);
  EXPECT_NE(read.texts.find(council, "cancellation", Language::swedish), own);
}

TEST(LetterTexts, ThatAreNotGoodAreToldOfAndNotUsed) {
  const scene::TemporaryFolder folder;
  write(folder.path() / "nordvast/summons.sv.txt", own + "{{person}}\n");
  write(folder.path() / "nordvast/summons.fi.txt", own);
  write(folder.path() / "nordvast/summon.sv.txt", own);
  write(folder.path() / "nordvast/digest.sv.txt", std::string(longest_template + 9, 'x'));
  write(folder.path() / "Nord Väst/summons.sv.txt", own);
  write(folder.path() / "summons.sv.txt", own);
  const ReadTexts read = read_texts(folder.path());
  EXPECT_EQ(problems(read),
            "Nord Väst/summons.sv.txt=letter_text_file_unknown;"
            "nordvast/digest.sv.txt=template_too_long;"
            "nordvast/summon.sv.txt=letter_text_file_unknown;"
            "nordvast/summons.fi.txt=letter_text_file_unknown;"
            "nordvast/summons.sv.txt=template_field_unknown;"
            "summons.sv.txt=letter_text_file_unknown;");
  EXPECT_EQ(read.texts.overrides(), 0U);
  EXPECT_EQ(summons(read.texts, council), built_in_text("summons", Language::swedish));
}

TEST(LetterTexts, AreReadAgainOnDemand) {
  const scene::TemporaryFolder folder;
  const fs::path file = folder.path() / "nordvast/summons.sv.txt";
  EXPECT_EQ(read_texts(folder.path() / "no-such").texts.overrides(), 0U);
  write(file, own);
  const ReadTexts first = read_texts(folder.path());
  write(file, "Ny: " + own);
  EXPECT_EQ(summons(first.texts, council), own) << "what was read stays as it was";
  EXPECT_EQ(summons(read_texts(folder.path()).texts, council), "Ny: " + own);
  fs::remove(file);
  EXPECT_EQ(read_texts(folder.path()).texts.overrides(), 0U);
}

TEST(LetterTexts, FollowNoLinkOutOfTheFolder) {
  const scene::TemporaryFolder folder;
  const scene::TemporaryFolder elsewhere;
  write(elsewhere.path() / "summons.sv.txt", own);
  fs::create_directory_symlink(elsewhere.path(), folder.path() / "nordvast");
  fs::create_directory(folder.path() / "sydost");
  fs::create_symlink(elsewhere.path() / "summons.sv.txt", folder.path() / "sydost/summons.sv.txt");
  const ReadTexts read = read_texts(folder.path());
  EXPECT_EQ(read.texts.overrides(), 0U);
  EXPECT_EQ(read.problems.size(), 2U);
}

TEST(LetterTexts, AnUnknownKindIsAMistakeOfTheProgram) {
  EXPECT_THROW((void)LetterTexts{}.find(council, "stop_letters", Language::swedish),
               std::out_of_range);
}

}  // namespace
}  // namespace kallad::letter::texts_test
