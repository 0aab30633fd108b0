// The words of entry_words.hpp. Not a table of the house's wording: an entry has no rule ids.
// Rule kept: Swedish and English say the same.
#include "adapters/calendar/entry_words.hpp"

namespace kallad::calendar {

namespace {

struct EntryWords {
  std::string_view summary;
  std::string_view cancelled_summary;
  std::string_view called_off;
  std::string_view answer;
  std::string_view join;
  std::string_view feed;
};

const EntryWords& words_in(Language language) {
  static const EntryWords swedish = {"SIP-möte ",
                                     "Inställt: SIP-möte ",
                                     "Mötet är inställt.",
                                     "Svara eller utse en ersättare här: ",
                                     "Anslut till mötet här: ",
                                     "SIP-möten"};
  static const EntryWords english = {"SIP meeting ",
                                     "Cancelled: SIP meeting ",
                                     "The meeting is cancelled.",
                                     "Answer or name a substitute here: ",
                                     "Join the meeting here: ",
                                     "SIP meetings"};
  return language == Language::swedish ? swedish : english;
}

}  // namespace

std::string summary_of(const Entry& entry, bool cancelled) {
  const EntryWords& words = words_in(entry.language);
  return std::string(cancelled ? words.cancelled_summary : words.summary) + entry.case_number.text;
}

std::string description_of(const Entry& entry, bool cancelled) {
  const EntryWords& words = words_in(entry.language);
  std::string out = summary_of(entry, cancelled) + ".";
  if (cancelled) return out + "\n" + std::string(words.called_off);
  if (entry.answer_url) out += "\n" + std::string(words.answer) + *entry.answer_url;
  if (entry.meeting_url) out += "\n" + std::string(words.join) + *entry.meeting_url;
  return out;
}

std::string feed_name(Language language) { return std::string(words_in(language).feed); }

}  // namespace kallad::calendar
