// The content is read token by token. Between two marks the drawing library opens and closes its
// text objects, so a stretch outside of marks can be put between BMC and EMC as it is.
// Not a parser of all PDFs: it reads what sheet.cpp had written.
#include "adapters/paper/print/artifacts.hpp"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <set>

namespace kallad::paper {

namespace {

class Marker : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    const bool is_word = token.getType() == QPDFTokenizer::tt_word;
    // Operands belong to the operator after them.
    statement_ += token.getRawValue();
    if (!is_word || !is_operator(token.getValue())) return;
    take(token.getValue());
    statement_.clear();
  }

  void handleEOF() override {
    outside_ += statement_;
    flush();
  }

  int marks() const { return marks_; }

 private:
  static bool is_operator(const std::string& word) {
    return word != "true" && word != "false" && word != "null";
  }

  static bool paints(const std::string& op) {
    static const std::set<std::string> all = {"S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                              "b*", "Tj", "TJ", "'", "\"", "Do", "sh"};
    return all.contains(op);
  }

  /// A stretch that has no number (the drawing library's ActualText) is part of what it stands in.
  void take(const std::string& op) {
    const bool begins = !inside_ && op == "BDC" && statement_.find("/MCID") != std::string::npos;
    if (begins) {
      flush();
      ++marks_;
      inside_ = true;
    }
    if (inside_) {
      write(statement_);
      depth_ += op == "BDC" ? 1 : (op == "EMC" ? -1 : 0);
      inside_ = depth_ > 0;
    } else {
      outside_ += statement_;
      drawn_ = drawn_ || paints(op);
    }
  }

  void flush() {
    if (drawn_) {
      write("\n/Artifact BMC\n" + outside_ + "\nEMC");
    } else {
      write(outside_);
    }
    outside_.clear();
    drawn_ = false;
  }

  std::string statement_;
  std::string outside_;
  bool drawn_ = false;
  bool inside_ = false;
  int depth_ = 0;
  int marks_ = 0;
};

}  // namespace

int mark_artifacts(QPDFObjectHandle page) {
  QPDFPageObjectHelper helper{page};
  Marker marker;
  Pl_Buffer buffer{"content"};
  helper.filterContents(&marker, &buffer);
  buffer.finish();
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(page.getOwningQPDF(),
                                                           buffer.getBufferSharedPointer()));
  return marker.marks();
}

}  // namespace kallad::paper
