# policycalc_module(NAME SOURCES... [USES modules...] [PRIVATE_LIBS targets...])
#
# Makes the library policycalc_NAME from src/NAME, with the public headers of
# include/policycalc/NAME. USES lists the modules to its right in
# app -> {api, desk, site} -> web -> {http, store, registry, impact, vault, tables, paper} ->
# engine -> catalogue -> criteria -> facts -> json -> base, where http and store do not use engine, and store
# uses desk_rules (src/desk/rules), which uses base and json;
# what third party it needs stays private, so that no other module can include it by accident.
function(policycalc_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PRIVATE_LIBS")
  add_library(policycalc_${name} STATIC ${arg_SOURCES})
  target_include_directories(policycalc_${name}
    PUBLIC "${PROJECT_SOURCE_DIR}/include"
    PRIVATE "${PROJECT_SOURCE_DIR}/src")
  list(TRANSFORM arg_USES PREPEND policycalc_)
  target_link_libraries(policycalc_${name}
    PUBLIC ${arg_USES}
    PRIVATE policycalc_warnings ${arg_PRIVATE_LIBS})
endfunction()
