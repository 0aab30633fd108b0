// `kallad report`: the year's report of a council, its key figures, or a historical year, as JSON,
// CSV, spreadsheet, HTML or charts. Not deciding what is shown: small counts are hidden before they
// come here. Rules kept: the same log and the same words give the same bytes; what the council has
// written and names a person of a case is refused, and the place told without the name.
#include "tools/kallad/report/report_verb.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

#include "adapters/clock/stockholm.hpp"
#include "adapters/report/form/form.hpp"
#include "adapters/report/gather.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/stored/stored_log.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "tools/kallad/look/look.hpp"

namespace kallad::program {

namespace {

constexpr int good = 0;
constexpr int wrong_input = 2;

/// What is wrong with the input, in Swedish; caught by the verb and nobody else.
struct WrongInput {
  std::string what;
};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw WrongInput{file.string() + " går inte att läsa"};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

template <class T>
T value_of(Read<T> read, const std::filesystem::path& file) {
  if (read) return std::move(read.value());
  const CodecError& first = read.errors().front();
  throw WrongInput{file.string() + first.path + ": " + std::string{first.rule}};
}

/// A year published by this program, or a historical one.
report::YearlyReport year_in(const std::filesystem::path& file) {
  const std::string text = content_of(file);
  if (auto published = report::read_year(text)) return std::move(published.value());
  return value_of(report::read_history(text), file);
}

report::Wanted wanted_of(const ReportOptions& options, const Zone& zone) {
  const auto frozen_at = moment_said(options.frozen_at, zone);
  if (!frozen_at) throw WrongInput{"--frozen-at ska skrivas ÅÅÅÅ-MM-DD TT:MM"};
  return {CouncilId{options.council}, options.year, *frozen_at};
}

/// Parts earlier publications into years to compare with and the version before of the same year.
struct Earlier {
  std::optional<report::YearlyReport> previous;
  std::vector<report::EarlierYear> years;
};

Earlier earlier_of(const ReportOptions& options, int year) {
  Earlier earlier;
  for (const auto& file : options.earlier) {
    report::YearlyReport one = year_in(file);
    if (one.head.year < year) {
      earlier.years.push_back(as_earlier(one));
    } else if (one.head.year == year && !one.head.historical) {
      const bool later = !earlier.previous || earlier.previous->head.version < one.head.version;
      if (later) earlier.previous = std::move(one);
    }
  }
  return earlier;
}

void refuse_version(int version, int before) {
  if (version > before) return;
  throw WrongInput{"--version ska vara högre än den tidigare versionen, " + std::to_string(before)};
}

report::YearlyReport counted_year(const ReportOptions& options, const Calendar& calendar) {
  Reader reader{place_in(options.data)};
  Earlier earlier = earlier_of(options, options.year);
  report::Publication publication;
  publication.version = options.version;
  publication.threshold = options.threshold;
  publication.earlier = std::move(earlier.years);
  if (earlier.previous) {
    refuse_version(options.version, earlier.previous->head.version);
    publication.previous = &*earlier.previous;
  }
  if (!options.words.empty()) {
    publication.words = value_of(report::read_words(content_of(options.words)), options.words);
  }
  auto gathered = report::gather_year(report::log_of(reader), wanted_of(options, calendar.zone()),
                                      publication, calendar);
  for (const auto& one : gathered.named) {
    std::cerr << "kallad: " << one.where << " nämner en person i ett ärende (byte " << one.offset
              << "–" << one.offset + one.length << ")\n";
  }
  if (!gathered.named.empty()) throw WrongInput{"samrådets text får inte peka ut någon"};
  return std::move(gathered.report);
}

report::YearlyReport year_of(const ReportOptions& options, const Calendar& calendar) {
  if (options.history.empty()) return counted_year(options, calendar);
  auto year = value_of(report::read_history(content_of(options.history)), options.history);
  for (auto& one : earlier_of(options, year.head.year).years)
    year.earlier.push_back(std::move(one));
  return year;
}

report::KeyFigures figures_of(const ReportOptions& options, const Calendar& calendar) {
  Reader reader{place_in(options.data)};
  report::FigurePublication publication;
  publication.version = options.version;
  publication.threshold = options.threshold;
  publication.by_sex = options.by_sex;
  std::optional<report::KeyFigures> previous;
  for (const auto& file : options.earlier) {
    auto one = value_of(report::read_figures(content_of(file)), file);
    const bool same = one.head.year == options.year;
    if (same && (!previous || previous->head.version < one.head.version)) previous = std::move(one);
  }
  if (previous) {
    refuse_version(options.version, previous->head.version);
    publication.previous = &*previous;
  }
  return report::gather_figures(report::log_of(reader), wanted_of(options, calendar.zone()),
                                publication, calendar);
}

/// Writes what was made to --out, or prints it.
void hand_over(const ReportOptions& options, const std::string& text) {
  if (options.out.empty()) {
    std::cout << text;
    return;
  }
  std::ofstream out{options.out, std::ios::binary | std::ios::trunc};
  out << text;
  if (!out.flush()) throw WrongInput{options.out.string() + " går inte att skriva"};
}

int answer(const ReportOptions& options) {
  const Calendar calendar{stockholm()};
  const Language language = options.language == "en" ? Language::english : Language::swedish;
  const auto form = report::form_named(options.format);
  if (!form) throw WrongInput{"--format " + options.format + " finns inte"};
  const bool is_binary = *form == report::Form::xlsx || *form == report::Form::pdf;
  if (is_binary && options.out.empty()) {
    throw WrongInput{"--format " + options.format + " behöver --out FIL"};
  }
  if (options.figures && *form == report::Form::svg) {
    throw WrongInput{"--format svg finns för årets rapport"};
  }
  const auto made = options.figures ? report::made(*form, figures_of(options, calendar), language)
                                    : report::made(*form, year_of(options, calendar), language);
  hand_over(options, made.bytes);
  return good;
}

}  // namespace

int run_report(const ReportOptions& options) {
  const bool from_log = options.history.empty();
  if (from_log && (options.data.empty() || options.council.empty() || options.year == 0)) {
    std::cerr << "kallad: ange --data, --council och --year, eller --history FIL\n";
    return wrong_input;
  }
  try {
    return answer(options);
  } catch (const WrongInput& wrong) {
    std::cerr << "kallad: " << wrong.what << '\n';
    return wrong_input;
  }
}

}  // namespace kallad::program
