# Small programs for people who work on rules; no tests.
add_executable(extract-conllu "${CMAKE_CURRENT_LIST_DIR}/extract_conllu.cpp")
target_link_libraries(extract-conllu PRIVATE maillon_test_support maillon_options)
