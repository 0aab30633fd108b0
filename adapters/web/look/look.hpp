// The pages' stylesheets, script and fonts as routes.
// Not their content: assets/. Rules kept: an address names its content, so it may be kept for ever;
// what is compressed is public and never mixed with anything secret of a page (BREACH).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/way/router.hpp"

namespace kallad::web {

/// The address of an asset: "/look/0a1b2c3d4e5f6071/style.css" for "style.css".
std::string look_path(std::string_view name);

/// One route, for all assets. Answers 404 where hash or name is another's.
std::vector<api::Route> look_routes();

}  // namespace kallad::web
