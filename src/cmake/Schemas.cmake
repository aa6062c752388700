# policycalc_schemas(MODULE FILES...)
#
# Compiles the module's *.schema.json files in, as policycalc::MODULE::schemaFiles(). Beside them
# frame.json, where there is one, becomes policycalc::MODULE::documentFrame(). Writes the source file
# to MODULE's build folder and puts its path into POLICYCALC_SCHEMAS_SOURCE.
function(policycalc_schemas POLICYCALC_MODULE)
  set(POLICYCALC_SCHEMAS "")
  set(POLICYCALC_FRAME "{}")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    file(READ "${file}" text)
    if(file MATCHES "frame.json$")
      set(POLICYCALC_FRAME "${text}")
    else()
      string(APPEND POLICYCALC_SCHEMAS "    R\"SCHEMA(${text})SCHEMA\",\n")
    endif()
  endforeach()
  configure_file("${PROJECT_SOURCE_DIR}/src/cmake/schemas.cpp.in" schemas.cpp @ONLY)
  set(POLICYCALC_SCHEMAS_SOURCE "${CMAKE_CURRENT_BINARY_DIR}/schemas.cpp" PARENT_SCOPE)
endfunction()
