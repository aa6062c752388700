# Debian's libzxcvbn-dev ships no CMake configuration. Defines Zxcvbn::zxcvbn, whose dictionary is part
# of the library: no file is read at run time.
find_path(ZXCVBN_INCLUDE_DIR zxcvbn.h)
find_library(ZXCVBN_LIBRARY zxcvbn)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Zxcvbn REQUIRED_VARS ZXCVBN_LIBRARY ZXCVBN_INCLUDE_DIR)
mark_as_advanced(ZXCVBN_INCLUDE_DIR ZXCVBN_LIBRARY)

if(Zxcvbn_FOUND AND NOT TARGET Zxcvbn::zxcvbn)
  add_library(Zxcvbn::zxcvbn UNKNOWN IMPORTED)
  set_target_properties(Zxcvbn::zxcvbn PROPERTIES
    IMPORTED_LOCATION "${ZXCVBN_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${ZXCVBN_INCLUDE_DIR}")
endif()
