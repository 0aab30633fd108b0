// One function per kind of line. What begins a line says which it is.
// Not running anything: what a command means is asked of the codec and the engine.
#include "adapters/scene/text/parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "adapters/scene/text/nearest.hpp"

namespace kallad::scene {

namespace {

constexpr std::array<std::string_view, 5> register_words = {"principal", "unit", "agreement",
                                                            "council", "routine"};
const std::vector<std::string> beginnings = {"use",  "case",      "clock",   "expect", "principal",
                                             "unit", "agreement", "council", "routine"};

std::optional<unsigned> digits(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

using Words = std::span<const Word>;

class LineParser {
 public:
  LineParser(const WrittenLine& written, std::vector<Fault>& faults)
      : words_(written.words), faults_(faults) {
    line_.number = written.number;
    line_.text = written.text;
  }

  std::optional<Line> parse() {
    const Word& first = words_.front();
    if (read_day(first.text()) || std::isdigit(static_cast<unsigned char>(first.text()[0])) != 0) {
      return timed() ? std::optional{line_} : std::nullopt;
    }
    return header(first) ? std::optional{line_} : std::nullopt;
  }

 private:
  bool fault(const Word& word, std::string what) {
    faults_.push_back({word.place, std::move(what)});
    return false;
  }

  /// For something missing at the line's end.
  bool missing(std::string what) {
    Place place = words_.back().place;
    place.column += words_.back().text().size() + 1;
    faults_.push_back({place, std::move(what)});
    return false;
  }

  bool header(const Word& first) {
    if (first.is("use")) return use();
    if (first.is("case")) return case_header();
    if (first.is("clock")) return clock_runs();
    if (first.is("expect")) return expect();
    const auto known = std::find_if(register_words.begin(), register_words.end(),
                                    [&](std::string_view word) { return first.is(word); });
    if (known != register_words.end()) return register_line(first);
    return fault(first,
                 "raden ska börja med en tid (ÅÅÅÅ-MM-DD TT:MM) eller ett av orden use, case, "
                 "clock, expect, principal, unit, agreement, council, routine" +
                     hint(first.text(), beginnings));
  }

  bool use() {
    if (words_.size() != 2) return missing("use vill ha ett filnamn");
    line_.is = UseLine{words_[1]};
    return true;
  }

  bool clock_runs() {
    if (words_.size() != 2 || !words_[1].is("runs")) {
      return fault(words_[0], "utan tid kan clock bara stå som \"clock runs\"");
    }
    line_.is = ClockRunsLine{};
    return true;
  }

  bool register_line(const Word& what) {
    if (words_.size() < 2 || !words_[1].is_bare()) return missing(what.text() + " vill ha ett id");
    line_.is = RegisterLine{what, {words_.begin() + 1, words_.end()}};
    return true;
  }

  bool expect() {
    ExpectLine expect;
    std::vector<Word> rest = without_case(words_.subspan(1));
    if (!rest.empty() && rest.front().is("no")) {
      expect.no = true;
      rest.erase(rest.begin());
    }
    if (rest.empty())
      return missing("expect vill ha något att se efter, t.ex. expect step meeting");
    expect.subject = rest.front();
    expect.words.assign(rest.begin() + 1, rest.end());
    line_.is = std::move(expect);
    return true;
  }

  bool case_header() {
    CaseLine header;
    auto [before, after] = part_expected(words_.subspan(1), header.expected);
    if (before.empty()) return missing("case vill ha ett namn");
    header.name = before.front();
    before = before.subspan(1);
    const auto parties = std::find_if(before.begin(), before.end(),
                                      [](const Word& word) { return word.is("parties"); });
    for (auto at = before.begin(); at != parties; ++at) {
      if (at->key == "at") {
        header.at = moment(*at);
        if (!header.at) return false;
      } else if (at->is_bare()) {
        return fault(*at, "här väntas nyckel=värde eller ordet parties");
      } else {
        header.words.push_back(*at);
      }
    }
    if (parties != before.end() && !read_parties({parties + 1, before.end()}, header)) return false;
    line_.is = std::move(header);
    return true;
  }

  /// ID [words…], ID [words…], …
  bool read_parties(Words words, CaseLine& header) {
    bool begins = true;
    for (const Word& word : words) {
      for (std::size_t i = 0; i < word.values.size(); ++i) {
        if (i > 0) begins = true;
        Word one = word;
        one.values = {word.values[i]};
        if (i > 0 && one.values.front().empty()) continue;  // the comma after a value
        if (begins && !one.is_bare()) return fault(one, "här väntas en parts id före " + one.key);
        if (begins)
          header.parties.push_back({one, {}});
        else
          header.parties.back().words.push_back(one);
        begins = false;
      }
    }
    return true;
  }

  bool timed() {
    const auto time = moment(words_);
    if (!time) return false;
    Expected expected;
    const std::span all = words_;
    const auto [before, after] = part_expected(all.subspan(2), expected);
    const std::vector<Word> rest = without_case(before);
    if (rest.empty()) return missing("efter tiden väntas vem som gör något, t.ex. coordinator");
    const bool only_time =
        rest.front().is("clock") && (rest.size() == 1 || (rest.size() == 2 && rest[1].is("late")));
    if (only_time) {
      line_.is = ClockLine{*time, rest.size() == 2, expected};
      return true;
    }
    if (rest.size() < 2 || !rest[1].is_bare())
      return missing("efter " + rest.front().text() + " väntas vad som görs, t.ex. answer");
    line_.is = CommandLine{*time, rest[0], rest[1], {rest.begin() + 2, rest.end()}, expected};
    return true;
  }

  /// The words before -> or !!; those after become what is expected.
  std::pair<Words, Words> part_expected(Words words, Expected& expected) {
    const auto mark = std::find_if(words.begin(), words.end(),
                                   [](const Word& word) { return word.is("->") || word.is("!!"); });
    if (mark == words.end()) return {words, {}};
    expected.kind = mark->is("->") ? Expected::Kind::events : Expected::Kind::refused;
    const Words after{mark + 1, words.end()};
    expected.names.assign(after.begin(), after.end());
    if (after.empty() && expected.kind == Expected::Kind::refused)
      missing("efter !! väntas minst en regel");
    for (const Word& word : after) {
      if (!word.is_bare() || word.values.size() != 1)
        fault(word, "här väntas namn med mellanrum emellan");
    }
    return {Words{words.begin(), mark}, after};
  }

  /// Takes @NAME and case=NAME out.
  std::vector<Word> without_case(Words words) {
    std::vector<Word> rest;
    for (const Word& word : words) {
      const std::string text = word.text();
      if (word.key == "case")
        line_.of_case = text;
      else if (word.is_bare() && !word.quoted && text.starts_with("@"))
        line_.of_case = text.substr(1);
      else
        rest.push_back(word);
    }
    return rest;
  }

  std::optional<WrittenTime> moment(Words words) {
    const auto day = read_day(words[0].text());
    if (!day) {
      fault(words[0], "\"" + words[0].text() + "\" är ingen dag; skriv ÅÅÅÅ-MM-DD");
      return std::nullopt;
    }
    if (words.size() < 2) {
      missing("efter dagen väntas ett klockslag, TT:MM");
      return std::nullopt;
    }
    return joined(*day, words[1], words[1].text());
  }

  /// at="YYYY-MM-DD HH:MM".
  std::optional<WrittenTime> moment(const Word& word) {
    const std::string text = word.text();
    const auto day = read_day(std::string_view{text}.substr(0, 10));
    if (day && text.size() > 11) return joined(*day, word, text.substr(11));
    fault(word, "skriv tiden som at=\"ÅÅÅÅ-MM-DD TT:MM\"");
    return std::nullopt;
  }

  std::optional<WrittenTime> joined(Date day, const Word& word, std::string clock) {
    const bool utc = clock.ends_with('Z');
    if (utc) clock.pop_back();
    const auto time = read_time_of_day(clock);
    if (!time) {
      fault(word, "\"" + clock + "\" är inget klockslag; skriv TT:MM eller TT:MM:SS");
      return std::nullopt;
    }
    return WrittenTime{std::chrono::local_days{day} + *time, utc};
  }

  std::span<const Word> words_;
  std::vector<Fault>& faults_;
  Line line_;
};

}  // namespace

std::optional<std::chrono::seconds> read_time_of_day(std::string_view text) {
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return std::nullopt;
  if (text.size() == 8 && text[5] != ':') return std::nullopt;
  const auto hour = digits(text.substr(0, 2));
  const auto minute = digits(text.substr(3, 2));
  const auto second = text.size() == 8 ? digits(text.substr(6, 2)) : 0U;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
    return std::nullopt;
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

std::optional<Date> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                  std::chrono::day{*day}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::string stem_of(std::string_view file) {
  if (const auto slash = file.find_last_of('/'); slash != std::string_view::npos) {
    file.remove_prefix(slash + 1);
  }
  file = file.substr(0, file.find_last_of('.'));
  std::string stem;
  for (const char c : file) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper)
      stem.push_back(static_cast<char>(c - 'A' + 'a'));
    else if (plain || (c == '_' && !stem.empty()))
      stem.push_back(c);
    else if (!stem.empty() && stem.back() != '-' && stem.back() != '_')
      stem.push_back('-');
  }
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '_')) stem.pop_back();
  return stem.empty() ? "scene" : stem;
}

Scene parse(std::string file, std::string_view text) {
  Scene scene;
  scene.stem = stem_of(file);
  scene.file = std::move(file);
  CutFile cut_file = cut(text);
  scene.faults = std::move(cut_file.faults);
  for (const WrittenLine& written : cut_file.lines) {
    if (auto line = LineParser{written, scene.faults}.parse())
      scene.lines.push_back(std::move(*line));
  }
  std::sort(scene.faults.begin(), scene.faults.end(), [](const Fault& a, const Fault& b) {
    return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
  });
  return scene;
}

}  // namespace kallad::scene
