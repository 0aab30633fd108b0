// The command line of the one program: verbs, options, help in Swedish, and exit codes.
// Not the verbs' work: each has a file of its own. CLI11 is seen here and nowhere else, since it is
// slow to compile. Rule kept: an exception is caught once, here at the edge.
#include <CLI/CLI.hpp>

#include <iostream>

#include "adapters/config/settings.hpp"
#include "adapters/desk/event_store.hpp"
#include "tools/kallad/exchange/fhir_verb.hpp"
#include "tools/kallad/import/import_verb.hpp"
#include "tools/kallad/paper/paper_verb.hpp"
#include "tools/kallad/report/report_verb.hpp"
#include "tools/kallad/texts/texts_verb.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

constexpr const char* exit_codes =
    "Slutkoder: 0 det gick bra, 1 svaret är nej, 2 fel användning eller indata, 3 olycka.";

/// Everything the command line can say; one object, so that options have somewhere to go.
struct Asked {
  ProcessOptions process;
  SceneOptions scene;
  SubmitOptions submit;
  ImportOptions import;
  ShowOptions show;
  OverviewOptions overview;
  PaperOptions paper;
  FhirOptions fhir;
  TextsOptions texts;
  ReportOptions report;
  ServeOptions serve;
  InviteOptions invite;
  std::string data;
  std::string key_file;
  BackupOptions backup;
  RestoreOptions restore;
};

CLI::App* verb(CLI::App& app, const std::string& name, const std::string& about,
               const std::string& more = {}) {
  CLI::App* sub = app.add_subcommand(name, about)->group("Verb");
  sub->set_help_flag("-h,--help", "Visa den här hjälpen")->group("Val");
  sub->footer(more + (more.empty() ? "" : "\n") + exit_codes);
  return sub;
}

template <class Target>
CLI::Option* option(CLI::App* sub, const std::string& name, Target& target,
                    const std::string& about) {
  return sub->add_option(name, target, about)->group("Val");
}

template <class Target>
CLI::Option* data_option(CLI::App* sub, Target& target) {
  return option(sub, "--data", target, "Mapp med lagret (kallad.db)")->type_name("MAPP");
}

void add_process(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "process", "Skriv ut en maskins tabell: lagen för processen");
  option(sub, "maskin", asked.process.machine, "case, seat eller deficiency")
      ->required()
      ->type_name("MASKIN")
      ->check(CLI::IsMember({"case", "seat", "deficiency"}));
  option(sub, "--format", asked.process.format, "table, matrix, mermaid eller json")
      ->type_name("FORM")
      ->check(CLI::IsMember({"table", "matrix", "mermaid", "json"}));
}

void add_scene(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "scene", "Spela berättelser (docs/scenes.md) på en virtuell klocka",
                   "Utan --data spelas varje fil i ett eget lager som sedan tas bort.");
  option(sub, "fil", asked.scene.files, "Berättelser, *.scene")->required()->type_name("FIL");
  data_option(sub, asked.scene.data);
  sub->add_flag("--example", asked.scene.examples,
                "Märk det som spelas som exempel, så att det kan tas bort på /admin/demo");
}

void add_submit(CLI::App& app, Asked& asked) {
  auto* sub =
      verb(app, "submit", "Lämna kommandon som JSON och få svaren som JSON",
           "Ett objekt per rad: {\"actor\": {\"role\", \"unit\", \"name\"}, \"command_id\": \"…\", "
           "\"expected_version\": N (får utelämnas), \"case\": \"…\" (eller --case), "
           "\"command\": {\"type\", \"data\"}}. Scheman: schemas/commands.");
  data_option(sub, asked.submit.data)->required();
  auto* of_case = option(sub, "--case", asked.submit.case_id, "Ärendet som raderna gäller");
  of_case->type_name("ÄRENDE");
  sub->add_flag("--register", asked.submit.to_register, "Raderna gäller registret")
      ->group("Val")
      ->excludes(of_case);
  option(sub, "--config", asked.submit.config, "Inställningar i en fil, TOML")->type_name("FIL");
  option(sub, "fil", asked.submit.file, "Fil med kommandon; - är standard in")
      ->required()
      ->type_name("FIL");
}

void add_import(CLI::App& app, Asked& asked) {
  auto* sub =
      verb(app, "import", "Läs in register eller ärenden från tabeller (docs/import.md)",
           "CSV, .xlsx och .ods. Alla rader sparas eller ingen; ett ärende helt eller inte alls.");
  data_option(sub, asked.import.data)->required();
  option(sub, "fil", asked.import.files, "Registrets tabeller, eller ärenden med parter och plan")
      ->required()
      ->type_name("FIL");
  sub->add_flag("--dry-run", asked.import.dry_run, "Visa vad som skulle hända; spara inget")
      ->group("Val");
  sub->add_flag("--skip-refused", asked.import.skip_refused, "Spara resten när rader nekas")
      ->group("Val");
  option(sub, "--encoding", asked.import.encoding,
         "utf-8 eller windows-1252; annars syns det på filen")
      ->type_name("FORM")
      ->check(CLI::IsMember({"utf-8", "windows-1252"}));
  option(sub, "--by", asked.import.by, "Vem som läser in; skrivs i loggen")->type_name("NAMN");
  sub->add_flag("--json", asked.import.json, "Som JSON")->group("Val");
}

