// A libFuzzer target: any bytes as a mail, as a delivery report, as HTML, as a head and as lines.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -I. \
//     $(pkg-config --cflags --libs gmime-3.0) tests/fuzz/mail_fuzz.cpp adapters/post/mime/*.cpp \
//     -o mail_fuzz
//   G_SLICE=always-malloc ./mail_fuzz -max_total_time=600 tests/fuzz/mail_corpus
// Rules kept: what is read keeps within its limits and is UTF-8 without control characters; nothing
// a mail says gets into a letter's head but as words.
#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/post/mime/compose.hpp"
#include "adapters/post/mime/delivery_status.hpp"
#include "adapters/post/mime/quoted.hpp"
#include "adapters/post/mime/read_mail.hpp"
#include "adapters/post/mime/words.hpp"

namespace {

using kallad::post::Incoming;
using kallad::post::MailKind;
using kallad::post::Message;
using kallad::post::read_mail;
using kallad::post::ReadLimits;

constexpr ReadLimits kLimits{
    .bytes = 8'192, .depth = 5, .parts = 20, .words = 1'024, .calendar = 1'024, .calendars = 3};

void demand(bool holds) {
  if (!holds) std::abort();
}

/// Tidying changes nothing any more: it is UTF-8 without control characters.
void demand_tidy(const std::string& text) { demand(kallad::post::tidy_words(text) == text); }

void demand_line(const std::string& text) {
  demand_tidy(text);
  demand(text.size() <= 2'000 && text.find('\n') == std::string::npos);
}

void check_head(const Incoming& in) {
  demand_line(in.subject);
  demand_line(in.message_id);
  demand_line(in.in_reply_to);
  for (const std::string& id : in.references) demand_line(id);
  for (const auto& list : {in.to, in.cc}) {
    for (const auto& each : list) {
      demand_line(each.name);
      demand_line(each.at);
    }
  }
  if (in.from) demand(in.from->at.find('@') != std::string::npos);
}

void check_parts(const Incoming& in) {
  demand(in.whole_text.size() <= kLimits.words);
  demand_tidy(in.whole_text);
  demand(in.text.size() <= in.whole_text.size() + 1);
  demand(in.calendars.size() <= kLimits.calendars);
  for (const auto& each : in.calendars) {
    demand_tidy(each.text);
    demand(each.text.size() <= kLimits.calendar && each.method.size() <= 20);
  }
  demand((in.kind == MailKind::delivery_report) == in.report.has_value());
  if (in.report)
    for (const auto& each : in.report->recipients)
      demand(each.status.empty() || kallad::post::status_at(each.status) == each.status);
}

/// An answer that quotes the mail's own words, as a letter: they stay where they are put.
void check_answer(const Incoming& in) {
  Message letter;
  letter.from = {in.subject, "kallad@kommun.example"};
  letter.to = {{in.from ? in.from->name : "", "mottagare@region.example"}};
  letter.subject = in.subject;
  letter.text = in.whole_text;
  letter.message_id = "1@kommun.example";
  letter.attachments = {{"a" + in.subject, "text/plain", in.whole_text}};
  const auto composed = kallad::post::compose(letter);
  demand(composed.faults.empty());
  const Incoming again = read_mail(composed.bytes);
  demand(again.from && again.from->at == letter.from.at);
  demand(again.to.size() == 1 && again.to[0].at == letter.to[0].at && again.cc.empty());
  demand(again.message_id == letter.message_id);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(static_cast<const char*>(static_cast<const void*>(data)), size);
  const Incoming in = read_mail(bytes, kLimits);
  check_head(in);
  check_parts(in);
  check_answer(in);
  demand_tidy(kallad::post::words_of_html(bytes));
  demand(kallad::post::without_quoted(bytes).size() <= bytes.size() + 1);
  (void)kallad::post::read_delivery_status(bytes);
  (void)kallad::post::mended_head(bytes);
  return 0;
}
