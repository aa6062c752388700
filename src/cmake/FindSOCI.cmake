# Debian's libsoci-dev ships no CMake configuration. Defines SOCI::core, SOCI::sqlite3 and
# SOCI::postgresql; these two bring the engine's own header, by whose codes errors are classified.
find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_library(SOCI_CORE_LIBRARY soci_core)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3)
find_path(SOCI_SQLITE3_HEADER_DIR sqlite3.h)
find_library(SOCI_SQLITE3_ENGINE sqlite3)
find_library(SOCI_POSTGRESQL_LIBRARY soci_postgresql)
find_path(SOCI_POSTGRESQL_HEADER_DIR libpq-fe.h PATH_SUFFIXES postgresql)
find_library(SOCI_POSTGRESQL_ENGINE pq)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SOCI REQUIRED_VARS
  SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_INCLUDE_DIR SOCI_SQLITE3_HEADER_DIR SOCI_SQLITE3_ENGINE
  SOCI_POSTGRESQL_LIBRARY SOCI_POSTGRESQL_HEADER_DIR SOCI_POSTGRESQL_ENGINE)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_SQLITE3_HEADER_DIR
  SOCI_SQLITE3_ENGINE SOCI_POSTGRESQL_LIBRARY SOCI_POSTGRESQL_HEADER_DIR SOCI_POSTGRESQL_ENGINE)

if(SOCI_FOUND AND NOT TARGET SOCI::core)
  add_library(SOCI::core UNKNOWN IMPORTED)
  # The library hides the type information of classes that its headers use. The sanitizer's vptr
  # check needs it: without this option a sanitizer build does not link.
  set_target_properties(SOCI::core PROPERTIES
    IMPORTED_LOCATION "${SOCI_CORE_LIBRARY}"
    INTERFACE_COMPILE_OPTIONS "-fno-sanitize=vptr"
    INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}")
  add_library(SOCI::sqlite3 UNKNOWN IMPORTED)
  set_target_properties(SOCI::sqlite3 PROPERTIES
    IMPORTED_LOCATION "${SOCI_SQLITE3_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SOCI_SQLITE3_HEADER_DIR}"
    INTERFACE_LINK_LIBRARIES "SOCI::core;${SOCI_SQLITE3_ENGINE};${CMAKE_DL_LIBS}")
  add_library(SOCI::postgresql UNKNOWN IMPORTED)
  set_target_properties(SOCI::postgresql PROPERTIES
    IMPORTED_LOCATION "${SOCI_POSTGRESQL_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SOCI_POSTGRESQL_HEADER_DIR}"
    INTERFACE_LINK_LIBRARIES "SOCI::core;${SOCI_POSTGRESQL_ENGINE}")
endif()
