// `kallad verify`, `rebuild`, `backup`, `restore`: keeping a store whole. Thin wiring.
// Not repair: a damaged log is told of, never mended.
#include <iostream>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

void tell(const VerifyReport& report) {
  std::cout << report.events << " händelser i " << report.streams << " strömmar, summa "
            << hex(report.root) << '\n';
}

}  // namespace

int run_verify(const std::filesystem::path& data) {
  const VerifyReport report = verify(place_in(data));
  tell(report);
  for (const Damage& damage : report.damages) std::cout << "SKADA: " << text_of(damage) << '\n';
  if (report.clean()) std::cout << "Loggen är orörd.\n";
  return report.clean() ? good : answer_is_no;
}

int run_rebuild(const std::filesystem::path& data) {
  SqliteStore store{place_in(data), Access::write};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  const RebuildReport report = rebuild(store, brain);
  std::cout << report.streams << " strömmar lästa, " << report.events << " händelser, "
            << report.due << " förfallorader gjorda om\n";
  return good;
}

int run_backup(const std::filesystem::path& data, const std::filesystem::path& to) {
  tell(backup(place_in(data), to));
  std::cout << "Kopian " << to.string() << " är kontrollerad.\n";
  return good;
}

int run_restore(const std::filesystem::path& from, const std::filesystem::path& data) {
  std::filesystem::create_directories(data);
  tell(restore(from, place_in(data)));
  std::cout << "Lagret i " << data.string() << " är återställt och kontrollerat.\n";
  return good;
}

}  // namespace kallad::program
