// Tests that rooms include only what rooms_table.hpp allows, and that each of these checks catches
// a bad sample. A failure names file and line; the cure is to move the code, seldom to widen the
// table.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {
namespace {

TEST(RoomIncludes, GoDownwardOnly) {
  Findings all;
  for (const auto& file : tree()) {
    if (is_cpp(file)) std::ranges::copy(check_room_includes(file), std::back_inserter(all));
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(RoomIncludes, CatchesTheWayUpTheWorldAndTheLocalPath) {
  const auto spine = sample("engine/spine/x.hpp", "\n#include \"engine/seat/seat.hpp\"\n");
  ASSERT_EQ(check_room_includes(spine).size(), 1U);
  EXPECT_EQ(check_room_includes(spine)[0].line, 2);
  const auto engine = sample("engine/case/x.cpp", "#include \"adapters/clock/clock.hpp\"\n");
  EXPECT_EQ(check_room_includes(engine).size(), 1U);
  const auto msm = sample("engine/case/x.cpp", "#include \"engine/spine/machine_back.hpp\"\n");
  EXPECT_EQ(check_room_includes(msm).size(), 1U);
  const auto local = sample("engine/case/x.cpp", "#include \"case.hpp\"\n");
  EXPECT_EQ(check_room_includes(local).size(), 1U);
  const auto test = sample("engine/case/x.cpp", "#include \"tests/support/x.hpp\"\n");
  EXPECT_EQ(check_room_includes(test).size(), 1U);
  const auto good =
      sample("engine/case/x.cpp", "#include \"engine/spine/id.hpp\"\n// #include \"x\"\n");
  EXPECT_TRUE(check_room_includes(good).empty());
}

TEST(LibraryIncludes, StayWhereTheyBelong) {
  Findings all;
  for (const auto& file : tree()) {
    if (is_cpp(file)) std::ranges::copy(check_library_includes(file), std::back_inserter(all));
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(LibraryIncludes, CatchesEachKind) {
  const auto caught = [](std::string path, std::string_view header) {
    return check_library_includes(
               sample(std::move(path), "#include <" + std::string(header) + ">\n"))
        .size();
  };
  EXPECT_EQ(caught("engine/case/case.cpp", "iostream"), 1U);
  EXPECT_EQ(caught("engine/case/case.cpp", "thread"), 1U);
  EXPECT_EQ(caught("engine/case/case.cpp", "nlohmann/json.hpp"), 1U);
  EXPECT_EQ(caught("engine/case/case.cpp", "boost/asio.hpp"), 1U);
  EXPECT_EQ(caught("engine/case/case.cpp", "boost/msm/back/state_machine.hpp"), 1U);
  EXPECT_EQ(caught("engine/case/case_machine.cpp", "boost/msm/back/state_machine.hpp"), 0U);
  EXPECT_EQ(caught("engine/case/case.cpp", "vector"), 0U);
  EXPECT_EQ(caught("adapters/desk/desk.cpp", "thread"), 0U);
  EXPECT_EQ(caught("adapters/desk/desk.cpp", "SQLiteCpp/Database.h"), 1U);
  EXPECT_EQ(caught("adapters/desk/desk.hpp", "nlohmann/json.hpp"), 1U);
  EXPECT_EQ(caught("adapters/desk/desk.hpp", "nlohmann/json_fwd.hpp"), 0U);
  EXPECT_EQ(caught("adapters/codec/codec.cpp", "nlohmann/json.hpp"), 0U);
}

TEST(Rooms, EveryFolderOfSourcesIsInTheTable) {
  const auto found = check_every_folder_is_a_room(tree());
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(Rooms, CatchesAFolderNobodyKnows) {
  EXPECT_EQ(check_every_folder_is_a_room(
                {sample("engine/attic/x.cpp", ""), sample("engine/seat/x.cpp", "")})
                .size(),
            1U);
}

TEST(Rooms, TableSeesOnlyRoomsThatExistAndHasNoCircle) {
  for (const auto& room : rooms()) {
    for (const auto below : room.sees) {
      EXPECT_TRUE(std::ranges::count(rooms(), below, &Room::name) == 1) << below;
      const auto back = seen_by(below);
      EXPECT_EQ(std::ranges::count(back, room.name), 0) << room.name << " and " << below;
    }
  }
}

TEST(CMakeTargets, DependOnNoMoreThanTheTableAllows) {
  Findings all;
  for (const auto& file : tree()) {
    if (file.path.ends_with("CMakeLists.txt") && room_of(file.path) != nullptr) {
      std::ranges::copy(check_cmake_depends(file), std::back_inserter(all));
    }
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(CMakeTargets, CatchesAnUpwardDependency) {
  const auto file =
      sample("engine/consent/CMakeLists.txt", "kallad_room(consent DEPENDS spine seat)\n");
  EXPECT_EQ(check_cmake_depends(file).size(), 1U);
}

TEST(CMakeTargets, CatchesAToolThatLinksWhatItMayNotSee) {
  const auto caught = [](std::string_view linked) {
    const auto text = "add_executable(schema_writer main.cpp)\n"
                      "target_link_libraries(schema_writer PRIVATE\n  " +
                      std::string(linked) + ")\n";
    return check_cmake_depends(sample("tools/schema_writer/CMakeLists.txt", text)).size();
  };
  EXPECT_EQ(caught("kallad_schema kallad_config"), 0U);
  EXPECT_EQ(caught("kallad_schema kallad_scene"), 1U);
}

TEST(CMakeTargets, CatchesARoomOfAnotherName) {
  const auto caught = [](const char* text) {
    return check_cmake_depends(sample("adapters/store/sqlite/file/CMakeLists.txt", text)).size();
  };
  EXPECT_EQ(caught("kallad_room(store_file DEPENDS desk)\n"), 0U);
  EXPECT_EQ(caught("kallad_room(file)\n"), 1U);
}

TEST(Drawing, InArchitectureAgreesWithTheTable) {
  const auto found = check_drawing(file_at("ARCHITECTURE.md"));
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(Drawing, CatchesAnArrowTooManyAndTheMissing) {
  const auto found = check_drawing(sample("ARCHITECTURE.md", "  spine --> between\n"));
  ASSERT_GT(found.size(), 1U);
  EXPECT_EQ(found[0].line, 1);
  EXPECT_EQ(found[1].line, 0);
}

}  // namespace
}  // namespace kallad::tidy
