# Every header compiles alone: one source file a header that includes nothing else, compiled without optimisation. Not part
# of `all`: tests/run builds the target headers-alone.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/src/*.hpp")
set(sources "")
foreach(header IN LISTS headers)
  string(REPLACE "/" "-" name "${header}")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n")
  list(APPEND sources "${source}")
endforeach()
add_library(headers-alone OBJECT EXCLUDE_FROM_ALL ${sources})
target_link_libraries(headers-alone PRIVATE maillon_pipeline maillon_options)
target_compile_options(headers-alone PRIVATE -O0)
target_compile_definitions(headers-alone PRIVATE MAILLON_VERSION="${PROJECT_VERSION}")
