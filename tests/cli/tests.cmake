# The program from outside: flags, exit codes, bad input, files it writes.
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*_test.cpp")
add_executable(cli-tests ${sources})
target_link_libraries(cli-tests PRIVATE maillon_test_support Catch2::Catch2WithMain maillon_test_options)
target_compile_definitions(cli-tests PRIVATE MAILLON_PROGRAM="$<TARGET_FILE:maillon>")
add_dependencies(cli-tests maillon)
catch_discover_tests(cli-tests TEST_PREFIX "cli: ")
