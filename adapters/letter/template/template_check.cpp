// A reader of its own for the few tags there may be, so that nothing Mustache knows besides gets
// through: unescaped values, partials, comments, other delimiters, dots and spaces in tags.
// Not a speller and no judge of tone.
#include "adapters/letter/template/template_check.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <string>

#include "adapters/codec/forms.hpp"
#include "adapters/letter/template/letter_fields.hpp"
#include "adapters/letter/template/plain_line.hpp"
#include "engine/between/wish.hpp"
#include "engine/spine/text.hpp"

namespace kallad::letter {

namespace {

using Names = std::vector<std::string_view>;
using Members = boost::describe::describe_members<LetterFields, boost::describe::mod_public>;

constexpr std::string_view digest = "digest";
/// What goes by SMS and secure messages: a link and nothing besides.
constexpr std::string_view short_message = "short_message";
constexpr std::string_view short_field = "answer_link";
constexpr std::string_view digest_list = "letters";
constexpr std::size_t longest_subject = 120;

bool has(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The fields that are texts, and can be put in; all others are for sections only.
const Names& texts() {
  static const Names all = [] {
    Names names;
    boost::mp11::mp_for_each<Members>([&](auto member) {
      if constexpr (std::is_same_v<decltype(member.pointer), std::string LetterFields::*const> ||
                    std::is_same_v<decltype(member.pointer), std::string LetterFields::*>) {
        names.push_back(member.name);
      }
    });
    return names;
  }();
  return all;
}

const Names& all_fields() {
  static const Names all = [] {
    Names names;
    boost::mp11::mp_for_each<Members>([&](auto member) { names.push_back(member.name); });
    return names;
  }();
  return all;
}

/// What may stand on a locked screen.
const Names& subject_fields() {
  static const Names all{"case_number", "meeting_name", "meeting_day",  "meeting_time",
                         "answer_by",   "activity_day", "letter_count", "has_left"};
  return all;
}

/// What a letter of the kind cannot do without.
Names needed_by(std::string_view kind) {
  if (kind == digest) return {"letters", "title", "link"};
  if (kind == short_message) return {short_field};
  if (kind == "cancellation") return {"case_number", "meeting_day", "sender_unit"};
  if (kind == "substitute_released") return {"case_number", "sender_unit"};
  if (kind.ends_with("_to_coordinator") || kind == "attendance_reminder" || kind == "coming_list") {
    return {"case_number", "case_link"};
  }
  if (kind.starts_with("activity_") || kind == "plan_copy_told") {
    return {"case_number", "case_link", "sender_unit"};
  }
  return {"case_number", "answer_link", "sender_unit"};
}

/// Without the tags of sections, which nobody sees.
std::size_t shown_length(std::string_view line) {
  std::size_t length = line.size();
  for (std::size_t at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", at)) {
    const auto end = line.find("}}", at + 2);
    if (end == std::string_view::npos) break;
    const bool is_section = std::string_view{"#^/"}.find(line[at + 2]) != std::string_view::npos;
    if (is_section) length -= end + 2 - at;
    at = end + 2;
  }
  return length;
}

/// One check of one template.
class Check {
 public:
  Check(std::string_view kind, std::string_view text) : kind_(kind), text_(text) {}

  Refusals run() {
    std::string_view rest = text_;
    while (!rest.empty()) {
      ++line_;
      const auto end = std::min(rest.find('\n'), rest.size());
      check_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (const std::string_view open : open_) refuse("template_section_open", open);
    for (const std::string_view name : needed_by(kind_)) {
      if (!has(used_, name)) refuse("template_field_missing", name);
    }
    if (line_ < 3) refuse("template_without_body", {});
    return std::move(refusals_);
  }

 private:
  void refuse(std::string_view rule, std::string_view value) {
    refusals_.push_back({rule, {{"line", std::to_string(line_)}, {"value", std::string{value}}}});
  }

  void check_line(std::string_view line) {
    if (line_ == 1) check_subject(line);
    if (line_ == 2 && !line.empty()) refuse("template_subject_not_alone", line);
    check_tags(line);
    check_words(line);
    check_link(line);
  }

  void check_subject(std::string_view line) {
    if (is_blank(line)) refuse("template_subject_missing", {});
    if (shown_length(line) > longest_subject) refuse("template_subject_too_long", {});
  }

  void check_tags(std::string_view line) {
    for (std::size_t at = line.find("{{"); at != std::string_view::npos;) {
      const auto end = line.find("}}", at);
      if (end == std::string_view::npos) {
        refuse("template_tag_forbidden", line.substr(at));
        return;
      }
      check_tag(line.substr(at + 2, end - at - 2));
      at = line.find("{{", end + 2);
    }
  }

  void check_tag(std::string_view inside) {
    const char sign = inside.empty() ? '\0' : inside.front();
    const bool is_section = sign == '#' || sign == '^';
    const std::string_view name = is_section || sign == '/' ? inside.substr(1) : inside;
    const bool is_name = !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'a' && c <= 'z') || c == '_';
    });
    if (!is_name) return refuse("template_tag_forbidden", "{{" + std::string{inside} + "}}");
    if (sign == '/') return close(name);
    check_name(name, is_section);
    used_.push_back(name);
    if (is_section) open_.push_back(name);
  }

