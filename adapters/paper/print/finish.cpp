// qpdf writes the tree and the marks. The drawing library's own tree is thrown away: it knows only
// stretches.
// Not encryption and not signatures: the paper is for a printer, and who may have it is decided
// before.
#include "adapters/paper/print/finish.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <map>
#include <stdexcept>

#include "adapters/paper/model/plain.hpp"
#include "adapters/paper/print/artifacts.hpp"

namespace kallad::paper {

namespace {

using Object = QPDFObjectHandle;

Object name(const std::string& text) { return Object::newName("/" + text); }
Object text(const std::string& utf8) { return Object::newUnicodeString(plain(utf8)); }

/// Writes the tree; remembers which element each mark belongs to.
class TreeWriter {
 public:
  TreeWriter(QPDF& pdf, std::vector<Object> pages) : pdf_(pdf), pages_(std::move(pages)) {
    owners_.resize(pages_.size());
  }

  Object root(const Node& document) {
    Object root = pdf_.makeIndirectObject(Object::newDictionary());
    root.replaceKey("/Type", name("StructTreeRoot"));
    Object kids = Object::newArray();
    kids.appendItem(element(document, root));
    root.replaceKey("/K", kids);
    root.replaceKey("/ParentTree", parent_tree());
    root.replaceKey("/ParentTreeNextKey",
                    Object::newInteger(static_cast<long long>(pages_.size())));
    return root;
  }

  /// How many marks of the page the tree names.
  std::size_t marks_of(std::size_t page) const { return owners_[page].size(); }

 private:
  /// An element that holds nothing is left out, but for cells: a row keeps its number of cells.
  static bool is_empty(const Node& node) {
    if (node.role == "TD" || node.role == "TH") return false;
    for (const Node::Kid& kid : node.kids) {
      if (kid.node == nullptr || !is_empty(*kid.node)) return false;
    }
    return true;
  }

  Object element(const Node& node, const Object& parent) {
    Object made = pdf_.makeIndirectObject(Object::newDictionary());
    made.replaceKey("/Type", name("StructElem"));
    made.replaceKey("/S", name(node.role));
    made.replaceKey("/P", parent);
    if (!node.alt.empty()) made.replaceKey("/Alt", text(node.alt));
    if (Object attributes = attributes_of(node); !attributes.isNull()) {
      made.replaceKey("/A", attributes);
    }
    Object kids = Object::newArray();
    for (const Node::Kid& kid : node.kids) {
      if (kid.node == nullptr) {
        kids.appendItem(mark(kid.mark, made));
      } else if (!is_empty(*kid.node)) {
        kids.appendItem(element(*kid.node, made));
      }
    }
    if (kids.getArrayNItems() > 0) made.replaceKey("/K", kids);
    return made;
  }

  Object mark(const Mark& where, const Object& owner) {
    owners_.at(where.page)[where.number] = owner;
    Object made = Object::newDictionary();
    made.replaceKey("/Type", name("MCR"));
    made.replaceKey("/Pg", pages_[where.page]);
    made.replaceKey("/MCID", Object::newInteger(where.number));
    return made;
  }

  static Object attributes_of(const Node& node) {
    Object made = Object::newDictionary();
    if (!node.scope.empty()) {
      made.replaceKey("/O", name("Table"));
      made.replaceKey("/Scope", name(node.scope));
    } else if (!node.print_field.empty()) {
      made.replaceKey("/O", name("PrintField"));
      made.replaceKey("/Role", name(node.print_field));
      made.replaceKey("/Desc", text(node.alt));
      if (node.print_field == "cb") made.replaceKey("/checked", name(node.checked ? "on" : "off"));
    } else if (node.role == "L") {
      made.replaceKey("/O", name("List"));
      made.replaceKey("/ListNumbering", name(node.numbered ? "Decimal" : "Disc"));
    } else if (!node.box.empty()) {
      made.replaceKey("/O", name("Layout"));
      made.replaceKey("/Placement", name("Block"));
      made.replaceKey("/BBox", numbers(node.box));
    } else {
      return Object::newNull();
    }
    return made;
  }

