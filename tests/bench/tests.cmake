# Benchmarks (Google Benchmark), built with -DMAILLON_BENCH=ON (cmake --preset bench): run build/bench/tests/bench.
if(MAILLON_BENCH)
  find_package(benchmark REQUIRED)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*_bench.cpp")
  add_executable(bench ${sources})
  target_link_libraries(bench PRIVATE maillon_test_support benchmark::benchmark_main maillon_options)
  target_compile_definitions(bench PRIVATE MAILLON_PROGRAM="$<TARGET_FILE:maillon>")
  add_dependencies(bench maillon)
endif()
