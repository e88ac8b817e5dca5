# What `cmake --install` puts where the platform expects it: the program, one library a room with its headers, a CMake
# package, the schemas (which the program also has inside), the documentation.
add_library(maillon_all INTERFACE)
target_link_libraries(maillon_all INTERFACE maillon_pipeline)
set_target_properties(maillon_all PROPERTIES EXPORT_NAME maillon)

set(rooms ${MAILLON_ROOMS})
list(TRANSFORM rooms PREPEND maillon_)
install(TARGETS maillon RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS maillon_all ${rooms} EXPORT maillon ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
foreach(room IN LISTS MAILLON_ROOMS)
  target_compile_features(maillon_${room} PUBLIC cxx_std_20)
  install(DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/${room}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/maillon"
          FILES_MATCHING PATTERN "*.hpp")
endforeach()

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/maillon")
install(EXPORT maillon NAMESPACE maillon:: FILE maillonTargets.cmake DESTINATION "${package}")
configure_package_config_file("${CMAKE_CURRENT_SOURCE_DIR}/maillonConfig.cmake.in"
                              "${CMAKE_CURRENT_BINARY_DIR}/maillonConfig.cmake" INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/maillonConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/maillonConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/maillonConfigVersion.cmake"
              "${CMAKE_CURRENT_SOURCE_DIR}/export/graphviz_plugins.cmake"
        DESTINATION "${package}")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/maillon")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")
