// What the benchmarks do: cases that live for ten events, with due rows, letters and a list row.
// Here with a brain of its own that does what the engine's does in kind and size; to measure
// another brain, make another Workload in workload.cpp. Nothing else in this folder knows what a
// command is.
#pragma once

#include <memory>
#include <vector>

#include "adapters/desk/desk.hpp"

namespace kallad::bench {

/// A brain and the commands it understands. The same seed gives the same commands.
class Workload {
 public:
  virtual ~Workload() = default;
  virtual Brain& brain() = 0;
  /// The next command: of one of `open_cases` running cases; a case that has had its ten is
  /// followed by a new one.
  virtual Submission next() = 0;
  /// A first command of a new case that makes `rows` due rows.
  virtual Submission with_due(int rows) = 0;
};

std::unique_ptr<Workload> make_workload(unsigned seed, std::size_t open_cases);

}  // namespace kallad::bench
