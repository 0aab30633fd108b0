// Boxes with labels: filled in, or empty to write in by hand.
// Not fields of an interactive form: the paper is written on with a pen.
#pragma once

#include "adapters/paper/model/document.hpp"
#include "adapters/paper/sheet/sheet.hpp"

namespace kallad::paper {

/// How high the boxes are when what they hold is short.
double least_height(const Fields& fields, const PageLook& look);

/// Sets the boxes side by side, or under each other in large print.
void set_fields(Sheet& sheet, const Fields& fields);

}  // namespace kallad::paper
