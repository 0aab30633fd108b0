// Files that are part of the program: what the pages look like, their templates and their texts.
// Not read at run time from anywhere: embed.cmake writes them into the program. Rule kept: a page
// never asks anybody else's server for anything.
#pragma once

#include <span>
#include <string_view>

namespace kallad::web {

/// A file as it is in the source tree, under its path there.
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

/// Stylesheets, script, fonts: the files of look/assets.
std::span<const EmbeddedFile> asset_files();
/// Templates and texts: "templates/start.html", "texts/sv/start.txt".
std::span<const EmbeddedFile> page_files();

}  // namespace kallad::web