void at_option(CLI::App* sub, std::string& target) {
  option(sub, "--at", target, "Som om klockan vore så mycket, \"ÅÅÅÅ-MM-DD TT:MM\" svensk tid")
      ->type_name("TID");
}

void add_show(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "show", "Visa ett ärende, med den enskildes namn");
  option(sub, "ärende", asked.show.case_id, "Ärendets nummer")->required()->type_name("ÄRENDE");
  data_option(sub, asked.show.data)->required();
  at_option(sub, asked.show.at);
  sub->add_flag("--json", asked.show.json, "Som JSON")->group("Val");
}

void add_overview(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "overview", "Visa alla ärenden, utan personuppgifter",
                   "Steg, platser med tider, vad som förfaller härnäst och brister i samverkan.");
  data_option(sub, asked.overview.data)->required();
  at_option(sub, asked.overview.at);
  sub->add_flag("--json", asked.overview.json, "Som JSON, ett ärende per rad")->group("Val");
}

void add_report(CLI::App& app, Asked& asked) {
  ReportOptions& to = asked.report;
  auto* sub = verb(app, "report", "Årets brister i samverkan, eller nyckeltal, för ett samråd",
                   "Samma logg till och med samma tid ger samma rapport. Små antal skyddas.");
  data_option(sub, to.data);
  option(sub, "--council", to.council, "Samrådets id")->type_name("SAMRÅD");
  option(sub, "--year", to.year, "Året bristerna registrerades")->type_name("ÅR");
  sub->add_flag("--figures", to.figures, "Överenskommelsens uppföljning och nyckeltal")
      ->group("Val");
  sub->add_flag("--by-sex", to.by_sex, "Nyckeltal också efter kön")->group("Val");
  option(sub, "--frozen-at", to.frozen_at, "Loggen räknas till och med \"ÅÅÅÅ-MM-DD TT:MM\"")
      ->type_name("TID");
  option(sub, "--version", to.version, "Rapportens version")->type_name("N");
  option(sub, "--threshold", to.threshold, "Antal från 1 och under N skyddas (lokal standard)")
      ->type_name("N")
      ->check(CLI::Range(3, 100));
  option(sub, "--words", to.words, "Samrådets egna texter, JSON")->type_name("FIL");
  option(sub, "--earlier", to.earlier, "Tidigare publicerade rapporter, JSON")->type_name("FIL");
  option(sub, "--history", to.history, "Visa ett historiskt år ur en fil")->type_name("FIL");
  option(sub, "--format", to.format, "json, csv, xlsx, html, pdf, svg eller dictionary")
      ->type_name("FORM")
      ->check(CLI::IsMember({"json", "csv", "xlsx", "html", "pdf", "svg", "dictionary"}));
  option(sub, "--language", to.language, "sv eller en")
      ->type_name("SPRÅK")
      ->check(CLI::IsMember({"sv", "en"}));
  option(sub, "--out", to.out, "Filen som skrivs")->type_name("FIL");
}

void add_paper(CLI::App& app, Asked& asked) {
  PaperOptions& to = asked.paper;
  auto* sub = verb(app, "paper", "Skriv ut en blankett, tom eller för ett ärende, som PDF",
                   "kallad paper list visar vilka papper som finns.");
  option(sub, "papper", to.name, "Papperets namn, eller list")->required()->type_name("PAPPER");
  option(sub, "--language", to.language, "sv eller en")
      ->type_name("SPRÅK")
      ->check(CLI::IsMember({"sv", "en"}));
  sub->add_flag("--large", to.large, "Stor stil, 18 punkter")->group("Val");
  sub->add_flag("--html", to.html, "HTML i stället för PDF")->group("Val");
  option(sub, "-o,--out", to.to, "Filen som skrivs; - är standard ut")->type_name("FIL");
  auto* data = data_option(sub, to.data);
  option(sub, "--case", to.case_id, "Ärendets nummer")->type_name("ÄRENDE");
  sub->add_flag("--empty", to.empty, "En tom blankett att skriva på; så är det också utan --data")
      ->group("Val")
      ->excludes(data);
  option(sub, "--party", to.party, "Vems kallelse")->type_name("PART");
  option(sub, "--number", to.number, "Vilken brist")->type_name("NUMMER");
  option(sub, "--link", to.link, "Svarslänken i en kallelse")->type_name("ADRESS");
  at_option(sub, to.at);
}

