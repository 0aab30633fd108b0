// Grouping by addresses and language; a group of one stays as it is.
// Not sorting: what was wished first stands first.
#include "adapters/letter/digest.hpp"

#include <algorithm>

#include "adapters/letter/compose.hpp"
#include "adapters/letter/template/render.hpp"

namespace kallad::letter {

namespace {

std::vector<std::string> addresses_of(const Letter& letter) {
  std::vector<std::string> all;
  for (const Recipient& one : letter.recipients) all.push_back(one.address);
  std::ranges::sort(all);
  return all;
}

bool fit(const Letter& first, const Letter& other) {
  return can_wait_together(first.wish.kind) && can_wait_together(other.wish.kind) &&
         first.language == other.language && addresses_of(first) == addresses_of(other) &&
         std::ranges::none_of(first.recipients, [](const Recipient& to) {
           return is_by_gateway(to.address);  // a link each: there is no list in a short message
         });
}

/// The council whose text it is written with: the one they share, else none's own.
CouncilId council_of(const std::vector<const Letter*>& group) {
  const CouncilId& first = group.front()->council;
  const bool is_shared =
      std::ranges::all_of(group, [&](const Letter* one) { return one->council == first; });
  return is_shared ? first : CouncilId{};
}

Letter together(const std::vector<const Letter*>& group, const LetterTexts& texts) {
  Letter letter = *group.front();
  LetterFields fields;
  fields.letter_count = std::to_string(group.size());
  for (const Letter* one : group) {
    fields.letters.push_back({one->subject, one->link});
    if (one->of_case != letter.of_case) letter.of_case = {};
    if (one->reply_to != letter.reply_to) letter.sender = letter.reply_to = {};
  }
  letter.council = council_of(group);
  letter.link.clear();
  Rendered parts =
      render(texts.find(letter.council, "digest", letter.language), fields, letter.language);
  letter.subject = std::move(parts.subject);
  letter.text = std::move(parts.text);
  letter.html = std::move(parts.html);
  return letter;
}

}  // namespace

bool can_wait_together(WishKind kind) {
  return is_reminder(kind) || is_about_activity(kind) || is_to_coordinator(kind);
}

std::vector<Mailing> digest(std::vector<Letter> letters, const LetterTexts& texts) {
  std::vector<Mailing> mailings;
  for (std::size_t place = 0; place < letters.size(); ++place) {
    const auto own = std::ranges::find_if(
        mailings, [&](const Mailing& one) { return fit(one.letter, letters[place]); });
    if (own != mailings.end()) {
      own->stands_for.push_back(place);
    } else {
      mailings.push_back({letters[place], {place}});
    }
  }
  for (Mailing& one : mailings) {
    if (!one.is_digest()) continue;
    std::vector<const Letter*> group;
    for (const std::size_t place : one.stands_for) group.push_back(&letters[place]);
    one.letter = together(group, texts);
  }
  return mailings;
}

}  // namespace kallad::letter
