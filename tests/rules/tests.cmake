# Rules as data: their schema, and their examples and cases through the whole program.
add_executable(rule-tests "${CMAKE_CURRENT_LIST_DIR}/relation_rules_test.cpp"
                          "${CMAKE_CURRENT_LIST_DIR}/statement_cases_test.cpp")
target_link_libraries(rule-tests PRIVATE maillon_test_support Catch2::Catch2WithMain maillon_options)
catch_discover_tests(rule-tests TEST_PREFIX "rules: ")
