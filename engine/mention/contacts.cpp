// Streets and places, by their endings and by what stands before and after.
// Not telephones and mail: telephones.cpp. No map: a street is what ends like one.
#include "engine/mention/contacts.hpp"

#include <array>
#include <optional>

namespace kallad::mention {

namespace {

constexpr auto street_endings = std::to_array<std::u32string_view>({
    U"gatan",  U"gata",       U"vägen",   U"väg",     U"gränd",  U"gränden", U"stigen",
    U"torget", U"torg",       U"allén",   U"allé",    U"backen", U"backe",   U"kajen",
    U"liden",  U"stråket",    U"svängen", U"slingan", U"kroken", U"vången",  U"promenaden",
    U"leden",  U"esplanaden", U"tunet",   U"höjden",  U"ringen", U"stig",    U"gången",
});

/// End like a street and are none.
constexpr auto no_streets = std::to_array<std::u32string_view>({
    U"riksväg",
    U"riksvägen",
    U"länsväg",
    U"europaväg",
    U"motorväg",
    U"omväg",
    U"omvägen",
    U"genväg",
    U"kontaktväg",
    U"kontaktvägen",
    U"beslutsväg",
    U"vårdgång",
    U"utredningsgången",
    U"ärendegången",
    U"beslutsgången",
    U"handläggningsgången",
    U"omgången",
    U"ledningen",
    U"utredningen",
    U"gången",
    U"ringen",
    U"backe",
    U"stig",
    U"leden",
    U"kroken",
    U"höjden",
    U"tillgången",
    U"övergången",
    U"ingången",
    U"utgången",
    U"framgången",
    U"nedgången",
    U"uppgången",
    U"avgången",
    U"behandlingsgången",
    U"vårdgången",
    U"arbetsgången",
    U"processgången",
    U"delaktighetsstig",
    U"satsningen",
    U"smärtlindringen",
    U"kvalitetssäkringen",
});

constexpr auto of_street_names =
    std::to_array<std::u32string_view>({U"nya", U"gamla", U"norra", U"södra", U"östra", U"västra",
                                        U"stora", U"lilla", U"övre", U"nedre", U"inre", U"yttre"});

constexpr auto where_one_lives = std::to_array<std::u32string_view>(
    {U"bor", U"bodde", U"bosatt", U"adress", U"adressen", U"hemadress", U"hemadressen",
     U"bostadsadress", U"folkbokförd", U"flyttat", U"flyttade", U"hemma"});

/// Followed by a number these are parts of a house or a ward, not an address.
constexpr auto no_places = std::to_array<std::u32string_view>(
    {U"avdelning", U"avd", U"plan", U"våning", U"boendet", U"lägenhet", U"lgh", U"rum", U"den",
     U"sip", U"lss", U"sol", U"fack", U"nivå", U"steg"});

/// After a number these tell that it counts something.
constexpr auto counted_things = std::to_array<std::string_view>(
    {"gånger",   "dagar",    "veckor",   "månader", "år",      "timmar", "minuter", "personer",
     "kronor",   "kr",       "st",       "procent", "km",      "meter",  "mil",     "januari",
     "februari", "mars",     "april",    "maj",     "juni",    "juli",   "augusti", "september",
     "oktober",  "november", "december", "av",      "enheter", "boenden"});

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_word(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == ',') {
      ++at;
    } else if (text.substr(at, 2) == "\u00A0") {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_of_word(text[end])) ++end;
  return text.substr(at, end - at);
}

/// The letter of an entrance after a house number, "12 B" or "12b": where it ends.
std::size_t after_entrance(std::string_view text, std::size_t end) {
  const std::size_t at = end < text.size() && text[end] == ' ' ? end + 1 : end;
  const std::string_view letter = word_at(text, at);
  const bool is_one = letter.size() == 1 && ((letter[0] >= 'A' && letter[0] <= 'H') ||
                                             (at == end && letter[0] >= 'a' && letter[0] <= 'h'));
  return is_one ? at + 1 : end;
}

/// Where a house number that stands after `at` ends; nothing where there is none.
std::optional<std::size_t> house_number(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 4;
  const std::size_t begin = after_spaces(text, at);
  if (begin == at || begin > at + 3) return std::nullopt;
  std::size_t end = begin;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  const std::string_view number = text.substr(begin, end - begin);
  if (number.empty() || number.size() > most) return std::nullopt;
  if (number.size() == most && (number.starts_with("19") || number.starts_with("20"))) {
    return std::nullopt;  // a year
  }
  const std::string_view next = text.substr(end, 2);
  const bool goes_on = next.size() == 2 && is_ascii_digit(next[1]) && next[0] != ' ';
  if (goes_on && next[0] != '-') return std::nullopt;  // a time, a date, an amount
  end = after_entrance(text, end);
  if (end < text.size() && is_of_word(text[end])) return std::nullopt;
  const std::string_view after = word_at(text, after_spaces(text, end));
  for (const auto thing : counted_things) {
    if (after == thing) return std::nullopt;
  }
  return end;
}

bool is_next(std::string_view text, const Word& before, const Word& after) {
  const auto gap = text.substr(before.end, after.offset - before.end);
  return gap == " " || gap == ":" || gap == "-" || gap == "\u00A0" || gap == ": ";
}

bool ends_like_street(const Word& word) {
  for (const auto ending : street_endings) {
    if (word.letters.size() > ending.size() + 1 && word.letters.ends_with(ending)) return true;
  }
  return false;
}

/// "Nya vägen", "Kung Oscars väg": an ending alone after a name.
bool is_street_of_words(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  const bool is_square = words[at].letters == U"plats";  // Sankt Jörgens plats
  if (at == 0 || !(is_square || holds(street_endings, words[at].letters))) return false;
  const Word& before = words[at - 1];
  if (is_square && (before.letters.back() != U's' || begins_sentence(text, before))) return false;
  if (!before.starts_upper || !is_next(text, before, words[at])) return false;
  return before.letters.back() == U's' || holds(of_street_names, before.letters) ||
         !begins_sentence(text, before);
}

/// The first word of the name the street has: Norra Vallgatan.
const Word& first_of_street(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t most = 2;
  std::size_t first = at;
  while (first > 0 && at - first < most && words[first - 1].starts_upper &&
         is_next(text, words[first - 1], words[first]) &&
         (holds(of_street_names, words[first - 1].letters) ||
          !begins_sentence(text, words[first - 1]))) {
    --first;
  }
  return words[first];
}

void find_streets(std::vector<TextFinding>& found, std::string_view text,
                  const std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_compound = ends_like_street(words[i]) && !holds(no_streets, words[i].letters);
    const bool is_street = is_compound || is_street_of_words(text, words, i);
    const auto end = is_street ? house_number(text, words[i].end) : std::nullopt;
    if (!end) continue;
    const std::size_t begin = first_of_street(text, words, i).offset;
    const bool is_sure = words[i].starts_upper || begin < words[i].offset;
    found.push_back(
        {contact_rule, is_sure ? TextSeverity::refuse : TextSeverity::warn, begin, *end - begin});
  }
}

