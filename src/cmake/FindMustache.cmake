# Debian's libkainjow-mustache-dev ships no CMake configuration. Defines Mustache::mustache.
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Mustache REQUIRED_VARS MUSTACHE_INCLUDE_DIR)
mark_as_advanced(MUSTACHE_INCLUDE_DIR)

if(Mustache_FOUND AND NOT TARGET Mustache::mustache)
  add_library(Mustache::mustache INTERFACE IMPORTED)
  set_target_properties(Mustache::mustache PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${MUSTACHE_INCLUDE_DIR}")
endif()
