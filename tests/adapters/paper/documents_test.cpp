// Every document of the product, empty and filled, in both languages and both sizes of print:
// sound, tagged, read in the order of its blocks; and what must not stand on which paper. Not how
// they look: that is looked at.
#include <gtest/gtest.h>

#include <boost/mp11.hpp>

#include <algorithm>
#include <set>

#include "adapters/paper/model/html.hpp"
#include "adapters/paper/print/print.hpp"
#include "adapters/paper/text.hpp"
#include "tests/adapters/paper/peers.hpp"
#include "tests/adapters/paper/samples.hpp"

namespace kallad::paper {

namespace {

std::vector<PaperKind> all_kinds() {
  std::vector<PaperKind> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>(
      [&](auto each) { all.push_back(each.value); });
  return all;
}

constexpr Language languages[] = {Language::swedish, Language::english};

Document paper_for_test(PaperKind kind, Language language, bool full) {
  return full ? full_paper(kind, language) : empty_paper(kind, language);
}

/// What is read of a block, in order.
struct Reader {
  bool large;
  std::vector<std::string> texts;

  void operator()(const Heading& block) { texts.push_back(block.text); }
  void operator()(const Paragraph& block) { texts.push_back(block.text); }
  void operator()(const Checkbox& block) { texts.push_back(block.label); }
  void operator()(const CutLine& block) { texts.push_back(block.text); }
  void operator()(const PageBreak&) {}
  void operator()(const QrCode& block) {
    texts.insert(texts.end(), block.beside.begin(), block.beside.end());
  }
  void operator()(const List& block) {
    int number = 0;
    for (const std::string& item : block.items) {
      texts.push_back(block.numbered ? std::to_string(++number) + "." : "•");
      texts.push_back(item);
    }
  }
  void operator()(const Fields& block) {
    for (const Field& field : block.fields) {
      texts.push_back(field.label);
      texts.push_back(field.value);
    }
  }
  void operator()(const Table& block) {
    texts.push_back(block.caption);
    if (large && block.columns.size() > 3) return read_boxes(block);
    for (const Column& column : block.columns) texts.push_back(column.heading);
    for (const auto& row : block.rows) texts.insert(texts.end(), row.begin(), row.end());
  }
  void read_boxes(const Table& block) {
    auto rows = block.rows;
    rows.resize(rows.size() + static_cast<std::size_t>(std::min(block.blank_rows, 4)),
                std::vector<std::string>(block.columns.size()));
    for (const auto& row : rows) {
      for (std::size_t at = 0; at < row.size(); ++at) {
        texts.push_back(block.columns[at].heading);
        texts.push_back(row[at]);
      }
    }
  }
};

/// All in one, without spaces: where a line is broken is not asked here.
std::string run_together(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    for (const char c : text) {
      if (c != ' ' && c != '\n') all += c;
    }
  }
  return all;
}

std::vector<std::string> read_in(const Document& document, bool large) {
  Reader reader{large, {}};
  for (const Block& block : document.blocks) boost::variant2::visit(reader, block);
  return reader.texts;
}

TEST(Documents, AreSoundAndReadInTheirOrder) {
  const Instant made{std::chrono::seconds{1'772'438'400}};
  for (const PaperKind kind : all_kinds()) {
    for (const Language language : languages) {
      for (const bool full : {false, true}) {
        for (const bool large : {false, true}) {
          const Document document = paper_for_test(kind, language, full);
          SCOPED_TRACE(document.title + (full ? " full" : " empty") + (large ? " large" : ""));
          const std::string bytes = pdf_of(document, {large, made});
          EXPECT_EQ(bytes, pdf_of(document, {large, made}));
          const PaperFile file{bytes};
          expect_sound(file);
          const std::string info = info_of(file);
          EXPECT_NE(info.find("Tagged:          yes"), std::string::npos);
          EXPECT_NE(info.find(document.title), std::string::npos);
          EXPECT_EQ(run_together(texts_of(tree_of(file))), run_together(read_in(document, large)));
        }
      }
    }
  }
}

TEST(Documents, HaveATextForEveryKeyTheyUse) {
  for (const PaperKind kind : all_kinds()) {
    for (const Language language : languages) {
      for (const bool full : {false, true}) {
        for (const std::string& text : read_in(paper_for_test(kind, language, full), false)) {
          const bool key =
              text.find(' ') == std::string::npos && text.find('_') != std::string::npos;
          EXPECT_FALSE(key) << text;
        }
      }
    }
  }
}

TEST(Documents, BeginWithOneFirstHeadingAndSkipNoLevel) {
  for (const PaperKind kind : all_kinds()) {
    int last = 0;
    int firsts = 0;
    for (const Block& block : paper_for_test(kind, Language::swedish, true).blocks) {
      const auto* heading = boost::variant2::get_if<Heading>(&block);
      if (heading == nullptr) continue;
      EXPECT_LE(heading->level, last + 1) << heading->text;
      last = heading->level;
      firsts += heading->level == 1 ? 1 : 0;
    }
    EXPECT_EQ(firsts, 1);
  }
}

TEST(Documents, BecomeHtmlWithTheSameWords) {
  for (const PaperKind kind : all_kinds()) {
    const Document document = paper_for_test(kind, Language::english, true);
    const std::string html = html_of(document);
    EXPECT_NE(html.find("<h1>" + document.title), std::string::npos) << html;
    EXPECT_NE(html.find("lang=\"en\""), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
  }
}

TEST(PaperTexts, AreThereInEveryLanguageAndOnce) {
  std::set<std::string_view> keys;
  for (const auto table : all_texts()) {
    for (const FixedText& text : table) {
      EXPECT_TRUE(keys.insert(text.key).second) << text.key << " stands twice";
      for (const std::string_view in : text.in) EXPECT_FALSE(in.empty()) << text.key;
      EXPECT_TRUE(text.key == "page" || text.in[0] != text.in[1] || text.in[0].size() < 8)
          << text.key << " is not translated";
    }
  }
  EXPECT_GT(keys.size(), 200U);
}

TEST(Summons, FitsOnOnePageAndHoldsTheLinkAsACode) {
  const Document document = summons(sample_summons(), Language::swedish);
  const PaperFile file{pdf_of(document, {})};
  EXPECT_NE(info_of(file).find("Pages:           1\n"), std::string::npos) << info_of(file);
  EXPECT_NE(text_of(file).find(sample_summons().link), std::string::npos);
}

TEST(Summons, SaysLocalStandardBesideTheTimesTheRoutineSet) {
  const std::string text =
      text_of(PaperFile{pdf_of(summons(sample_summons(), Language::swedish), {})});
  EXPECT_NE(text.find("måndag 9 mars 2026 kl. 23.59 (lokal standard)"), std::string::npos) << text;
}

TEST(Summons, TellsTheInvitedNothingOfADuty) {
  SummonsPaper in = sample_summons();
  in.calling = Calling::invited;
  const std::string text = text_of(PaperFile{pdf_of(summons(in, Language::swedish), {})});
  EXPECT_NE(text.find("Ni är inbjudna"), std::string::npos) << text;
  EXPECT_EQ(text.find("brist"), std::string::npos) << text;
  EXPECT_EQ(text.find("lämnat kallelsen vidare"), std::string::npos) << text;
}

TEST(DeficiencyPaper, NamesThePersonOnTheCoverOnly) {
  const PaperFile file{pdf_of(deficiency(sample_deficiency(), Language::swedish), {})};
  const std::string text = text_of(file);
  const std::string cover = text.substr(0, text.find('\f'));
  const std::string rest = text.substr(text.find('\f'));
  EXPECT_NE(cover.find(sample_name), std::string::npos) << cover;
  EXPECT_NE(cover.find(sample_number), std::string::npos) << cover;
  EXPECT_EQ(rest.find("Örnfågel"), std::string::npos) << rest;
  EXPECT_EQ(rest.find(sample_number), std::string::npos) << rest;
}

TEST(DeficiencyPaper, SaysWithheldWhereTheIdentityIs) {
  auto in = sample_deficiency();
  in.cover.withheld = true;
  const std::string text = text_of(PaperFile{pdf_of(deficiency(in, Language::english), {})});
  EXPECT_NE(text.find("Withheld"), std::string::npos) << text;
  EXPECT_EQ(text.find("Örnfågel"), std::string::npos) << text;
}

TEST(DeficiencyPaper, OffersTheCausesOfItsYear) {
  auto in = sample_deficiency();
  in.registered = on(2019, 5, 2);
  const auto old_list = read_in(deficiency(in, Language::swedish), false);
  EXPECT_EQ(std::count(old_list.begin(), old_list.end(), "Mina planer"), 0);
  EXPECT_EQ(std::count(old_list.begin(), old_list.end(), "Resurser"), 1);
  const auto new_list = read_in(empty_paper(PaperKind::deficiency, Language::swedish), false);
  EXPECT_EQ(std::count(new_list.begin(), new_list.end(), "Mina planer"), 1);
}

TEST(AccessPaper, SaysThatNobodyOpenedRatherThanLeavingRoom) {
  AccessPaper in = sample_access();
  in.rows.clear();
  const std::string text = text_of(PaperFile{pdf_of(access_extract(in, Language::swedish), {})});
  EXPECT_NE(text.find("Ingen öppning finns i loggen"), std::string::npos) << text;
}

}  // namespace

}  // namespace kallad::paper
