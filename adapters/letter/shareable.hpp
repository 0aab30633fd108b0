// Whether a place or an address of a meeting may stand in a letter.
// Not a search of running text (engine/deficiency): that one reads words as people write them; an
// address runs names together, spells them without accents, or hides them behind percent signs.
// Rule kept (domain 6): nothing in a letter tells who. What is left out stands on the page.
#pragma once

#include <string>

#include "adapters/answer_link/link_view.hpp"
#include "engine/case/case.hpp"

namespace kallad::letter {

/// Whether `link` holds no name, and no part of one of three letters or more, of the person or of a
/// guardian or relative who takes part, and not the person's number.
bool is_shareable_link(const std::string& link, const Case& running);

/// The same of a place, and that it holds no ten digits in a row: a number is nobody's place.
bool is_shareable_place(const std::string& place, const Case& running);

/// Where the meeting is, as far as a letter or a calendar entry may say it. What is left out, or
/// `withheld` on the page itself, is to be asked for there.
struct SharedPlace {
  std::string place;
  std::string link;  ///< for attending digitally
  bool withheld = false;
};

/// Of what the answer page shows, that which may leave the product; nothing with protected identity
/// (rulings, "Mail").
SharedPlace shared_place(const LinkView& view, const Case& running);

}  // namespace kallad::letter
