// `kallad verify`, `rebuild`, `migrate`, `backup`, `restore`, `keys make`: keeping a store whole.
// Thin wiring.
// Not repair: a damaged log is told of, never mended.
#include <iostream>

#include "adapters/backup/data_backup.hpp"
#include "adapters/desk/rebuild.hpp"
#include "adapters/gone/repeat.hpp"
#include "adapters/report/kept/check.hpp"
#include "adapters/sign_in/sessions.hpp"
#include "adapters/store/seal/sealed_file.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/migrate.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/look/reading_brain.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

void tell(const VerifyReport& report) {
  std::cout << report.events << " händelser i " << report.streams << " strömmar, summa "
            << hex(report.root) << '\n';
}

void tell(const DataReport& report) {
  tell(report.log);
  std::cout << "Filer:";
  for (const std::string& file : report.files) std::cout << ' ' << file;
  std::cout << '\n';
}

std::string first_difference(const StorePlace& place) {
  const auto damages = compare_projections(place, *reading_brain(place), 1);
  return damages.empty() ? "" : text_of(damages.front());
}

/// Sessions and programs' tokens of that night are not let in again: some were ended since.
void sign_everybody_out(const std::filesystem::path& people) {
  if (!std::filesystem::exists(people)) return;
  PeopleFile file{people};
  Sessions::end_everybodys(file);
  std::cout << "Alla är utloggade, och programs åtkomstnycklar gäller inte längre.\n";
}

void tell(const char* what, const std::vector<GoneCase>& cases) {
  if (cases.empty()) return;
  std::cout << "  " << what << ":\n";
  for (const GoneCase& one : cases) {
    std::cout << "    " << one.of_case.text << ", " << one.principal.text << ", "
              << iso(one.at).substr(0, 10) << '\n';
  }
}

/// Disposals that were decided after the backup was made do not come back with it.
void repeat_gone(const RestoreOptions& options) {
  const auto beside = std::filesystem::absolute(options.from).parent_path() / gone_file_name;
  const GoneFile file{options.disposals.empty() ? beside : options.disposals};
  const GoneCases known = file.read();
  if (!known.is_there) {
    std::cout << "Filen " << file.path().string()
              << " finns inte: gallringar efter kopian är inte upprepade. Se /disposal.\n";
    return;
  }
  if (!known.cases.empty()) migrate(place_in(options.data));
  const Repeated all = repeat_disposals(place_in(options.data), file, Calendar{stockholm()});
  std::cout << all.done.size() << " gallringar efter kopian är upprepade enligt "
            << file.path().string() << ".\n";
  tell("Upprepade", all.done);
  tell("Inte upprepade, reglerna medger det inte i den här kopian", all.refused);
  tell("Inte upprepade, ärendet finns inte i kopian", all.unknown);
  if (all.unreadable > 0) std::cout << "  Rader som inte går att läsa: " << all.unreadable << '\n';
}

/// Published reports lie beside the log (docs/decisions/0014); says whether all are whole.
bool verify_reports(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return true;
  bool whole = true;
  for (const report::CheckedReport& one : report::check_reports(file)) {
    const bool is_year = one.head.kind == report::ReportKind::deficiencies;
    std::cout << (one.damage.empty() ? "" : "SKADA: ") << (is_year ? "rapport " : "nyckeltal ")
              << one.head.council.text << ' ' << one.head.year << ", version " << one.head.version
              << ", publicerad " << iso(one.head.published_at) << " av " << one.account
              << (one.damage.empty() ? "" : ": " + one.damage) << '\n';
    whole = whole && one.damage.empty();
  }
  return whole;
}

}  // namespace

int run_verify(const std::filesystem::path& data) {
  const VerifyReport report = verify(place_in(data));
  tell(report);
  for (const Damage& damage : report.damages) std::cout << "SKADA: " << text_of(damage) << '\n';
  if (report.clean()) std::cout << "Loggen är orörd.\n";
  const bool whole = verify_reports(data / "reports.sqlite");
  return report.clean() && whole ? good : answer_is_no;
}

int run_rebuild(const std::filesystem::path& data) {
  SqliteStore store{place_in(data), Access::write};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  const RebuildReport report = rebuild(store, brain);
  std::cout << report.streams << " strömmar lästa, " << report.events << " händelser, "
            << report.due << " förfallorader gjorda om\n";
  return good;
}

int run_migrate(const std::filesystem::path& data) {
  const auto done = migrate(place_in(data));
  if (done) {
    std::cout << "Lagret i " << data.string() << " har gått från version " << done->from
              << " till version " << done->to << " och är kontrollerat.\n";
  } else {
    std::cout << "Lagret har redan programmets version.\n";
  }
  return good;
}

int run_keys_make(const std::filesystem::path& to) {
  const PublicSealKey key = make_seal_keys(to);
  std::cout << "Nyckelparet " << shown_mark(key) << " är gjort.\n"
            << "  Privat, för att återställa: " << to.string()
            << " (flytta den från servern och ha en kopia till)\n"
            << "  Öppen, för att säkerhetskopiera: " << public_file_of(to).string() << '\n';
  return good;
}

int run_backup(const BackupOptions& options) {
  if (options.seal_to.empty()) {
    tell(backup(place_in(options.data), options.to));
    std::cout << "Kopian " << options.to.string()
              << " är kontrollerad. Den är läsbar för den som har filen; bara lagret är med.\n";
    return good;
  }
  const PublicSealKey key = read_public_seal_key(options.seal_to);
  const DataReport report = back_up_data(options.data, options.to, key, reading_brain);
  tell(report);
  std::cout << "Kopian " << options.to.string() << " är förseglad till nyckeln " << shown_mark(key)
            << ", återställd på prov och kontrollerad.\n";
  return good;
}

int run_restore(const RestoreOptions& options) {
  if (is_sealed(options.from)) {
    if (options.key.empty()) {
      std::cerr << "kallad: kopian är förseglad; ange den privata nyckeln med --key\n";
      return wrong_input;
    }
    tell(restore_data(options.from, *read_private_seal_key(options.key), options.data,
                      reading_brain));
    sign_everybody_out(options.data / "people.sqlite");
  } else {
    std::filesystem::create_directories(options.data);
    tell(restore(options.from, place_in(options.data), first_difference));
  }
  repeat_gone(options);
  std::cout << "Lagret i " << options.data.string() << " är återställt och kontrollerat.\n";
  return good;
}

}  // namespace kallad::program
