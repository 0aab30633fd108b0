// A command's fields as its form shows them: what stands in each, what is wrong with it, which come
// first, and which are folded away because most leave them empty.
// Not which fields there are: command_fields.hpp. Rule kept: a field that must be filled in and is
// empty, or is wrong, or says something of its own, is never hidden.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/web/case/fields/command_fields.hpp"

namespace kallad::web {

struct FormChoiceView {
  std::string value;
  std::string text;
  std::string id;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(FormChoiceView, (), (value, text, id, chosen))

struct FormFieldView {
  std::string name;
  std::string label;
  std::string hint;
  std::string value;
  std::string error;
  std::string described_by;
  std::string type;
  std::string most;  ///< the last day: a year of four digits, so that the month follows
  bool one_line = false;
  bool area = false;
  bool select = false;
  bool check = false;
  bool checks = false;
  bool folds = false;  ///< many boxes that are seldom ticked
  bool opens = false;
  bool required = false;
  std::vector<FormChoiceView> choices;
};
BOOST_DESCRIBE_STRUCT(FormFieldView, (),
                      (name, label, hint, value, error, described_by, type, most, one_line, area,
                       select, check, checks, folds, opens, required, choices))

/// Fields about one thing, "Vårdcentralen"; the command's own where `about` is empty.
struct FormGroupView {
  std::string about;
  std::vector<FormFieldView> fields;
};
BOOST_DESCRIBE_STRUCT(FormGroupView, (), (about, fields))

/// A part of the form, one after the other; folded away under `fold` where that is there.
struct FormPartView {
  std::string fold;
  bool opens = false;
  std::vector<FormGroupView> groups;
};
BOOST_DESCRIBE_STRUCT(FormPartView, (), (fold, opens, groups))

/// What is wrong with fields, by their names.
using Wrong = std::map<std::string, std::string>;

/// The form of the command with what stands in it.
std::vector<FormPartView> parts_of(const std::vector<CommandGroup>& groups, const Form& form,
                                   const Wrong& wrong, std::string_view command, Language language);

}  // namespace kallad::web
