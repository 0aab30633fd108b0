// When a huvudman's copy of a case may go, and when it must have gone.
// Not a decision: a human makes that (disposal_decide.hpp). Rules kept (domain 6): health care at
// least ten years after the last entry; social services five years, and gone by the end of the next
// calendar year; what is kept for research stays.
#pragma once

#include <optional>

#include "engine/consent/person.hpp"
#include "engine/register/register.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::disposal {

/// Whether a research sample takes the person in.
enum class InSample {
  no,
  yes,
  unknown,  ///< the sample goes by the day of birth, and no number tells it
};
BOOST_DESCRIBE_ENUM(InSample, no, yes, unknown)

/// The clock of one copy; local days.
struct Term {
  RetentionLaw law = RetentionLaw::health_care;
  Date last_entry;
  Date from;               ///< the first day on which it may go
  std::optional<Date> by;  ///< the last day on which it may still be there
  InSample research = InSample::no;
};

/// The years that a law keeps a copy after its last entry.
int years_of(RetentionLaw law);

/// The first day on which a copy with that last entry may go: the day after the years have passed.
Date first_day(RetentionLaw law, Date last_entry);

/// The term of the principal's copy.
Term term_of(const Register& known, const PrincipalId& principal, const Person& person,
             Date last_entry);

}  // namespace kallad::disposal
