# maillon-tck FOLDER runs openCypher's Technology Compatibility Kit (features in Gherkin) against our queries.
add_executable(maillon-tck "${CMAKE_CURRENT_LIST_DIR}/maillon_tck.cpp" "${CMAKE_CURRENT_LIST_DIR}/gherkin.cpp"
                           "${CMAKE_CURRENT_LIST_DIR}/expected_value.cpp" "${CMAKE_CURRENT_LIST_DIR}/setup_graph.cpp")
target_link_libraries(maillon-tck PRIVATE maillon_cypher maillon_test_options)
set_target_properties(maillon-tck PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
add_test(NAME "tck: our own scenarios" COMMAND maillon-tck "${CMAKE_CURRENT_LIST_DIR}/features")
set(kit "${PROJECT_SOURCE_DIR}/../shared/tck/features")
if(EXISTS "${kit}")
  add_test(NAME "tck: openCypher's kit" COMMAND maillon-tck "${kit}")
else()
  add_test(NAME "tck: openCypher's kit" COMMAND sh -c "echo skipped: there is no ${kit}; exit 77")
endif()
set_tests_properties("tck: openCypher's kit" PROPERTIES SKIP_RETURN_CODE 77)
