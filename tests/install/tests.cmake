# What the install target puts down is all that another project needs.
add_test(NAME "install: a project finds the package and runs"
         COMMAND "${CMAKE_COMMAND}" "-DBUILD=${PROJECT_BINARY_DIR}" "-DCONSUMER=${CMAKE_CURRENT_LIST_DIR}/consumer"
                 "-DWORK=${CMAKE_CURRENT_BINARY_DIR}/install" "-DCOMPILER=${CMAKE_CXX_COMPILER}"
                 "-DSANITIZE=${MAILLON_SANITIZE}" "-DCOVERAGE=${MAILLON_COVERAGE}"
                 "-DARTICLES=${PROJECT_SOURCE_DIR}/examples/articles" -P "${CMAKE_CURRENT_LIST_DIR}/install_test.cmake")
set_tests_properties("install: a project finds the package and runs" PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped: ")
