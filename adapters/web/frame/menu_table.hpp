// The menu at the top of each page, as a table: where it leads, its text, who has it.
// Not who may see what a page shows: engine/authority. Rule kept: what somebody cannot use does not
// stand in their menu.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "adapters/sign_in/sessions.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

struct MenuRow {
  std::string_view href;
  TextKey text;
  std::string_view positions;  ///< whose, with spaces between; empty: everybody's
};

inline constexpr auto menu_rows = std::to_array<MenuRow>({
    {"/", "menu.my_day"_text, ""},
    {"/search", "menu.search"_text, "coordinator attendee unit_head"},
    {"/reports", "menu.reports"_text, "report_reader council_secretary"},
    {"/disposal", "menu.disposal"_text, "unit_head administrator"},
    {"/access-log", "menu.access_log"_text, "auditor"},
    {"/admin", "menu.admin"_text, "administrator"},
});

/// The rows that somebody with that session has.
std::vector<MenuRow> menu_for(const Session& session);

}  // namespace kallad::web
