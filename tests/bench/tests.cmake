# Benchmarks (Google Benchmark), built with -DMAILLON_BENCH=ON (cmake --preset bench): run build/bench/tests/bench.
if(MAILLON_BENCH)
  find_package(benchmark REQUIRED)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*_bench.cpp")
  add_executable(bench ${sources})
  target_link_libraries(bench PRIVATE maillon_test_support benchmark::benchmark_main maillon_options)
  target_compile_definitions(bench PRIVATE MAILLON_PROGRAM="$<TARGET_FILE:maillon>")
  add_dependencies(bench maillon)
endif()
# Our queries beside SQL: build the target query-comparison in any preset and run it.
add_executable(query-comparison EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/query_comparison.cpp")
target_link_libraries(query-comparison PRIVATE maillon_cypher maillon_store maillon_options)
target_compile_options(query-comparison PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # see tests/CMakeLists.txt
