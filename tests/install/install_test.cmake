# Installs the build into a folder of its own, moves it elsewhere, builds a tiny project on it and runs both programs.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${out}")
  endif()
endfunction()

if(SANITIZE OR COVERAGE)
  message("skipped: an instrumented build is not installed")
  return()
endif()
file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/first")
file(RENAME "${WORK}/first" "${WORK}/prefix")
foreach(wanted bin/maillon include/maillon/pipeline/analyzer.hpp share/maillon/schemas/fr/ingest/boilerplate.json
               share/doc/maillon/README.md share/doc/maillon/LICENSE)
  if(NOT EXISTS "${WORK}/prefix/${wanted}")
    message(FATAL_ERROR "${wanted} is not installed")
  endif()
endforeach()
run("${CMAKE_COMMAND}" -S "${CONSUMER}" -B "${WORK}/build" -G Ninja "-DCMAKE_PREFIX_PATH=${WORK}/prefix"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" -DCMAKE_BUILD_TYPE=Release)
run("${CMAKE_COMMAND}" --build "${WORK}/build")
run("${WORK}/build/consumer")
run("${WORK}/prefix/bin/maillon" build -q "${ARTICLES}" -o "${WORK}/out")
run("${WORK}/prefix/bin/maillon" build -q --schemas "${WORK}/prefix/share/maillon/schemas" "${ARTICLES}" -o
    "${WORK}/out2")
run("${CMAKE_COMMAND}" -E compare_files "${WORK}/out/graph.graphml" "${WORK}/out2/graph.graphml")