  static Object numbers(const std::vector<double>& values) {
    Object made = Object::newArray();
    for (const double value : values) made.appendItem(Object::newReal(value, 2));
    return made;
  }

  Object parent_tree() {
    Object pairs = Object::newArray();
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      Object owners = Object::newArray();
      for (const auto& [number, owner] : owners_[page]) owners.appendItem(owner);
      pairs.appendItem(Object::newInteger(static_cast<long long>(page)));
      pairs.appendItem(pdf_.makeIndirectObject(owners));
    }
    Object tree = Object::newDictionary();
    tree.replaceKey("/Nums", pairs);
    return pdf_.makeIndirectObject(tree);
  }

  QPDF& pdf_;
  std::vector<Object> pages_;
  std::vector<std::map<int, Object>> owners_;  ///< by page, then by the mark's number
};

std::string in_xml(const std::string& utf8) {
  std::string out;
  for (const char c : plain(utf8)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out;
}

std::string language_tag(Language language) {
  return language == Language::swedish ? "sv-SE" : "en-GB";
}

/// The metadata: title, language, date, and that the file means to keep PDF/UA-1.
std::string metadata(const Document& document, const std::string& made) {
  const std::string language = language_tag(document.language);
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         in_xml(document.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" +
         language + "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>" + made +
         "</xmp:CreateDate>\n<pdfuaid:part>1</pdfuaid:part>\n"
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// "D:20260302080500Z" of "2026-03-02T08:05:00Z".
std::string pdf_date(const std::string& iso_date) {
  std::string out = "D:";
  for (const char c : iso_date) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out + "Z";
}

void describe(QPDF& pdf, const Document& document, const PrintOptions& options) {
  const std::string made =
      iso(Instant{std::chrono::floor<std::chrono::seconds>(options.made).time_since_epoch()});
  Object catalog = pdf.getRoot();
  catalog.replaceKey("/Lang", Object::newUnicodeString(language_tag(document.language)));
  catalog.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
  catalog.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
  Object xmp = Object::newStream(&pdf, metadata(document, made));
  xmp.getDict().replaceKey("/Type", name("Metadata"));
  xmp.getDict().replaceKey("/Subtype", name("XML"));
  catalog.replaceKey("/Metadata", xmp);
  Object info = pdf.makeIndirectObject(Object::newDictionary());
  info.replaceKey("/Title", text(document.title));
  info.replaceKey("/CreationDate", Object::newString(pdf_date(made)));
  info.replaceKey("/Producer", Object::newString("Kallad"));
  pdf.getTrailer().replaceKey("/Info", info);
}

void must_match(int on_page, std::size_t in_tree) {
  if (static_cast<std::size_t>(on_page) != in_tree) {
    throw std::logic_error("a page holds other marks than the tree names");
  }
}

std::string written(QPDF& pdf) {
  QPDFWriter writer{pdf};
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string finished(const std::string& drawn, const Node& root, const Document& document,
                     const PrintOptions& options) {
  QPDF pdf;
  pdf.processMemoryFile("drawn", drawn.data(), drawn.size());
  std::vector<Object> pages = pdf.getAllPages();
  TreeWriter tree{pdf, pages};
  pdf.getRoot().replaceKey("/StructTreeRoot", tree.root(root));
  for (std::size_t page = 0; page < pages.size(); ++page) {
    must_match(mark_artifacts(pages[page]), tree.marks_of(page));
    pages[page].replaceKey("/StructParents", Object::newInteger(static_cast<long long>(page)));
    pages[page].replaceKey("/Tabs", name("S"));
  }
  describe(pdf, document, options);
  return written(pdf);
}

}  // namespace kallad::paper
