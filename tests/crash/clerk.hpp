// A program of its own that works on a store until it is killed: a child process, because only the
// end of a process ends it in the middle of anything. Not a server: its clients are 64 threads.
// Rule kept (faults, row 1): what was acknowledged is written down before it counts.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <set>
#include <vector>

#include "tests/crash/promises.hpp"

namespace kallad::testing {

/// Where a clerk works.
struct Office {
  std::filesystem::path folder;
  std::filesystem::path store() const { return folder / "store.db"; }
  std::filesystem::path notes() const { return folder / "notes"; }      ///< what was acknowledged
  std::filesystem::path backups() const { return folder / "backups"; }  ///< must exist
};

/// What a clerk has noted, one write(2) each, so that the kernel has it when the process dies.
struct Notes {
  int opened = -1;  ///< the last round in which the store was opened
  std::vector<Promise> promises;
  std::set<OutboxKey> sent;  ///< letters handed over
  int overdue = 0;           ///< due rows fired
};

/// Starts a process in which 64 threads send commands named after `round`, while due rows fire,
/// letters leave, checkpoints run and backups are taken. Returns its id; the caller kills it.
/// The calling process must have no other threads and no open store.
pid_t start_clerk(const Office& office, int round, unsigned seed);

Notes read_notes(const Office& office);

/// The command a clerk's thread sends as number `number` in a round.
Submission clerk_command(int round, int thread, int number, unsigned seed);

/// What `name` says of the number of a command, e.g. "r3-t12-7".
struct CommandName {
  int round = 0;
  int thread = 0;
  int number = 0;
};
CommandName command_name(const std::string& name);

}  // namespace kallad::testing
