# policycalc_templates(MODULE FILES...)
#
# Compiles templates in, as policycalc::MODULE::templateTexts(): each under its file's name without
# folder and extension. Writes the source file to MODULE's build folder and puts its path into
# POLICYCALC_TEMPLATES_SOURCE.
function(policycalc_templates POLICYCALC_MODULE)
  set(POLICYCALC_TEMPLATES "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND POLICYCALC_TEMPLATES "    {\"${name}\", R\"TEMPLATE(${text})TEMPLATE\"},\n")
  endforeach()
  configure_file("${PROJECT_SOURCE_DIR}/src/cmake/templates.cpp.in" templates.cpp @ONLY)
  set(POLICYCALC_TEMPLATES_SOURCE "${CMAKE_CURRENT_BINARY_DIR}/templates.cpp" PARENT_SCOPE)
endfunction()
