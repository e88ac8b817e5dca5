# maillon_embed(TARGET NAMESPACE_SYMBOL ROOT FILES…): compiles FILES (paths below ROOT) into TARGET as read-only data,
# listed in maillon::resources::kResources. The assembler's .incbin copies the bytes: no generated source to compile.
function(maillon_embed target root)
  set(asm "${CMAKE_CURRENT_BINARY_DIR}/${target}_resources.S")
  set(table "${CMAKE_CURRENT_BINARY_DIR}/${target}_resources.cpp")
  set(asm_text ".section .rodata\n")
  set(extern_text "")
  set(table_text "")
  set(number 0)
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH path "${root}" "${file}")
    string(APPEND asm_text ".global maillon_r${number}\n.global maillon_e${number}\n.balign 16\n"
           "maillon_r${number}:\n.incbin \"${file}\"\nmaillon_e${number}:\n.byte 0\n")
    string(APPEND extern_text "extern \"C\" const unsigned char maillon_r${number}[], maillon_e${number}[];\n")
    string(APPEND table_text "    {\"${path}\", maillon_r${number}, maillon_e${number}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${asm}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${table}" CONTENT "#include <cstddef>
${extern_text}
namespace maillon::resources {
struct Resource { const char* path; const unsigned char* begin; const unsigned char* end; };
extern const Resource kResources[];
const Resource kResources[] = {
${table_text}    {nullptr, nullptr, nullptr}};
extern const std::size_t kResourceCount;
const std::size_t kResourceCount = ${number};
}
" @ONLY)
  set_source_files_properties("${asm}" PROPERTIES OBJECT_DEPENDS "${ARGN}")
  # It says the struct of its own: nothing else includes it.
  set_source_files_properties("${table}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE "${asm}" "${table}")
endfunction()
