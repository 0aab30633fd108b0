// Sweden's public holidays by rule: the thirteen red days of today and the three eves kept as rest
// days. Not a list of closed days: what an office closes besides these is data, handed to a
// Calendar. Rule kept (domain.md, "Rulings: Dates"): Saturday, Sunday, public holiday,
// midsommarafton, julafton and nyårsafton are rest days. Today's rule is used for every year
// 1900-2100, also before it was law: 6 June is red from 2005, in place of annandag pingst (red up
// to and with 2004), and midsommardagen and alla helgons dag are Saturdays from 1953. A deadline of
// those years is of no interest here.
#pragma once

#include "engine/spine/instant.hpp"

namespace kallad {

/// Easter Sunday (påskdagen) of `year`, by the Gregorian calendar.
Date easter_sunday(std::chrono::year year);

/// Whether `day` is one of the thirteen named public holidays. An ordinary Sunday is not one of
/// them; påskdagen and pingstdagen are.
bool is_red_day(Date day);

/// Whether `day` is midsommarafton, julafton or nyårsafton.
bool is_eve(Date day);

/// Saturday or Sunday.
bool is_weekend(Date day);

/// Whether `day` is a Saturday, a Sunday, a red day or an eve: a day on which no one is expected to
/// act, and on which a statutory last day for an act does not fall.
bool is_rest_day(Date day);
/// The same, for those who count days.
bool is_rest_day(std::chrono::sys_days day);

}  // namespace kallad
