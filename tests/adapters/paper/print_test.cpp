// Printing, held against qpdf and poppler: soundness, title and language, order of reading, page
// breaks, and the same bytes twice.
// Not the documents of the product: documents_test.cpp. Texts are plainly invented.
#include <gtest/gtest.h>

#include <stdexcept>

#include "adapters/paper/print/print.hpp"
#include "tests/adapters/paper/peers.hpp"

namespace kallad::paper {

namespace {

using namespace std::string_literals;

const PrintOptions at_eight{false, Instant{std::chrono::seconds{1'772'438'400}}};

Document empty_document() {
  Document document;
  document.title = "Prov på åäö & <tecken>";
  document.reference = "Ärende 2026-17";
  document.beside = {"Sida {page} av {pages}", "ikryssad", "inte ikryssad"};
  return document;
}

Document document_of(std::vector<Block> blocks) {
  Document document = empty_document();
  document.blocks = std::move(blocks);
  return document;
}

std::string sentences(int many) {
  std::string text;
  for (int each = 1; each <= many; ++each) {
    text += (each == 1 ? "" : " ") + "Mening nummer "s + std::to_string(each) + " är skriven.";
  }
  return text;
}

int pages_in(const std::string& info) { return std::stoi(info.substr(info.find("Pages:") + 6)); }

TEST(Print, IsSoundTaggedAndTitled) {
  const PaperFile file{pdf_of(document_of({Heading{1, "Rubrik"}, Paragraph{"Text."}}), at_eight)};
  expect_sound(file);
  const std::string info = info_of(file);
  EXPECT_NE(info.find("Prov på åäö & <tecken>"), std::string::npos) << info;
  EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
  EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
  EXPECT_NE(info.find("Mar  2 08:00:00 2026"), std::string::npos) << info;
}

TEST(Print, SaysLanguageAndThatItMeansToKeepPdfUa) {
  Document document = document_of({Heading{1, "Heading"}});
  document.language = Language::english;
  const PaperFile file{pdf_of(document, at_eight)};
  const std::string raw = run("qpdf --qdf --object-streams=disable " + file.name() + " -").text;
  for (const char* wanted :
       {"/Lang (en-GB)", "/DisplayDocTitle true", "/Marked true", "/Tabs /S",
        "<pdfuaid:part>1</pdfuaid:part>", "Prov på åäö &amp; &lt;tecken&gt;"}) {
    EXPECT_NE(raw.find(wanted), std::string::npos) << wanted;
  }
}

TEST(Print, EmbedsEveryFont) {
  const PaperFile file{pdf_of(
      document_of({Heading{1, "Rubrik"}, Paragraph{"Text \xF0\x9F\x98\x80 слово"}}), at_eight)};
  const Said fonts = run("pdffonts " + file.name());
  EXPECT_NE(fonts.text.find("SourceSans3"), std::string::npos) << fonts.text;
  EXPECT_NE(fonts.text.find("DejaVuSans"), std::string::npos) << fonts.text;
  EXPECT_EQ(fonts.text.find(" no "), std::string::npos) << fonts.text;
}

TEST(Print, GivesTheSameBytesTwice) {
  const Document document = document_of({Heading{1, "Rubrik"}, Paragraph{sentences(300)}});
  EXPECT_EQ(pdf_of(document, at_eight), pdf_of(document, at_eight));
  EXPECT_NE(pdf_of(document, at_eight), pdf_of(document, {true, at_eight.made}));
}

TEST(Print, IsReadInTheOrderOfTheBlocks) {
  Table table{
      "Tabell", {{"Vad", 2}, {"Vem", 1}}, {{"Stöd", "Enhet A"}, {"Vård", "Enhet B"}}, true, 1};
  const PaperFile file{pdf_of(
      document_of({Heading{1, "Rubrik"}, Paragraph{"Ingress", Tone::lead},
                   List{{"ett", "två"}, true}, table, Fields{{{"Namn", "Åsa"}, {"Ort", ""}}},
                   Checkbox{"Ja", true}, QrCode{"https://x.example.test/1", "Kod", {"Bredvid"}},
                   CutLine{"Klipp"}, Heading{2, "Slut"}}),
      at_eight)};
  const std::vector<std::string> wanted = {
      "Rubrik",  "Ingress", "1.",      "ett",  "2.",  "två", "Tabell", "Vad",     "Vem",   "Stöd",
      "Enhet A", "Vård",    "Enhet B", "Namn", "Åsa", "Ort", "Ja",     "Bredvid", "Klipp", "Slut"};
  EXPECT_EQ(texts_of(tree_of(file)), wanted);
}

TEST(Print, TellsHeaderCellsBoxesAndWhatAQrCodeIs) {
  Table table{"", {{"Vad", 1}, {"Vem", 1}}, {{"Stöd", "Enhet A"}}, true, 0};
  const PaperFile file{pdf_of(document_of({table, Fields{{{"Ort", ""}}}, Checkbox{"Ja", true},
                                           QrCode{"https://x.example.test/1", "Koden", {}}}),
                              at_eight)};
  const std::string raw = run("qpdf --qdf --object-streams=disable " + file.name() + " -").text;
  for (const char* wanted : {"/Scope /Column", "/Scope /Row", "/Role /tv", "/Role /cb",
                             "/checked /on", "/Alt (Koden)", "/BBox"}) {
    EXPECT_NE(raw.find(wanted), std::string::npos) << wanted;
  }
}

TEST(Print, MarksAllElseAsArtifact) {
  const PaperFile file{
      pdf_of(document_of({Table{"", {{"Vad", 1}}, {{"Stöd"}}, false, 2}}), at_eight)};
  const std::string raw = run("qpdf --qdf --object-streams=disable " + file.name() + " -").text;
  const std::string tree = tree_of(file);
  EXPECT_NE(raw.find("/Artifact BMC"), std::string::npos);
  EXPECT_EQ(tree.find("Sida 1"), std::string::npos) << tree;
  EXPECT_NE(text_of(file).find("Sida 1 av 1"), std::string::npos);
}

TEST(Print, RepeatsTheHeaderOnEachPageAndReadsItOnce) {
  Table table{"Många rader", {{"Nummer", 1}, {"Vad", 4}}, {}, true, 0};
  for (int each = 1; each <= 200; ++each) {
    table.rows.push_back({std::to_string(each), "Rad " + std::to_string(each)});
  }
  const PaperFile file{pdf_of(document_of({table}), at_eight)};
  expect_sound(file);
  const int pages = pages_in(info_of(file));
  ASSERT_GT(pages, 3);
  for (int page = 1; page <= pages; ++page) {
    const std::string number = std::to_string(page);
    const Said said =
        run("pdftotext -layout -f " + number + " -l " + number + " " + file.name() + " -");
    EXPECT_NE(said.text.find("Nummer"), std::string::npos) << page;
    EXPECT_NE(said.text.find("Sida " + number + " av " + std::to_string(pages)), std::string::npos);
  }
  const auto texts = texts_of(tree_of(file));
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "Nummer"), 1);
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "Rad 200"), 1);
}

TEST(Print, KeepsEveryWordOfLongTexts) {
  const std::string text = sentences(700);
  Table table{"", {{"A", 1}, {"B", 2}}, {{"kort", text}}, false, 0};
  for (const bool large : {false, true}) {
    for (const Block& block : {Block{Paragraph{text}}, Block{table},
                               Block{Fields{{{"Beskriv", text}}}}, Block{List{{text}, false}}}) {
      const PaperFile file{pdf_of(document_of({block}), {large, at_eight.made})};
      std::string all;
      for (const std::string& part : texts_of(tree_of(file))) all += part;
      EXPECT_NE(squeezed(all).find(text), std::string::npos) << all.size();
      expect_sound(file);
    }
  }
}

TEST(Print, LeavesNoHeadingLastOnAPage) {
  for (int filling = 20; filling < 60; ++filling) {
    std::vector<Block> blocks(static_cast<std::size_t>(filling), Paragraph{"Rad."});
    blocks.push_back(Heading{2, "Rubriken"});
    blocks.push_back(Paragraph{"Det som följer."});
    const PaperFile file{pdf_of(document_of(blocks), at_eight)};
    const std::string text = text_of(file);
    const auto heading = text.find("Rubriken");
    const auto follows = text.find("Det som följer.");
    EXPECT_EQ(text.substr(heading, follows - heading).find('\f'), std::string::npos) << filling;
  }
}

TEST(Print, KeepsACutLineAndWhatFollowsOnOnePage) {
  for (int filling = 20; filling < 60; filling += 3) {
    std::vector<Block> blocks(static_cast<std::size_t>(filling), Paragraph{"Rad."});
    blocks.push_back(CutLine{"Klipp här"});
    blocks.insert(blocks.end(), 10, Paragraph{"Svar."});
    const PaperFile file{pdf_of(document_of(blocks), at_eight)};
    const std::string text = text_of(file);
    const auto cut = text.find("Klipp här");
    EXPECT_EQ(text.substr(cut, text.rfind("Svar.") - cut).find('\f'), std::string::npos) << filling;
  }
}

TEST(Print, TakesHostileText) {
  const std::string hostile =
      "\x01\x1b[31m <script>alert(1)</script> \xE2\x80\xAEvänd\xE2\x80\xAC \xFF\xFE trasig "
      "\xED\xA0\x80 "
      "(parentes) \\ %PDF ] >> endobj {{{namn}}} \xEF\xBF\xBF slut";
  const PaperFile file{pdf_of(document_of({Heading{1, hostile}, Paragraph{hostile},
                                           Fields{{{hostile, hostile}, {hostile, ""}}},
                                           Table{hostile, {{hostile, 1}}, {{hostile}}, false, 0}}),
                              at_eight)};
  expect_sound(file);
  const std::string text = text_of(file);
  EXPECT_NE(text.find("<script>alert(1)</script>"), std::string::npos) << text;
  EXPECT_NE(text.find("%PDF ] >> endobj {{{namn}}}"), std::string::npos) << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(Print, ShowsWhatNoFontHasAsAReplacement) {
  const PaperFile file{
      pdf_of(document_of({Paragraph{"漢 är här, e\xCC\x81 också, سلام med"}}), at_eight)};
  const std::string text = text_of(file);
  EXPECT_NE(text.find("\xEF\xBF\xBD är här"), std::string::npos) << text;
  expect_sound(file);
}

TEST(Print, TakesADocumentWithoutBlocks) {
  const PaperFile file{pdf_of(empty_document(), at_eight)};
  EXPECT_EQ(pages_in(info_of(file)), 1);
}

TEST(Print, RefusesATableWhoseRowsDoNotFit) {
  EXPECT_THROW(pdf_of(document_of({Table{"", {{"A", 1}}, {{"1", "2"}}, false, 0}}), at_eight),
               std::invalid_argument);
}

}  // namespace

}  // namespace kallad::paper