void add_fhir(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "fhir", "Skriv ut ett ärende som FHIR R4 (docs/fhir.md), som JSON",
                   "Hela ärendet, med personuppgifter, på standard ut.");
  option(sub, "ärende", asked.fhir.case_id, "Ärendets nummer")->required()->type_name("ÄRENDE");
  data_option(sub, asked.fhir.data)->required();
}

void add_texts(CLI::App& app, Asked& asked) {
  TextsOptions& to = asked.texts;
  auto* sub = verb(app, "texts", "Kontrollera ett samråds egna brevtexter, och visa ett brev",
                   "Brevet visas med påhittade uppgifter.");
  option(sub, "--folder", to.folder, "Mappen med texter, som mail.texts_folder")->type_name("MAPP");
  option(sub, "--council", to.council, "Vilket samråds")->type_name("SAMRÅD");
  option(sub, "--kind", to.kind, "Brevet att visa")->type_name("BREV");
  option(sub, "--language", to.language, "sv eller en")
      ->type_name("SPRÅK")
      ->check(CLI::IsMember({"sv", "en"}));
}

/// Each setting has a flag; what is said lands under the setting's key.
template <class Options>
void add_settings(CLI::App* sub, Options& options) {
  option(sub, "--config", options.config, "Inställningar i en fil, TOML")->type_name("FIL");
  for (const Setting& setting : all_settings()) {
    sub->add_option_function<std::string>(
           flag_of(setting),
           [&options, key = std::string{setting.key}](const std::string& value) {
             options.flags[key] = value;
           },
           std::string{setting.about})
        ->group("Inställningar")
        ->type_name("VÄRDE");
  }
}

void add_serve(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "serve", "Svara på HTTP tills programmet ombeds sluta (SIGTERM)",
                   "Kommandoraden går före miljön (KALLAD_…), som går före filen.");
  add_settings(sub, asked.serve);
}

void add_invite(CLI::App& app, Asked& asked) {
  InviteOptions& to = asked.invite;
  auto* sub = verb(app, "invite", "Bjud in någon: ett konto med en engångslänk",
                   "Länken gäller i 72 timmar. Enheten ska finnas i registret.");
  option(sub, "--user", to.user, "Användarnamn")->type_name("NAMN")->required();
  option(sub, "--name", to.name, "Personens namn")->type_name("NAMN")->required();
  option(sub, "--unit", to.unit, "Enhetens id")->type_name("ENHET");
  option(sub, "--position", to.positions,
         "Uppgift, kan anges flera gånger: coordinator, attendee, unit_head, council_secretary, "
         "report_reader, auditor, administrator")
      ->type_name("UPPGIFT")
      ->required();
  sub->add_flag("--example", to.is_example, "Kontot stängs när exemplen tas bort");
  add_settings(sub, to);
}

void add_config(CLI::App& app, Asked& asked) {
  auto* sub = verb(app, "config", "Kontrollera inställningar utan att starta något");
  sub->require_subcommand(1);
  auto* check = verb(*sub, "check", "Skriv ut vad som skulle gälla, eller allt som är fel",
                     "Kommandoraden går före miljön (KALLAD_…), som går före filen.");
  add_settings(check, asked.serve);
}

void add_store_verbs(CLI::App& app, Asked& asked) {
  data_option(verb(app, "verify", "Kontrollera att loggen är orörd; säger var den inte är det"),
              asked.data)
      ->required();
  data_option(verb(app, "rebuild", "Gör om listor och förfallorader från loggen"), asked.data)
      ->required();
  data_option(verb(app, "migrate", "Gör ett äldre programs lager till det här programmets",
                   "Provas på en kopia först; docs/backup.md."),
              asked.data)
      ->required();
}

void add_backup_verbs(CLI::App& app, Asked& asked) {
  auto* keys = verb(app, "keys", "Nycklar för förseglade kopior");
  keys->require_subcommand(1);
  auto* make = verb(*keys, "make", "Gör ett nyckelpar: FIL (privat) och FIL.pub (öppen)");
  option(make, "--to", asked.key_file, "Den privata nyckelns fil")->required()->type_name("FIL");
  auto* backup = verb(app, "backup", "Kopiera lagret, även medan ett annat program skriver",
                      "Med --seal-to kopieras alla databaser i mappen till en förseglad fil som "
                      "återställs på prov; docs/backup.md.");
  data_option(backup, asked.backup.data)->required();
  option(backup, "--to", asked.backup.to, "Kopians namn; får inte finnas")
      ->required()
      ->type_name("FIL");
  option(backup, "--seal-to", asked.backup.seal_to, "Den öppna nyckelns fil")->type_name("FIL");
  auto* restore = verb(app, "restore", "Gör ett lager av en kopia; skriver inte över något");
  option(restore, "--from", asked.restore.from, "Kopian")->required()->type_name("FIL");
  option(restore, "--key", asked.restore.key, "Den privata nyckelns fil, för en förseglad kopia")
      ->type_name("FIL");
  option(restore, "--disposals", asked.restore.disposals,
         "Filen med gallringar som ska upprepas; annars den som ligger bredvid kopian")
      ->type_name("FIL");
  data_option(restore, asked.restore.data)->required();
}

