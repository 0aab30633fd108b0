// Every text, in both languages, with every field and with none, as it is sent: golden copies that
// people have read. Not of what is sent when. Set KALLAD_WRITE_GOLDEN to write them anew, and read
// the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/letter/template/letter_texts.hpp"
#include "adapters/letter/template/render.hpp"
#include "adapters/letter/template/template_check.hpp"

namespace kallad::letter::golden_test {
namespace {

constexpr Language both[] = {Language::swedish, Language::english};

std::string read(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string whole(const Rendered& parts) {
  return "Subject: " + parts.subject + "\n\n" + parts.text + "\n----\n" + parts.html;
}

void expect_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/adapters/letter/golden" / name;
  if (std::getenv("KALLAD_WRITE_GOLDEN") != nullptr) {
    std::ofstream{path, std::ios::binary} << text;
  }
  EXPECT_EQ(text, read(path)) << name;
}

LetterFields filled(Language language) { return sample_fields(language == Language::swedish); }

template <class Do>
void each_text(Do act) {
  ASSERT_EQ(text_kinds().size(), 24U);
  for (const std::string_view kind : text_kinds()) {
    for (const Language language : both) act(kind, language, built_in_text(kind, language));
  }
}

std::string name_of(std::string_view kind, Language language, std::string_view fill) {
  return std::string{kind} + "." + std::string{code_of(language)} + "." + std::string{fill} +
         ".txt";
}

TEST(LetterGolden, EveryLetterFullAndEmptyIsAsItWasRead) {
  each_text([](auto kind, Language language, std::string_view text) {
    expect_golden(name_of(kind, language, "full"), whole(render(text, filled(language), language)));
    expect_golden(name_of(kind, language, "empty"), whole(render(text, {}, language)));
  });
}

TEST(LetterGolden, EveryBuiltInTextIsAGoodTemplate) {
  each_text([](auto kind, Language language, std::string_view text) {
    for (const Refusal& why : check_template(kind, text)) {
      ADD_FAILURE() << kind << '.' << code_of(language) << ": " << why.rule << " line "
                    << why.data.front().second << ' ' << why.data.back().second;
    }
    EXPECT_EQ(text.find("{{{"), std::string_view::npos) << kind;
    EXPECT_EQ(text.find("{{&"), std::string_view::npos) << kind;
  });
}

TEST(LetterGolden, ASubjectIsAsLongAsItIsShown) {
  const auto rules = [](const std::string& subject) {
    std::string all;
    const std::string rest = "\n\n{{case_number}} {{meeting_day}} {{sender_unit}}\n";
    for (const Refusal& why : check_template("cancellation", subject + rest)) {
      all += std::string{why.rule} + " ";
    }
    return all;
  };
  const std::string longest(120, 'a');
  EXPECT_EQ(rules(longest), "");
  EXPECT_EQ(rules(longest + "a"), "template_subject_too_long ");
  EXPECT_EQ(rules("{{#has_left}}" + longest + "{{/has_left}}"), "");
  EXPECT_EQ(rules("{{#has_left}}" + longest + "a{{/has_left}}"), "template_subject_too_long ");
  EXPECT_EQ(rules("{{"), "template_tag_forbidden ");
}

TEST(LetterGolden, EveryHtmlPartHasALanguageAHeadingAndNoImage) {
  each_text([](auto kind, Language language, std::string_view text) {
    if (kind == "short_message") return;  // goes as text alone
    const Rendered parts = render(text, filled(language), language);
    const std::string lang = "<html lang=\"" + std::string{code_of(language)} + "\">";
    EXPECT_NE(parts.html.find(lang), std::string::npos) << kind;
    EXPECT_NE(parts.html.find("<h1>"), std::string::npos) << kind;
    EXPECT_EQ(parts.html.find("<h1>"), parts.html.rfind("<h1>")) << kind;
    EXPECT_NE(parts.html.find("color-scheme:light dark"), std::string::npos) << kind;
    for (const char* no : {"<img", "<script", "url(", "style=", "http-equiv"}) {
      EXPECT_EQ(parts.html.find(no), std::string::npos) << kind << ' ' << no;
    }
  });
}

TEST(LetterGolden, TheTextPartIsNotEscapedAndTheHtmlPartIs) {
  const Rendered parts = render(built_in_text("summons", Language::swedish),
                                filled(Language::swedish), Language::swedish);
  EXPECT_NE(parts.text.find("Var: Rådhuset, rum 4 <A & B>\n"), std::string::npos);
  EXPECT_NE(parts.html.find("Var: Rådhuset, rum 4 &lt;A &amp; B&gt;"), std::string::npos);
  EXPECT_EQ(parts.html.find("<A"), std::string::npos);
  EXPECT_NE(parts.html.find("href=\"https://mote.example.se/17?a=1&amp;b=2\""), std::string::npos);
}

TEST(LetterGolden, WhatAValueHoldsNeverBecomesStructure) {
  const std::string_view text = "Ämne\n\n{{place}}\n\n- {{unit}}\n\n[x]({{answer_link}})\n";
  LetterFields fields;
  fields.place = "# Rubrik\n\n[klicka](https://elak.example.se)\r\nBcc: a";
  fields.unit = "</li><script>\x01\x02\x03\u202Etxt";
  fields.answer_link = "javascript:alert(1)";
  const Rendered parts = render(text, fields, Language::swedish);
  EXPECT_EQ(parts.text,
            "# Rubrik  [klicka](https://elak.example.se)  Bcc: a\n\n- </li><script>   txt\n\n"
            "x: javascript:alert(1)\n");
  EXPECT_EQ(parts.html.find("<h1>"), std::string::npos);
  EXPECT_EQ(parts.html.find("<a "), std::string::npos);
  EXPECT_NE(parts.html.find("<li>&lt;/li&gt;&lt;script&gt;   txt</li>"), std::string::npos);
}

TEST(LetterGolden, ASubjectIsOneLineWhateverItsFieldsHold) {
  LetterFields fields;
  fields.case_number = "a\r\nBcc: alla@example.se\u2028b";
  const Rendered parts = render("Ärende {{case_number}}\n\nx\n", fields, Language::swedish);
  EXPECT_EQ(parts.subject, "Ärende a  Bcc: alla@example.seb");
}

TEST(LetterGolden, SectionsOnLinesOfTheirOwnLeaveNoTrace) {
  const std::string_view text = "S\n\nA\n{{#place}}\nP {{place}}\n{{/place}}\nB\n\nC\n";
  LetterFields fields;
  EXPECT_EQ(render(text, fields, Language::swedish).text, "A\nB\n\nC\n");
  fields.place = "p";
  EXPECT_EQ(render(text, fields, Language::swedish).text, "A\nP p\nB\n\nC\n");
}

}  // namespace
}  // namespace kallad::letter::golden_test
