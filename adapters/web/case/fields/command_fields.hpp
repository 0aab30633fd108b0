// The fields of a command's form, read off the codec's own table of the command, and the JSON that
// is said with them. Not one form per command: a new command or field has its form by itself, and
// what lacks a label fails a test. Rules kept: ids are chosen and never typed; a part of a form
// that is left empty is left out.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/codec/shape.hpp"
#include "adapters/view/case_view.hpp"
#include "adapters/web/frame/form.hpp"
#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

/// What the ids of a form can stand for: the case as its reader sees it, and the register.
struct CommandGround {
  const CaseView* shown = nullptr;  ///< null where the command opens a case
  const Register& known;
  const Caller& caller;
  const Calendar& calendar;
  Language language = Language::swedish;
  std::optional<Date> today = {};
};

/// How a field is shown.
enum class Control { text, lines, area, number, day, moment, select, checks, check };

/// One field. `path` has the names of the command's members with dots, and numbers for places in a
/// list: "consent.given_by.0.name"; `name` is the same with hyphens.
struct CommandField {
  std::string path;
  std::string name;
  Control control = Control::text;
  const codec::Shape* leaf = nullptr;
  bool required = false;
  std::vector<Choice> choices;
  std::string preset;  ///< what stands there at first
  std::string fixed;   ///< what it always is: not shown
};

/// Fields that belong together, "Vårdcentralen" for the mark of one party's attendance; `about` is
/// empty for the command's own.
struct CommandGroup {
  std::string about;
  std::vector<CommandField> fields;
};

/// The shape of that command; null where there is none.
const codec::Shape* shape_of_command(std::string_view command);

/// The form of the command of that shape.
std::vector<CommandGroup> fields_of(const codec::Shape& command, const CommandGround& ground);

/// What was sent, as the command's data. Moments are read as the clock on the wall shows them.
nlohmann::json data_of(const std::vector<CommandGroup>& groups, const Form& form,
                       const Calendar& calendar);

}  // namespace kallad::web
