# Small programs for people who work on rules; no tests.
foreach(tool IN ITEMS attachment-counts extract-conllu parse-conllu tag-conllu tag-counts)
  string(REPLACE "-" "_" source "${tool}")
  add_executable(${tool} "${CMAKE_CURRENT_LIST_DIR}/${source}.cpp")
  target_link_libraries(${tool} PRIVATE maillon_test_support maillon_options)
endforeach()
add_executable(show-mentions "${CMAKE_CURRENT_LIST_DIR}/show_mentions.cpp")
target_link_libraries(show-mentions PRIVATE maillon_test_support maillon_options)
find_package(CLI11 REQUIRED)
# A store of any size for benches and consumers: maillon-generate 50000 200000 -o FOLDER
add_executable(maillon-generate "${CMAKE_CURRENT_LIST_DIR}/generate.cpp")
target_link_libraries(maillon-generate PRIVATE maillon_test_support CLI11::CLI11 maillon_options)
