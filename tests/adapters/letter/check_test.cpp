// What an administrator's own text cannot do: name other fields, put a value in unescaped, lead
// elsewhere, hide something. Not of how a good one looks when it is sent.
#include <gtest/gtest.h>

#include "adapters/letter/template/template_check.hpp"
#include "adapters/wording/words/refusal_text.hpp"

namespace kallad::letter::check_test {
namespace {

const std::string good =
    "Kallelse {{meeting_day}}, ärende {{case_number}}\n\n"
    "# Kallelse\n\nFrån {{sender_unit}}\n\n[Svara]({{answer_link}})\n";

/// The rules that refuse the good text with `line` added, each with the line it names.
std::string why(const std::string& line, std::string_view kind = "summons") {
  std::string all;
  for (const Refusal& one : check_template(kind, good + line + "\n")) {
    all += (all.empty() ? "" : " ") + std::string{one.rule} + ":" + one.data.at(0).second;
  }
  return all;
}

TEST(TemplateCheck, TakesWhatIsPlain) {
  EXPECT_EQ(why("{{#place}}"
                "\nVar: {{place}}\n{{/place}}\n{{^has_duty}}Välkommen{{/has_duty}} 2 dagar & mer"),
            "");
}

TEST(TemplateCheck, RefusesEveryOtherField) {
  for (const char* field :
       {"person", "name", "need", "purpose", "expectation", "reason", "identity_number", "title",
        "link", "letters", "is_unit", "has_duty", "Case_number"}) {
    const std::string rule = why("Hej {{" + std::string{field} + "}}");
    EXPECT_TRUE(rule == "template_field_unknown:8" || rule == "template_tag_forbidden:8")
        << field << ": " << rule;
  }
  EXPECT_EQ(why("{{#person}}x{{/person}}"), "template_field_unknown:8");
  EXPECT_EQ(why("{{#letters}}{{title}}{{/letters}}"), "template_field_unknown:8");
}

TEST(TemplateCheck, RefusesWhatMustacheKnowsBesides) {
  for (const char* tag : {"{{{place}}}", "{{&place}}", "{{& place}}", "{{> place}}", "{{>place}}",
                          "{{=<% %>=}}", "{{! hej}}", "{{.}}", "{{place.x}}", "{{ place }}", "{{}}",
                          "{{#}}", "{{place", "{{pla\tce}}"}) {
    EXPECT_TRUE(why(tag).starts_with("template_tag_forbidden:8")) << tag << ": " << why(tag);
  }
  EXPECT_NE(why("{{place\n}}"), "");
  EXPECT_NE(why("}}"), "");
  EXPECT_NE(why("{ {place} }"), "");
}

TEST(TemplateCheck, RefusesSectionsThatDoNotFit) {
  EXPECT_EQ(why("{{#place}}"), "template_section_open:8");
  EXPECT_EQ(why("{{/place}}"), "template_section_open:8");
  EXPECT_NE(why("{{#place}}{{#unit}}{{/place}}{{/unit}}"), "");
}

TEST(TemplateCheck, RefusesMarkupAddressesAndHiddenCharacters) {
  EXPECT_EQ(why("<b>x</b>"), "template_markup:8");
  EXPECT_EQ(why("&#60;script"), "template_markup:8");
  EXPECT_EQ(why("Se https://elak.example.se"), "template_address:8");
  EXPECT_EQ(why("Se WWW.elak.example.se"), "template_address:8");
  EXPECT_EQ(why("Skriv till a@example.se"), "template_address:8");
  EXPECT_EQ(why("[x](JavaScript:a)"), "template_address:8 template_link:8");
  EXPECT_EQ(why("[x](elak)"), "template_link:8");
  EXPECT_EQ(why("[x]({{place}})"), "template_link:8");
  EXPECT_EQ(why("a [x]({{answer_link}})"), "template_link:8");
  EXPECT_EQ(why("a\u202Eb"), "template_character:8");
  EXPECT_EQ(why("a\u200Bb"), "template_character:8");
  EXPECT_EQ(why("a\x01"), "template_character:8");
  EXPECT_EQ(why("a\r"), "template_character:8");
  EXPECT_EQ(why("a\xFF"), "template_character:8");
}

TEST(TemplateCheck, RefusesWhatLooksLikeAnIdentityNumber) {
  EXPECT_EQ(why("Gäller 19121212-1212"), "template_number:8");
  EXPECT_EQ(why("Gäller 121212+1212"), "template_number:8");
  EXPECT_EQ(why("Gäller 19121212 1212"), "template_number:8");
  EXPECT_EQ(why("Ring 042-10 50 00 eller 10"), "");
}

TEST(TemplateCheck, KeepsASubjectFitForALockedScreen) {
  const std::string body = "\n\n# K\n{{case_number}} {{sender_unit}}\n[x]({{answer_link}})\n";
  const auto rule = [&](const std::string& subject) {
    const Refusals all = check_template("summons", subject + body);
    return all.empty() ? std::string{} : std::string{all.front().rule};
  };
  EXPECT_EQ(rule("Ärende {{case_number}}"), "");
  for (const char* field : {"place", "meeting_link", "answer_link", "unit", "sender_unit"}) {
    EXPECT_EQ(rule("Möte {{" + std::string{field} + "}}"), "template_field_in_subject") << field;
  }
  EXPECT_EQ(rule(" "), "template_subject_missing");
  EXPECT_EQ(rule(std::string(121, 'x')), "template_subject_too_long");
  EXPECT_EQ(rule("Rad ett\nrad två"), "template_subject_not_alone");
}

TEST(TemplateCheck, RefusesALetterWithoutWhatItIsFor) {
  const Refusals all = check_template("summons", "Kallelse\n\nHej {{case_number}}\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].rule, "template_field_missing");
  EXPECT_EQ(all[0].data[1].second, "answer_link");
  EXPECT_EQ(check_template("summons", "").back().rule, "template_without_body");
  EXPECT_EQ(check_template("stop_letters", good).front().rule, "letter_text_file_unknown");
  EXPECT_EQ(check_template("summons", std::string(longest_template + 1, 'x')).front().rule,
            "template_too_long");
}

TEST(TemplateCheck, SaysItsReasonsInWords) {
  const Refusals all = check_template("summons", good + "{{person}}\n");
  EXPECT_EQ(text_of(all.at(0), Language::swedish),
            "Rad 8: person är inget fält som brev kan ha. Använd ett fält ur listan.");
}

}  // namespace
}  // namespace kallad::letter::check_test
