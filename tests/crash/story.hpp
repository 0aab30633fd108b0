// A small workload with something of everything: events, batches, due rows that fire, letters that
// leave, list rows that wait, checkpoints and a log that starts over.
// Not random: each fault is tried at each point of the same story.
#pragma once

#include <vector>

#include "tests/crash/disk/disk.hpp"
#include "tests/crash/promises.hpp"

namespace kallad::testing {

/// An answer, and how far the disk was when it came.
struct Told {
  Submission submission;
  Outcome outcome;
  std::size_t changes = 0;
};

/// Tells the story to a store on this disk, until its end or until the store cannot be opened.
/// Every command is sent, also after others have failed.
std::vector<Told> tell_story(const StorePlace& place, const Disk& disk);

/// What clients may rely on when the disk has made this many changes.
std::vector<Promise> promised_by(const std::vector<Told>& told, std::size_t changes);

/// Sends all commands of the story again, as clients do that have not seen an answer, and returns
/// the answers.
std::vector<Told> send_again(const StorePlace& place, const std::vector<Told>& told);

/// The commands of the story.
std::vector<Submission> story_commands();

}  // namespace kallad::testing
