# graphviz::core and graphviz::neato_layout: the plugins of Graphviz that are linked instead of loaded, the renderer of
# SVG and the engine that keeps positions. Those for fonts and screens stay away, and with them pango, cairo and X.
foreach(plugin core neato_layout)
  if(NOT TARGET graphviz::${plugin})
    find_library(graphviz_${plugin} gvplugin_${plugin} HINTS ${graphviz_LIBDIR} PATH_SUFFIXES graphviz REQUIRED)
    add_library(graphviz::${plugin} SHARED IMPORTED)
    set_target_properties(graphviz::${plugin} PROPERTIES IMPORTED_LOCATION "${graphviz_${plugin}}")
  endif()
endforeach()
