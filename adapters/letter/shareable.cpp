// Names and texts are brought to the same bare letters and then looked for in one another.
// Too careful where a name is also part of another word, and that costs a look at the page.
#include "adapters/letter/shareable.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace kallad::letter {

namespace {

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escape = text[at] == '%' && at + 2 < text.size() && hex_of(text[at + 1]) >= 0 &&
                           hex_of(text[at + 2]) >= 0;
    if (!is_escape) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(hex_of(text[at + 1]) * 16 + hex_of(text[at + 2]));
    at += 2;
  }
  return out;
}

/// The letters and digits in lower case and without accents: "Åsa Öberg" is "asaoberg". Of other
/// alphabets the letters stay.
std::string bare(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* parts = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error) != 0) return std::string{text};
  const auto source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::UnicodeString apart = parts->normalize(source, error).foldCase();
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    if (u_isalnum(apart.char32At(at)) != 0) kept.append(apart.char32At(at));
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

/// Whether a name goes on: letters, digits, and whatever is not ASCII.
bool is_of_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The whole name and its parts, as far as they have three letters.
std::vector<std::string> parts_of(std::string_view name) {
  constexpr std::size_t shortest = 3;
  std::vector<std::string> parts{bare(name)};
  while (!name.empty()) {
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if_not(name, is_of_name) - name.begin());
    parts.push_back(bare(name.substr(0, end)));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  std::erase_if(parts, [](const std::string& part) { return part.size() < shortest; });
  return parts;
}

std::vector<std::string_view> names_of(const Case& running) {
  std::vector<std::string_view> names{running.person.name};
  for (const Party& party : running.parties) {
    const bool is_close = party.kind == PartyKind::person || party.kind == PartyKind::guardian ||
                          party.kind == PartyKind::relative;
    if (is_close) names.emplace_back(party.name);
  }
  return names;
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

/// The last ten digits of the number, in any spelling.
bool holds_number(std::string_view text, const Person& person) {
  constexpr std::size_t digits = 10;
  const std::string number = digits_of(person.identity_number);
  if (number.size() < digits) return false;
  return digits_of(text).find(number.substr(number.size() - digits)) != std::string::npos;
}

bool has_ten_digits(std::string_view text) {
  int digits = 0;
  return std::ranges::any_of(text, [&](char c) {
    if (c >= '0' && c <= '9') return ++digits >= 10;
    if (c != '-' && c != '+' && c != ' ') digits = 0;
    return false;
  });
}

}  // namespace

bool is_shareable_link(const std::string& link, const Case& running) {
  const std::string decoded = percent_decoded(link);
  const std::string letters = bare(decoded);
  if (holds_number(decoded, running.person)) return false;
  return std::ranges::none_of(names_of(running), [&](std::string_view name) {
    return std::ranges::any_of(parts_of(name), [&](const std::string& part) {
      return letters.find(part) != std::string::npos;
    });
  });
}

bool is_shareable_place(const std::string& place, const Case& running) {
  return !has_ten_digits(place) && is_shareable_link(place, running);
}

SharedPlace shared_place(const LinkView& view, const Case& running) {
  SharedPlace shared;
  const bool is_protected = running.person.protection != Protection::none;
  if (view.place && !is_protected && is_shareable_place(*view.place, running)) {
    shared.place = *view.place;
  }
  if (view.link && !is_protected && is_shareable_link(*view.link, running)) {
    shared.link = *view.link;
  }
  const bool lacks_place = view.place && shared.place.empty();
  const bool lacks_link = view.link && shared.link.empty();
  shared.withheld =
      lacks_place || lacks_link || std::ranges::any_of(view.withheld, [](std::string_view field) {
        return field != "expectation";
      });
  return shared;
}

}  // namespace kallad::letter
