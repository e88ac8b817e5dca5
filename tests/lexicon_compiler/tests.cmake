# The parts of maillon-lexc, which is a program of its own and no room.
set(lexc_dir "${PROJECT_SOURCE_DIR}/src/lexicon/compiler")
file(GLOB lexc_parts CONFIGURE_DEPENDS "${lexc_dir}/*.cpp")
list(REMOVE_ITEM lexc_parts "${lexc_dir}/main.cpp")
file(GLOB lexc_tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.cpp")
add_executable(unit-lexicon-compiler ${lexc_tests} ${lexc_parts})
target_include_directories(unit-lexicon-compiler PRIVATE "${lexc_dir}")
target_link_libraries(unit-lexicon-compiler PRIVATE maillon_lexicon Catch2::Catch2WithMain maillon_options)
catch_discover_tests(unit-lexicon-compiler TEST_PREFIX "lexicon compiler: ")
