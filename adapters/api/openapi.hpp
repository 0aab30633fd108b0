// The API's description, OpenAPI 3.1, made from the routes and the shapes of what they take and
// give. Not kept by hand: a route that is not described cannot be made. Rule kept: what is served
// at /api/openapi.json and committed under schemas/api is what this gives (tested).
#pragma once

#include <string>

#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// The document, JSON with two spaces and a newline at the end.
std::string openapi_of(const Router& router);

/// A page that shows the description without asking any other host. `openapi` is the document.
std::string description_page(const Router& router);

}  // namespace kallad::api
