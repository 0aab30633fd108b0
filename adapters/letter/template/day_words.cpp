// What letters say otherwise than pages and papers.
// Not ICU: adapters/wording/days asks it.
#include "adapters/letter/template/day_words.hpp"

#include "adapters/wording/days/day_words.hpp"

namespace kallad::letter {

std::string day_words(Date day, Language language) {
  if (language == Language::english) return days::day_words(day, language);
  return days::by_pattern(LocalTime{std::chrono::local_days{day}}, u"EEEE 'den' d MMMM y",
                          language);
}

std::string time_words(Instant moment, const Zone& zone, Language language) {
  const char16_t* pattern = language == Language::swedish ? u"HH.mm" : u"HH:mm";
  return days::by_pattern(zone.to_local(moment), pattern, language) +
         days::which_of_two(moment, zone, language);
}

std::string deadline_words(Instant moment, const Zone& zone, Language language) {
  const Date day = zone.day_of(moment);
  const std::string words = day_words(day, language);
  if (moment == zone.end_of(day)) return words;
  return words + (language == Language::swedish ? " kl. " : " at ") +
         time_words(moment, zone, language);
}

}  // namespace kallad::letter
