# The main job on the example articles, as examples/run does it.
add_test(NAME "examples: one graph of all articles, whatever the threads"
         COMMAND bash "${CMAKE_CURRENT_LIST_DIR}/main_job.sh" $<TARGET_FILE:maillon>
                 "${PROJECT_SOURCE_DIR}/examples/articles")
