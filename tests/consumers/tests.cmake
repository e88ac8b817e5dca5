# Real programs read our exports. What is not installed is skipped by name (exit code 77), never passed.
add_executable(export-samples consumers/export_samples.cpp consumers/graph_facts.cpp)
target_link_libraries(export-samples PRIVATE maillon_test_support maillon_options)
set(samples "${CMAKE_CURRENT_BINARY_DIR}/samples")
add_test(NAME "consumers: write samples" COMMAND export-samples "${samples}")
set_tests_properties("consumers: write samples" PROPERTIES FIXTURES_SETUP samples)

find_package(Boost QUIET COMPONENTS graph)
if(TARGET Boost::graph)
  add_executable(boost-graphml consumers/boost_graphml.cpp)
  target_link_libraries(boost-graphml PRIVATE Boost::graph maillon_options)
  add_test(NAME "consumers: Boost read_graphml"
           COMMAND boost-graphml "${samples}")
else()
  add_test(NAME "consumers: Boost read_graphml" COMMAND sh -c "echo skipped: libboost-graph-dev is not installed; exit 77")
endif()

# Debian's Python has Debian's modules; another one in PATH may not.
find_program(MAILLON_PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(MAILLON_PYTHON3 python3)
foreach(consumer igraph_graphml networkx_graphml plain_formats rdf_formats)
  if(MAILLON_PYTHON3)
    add_test(NAME "consumers: ${consumer}"
             COMMAND "${MAILLON_PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/consumers/${consumer}.py" "${samples}")
  else()
    add_test(NAME "consumers: ${consumer}" COMMAND sh -c "echo skipped: python3 is not installed; exit 77")
  endif()
endforeach()
set_tests_properties("consumers: Boost read_graphml" "consumers: igraph_graphml" "consumers: networkx_graphml" "consumers: plain_formats"
                     "consumers: rdf_formats" PROPERTIES
                     FIXTURES_REQUIRED samples SKIP_RETURN_CODE 77)
