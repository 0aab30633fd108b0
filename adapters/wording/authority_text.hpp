// The table of who may do what, printed: Markdown for people, JSON for programs.
// Not the table: engine/authority/authority_table.hpp. Rule kept: derived, never kept by hand.
#pragma once

#include <string>

namespace kallad {

/// The whole paper: what each sight shows in words, then every command with who may say it.
std::string authority_markdown();

/// The same lines with ids: {"case": [...], "register": [...]}.
std::string authority_json();

}  // namespace kallad
