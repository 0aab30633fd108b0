// What stands on a page and is not read, marked as such: rules, frames, the foot, repeated headers.
// Not a change of what is seen. Rule kept (ISO 14289-1, 7.1): all content is either marked or an
// artifact.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

namespace kallad::paper {

/// Marks as artifacts what a page's content draws outside of marks; returns how many marks there
/// are.
int mark_artifacts(QPDFObjectHandle page);

}  // namespace kallad::paper
