// Holds every #include, CMake target and arrow of the drawing against rooms_table.hpp.
// Not a search through includes of includes: each file answers for its own lines.
#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {

namespace {

struct Include {
  int line;
  std::string header;
  bool angled;
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> out;
  const auto code = code_only(file.lines);
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!code[i].starts_with("#include")) continue;
    const auto& line = file.lines[i];
    const auto from = line.find_first_of("<\"");
    const auto to = line.find_first_of(">\"", from + 1);
    if (from == std::string::npos || to == std::string::npos) continue;
    out.push_back(
        {static_cast<int>(i) + 1, line.substr(from + 1, to - from - 1), line[from] == '<'});
  }
  return out;
}

const Room* room_named(std::string_view name) {
  const auto found = std::ranges::find(rooms(), name, &Room::name);
  return found == rooms().end() ? nullptr : &*found;
}

bool may_see(std::string_view from, std::string_view to) {
  const auto seen = seen_by(from);
  return std::ranges::find(seen, to) != seen.end();
}

const Library* library_of(std::string_view header) {
  const Library* best = nullptr;
  for (const auto& library : libraries()) {
    if (!header.starts_with(library.header)) continue;
    if (best == nullptr || library.header.size() > best->header.size()) best = &library;
  }
  return best;
}

/// MSM's back end is for *_machine.cpp alone; they share one header that wraps it.
constexpr std::string_view kMsmWrapper = "engine/spine/machine_back.hpp";

bool may_run_msm(const SourceFile& file) {
  return file.path == kMsmWrapper || file.path.ends_with("_machine.cpp") || is_under(file, "tests");
}

std::optional<std::string> wrong_with(const SourceFile& file, const Include& include) {
  const bool standard = include.header.find_first_of("./") == std::string::npos;
  if (standard) {
    const bool worldly = std::ranges::count(worldly_headers(), include.header) > 0;
    if (worldly && is_under(file, "engine")) return "the engine may not include this";
    return std::nullopt;
  }
  const auto* library = library_of(include.header);
  if (library == nullptr) return "no library of rooms_table.hpp has this header";
  const bool at_home = std::ranges::any_of(
      library->folders, [&](std::string_view folder) { return is_under(file, folder); });
  if (!at_home) return "this library does not belong in this folder (rooms_table.hpp)";
  if (library->header == "boost/msm/back" && !may_run_msm(file)) {
    return "only *_machine.cpp run MSM: its back end costs seconds in every other file";
  }
  return std::nullopt;
}

std::set<std::string> arrows_of_table() {
  std::set<std::string> out;
  for (const auto& room : rooms()) {
    for (const auto below : room.sees)
      out.insert(std::string(room.name) + " --> " + std::string(below));
  }
  return out;
}

/// A target as a CMakeLists.txt declares it, and the rooms it is linked with.
struct Target {
  int line;
  std::string name;
  std::vector<std::string> rooms;
};

/// "kallad_seat" is the target of the room seat.
std::string room_in(const std::string& word) {
  constexpr std::string_view prefix = "kallad_";
  return word.starts_with(prefix) ? word.substr(prefix.size()) : word;
}

/// The words of the call that begins in line `at`, which may go on in the next lines.
std::istringstream words_of_call(const SourceFile& file, std::size_t at) {
  std::string call;
  do {
    call += file.lines[at] + " ";
  } while (file.lines[at].find(')') == std::string::npos && ++at < file.lines.size());
  std::ranges::replace_if(
      call, [](char c) { return c == '(' || c == ')'; }, ' ');
  return std::istringstream(call);
}

/// In kallad_room(NAME DEPENDS a b::c) rooms are bare names and libraries have colons; in
/// target_link_libraries(NAME PRIVATE kallad_a b::c) rooms have the prefix.
std::vector<Target> targets_of(const SourceFile& file) {
  std::vector<Target> out;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const bool is_room = file.lines[i].starts_with("kallad_room(");
    if (!is_room && !file.lines[i].starts_with("target_link_libraries(")) continue;
    auto words = words_of_call(file, i);
    Target target{static_cast<int>(i) + 1, {}, {}};
    words >> target.name >> target.name;
    target.name = room_in(target.name);
    for (std::string below; words >> below;) {
      const bool bare = is_room && below != "DEPENDS" && below.find("::") == std::string::npos;
      if (bare || below.starts_with("kallad_")) target.rooms.push_back(room_in(below));
    }
    out.push_back(std::move(target));
  }
  return out;
}

