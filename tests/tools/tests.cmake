# Programs for developers: they measure, make data, or help to work on rules, and are no tests themselves.
add_executable(extract-conllu "${CMAKE_CURRENT_LIST_DIR}/extract_conllu.cpp")
target_link_libraries(extract-conllu PRIVATE maillon_test_support maillon_options)
add_executable(maillon-parse-conllu "${CMAKE_CURRENT_LIST_DIR}/parse_conllu.cpp")
target_link_libraries(maillon-parse-conllu PRIVATE maillon_test_support maillon_options)
