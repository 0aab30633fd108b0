// Sealed files: every way to cut, change, reorder or lengthen one is refused, and so is another
// key. Not what lies in them: tests/adapters/backup. Rule kept: no unproven byte is handed on.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/seal/sealed_file.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::seal {
namespace {

constexpr std::size_t head_size = 121;
constexpr std::size_t piece_size = 65'536 + 17;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Text in which every stretch of a piece's length is another.
std::string text_of_size(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i) text += std::to_string(i) + ";";
  return text.substr(0, size);
}

struct SealTest : ::testing::Test {
  ScratchFolder folder;
  std::filesystem::path file = folder / "sealed";
  PublicSealKey key = make_seal_keys(folder / "key");
  std::unique_ptr<const PrivateSealKey> secret = read_private_seal_key(folder / "key");
  std::string said;

  SealSession seal(const std::string& text) {
    std::filesystem::remove(file);
    SealWriter writer{file, key};
    for (std::size_t at = 0; at < text.size(); at += 10'007)
      writer.write(std::string_view{text}.substr(at, 10'007));
    writer.finish();
    return writer.session();
  }

  /// Reads as many bytes as were sealed; what is handed on must be what was written, also where
  /// the reader refuses later.
  std::optional<StoreFault> fault_of_reading(const std::string& text) {
    try {
      SealReader reader{file, *secret};
      for (std::size_t at = 0; at < text.size();) {
        std::string part(std::min<std::size_t>(4'099, text.size() - at), '\0');
        reader.read(part);
        EXPECT_EQ(part, text.substr(at, part.size()));
        at += part.size();
      }
      reader.end();
    } catch (const StoreError& error) {
      said = error.what();
      return error.fault();
    }
    return std::nullopt;
  }

  void put(const std::string& bytes) { std::ofstream{file, std::ios::binary} << bytes; }
};

TEST_F(SealTest, WhatIsSealedIsReadBackAtEveryLength) {
  for (const std::size_t size : {0, 1, 65'535, 65'536, 65'537, 131'072, 300'000}) {
    const std::string text = text_of_size(size);
    seal(text);
    EXPECT_EQ(fault_of_reading(text), std::nullopt) << size << ": " << said;
    EXPECT_TRUE(is_sealed(file));
    EXPECT_EQ(bytes_of(file).find("1;2;3"), std::string::npos);
  }
}

TEST_F(SealTest, AFlippedBitInAnyByteIsRefused) {
  const std::string text = text_of_size(100);
  seal(text);
  const std::string good = bytes_of(file);
  ASSERT_EQ(good.size(), head_size + 100 + 17);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    put(changed);
    EXPECT_NE(fault_of_reading(text), std::nullopt) << "byte " << at;
  }
}

TEST_F(SealTest, EveryTruncationIsRefused) {
  const std::string text = text_of_size(100);
  seal(text);
  const std::string good = bytes_of(file);
  for (std::size_t size = 0; size < good.size(); ++size) {
    put(good.substr(0, size));
    EXPECT_NE(fault_of_reading(text), std::nullopt) << size << " bytes";
  }
}

TEST_F(SealTest, PiecesCutSwappedRepeatedOrAddedAreRefused) {
  const std::string text = text_of_size(4 * 65'536);
  seal(text);
  const std::string good = bytes_of(file);
  const auto piece = [&](std::size_t i) {
    return good.substr(head_size + i * piece_size, piece_size);
  };
  const std::string head = good.substr(0, head_size);
  const std::vector<std::string> wrong{
      head + piece(0) + piece(1) + piece(2),             // the last is gone
      head + piece(0) + piece(1) + piece(3),             // one in the middle is gone
      head + piece(1) + piece(0) + piece(2) + piece(3),  // swapped
      head + piece(0) + piece(0) + piece(1) + piece(2) + piece(3),
      good + piece(3),
      good + "x",
  };
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    put(wrong[i]);
    EXPECT_EQ(fault_of_reading(text), StoreFault::damaged) << i << ": " << said;
  }
  put(good);
  EXPECT_EQ(fault_of_reading(text), std::nullopt);
}

TEST_F(SealTest, TheHeadOfAnotherFileDoesNotFit) {
  const std::string text = text_of_size(1'000);
  seal(text);
  const std::string first = bytes_of(file);
  seal(text);
  put(first.substr(0, head_size) + bytes_of(file).substr(head_size));
  EXPECT_EQ(fault_of_reading(text), StoreFault::damaged);
}

TEST_F(SealTest, LessReadThanWrittenIsTold) {
  seal(text_of_size(200'000));
  EXPECT_EQ(fault_of_reading(text_of_size(199'999)), StoreFault::damaged);
  EXPECT_EQ(fault_of_reading(""), StoreFault::damaged);
}

TEST_F(SealTest, AnotherKeyIsRefusedByBothMarks) {
  seal("x");
  const PublicSealKey other = make_seal_keys(folder / "other");
  secret = read_private_seal_key(folder / "other");
  EXPECT_EQ(fault_of_reading("x"), StoreFault::foreign);
  EXPECT_NE(said.find(shown_mark(key)), std::string::npos) << said;
  EXPECT_NE(said.find(shown_mark(other)), std::string::npos) << said;
}

TEST_F(SealTest, WhatIsNoSealedFileAndWhatIsNewerIsTold) {
  put("SQLite format 3");
  EXPECT_EQ(fault_of_reading(""), StoreFault::foreign);
  EXPECT_FALSE(is_sealed(file));
  seal("");
  std::string newer = bytes_of(file);
  newer[8] = 2;
  put(newer);
  EXPECT_EQ(fault_of_reading(""), StoreFault::newer);
  std::filesystem::remove(file);
  EXPECT_EQ(fault_of_reading(""), StoreFault::missing);
}

TEST_F(SealTest, WhoWroteAFileCanReadItBackWithItsOwnKeyAndNoOther) {
  const SealSession before = seal("one");
  const SealSession session = seal("two");
  std::string text(3, '\0');
  SealReader reader{file, session};
  reader.read(text);
  reader.end();
  EXPECT_EQ(text, "two");
  SealReader wrong{file, before};
  EXPECT_THROW(wrong.read(text), StoreError);
}

TEST_F(SealTest, TheSealedFileIsItsOwnersAloneAndOverwritesNothing) {
  seal("x");
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms{0600});
  EXPECT_THROW((SealWriter{file, key}), StoreError);
}

TEST_F(SealTest, KeyFilesAreNeverOverwrittenNorMixedUp) {
  EXPECT_EQ(std::filesystem::status(folder / "key").permissions(), std::filesystem::perms{0600});
  EXPECT_EQ(read_public_seal_key(folder / "key.pub"), key);
  EXPECT_EQ(secret->public_half(), key);
  const std::string before = bytes_of(folder / "key") + bytes_of(folder / "key.pub");
  EXPECT_THROW(make_seal_keys(folder / "key"), StoreError);
  EXPECT_EQ(bytes_of(folder / "key") + bytes_of(folder / "key.pub"), before);
  EXPECT_THROW(read_private_seal_key(folder / "key.pub"), StoreError);
  EXPECT_THROW(read_public_seal_key(folder / "key"), StoreError);
  EXPECT_THROW(read_public_seal_key(folder / "none"), StoreError);
}

TEST_F(SealTest, OfAPairThatCannotBeMadeWholeNothingIsLeft) {
  std::ofstream{folder / "half"} << "private";
  EXPECT_THROW(make_seal_keys(folder / "half"), StoreError);
  EXPECT_FALSE(std::filesystem::exists(folder / "half.pub"));
  EXPECT_EQ(bytes_of(folder / "half"), "private");
}

}  // namespace
}  // namespace kallad::testing::seal
