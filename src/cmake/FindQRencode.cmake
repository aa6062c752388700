# Debian's libqrencode-dev ships no CMake configuration. Defines QRencode::qrencode.
find_path(QRENCODE_INCLUDE_DIR qrencode.h)
find_library(QRENCODE_LIBRARY qrencode)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QRencode REQUIRED_VARS QRENCODE_LIBRARY QRENCODE_INCLUDE_DIR)
mark_as_advanced(QRENCODE_INCLUDE_DIR QRENCODE_LIBRARY)

if(QRencode_FOUND AND NOT TARGET QRencode::qrencode)
  add_library(QRencode::qrencode UNKNOWN IMPORTED)
  set_target_properties(QRencode::qrencode PROPERTIES
    IMPORTED_LOCATION "${QRENCODE_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${QRENCODE_INCLUDE_DIR}")
endif()
