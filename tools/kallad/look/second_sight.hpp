// The eyes by which the desk judges due rows ahead: a reading connection and a brain of their own.
// Not the desk's brain: nothing is stored by what this one decides.
#pragma once

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/forerunner.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"

namespace kallad::program {

/// Outlives the desk that has its eyes.
class SecondSight {
 public:
  /// Of a store that is written in this process; it outlives this.
  explicit SecondSight(const SqliteStore& store)
      : reader_(store.place(), &store.tail()),
        brain_({streams_of(reader_),
                [](std::string_view) -> std::vector<std::string> {
                  return {};  // asked for only where a case is opened
                }},
               Calendar{stockholm()}) {}

  Foresight eyes() {
    return {[this](std::string_view stream, const TakeStored& take) {
              StreamHead head;
              reader_.read_on(stream, head, take);
              return head;
            },
            brain_};
  }

 private:
  Reader reader_;
  EngineBrain brain_;
};

}  // namespace kallad::program
