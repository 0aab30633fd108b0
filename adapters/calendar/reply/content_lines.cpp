// Bytes to components: unfold, split, nest, with a count of everything.
// Not recursive: depth is a limit, not a stack of calls. Rule kept: a folded line may be cut inside
// a UTF-8 letter, so letters are judged after unfolding.
#include "adapters/calendar/reply/content_lines.hpp"

#include <algorithm>

#include "adapters/codec/forms.hpp"
#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = http::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return http::is_letter_or_digit(c) || c == '-'; });
}

/// Unfolded lines without empty ones, or the fault.
struct Lines {
  std::vector<std::string> lines;
  std::optional<ReadFault> fault;
};

void make_plain(std::string& line) {
  std::ranges::replace_if(
      line, [](char c) { return !http::is_text(c); }, ' ');
}

/// Adds one line as it stands in the bytes; false where a limit is met.
bool put_line(Lines& out, std::string_view raw) {
  const bool folded = !raw.empty() && (raw.front() == ' ' || raw.front() == '\t');
  if (folded && !out.lines.empty()) {
    out.lines.back() += raw.substr(1);
    if (out.lines.back().size() > reply_limits.line) out.fault = ReadFault::line_too_long;
  } else if (!raw.empty()) {
    if (raw.size() > reply_limits.line) out.fault = ReadFault::line_too_long;
    if (out.lines.size() >= reply_limits.lines) out.fault = ReadFault::too_many;
    if (!out.fault) out.lines.emplace_back(raw);
  }
  return !out.fault;
}

Lines unfolded(std::string_view bytes) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  Lines out;
  if (bytes.size() > reply_limits.bytes) return {{}, ReadFault::too_large};
  if (bytes.find('\0') != std::string_view::npos) return {{}, ReadFault::not_text};
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    if (!put_line(out, bytes.substr(0, end))) return out;
    // CRLF is one end; that it could be two changes nothing, for empty lines say nothing.
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  for (std::string& line : out.lines) {
    if (codec::first_not_utf8(line) != std::string::npos) return {{}, ReadFault::not_text};
    make_plain(line);
  }
  return out;
}

std::string without_carets(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
    const char meant = next == 'n' ? '\n' : next == '\'' ? '"' : next == '^' ? '^' : '\0';
    out += meant == '\0' ? text[i] : meant;
    if (meant != '\0') ++i;
  }
  return out;
}

/// Takes a value off the front of `rest`, up to the , ; or : after it. False where a quote is open.
bool take_value(std::string_view& rest, std::string& value) {
  if (!rest.starts_with('"')) {
    const auto end = std::min(rest.find_first_of(",;:"), rest.size());
    value = without_carets(rest.substr(0, end));
    rest.remove_prefix(end);
    return true;
  }
  const auto close = rest.find('"', 1);
  if (close == std::string_view::npos) return false;
  value = without_carets(rest.substr(1, close - 1));
  rest.remove_prefix(close + 1);
  return rest.empty() || std::string_view(",;:").find(rest.front()) != std::string_view::npos;
}

/// Takes ;NAME=value,value off the front of `rest`. A name without = has no values.
bool take_parameter(std::string_view& rest, Parameter& out) {
  rest.remove_prefix(1);
  const auto end = std::min(rest.find_first_of("=;:"), rest.size());
  out.name = upper_case(http::trimmed(rest.substr(0, end)));
  rest.remove_prefix(end);
  while (rest.starts_with('=') || rest.starts_with(',')) {
    rest.remove_prefix(1);
    if (!take_value(rest, out.values.emplace_back())) return false;
  }
  return true;
}

std::optional<ContentLine> content_line(std::string_view text) {
  const auto end = text.find_first_of(";:");
  if (end == std::string_view::npos || !is_name(text.substr(0, end))) return std::nullopt;
  ContentLine out{upper_case(text.substr(0, end)), {}, {}};
  auto rest = text.substr(end);
  while (rest.starts_with(';')) {
    if (!take_parameter(rest, out.parameters.emplace_back())) return std::nullopt;
  }
  if (!rest.starts_with(':')) return std::nullopt;
  out.value = rest.substr(1);
  return out;
}

/// Puts lines into components; the open ones are a stack.
class Nest {
 public:
  /// False when the first VCALENDAR is complete or something is wrong.
  bool put(ContentLine line) {
    if (line.name == "BEGIN") return begin(upper_case(http::trimmed(line.value)));
    if (line.name == "END") return end(upper_case(http::trimmed(line.value)));
    if (!open_.empty()) open_.back().lines.push_back(std::move(line));
    return true;
  }

  ContentRead take() {
    if (!fault_ && !done_) fault_ = began_ ? ReadFault::cut_off : ReadFault::not_a_calendar;
    return {fault_ ? Component{} : std::move(calendar_), fault_};
  }

 private:
  bool begin(std::string name) {
    if (open_.empty() && name != "VCALENDAR") return fail(ReadFault::not_a_calendar);
    if (open_.size() >= reply_limits.depth) return fail(ReadFault::too_deep);
    if (++began_ > reply_limits.components) return fail(ReadFault::too_many);
    open_.push_back({std::move(name), {}, {}});
    return true;
  }

  bool end(std::string_view name) {
    if (open_.empty() || open_.back().name != name) return fail(ReadFault::not_a_calendar);
    Component ended = std::move(open_.back());
    open_.pop_back();
    if (!open_.empty()) {
      open_.back().parts.push_back(std::move(ended));
      return true;
    }
    calendar_ = std::move(ended);
    done_ = true;
    return false;
  }

  bool fail(ReadFault fault) {
    fault_ = fault;
    return false;
  }

  std::vector<Component> open_;
  Component calendar_;
  std::size_t began_ = 0;
  bool done_ = false;
  std::optional<ReadFault> fault_;
};

}  // namespace

std::vector<std::string> ContentLine::all(std::string_view parameter) const {
  std::vector<std::string> out;
  for (const Parameter& each : parameters) {
    if (each.name == parameter) out.insert(out.end(), each.values.begin(), each.values.end());
  }
  return out;
}

std::string ContentLine::first(std::string_view parameter) const {
  const auto values = all(parameter);
  return values.empty() ? std::string{} : values.front();
}

const ContentLine* Component::line(std::string_view wanted) const {
  const auto found = std::ranges::find(lines, wanted, &ContentLine::name);
  return found == lines.end() ? nullptr : &*found;
}

ContentRead read_content(std::string_view bytes) {
  const Lines read = unfolded(bytes);
  if (read.fault) return {{}, read.fault};
  Nest nest;
  for (const std::string& text : read.lines) {
    auto line = content_line(text);
    if (line && !nest.put(std::move(*line))) break;
  }
  return nest.take();
}

}  // namespace kallad::calendar
