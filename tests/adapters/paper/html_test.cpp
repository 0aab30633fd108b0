// The same blocks as HTML: what is escaped, what tables, boxes and codes become.
// Not a browser's judgement: the pages' own tests look at what surrounds the fragment.
#include <gtest/gtest.h>

#include "adapters/paper/model/html.hpp"
#include "adapters/paper/model/plain.hpp"

namespace kallad::paper {

namespace {

std::string html_of_blocks(std::vector<Block> blocks) {
  Document document;
  document.beside = {"", "ikryssad", "inte ikryssad"};
  document.blocks = std::move(blocks);
  return html_of(document);
}

TEST(PaperHtml, EscapesEveryTextWhereverItStands) {
  const std::string bad = "<img src=x onerror=\"a('b')\">&\n";
  const std::string html =
      html_of_blocks({Heading{1, bad}, Paragraph{bad}, List{{bad}, false},
                      Table{bad, {{bad, 1}}, {{bad}}, true, 0}, Fields{{{bad, bad}}},
                      Checkbox{bad, true}, QrCode{"x", bad, {bad}}, CutLine{bad}});
  EXPECT_EQ(html.find("<img"), std::string::npos) << html;
  EXPECT_EQ(html.find("('b')"), std::string::npos) << html;
  EXPECT_NE(html.find("aria-label=\"&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp; \""),
            std::string::npos)
      << html;
}

TEST(PaperHtml, TellsHeadersLanguageAndTicks) {
  Table table{"Rubrik", {{"Vad", 1}, {"Vem", 1}}, {{"Stöd", "A"}}, true, 1};
  const std::string html = html_of_blocks({table, Checkbox{"Ja", false}});
  for (const char* wanted :
       {"lang=\"sv\"", "<caption>Rubrik</caption>", "<th scope=\"col\">Vad</th>",
        "<th scope=\"row\">Stöd</th>", "(inte ikryssad)"}) {
    EXPECT_NE(html.find(wanted), std::string::npos) << wanted << '\n' << html;
  }
}

TEST(PlainText, TakesOutControlsAndTurnersAndMendsBytes) {
  EXPECT_EQ(plain("a\tb\x01\x7F\xC2\x85\xE2\x80\xAE\xE2\x81\xA6z\nä"), "a bz\nä");
  EXPECT_EQ(plain("\xFFx\xE2\x82"), "\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(plain("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // half of a pair
  EXPECT_EQ(plain("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // longer than need be
  EXPECT_EQ(plain("åÄö€😀"), "åÄö€😀");
}

}  // namespace

}  // namespace kallad::paper