int run(const CLI::App& app, const Asked& asked) {
  if (app.got_subcommand("process")) return run_process(asked.process);
  if (app.got_subcommand("scene")) return run_scene(asked.scene);
  if (app.got_subcommand("submit")) return run_submit(asked.submit);
  if (app.got_subcommand("import")) return run_import(asked.import);
  if (app.got_subcommand("show")) return run_show(asked.show);
  if (app.got_subcommand("overview")) return run_overview(asked.overview);
  if (app.got_subcommand("paper")) return run_paper(asked.paper);
  if (app.got_subcommand("fhir")) return run_fhir(asked.fhir);
  if (app.got_subcommand("texts")) return run_texts(asked.texts);
  if (app.got_subcommand("serve")) return run_serve(asked.serve);
  if (app.got_subcommand("invite")) return run_invite(asked.invite);
  if (app.got_subcommand("config")) return run_config_check(asked.serve);
  if (app.got_subcommand("verify")) return run_verify(asked.data);
  if (app.got_subcommand("rebuild")) return run_rebuild(asked.data);
  if (app.got_subcommand("report")) return run_report(asked.report);
  if (app.got_subcommand("migrate")) return run_migrate(asked.data);
  if (app.got_subcommand("keys")) return run_keys_make(asked.key_file);
  if (app.got_subcommand("backup")) return run_backup(asked.backup);
  return run_restore(asked.restore);
}

/// What the library says in English, said in Swedish where it is a usual mistake.
std::string in_swedish(const CLI::ParseError& error) {
  const std::string kind = error.get_name();
  const bool is_verb = std::string_view{error.what()}.find("subcommand") != std::string_view::npos;
  if (is_verb) return "det första ordet måste vara ett verb som finns";
  if (kind == "RequiredError") return "något som måste anges saknas";
  if (kind == "ExtrasError") return "det finns ord på kommandoraden som inte hör hit";
  if (kind == "ExcludesError") return "två val går inte att förena";
  if (kind == "ValidationError") return "ett värde är inte något av dem som går att välja";
  if (kind == "ArgumentMismatch") return "ett val saknar sitt värde eller är angivet flera gånger";
  return "kommandoraden går inte att förstå";
}

/// Help is no mistake; anything else is, and is told with the way to the help.
int end_of(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  std::cerr << "kallad: " << in_swedish(error) << " (" << error.what() << ")\n"
            << "Se kallad --help eller kallad VERB --help.\n";
  return wrong_input;
}

/// What may be done about it decides the code: a store that is missing or in the way is wrong
/// input.
int code_of(StoreFault fault) {
  using enum StoreFault;
  const bool input = fault == missing || fault == exists || fault == foreign || fault == newer ||
                     fault == outdated;
  return input ? wrong_input : accident;
}

void add_all(CLI::App& app, Asked& asked) {
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Visa den här hjälpen")->group("Val");
  app.get_formatter()->label("Usage", "Användning");
  app.get_formatter()->label("OPTIONS", "VAL");
  app.get_formatter()->label("Positionals", "Anges i ordning");
  app.get_formatter()->label("Excludes", "inte tillsammans med");
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.get_formatter()->label("REQUIRED", "måste anges");
  app.footer(std::string{"kallad VERB --help berättar om ett verb.\n"} + exit_codes);
  for (const auto add : {add_process, add_scene, add_submit, add_import, add_show, add_overview,
                         add_paper, add_fhir, add_texts, add_report, add_serve, add_invite,
                         add_config, add_store_verbs, add_backup_verbs}) {
    add(app, asked);
  }
}

/// Reads the command line and runs the verb; gives the exit code.
int answer(int argc, char** argv) {
  CLI::App app{"Kallad: SIP-möten, från kallelse till avslut"};
  Asked asked;
  add_all(app, asked);
  try {
    app.parse(argc, argv);
    return run(app, asked);
  } catch (const CLI::ParseError& error) {
    return end_of(app, error);
  } catch (const StoreError& error) {
    std::cerr << "kallad: " << error.what() << '\n';
    return code_of(error.fault());
  } catch (const std::exception& error) {
    std::cerr << "kallad: " << error.what() << '\n';
    return accident;
  }
}

}  // namespace

}  // namespace kallad::program

int main(int argc, char** argv) { return kallad::program::answer(argc, argv); }
