# The order of the rooms. That headers stand alone is checked in tests/headers.
add_executable(layering-test "${CMAKE_CURRENT_LIST_DIR}/layering_test.cpp")
target_link_libraries(layering-test PRIVATE Catch2::Catch2WithMain maillon_test_options)
target_compile_definitions(layering-test PRIVATE MAILLON_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
catch_discover_tests(layering-test TEST_PREFIX "layering: ")
