# maillon-lexc expands Debian's dictionary with schemas/fr/lexicon into the lexicon image, which .incbin puts into the
# lexicon room's read-only data.
set(MAILLON_HUNSPELL_DIR /usr/share/hunspell CACHE PATH "folder of fr.aff and fr.dic (hunspell-fr-comprehensive)")

file(GLOB lexc_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.cpp")
add_executable(maillon-lexc ${lexc_sources} "${CMAKE_CURRENT_SOURCE_DIR}/lexicon/morphology.cpp")
target_include_directories(maillon-lexc PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_LIST_DIR}")
target_link_libraries(maillon-lexc PRIVATE maillon_base PkgConfig::marisa maillon_options)

set(lexicon_image "${CMAKE_CURRENT_BINARY_DIR}/lexicon.bin")
file(GLOB_RECURSE lexicon_tables CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/schemas/fr/lexicon/*")
add_custom_command(
  OUTPUT "${lexicon_image}"
  COMMAND maillon-lexc "${MAILLON_HUNSPELL_DIR}/fr.aff" "${MAILLON_HUNSPELL_DIR}/fr.dic"
          "${PROJECT_SOURCE_DIR}/schemas/fr/lexicon" "${lexicon_image}"
  DEPENDS maillon-lexc "${MAILLON_HUNSPELL_DIR}/fr.aff" "${MAILLON_HUNSPELL_DIR}/fr.dic" ${lexicon_tables}
  COMMENT "Compiling the lexicon" VERBATIM)

set(lexicon_asm "${CMAKE_CURRENT_BINARY_DIR}/lexicon_image.S")
file(CONFIGURE OUTPUT "${lexicon_asm}" CONTENT ".section .rodata
.global maillon_lexicon_image
.global maillon_lexicon_image_end
.balign 4096
maillon_lexicon_image:
.incbin \"${lexicon_image}\"
maillon_lexicon_image_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
" @ONLY)
set_source_files_properties("${lexicon_asm}" PROPERTIES OBJECT_DEPENDS "${lexicon_image}")
target_sources(maillon_lexicon PRIVATE "${lexicon_asm}")
