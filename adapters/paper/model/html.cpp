// One function for each kind of block; strings are joined by hand, since the markup is small.
// Not a template: what is repeated here are rows and cells, which templates say worse.
#include "adapters/paper/model/html.hpp"

#include "adapters/paper/model/plain.hpp"
#include "adapters/paper/model/qr_path.hpp"

namespace kallad::paper {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : plain(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// The same for an attribute, where no markup can stand.
std::string in_attribute(std::string_view text) {
  std::string one_line{text};
  for (char& c : one_line) {
    if (c == '\n') c = ' ';
  }
  return escaped(one_line);
}

std::string element(const std::string& name, const std::string& attributes,
                    const std::string& inside) {
  return "<" + name + (attributes.empty() ? "" : " " + attributes) + ">" + inside + "</" + name +
         ">\n";
}

std::string html(const Heading& block) {
  return element("h" + std::to_string(block.level), "", escaped(block.text));
}

std::string html(const Paragraph& block) {
  constexpr const char* classes[] = {"", "class=\"paper-lead\"", "class=\"paper-small\"",
                                     "class=\"paper-notice\""};
  return element("p", classes[static_cast<int>(block.tone)], escaped(block.text));
}

std::string html(const List& block) {
  std::string items;
  for (const std::string& item : block.items) items += element("li", "", escaped(item));
  return element(block.numbered ? "ol" : "ul", "", items);
}

std::string row_of(const Table& table, const std::vector<std::string>& cells) {
  std::string inside;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const bool heads = table.row_headers && at == 0 && !cells[at].empty();
    inside += heads ? element("th", "scope=\"row\"", escaped(cells[at]))
                    : element("td", "", escaped(cells[at]));
  }
  return element("tr", "", inside);
}

std::string html(const Table& block) {
  std::string head;
  for (const Column& column : block.columns) {
    head += element("th", "scope=\"col\"", escaped(column.heading));
  }
  std::string body;
  for (const auto& row : block.rows) body += row_of(block, row);
  const std::vector<std::string> blank(block.columns.size());
  for (int each = 0; each < block.blank_rows; ++each) body += row_of(block, blank);
  const std::string caption =
      block.caption.empty() ? "" : element("caption", "", escaped(block.caption));
  return element(
      "table", "class=\"paper-table\"",
      caption + element("thead", "", element("tr", "", head)) + element("tbody", "", body));
}

std::string html(const Fields& block) {
  std::string inside;
  for (const Field& field : block.fields) {
    inside +=
        element("div", "",
                element("dt", "", escaped(field.label)) + element("dd", "", escaped(field.value)));
  }
  return element("dl", "class=\"paper-fields\"", inside);
}

std::string html(const Checkbox& block, const SaidBeside& beside) {
  const std::string sign = element("span", "aria-hidden=\"true\"", block.checked ? "☒" : "☐");
  const std::string said = escaped(block.checked ? beside.checked : beside.unchecked);
  return element("p", "class=\"paper-check\"",
                 sign + " " + escaped(block.label) + " " +
                     element("span", "class=\"paper-unseen\"", "(" + said + ")"));
}

std::string html(const QrCode& block) {
  const QrPath code = qr_path(block.content);
  const std::string size = std::to_string(code.side);
  std::string beside;
  for (const std::string& text : block.beside) beside += element("p", "", escaped(text));
  return element("svg",
                 "class=\"paper-qr\" role=\"img\" aria-label=\"" + in_attribute(block.alt) +
                     "\" viewBox=\"0 0 " + size + " " + size + "\"",
                 "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path d=\"" +
                     code.path + "\"/>") +
         beside;
}

std::string html(const CutLine& block) {
  return "<hr>\n" + element("p", "class=\"paper-small\"", escaped(block.text));
}

}  // namespace

std::string html_of(const Document& document) {
  std::string inside;
  for (const Block& block : document.blocks) {
    boost::variant2::visit(
        [&](const auto& each) {
          using Each = std::decay_t<decltype(each)>;
          if constexpr (std::is_same_v<Each, Checkbox>) {
            inside += html(each, document.beside);
          } else if constexpr (!std::is_same_v<Each, PageBreak>) {
            inside += html(each);
          }
        },
        block);
  }
  const char* language = document.language == Language::swedish ? "sv" : "en";
  return element("article", "class=\"paper\" lang=\"" + std::string{language} + "\"",
                 "\n" + inside);
}

}  // namespace kallad::paper
