// The views' JSON forms: codec::write_compact(view), and the shapes by which a story's words find a
// field. Not the shapes themselves: view_codec.cpp makes them once.
#pragma once

#include "adapters/codec/shape.hpp"
#include "adapters/view/case_view.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<CaseView>();
template <>
const Shape& shape_of<MeetingView>();
template <>
const Shape& shape_of<SeatView>();
template <>
const Shape& shape_of<PartyView>();
template <>
const Shape& shape_of<ConsentView>();
template <>
const Shape& shape_of<PlanView>();
template <>
const Shape& shape_of<ActivityView>();
template <>
const Shape& shape_of<DischargeView>();
template <>
const Shape& shape_of<DeficiencyView>();
template <>
const Shape& shape_of<DueView>();
template <>
const Shape& shape_of<Wish>();

}  // namespace kallad::codec
