# Debian's libpango1.0-dev ships no CMake configuration. Defines Pango::pangocairo, with Cairo.
find_package(PkgConfig REQUIRED)
pkg_check_modules(PANGOCAIRO IMPORTED_TARGET pangocairo>=1.50 cairo-pdf>=1.16)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Pango REQUIRED_VARS PANGOCAIRO_FOUND)

if(Pango_FOUND AND NOT TARGET Pango::pangocairo)
  add_library(Pango::pangocairo ALIAS PkgConfig::PANGOCAIRO)
endif()