/// "bor på Hallaröd 412": a place of the country has no street.
void find_places(std::vector<TextFinding>& found, std::string_view text,
                 const std::vector<Word>& words) {
  constexpr std::size_t farthest = 3;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!holds(where_one_lives, words[i].letters)) continue;
    std::size_t at = i + 1;
    while (at < words.size() && at < i + farthest && !words[at].starts_upper) ++at;
    const std::size_t first = at;
    while (at < words.size() && words[at].starts_upper && at < first + farthest) {
      const auto end = house_number(text, words[at].end);
      if (end && !holds(no_places, words[at].letters)) {
        const std::size_t begin = words[first].offset;
        found.push_back({contact_rule, TextSeverity::refuse, begin, *end - begin});
      }
      if (end) break;
      ++at;
    }
  }
}

/// "Box 77": more often an office's than somebody's own.
void find_boxes(std::vector<TextFinding>& found, std::string_view text,
                const std::vector<Word>& words) {
  for (const Word& word : words) {
    const auto end =
        word.letters == U"box" && word.starts_upper ? house_number(text, word.end) : std::nullopt;
    if (end) found.push_back({contact_rule, TextSeverity::warn, word.offset, *end - word.offset});
  }
}

/// "252 25 Helsingborg".
void find_postal_codes(std::vector<TextFinding>& found, std::string_view text,
                       const std::vector<Word>& words) {
  for (const Word& town : words) {
    if (!town.starts_upper || town.offset < 6 || text[town.offset - 1] != ' ') continue;
    std::size_t at = town.offset - 1;
    std::string digits;
    while (at > 0 &&
           (is_ascii_digit(text[at - 1]) || (text[at - 1] == ' ' && digits.size() == 2))) {
      --at;
      if (text[at] != ' ') digits.insert(digits.begin(), text[at]);
    }
    const bool is_code = digits.size() == 5 && digits[0] != '0' && text[at] != ' ';
    if (!is_code || (at > 0 && text[at - 1] == '-')) continue;
    found.push_back({contact_rule, TextSeverity::warn, at, town.end - at});
  }
}

}  // namespace

void find_contacts(std::vector<TextFinding>& found, std::string_view text,
                   const std::vector<Word>& words) {
  find_streets(found, text, words);
  find_places(found, text, words);
  find_boxes(found, text, words);
  find_postal_codes(found, text, words);
  find_telephones(found, text);
}

}  // namespace kallad::mention
