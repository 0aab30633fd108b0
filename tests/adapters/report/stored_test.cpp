// Reports of what cases count as against reports of cases folded one by one: the same for every
// story at every moment, and no case is read that has not grown since. Not the counting:
// tests/engine/report.
#include "adapters/report/stored/stored_log.hpp"

#include "adapters/brain/engine_brain.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/report/played.hpp"

namespace kallad::report::test::stored {
namespace {

/// The log with each stream that is read noted in `read`.
Log noting(const Log& log, std::vector<std::string>& read) {
  return {log.each,
          [&read, log](std::string_view stream, const TakeEvent& take) {
            read.emplace_back(stream);
            return log.read(stream, take);
          },
          log.counts};
}

void expect_alike(const Log& by_rows, const Log& by_streams, const Wanted& wanted) {
  FigurePublication figures;
  figures.threshold = 0;
  figures.by_sex = true;
  EXPECT_EQ(gather_figures(by_rows, wanted, figures, support::sweden()),
            gather_figures(by_streams, wanted, figures, support::sweden()));
  Publication publication;
  publication.threshold = 0;
  EXPECT_EQ(gather_year(by_rows, wanted, publication, support::sweden()).report,
            gather_year(by_streams, wanted, publication, support::sweden()).report);
  const FigurePart part{FigureId::attended, Dimension::total, {}};
  EXPECT_EQ(cases_behind(by_rows, wanted, part, support::sweden()),
            cases_behind(by_streams, wanted, part, support::sweden()));
}

TEST(StoredLog, GivesTheReportsThatTheStreamsGive) {
  for (const auto& story : all_stories()) {
    Played played{{story}};
    Reader reader{played.place()};
    const Log by_rows = log_of(reader);
    ASSERT_TRUE(by_rows.counts);
    SCOPED_TRACE(story.string());
    for (const Instant moment : {end_of(2026, 3, 10), end_of(2026, 3, 20), end_of(2027, 12, 31)}) {
      expect_alike(by_rows, played.log(), {northwest, 2026, moment});
    }
    expect_alike(by_rows, played.log(), {northwest, 2027, end_of(2027, 12, 31)});
  }
}

TEST(StoredLog, ReadsNoCaseThatHasNotGrownSince) {
  const Played played{stories_in("deficiency_way")};
  Reader reader{played.place()};
  std::vector<std::string> read;
  const Log log = noting(log_of(reader), read);
  const auto cases_read = [&](Instant frozen_at) {
    read.clear();
    gather_figures(log, {northwest, 2026, frozen_at}, {}, support::sweden());
    EXPECT_EQ(std::ranges::count(read, "register"), 1);
    return read.size() - 1;
  };
  EXPECT_EQ(cases_read(end_of(2028, 12, 31)), 0U);
  EXPECT_EQ(cases_read(end_of(2026, 3, 1)), 9U);
}

TEST(StoredLog, AReportReadsOnlyCasesWithADeficiencyAndWithWordsAllOthersToo) {
  auto stories = stories_in("deficiency_way");
  for (const auto& plan : stories_in("plan")) stories.push_back(plan);
  const Played played{stories};
  Reader reader{played.place()};
  std::vector<std::string> read;
  const Log log = noting(log_of(reader), read);
  const Wanted before{northwest, 2026, end_of(2026, 3, 3)};
  gather_year(log, before, {}, support::sweden());
  EXPECT_EQ(read.size(), 1U + 6U) << "the register, and what has left its unit since";
  Publication publication;
  publication.words.open_questions = {"Hur gick det för Anna?"};
  EXPECT_FALSE(
      gather_year(log, {northwest, 2026, end_of(2028, 1, 1)}, publication, support::sweden())
          .named.empty())
      << "names are seen in rows, too";
}

TEST(StoredLog, IsReadByStreamsWhereAnotherProgramMadeTheRows) {
  const Played played{stories_in("no_show")};
  {
    SqliteStore store{played.place(), Access::write};
    store.begin();
    store.note_listed(EngineBrain::made_by - 1);
    store.commit();
  }
  Reader reader{played.place()};
  EXPECT_FALSE(log_of(reader).counts);
}

TEST(StoredLog, FoldsWhatTheWriterHasNotSettled) {
  const Played played{stories_in("no_show")};
  Reader reader{played.place()};
  const Wanted wanted{northwest, 2026, end_of(2026, 12, 31)};
  const auto before = gather_figures(log_of(reader), wanted, {}, support::sweden());
  SQLite::Database{played.place().file.string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE log SET settled = 0; UPDATE counts SET last = last - 1");
  std::vector<std::string> read;
  EXPECT_EQ(gather_figures(noting(log_of(reader), read), wanted, {}, support::sweden()), before);
  EXPECT_EQ(read.size(), 1U + played.stories());
}

}  // namespace
}  // namespace kallad::report::test::stored
