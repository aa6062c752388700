# Debian's libxlsxwriter-dev ships no CMake configuration. Defines XlsxWriter::xlsxwriter.
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h)
find_library(XLSXWRITER_LIBRARY xlsxwriter)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(XlsxWriter REQUIRED_VARS XLSXWRITER_LIBRARY XLSXWRITER_INCLUDE_DIR)
mark_as_advanced(XLSXWRITER_INCLUDE_DIR XLSXWRITER_LIBRARY)

if(XlsxWriter_FOUND AND NOT TARGET XlsxWriter::xlsxwriter)
  add_library(XlsxWriter::xlsxwriter UNKNOWN IMPORTED)
  set_target_properties(XlsxWriter::xlsxwriter PROPERTIES
    IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE_DIR}")
endif()
