// The shapes of the views, made from their descriptions. Compiled once; see view_codec.hpp.
// Not their content: that is case_view.cpp.
#include "adapters/view/view_codec.hpp"

#include "adapters/codec/describe.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<CaseView>() {
  return shape<CaseView>;
}
template <>
const Shape& shape_of<MeetingView>() {
  return shape<MeetingView>;
}
template <>
const Shape& shape_of<SeatView>() {
  return shape<SeatView>;
}
template <>
const Shape& shape_of<PartyView>() {
  return shape<PartyView>;
}
template <>
const Shape& shape_of<ConsentView>() {
  return shape<ConsentView>;
}
template <>
const Shape& shape_of<PlanView>() {
  return shape<PlanView>;
}
template <>
const Shape& shape_of<ActivityView>() {
  return shape<ActivityView>;
}
template <>
const Shape& shape_of<DischargeView>() {
  return shape<DischargeView>;
}
template <>
const Shape& shape_of<DeficiencyView>() {
  return shape<DeficiencyView>;
}
template <>
const Shape& shape_of<DueView>() {
  return shape<DueView>;
}
template <>
const Shape& shape_of<Wish>() {
  return shape<Wish>;
}

}  // namespace kallad::codec