  void close(std::string_view name) {
    const bool closes = !open_.empty() && open_.back() == name;
    if (!closes) return refuse("template_section_open", name);
    open_.pop_back();
  }

  void check_name(std::string_view name, bool is_section) {
    const bool in_list = std::ranges::find(open_, digest_list) != open_.end();
    const bool is_of_list = in_list && (name == "title" || name == "link");
    const bool is_known = is_of_list || has(is_section ? all_fields() : texts(), name);
    const bool is_elsewhere =
        (name == digest_list && kind_ != digest) || (kind_ == short_message && name != short_field);
    if (!is_known || is_elsewhere) return refuse("template_field_unknown", name);
    if (line_ == 1 && !has(subject_fields(), name)) refuse("template_field_in_subject", name);
  }

  /// What stands between the tags.
  void check_words(std::string_view line) {
    std::string words;
    for (std::size_t at = 0; at < line.size();) {
      const auto open = std::min(line.find("{{", at), line.size());
      words.append(line.substr(at, open - at)).append(" ");
      const auto end = line.find("}}", open);
      at = end == std::string_view::npos ? line.size() : end + 2;
    }
    check_characters(words);
    check_addresses(words);
    if (has_number(words)) refuse("template_number", {});
  }

  void check_characters(std::string_view words) {
    if (words.find_first_of("{}<>") != std::string_view::npos) refuse("template_markup", words);
    if (words.find("&#") != std::string_view::npos) refuse("template_markup", words);
    const bool is_plain =
        codec::first_not_utf8(words) == std::string_view::npos && plain_line(words) == words;
    if (!is_plain) refuse("template_character", {});
  }

  void check_addresses(std::string_view words) {
    std::string low{words};
    std::ranges::transform(low, low.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const std::string_view sign : {"://", "www.", "@", "mailto:", "javascript:", "data:"}) {
      if (low.find(sign) != std::string::npos) refuse("template_address", sign);
    }
  }

  /// Ten digits or more, however they are parted: nothing a letter says by itself.
  static bool has_number(std::string_view words) {
    int digits = 0;
    for (const char c : words) {
      if (c >= '0' && c <= '9') {
        if (++digits >= 10) return true;
      } else if (c != '-' && c != '+' && c != ' ') {
        digits = 0;
      }
    }
    return false;
  }

  /// "](" leads to a field and to nothing that is written out, on a line of its own.
  void check_link(std::string_view line) {
    const auto middle = line.find("](");
    if (middle == std::string_view::npos) return;
    const std::string_view to = line.substr(middle + 2);
    const bool is_whole = line.starts_with('[') && to.starts_with("{{") && to.ends_with("}})");
    const std::string_view name = is_whole ? to.substr(2, to.size() - 5) : std::string_view{};
    if (name != "link" && !name.ends_with("_link")) refuse("template_link", line);
  }

  std::string_view kind_;
  std::string_view text_;
  std::size_t line_ = 0;
  Names open_;
  Names used_;
  Refusals refusals_;
};

}  // namespace

const std::vector<std::string_view>& text_kinds() {
  static const Names all = [] {
    Names names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<WishKind>>([&](auto kind) {
      if (kind.value != WishKind::stop_letters) names.push_back(kind.name);
    });
    names.push_back(digest);
    names.push_back(short_message);
    return names;
  }();
  return all;
}

Refusals check_template(std::string_view kind, std::string_view text) {
  if (!has(text_kinds(), kind)) {
    return {{"letter_text_file_unknown", {{"value", std::string{kind}}}}};
  }
  if (text.size() > longest_template) return {{"template_too_long", {{"line", "1"}}}};
  return Check{kind, text}.run();
}

}  // namespace kallad::letter
