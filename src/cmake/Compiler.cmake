# What every target of ours is compiled with. Third-party headers come in as SYSTEM.
add_library(policycalc_warnings INTERFACE)
target_compile_features(policycalc_warnings INTERFACE cxx_std_20)
target_compile_options(policycalc_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# g++ 12 warns falsely about copies inside std::string (GCC bugs 105329, 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(policycalc_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow)
endif()
if(POLICYCALC_WERROR)
  target_compile_options(policycalc_warnings INTERFACE -Werror)
endif()
if(POLICYCALC_SANITIZE)
  target_compile_options(policycalc_warnings INTERFACE
    -fsanitize=${POLICYCALC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(policycalc_warnings INTERFACE -fsanitize=${POLICYCALC_SANITIZE})
  # RapidJSON 1.1's internal/stack.h adds to a null pointer before it has memory. That is harmless, but
  # clang's check would stop every program that reads JSON.
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND POLICYCALC_SANITIZE MATCHES "undefined")
    target_compile_options(policycalc_warnings INTERFACE -fno-sanitize=pointer-overflow)
  endif()
  # The manual of g++ says that sanitizers make this warning fire falsely: here inside std::regex.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(policycalc_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(POLICYCALC_CCACHE ccache)
mark_as_advanced(POLICYCALC_CCACHE)
if(POLICYCALC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${POLICYCALC_CCACHE}")
endif()
