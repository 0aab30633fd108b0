# What this file is: how a room, a test program and the compiler's strictness are declared.
# Rule kept: one CMake target per room; warnings are errors (CONTRIBUTING.md).

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Depend mode: what is not in the cache yet is compiled at once, not preprocessed twice.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1 ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)

add_library(kallad_strict INTERFACE)
target_compile_options(kallad_strict INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror)
target_include_directories(kallad_strict INTERFACE ${CMAKE_SOURCE_DIR})
if(MOLD_PROGRAM)
  target_link_options(kallad_strict INTERFACE -fuse-ld=mold)
endif()
if(KALLAD_SANITIZE)
  target_compile_options(kallad_strict INTERFACE -fsanitize=${KALLAD_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(kallad_strict INTERFACE -fsanitize=${KALLAD_SANITIZE})
endif()

# kallad_room(seat DEPENDS register consent) declares the room in the current folder, from its *.cpp files.
# A room without sources is headers only. Libraries of others are named with their CMake target.
# Four files are compiled as one (KALLAD_UNITY), which halves the build; names of helpers differ within a room.
function(kallad_room name)
  cmake_parse_arguments(ROOM "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  # Boost.MSM's dispatch is fast as it is: optimizing it fully doubles time and memory of the build.
  file(GLOB machines CONFIGURE_DEPENDS *_machine.cpp)
  set_source_files_properties(${machines} PROPERTIES COMPILE_OPTIONS "-O1;-g0")
  set(wanted "")
  foreach(part ${ROOM_DEPENDS})
    if(part MATCHES "::")
      list(APPEND wanted ${part})
    else()
      list(APPEND wanted kallad_${part})
    endif()
  endforeach()
  if(sources)
    add_library(kallad_${name} STATIC ${sources})
    set_target_properties(kallad_${name} PROPERTIES UNITY_BUILD ${KALLAD_UNITY} UNITY_BUILD_BATCH_SIZE 4)
    if(KALLAD_UNITY)
      # Types of unnamed namespaces are in no header, though it looks so to the compiler.
      target_compile_options(kallad_${name} PRIVATE -Wno-subobject-linkage)
    endif()
    target_link_libraries(kallad_${name} PUBLIC kallad_strict ${wanted})
  else()
    add_library(kallad_${name} INTERFACE)
    target_link_libraries(kallad_${name} INTERFACE kallad_strict ${wanted})
  endif()
endfunction()

# kallad_test(seat DEPENDS seat) declares the test program test_seat from the *_test.cpp files of the folder.
# Eight files are compiled as one, which costs hardly more than four; where helpers share names, a file has a namespace.
function(kallad_test name)
  cmake_parse_arguments(TEST "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  set(wanted "")
  foreach(part ${TEST_DEPENDS})
    if(part MATCHES "::")
      list(APPEND wanted ${part})
    else()
      list(APPEND wanted kallad_${part})
    endif()
  endforeach()
  add_executable(test_${name} ${sources})
  # A test runs once for each time it is built: what optimizing it fully costs is never won back.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1>)
  set_target_properties(test_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  target_link_libraries(test_${name} PRIVATE ${wanted} GTest::gtest_main rapidcheck)
  target_compile_definitions(test_${name} PRIVATE KALLAD_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             KALLAD_BINARY_DIR="${CMAKE_BINARY_DIR}")
  gtest_discover_tests(test_${name} TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600)
endfunction()
