// What an identity number tells that a count may be grouped by: age and sex. Nothing else of the
// person is looked at, and neither leaves this room but as a count.
// Rules kept (domain 6): a number that does not check out tells nothing, nor does that of a person
// with protected identity; nothing is guessed.
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "engine/consent/person.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::count {

/// Whole years of age on the day that is counted.
enum class AgeGroup { age_0_6, age_7_12, age_13_17, age_18_29, age_30_64, age_65_up, unknown };
BOOST_DESCRIBE_ENUM(AgeGroup, age_0_6, age_7_12, age_13_17, age_18_29, age_30_64, age_65_up,
                    unknown)

/// Sex as the identity number has it (odd last digit but one: man).
enum class Sex { woman, man, unknown };
BOOST_DESCRIBE_ENUM(Sex, woman, man, unknown)

/// The day of birth that a verified number tells; of a number without century the latest one that
/// is not after `day`, and a hundred years before that where the sign is +. Nothing of another
/// number, of a protected person, or of one born after `day`.
std::optional<Date> born_on(const Person& person, Date day);

/// The age group on the local day `day`.
AgeGroup age_group(const Person& person, Date day);

/// The sex the number tells.
Sex sex_of(const Person& person);

}  // namespace kallad::count
