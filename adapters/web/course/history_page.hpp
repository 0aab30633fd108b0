// Everything that has happened in a case, newest first: when, what, by whom and from where.
// Not anybody's words: those stand in the case. Rule kept: what the reader may not know of it, the
// API has left out.
#pragma once

#include <string>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/history, with ?before=N for what is older.
std::vector<api::Route> history_pages(api::House& house, const Within& within);

/// "Siv Samordnare, samordningsansvarig, Helsingborg vuxen"; for the program's own hands what they
/// are.
std::string who_told(const api::House& house, const api::CaseEvent& event, Language language);
/// What happened, as a sentence.
std::string what_told(const api::CaseEvent& event, Language language);

}  // namespace kallad::web
