# tests/fuzz/<name>_fuzzer.cpp defines LLVMFuzzerTestOneInput. With MAILLON_FUZZ (Clang) it becomes the libFuzzer
# program fuzz-<name>; in every build ctest replays the inputs of tests/fuzz/corpus/<name> through it, so that an
# input that once broke something is a test from then on.
file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*_fuzzer.cpp")
add_custom_target(fuzz-targets)
foreach(source IN LISTS fuzzers)
  get_filename_component(name "${source}" NAME_WE)
  string(REPLACE "_fuzzer" "" name "${name}")
  set(corpus "${CMAKE_CURRENT_LIST_DIR}/corpus/${name}")
  if(MAILLON_FUZZ)
    add_executable(fuzz-${name} EXCLUDE_FROM_ALL "${source}")
    target_link_libraries(fuzz-${name} PRIVATE maillon_pipeline maillon_options)
    target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz-targets fuzz-${name})
  else()
    add_executable(replay-${name} "${source}" "${CMAKE_CURRENT_LIST_DIR}/replay_main.cpp")
    target_link_libraries(replay-${name} PRIVATE maillon_pipeline maillon_options)
    add_test(NAME "fuzz: ${name} survives its corpus"
             COMMAND replay-${name} "${corpus}" "${PROJECT_SOURCE_DIR}/examples/articles")
  endif()
endforeach()
