// What is published: versions, and what they are held against.
// Not the counting: engine/report.
#include "adapters/report/kept/maker.hpp"

#include <set>
#include <stdexcept>

#include "adapters/report/report_json.hpp"
#include "adapters/report/stored/stored_log.hpp"

namespace kallad::report {

namespace {

template <class Report>
Report value_or_stop(Read<Report> read) {
  if (!read) throw std::runtime_error("a published report was changed");
  return std::move(read.value());
}

KeptHead head_to_keep(ReportKind kind, const ReportHead& head, std::string digest,
                      Instant published_at) {
  return {kind,           head.council, head.year, head.version,
          head.frozen_at, published_at, false,     std::move(digest)};
}

}  // namespace

YearlyReport year_in(const KeptReport& kept) { return value_or_stop(read_year(kept.json)); }
KeyFigures figures_in(const KeptReport& kept) { return value_or_stop(read_figures(kept.json)); }

KeptReport kept_of(const YearlyReport& report, Instant published_at) {
  return {head_to_keep(ReportKind::deficiencies, report.head, digest_of(report), published_at),
          to_json(report)};
}

KeptReport kept_of(const KeyFigures& figures, Instant published_at) {
  return {head_to_keep(ReportKind::figures, figures.head, digest_of(figures), published_at),
          to_json(figures)};
}

std::vector<EarlierYear> Maker::earlier_than(const Wanted& wanted) {
  std::vector<EarlierYear> years;
  std::set<std::int32_t> seen;
  for (const KeptHead& head : file_.list(wanted.council)) {  // of a year the latest version first
    if (head.kind != ReportKind::deficiencies || head.year >= wanted.year) continue;
    if (!seen.insert(head.year).second) continue;
    const auto kept = file_.find({head.kind, head.council, head.year, head.version, {}});
    if (kept) years.push_back(as_earlier(year_in(*kept)));
  }
  return years;
}

GatheredYear Maker::counted(const Wanted& wanted, Publication publication) {
  Reader reader{place_, tail_};
  return gather_year(log_of(reader), wanted, std::move(publication), calendar_);
}

GatheredYear Maker::year(const Wanted& wanted, const Settings& settings) {
  Publication publication;
  publication.threshold = settings.threshold;
  publication.words = settings.words;
  publication.earlier = earlier_than(wanted);
  std::optional<YearlyReport> previous;
  const auto kept = file_.find({ReportKind::deficiencies, wanted.council, wanted.year, {}, {}});
  if (kept) {
    previous = year_in(*kept);
    publication.previous = &*previous;
    publication.version = previous->head.version + 1;
  }
  return counted(wanted, std::move(publication));
}

KeyFigures Maker::figures(const Wanted& wanted, const Settings& settings) {
  FigurePublication publication;
  publication.threshold = settings.threshold;
  publication.by_sex = settings.by_sex;
  std::optional<KeyFigures> previous;
  if (const auto kept = file_.find({ReportKind::figures, wanted.council, wanted.year, {}, {}})) {
    previous = figures_in(*kept);
    publication.previous = &*previous;
    publication.version = previous->head.version + 1;
  }
  Reader reader{place_, tail_};
  return gather_figures(log_of(reader), wanted, publication, calendar_);
}

std::optional<YearlyReport> Maker::version_before(const YearlyReport& published) {
  const ReportHead& head = published.head;
  if (head.version == 1) return std::nullopt;
  const auto kept =
      file_.find({ReportKind::deficiencies, head.council, head.year, head.version - 1, {}});
  return kept ? std::optional{year_in(*kept)} : std::nullopt;
}

std::optional<YearlyReport> Maker::again(const YearlyReport& published) {
  const ReportHead& head = published.head;
  if (head.historical) return std::nullopt;
  Publication publication;
  publication.version = head.version;
  publication.threshold = head.threshold;
  publication.words = published.words;
  publication.earlier = published.earlier;
  const auto previous = version_before(published);
  if (previous) publication.previous = &*previous;
  return counted({head.council, head.year, head.frozen_at}, std::move(publication)).report;
}

}  // namespace kallad::report
