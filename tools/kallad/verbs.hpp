// The verbs of the program as functions: what each is told, and the exit code it gives.
// Not the command line: main.cpp reads that. Each verb is thin wiring in a file of its own.
// Rule kept: 0 it went well, 1 the answer is no, 2 wrong usage or input, 3 an accident; what an
// exception says is printed by main.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/config/settings.hpp"
#include "adapters/gone/gone_file.hpp"

namespace kallad::program {

inline constexpr int good = 0;
inline constexpr int answer_is_no = 1;
inline constexpr int wrong_input = 2;
inline constexpr int accident = 3;

struct ProcessOptions {
  std::string machine;
  std::string format = "table";
};
/// Prints a machine's table.
int run_process(const ProcessOptions& options);

struct SceneOptions {
  std::vector<std::filesystem::path> files;
  std::filesystem::path data;  ///< empty: each in a store of its own that is not kept
  bool examples = false;       ///< what they make is marked as invented, and can be removed
};
/// Plays stories.
int run_scene(const SceneOptions& options);

/// The file of disposals: beside the backups, or where there are none in the data folder.
GoneFile gone_file_of(const Settings& said);

struct SubmitOptions {
  std::filesystem::path data;
  std::filesystem::path config;  ///< settings: where the backups lie, and disposals beside them
  std::filesystem::path file;    ///< "-" is standard input
  std::string case_id;
  bool to_register = false;
};
/// Says commands, one JSON object a line, and prints what became of each.
int run_submit(const SubmitOptions& options);

struct ShowOptions {
  std::filesystem::path data;
  std::string at;  ///< Swedish time "2026-12-30 16:00"; empty: now
  std::string case_id;
  bool json = false;
};
/// Prints one case, the person included.
int run_show(const ShowOptions& options);

struct OverviewOptions {
  std::filesystem::path data;
  std::string at;  ///< as in ShowOptions
  bool json = false;
};
/// Prints what a coordinator would want to know of all cases, without any person.
int run_overview(const OverviewOptions& options);

struct InviteOptions {
  std::filesystem::path config;              ///< as ServeOptions
  std::map<std::string, std::string> flags;  ///< as ServeOptions
  std::string user;
  std::string name;
  std::string unit;
  std::vector<std::string> positions;
  bool is_example = false;  ///< the account goes when the examples are removed
};
/// Makes an account with a one-time link, and prints the link.
int run_invite(const InviteOptions& options);

struct ServeOptions {
  std::filesystem::path config;              ///< TOML file; empty: none
  std::map<std::string, std::string> flags;  ///< settings said on the command line, by their key
};
/// Serves the API until SIGTERM or SIGINT.
int run_serve(const ServeOptions& options);
/// Prints the settings that would hold, or all that is wrong with them.
int run_config_check(const ServeOptions& options);

/// Reads the whole log and says where it is damaged.
int run_verify(const std::filesystem::path& data);
/// Makes lists and due rows anew from the log.
int run_rebuild(const std::filesystem::path& data);
/// Brings a store that an older program wrote to this program's version.
int run_migrate(const std::filesystem::path& data);

/// Makes a pair of keys for sealed backups: `to` and `to`.pub.
int run_keys_make(const std::filesystem::path& to);

struct BackupOptions {
  std::filesystem::path data;
  std::filesystem::path to;
  std::filesystem::path seal_to;  ///< file with the public key; empty: the store alone, unsealed
};
/// Copies the store, or seals all databases of the folder, also while another process writes.
int run_backup(const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path from;
  std::filesystem::path key;  ///< file with the private key, for a sealed backup
  std::filesystem::path data;
  std::filesystem::path disposals;  ///< what was disposed of; empty: the file beside the backup
};
/// Makes a data folder out of a backup; overwrites nothing. Disposals after it are repeated.
int run_restore(const RestoreOptions& options);

}  // namespace kallad::program