bool is_name_of_folder(const SourceFile& file, const Target& target) {
  const auto* room = room_of(file.path);
  return room != nullptr && room->folder == folder_of(file.path) && room->name == target.name;
}

}  // namespace

std::vector<std::string_view> seen_by(std::string_view name) {
  std::vector<std::string_view> out = {name};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto* room = room_named(out[i]);
    if (room == nullptr) continue;
    for (const auto below : room->sees) {
      if (std::ranges::find(out, below) == out.end()) out.push_back(below);
    }
  }
  return out;
}

const Room* room_of(std::string_view path) {
  const Room* best = nullptr;
  for (const auto& room : rooms()) {
    if (!path.starts_with(std::string(room.folder) + "/")) continue;
    if (best == nullptr || room.folder.size() > best->folder.size()) best = &room;
  }
  return best;
}

Findings check_room_includes(const SourceFile& file) {
  Findings out;
  const auto* own = room_of(file.path);
  for (const auto& include : includes_of(file)) {
    if (include.angled) continue;
    if (include.header == kMsmWrapper && !may_run_msm(file)) {
      out.push_back({file.path, include.line, "only *_machine.cpp include " + include.header});
    }
    const auto* other = room_of(include.header);
    const bool from_root = other != nullptr || include.header.starts_with("tests/");
    if (!from_root) {
      out.push_back({file.path, include.line,
                     "\"" + include.header + "\" is in no room, or not written from the root"});
    } else if (own != nullptr && (other == nullptr || !may_see(own->name, other->name))) {
      out.push_back({file.path, include.line,
                     std::string(own->name) + " may not include \"" + include.header + "\""});
    }
  }
  return out;
}

Findings check_library_includes(const SourceFile& file) {
  Findings out;
  for (const auto& include : includes_of(file)) {
    if (!include.angled) continue;
    const auto wrong = wrong_with(file, include);
    if (wrong) out.push_back({file.path, include.line, "<" + include.header + ">: " + *wrong});
  }
  return out;
}

Findings check_every_folder_is_a_room(const Files& files) {
  Findings out;
  std::set<std::string> told;
  for (const auto& file : files) {
    const bool in_scope = is_cpp(file) && (is_under(file, "engine") || is_under(file, "adapters"));
    if (!in_scope || room_of(file.path) != nullptr) continue;
    if (told.insert(folder_of(file.path)).second) {
      out.push_back({file.path, 0, "its folder is no room of tests/tidy/rooms_table.hpp"});
    }
  }
  return out;
}

Findings check_cmake_depends(const SourceFile& file) {
  Findings out;
  for (const auto& target : targets_of(file)) {
    if (!is_name_of_folder(file, target)) {
      out.push_back({file.path, target.line, target.name + " is not this folder's room"});
    }
    for (const auto& below : target.rooms) {
      if (!may_see(target.name, below)) {
        out.push_back({file.path, target.line, target.name + " may not depend on " + below});
      }
    }
  }
  return out;
}

Findings check_drawing(const SourceFile& file) {
  Findings out;
  auto wanted = arrows_of_table();
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const auto& line = file.lines[i];
    const auto start = line.find_first_not_of(' ');
    if (start == std::string::npos || line.find(" --> ") == std::string::npos) continue;
    const auto arrow = line.substr(start);
    if (wanted.erase(arrow) == 0) {
      out.push_back({file.path, static_cast<int>(i) + 1, "not in rooms_table.hpp: " + arrow});
    }
  }
  for (const auto& arrow : wanted)
    out.push_back({file.path, 0, "missing in the drawing: " + arrow});
  return out;
}

}  // namespace kallad::tidy
