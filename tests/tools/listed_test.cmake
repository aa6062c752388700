# Every source under src and tests belongs to a target, and CTest knows every suite that a test source
# defines: a file that no CMakeLists.txt names would pass unseen.
# -D SOURCE=<the source tree> -D BINARY=<the build tree>.
cmake_minimum_required(VERSION 3.25)

file(READ "${BINARY}/compile_commands.json" commands)
file(GLOB_RECURSE sources "${SOURCE}/src/*.cpp" "${SOURCE}/tests/*.cpp")
set(found 0)
foreach(source IN LISTS sources)
  string(FIND "${commands}" "\"file\": \"${source}\"" place)
  if(place EQUAL -1)
    message(SEND_ERROR "${source} belongs to no target")
  endif()
endforeach()

execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${BINARY}" -N
  OUTPUT_VARIABLE tests COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE sources "${SOURCE}/tests/*.cpp")
foreach(source IN LISTS sources)
  file(STRINGS "${source}" suites REGEX "^BOOST_(AUTO|FIXTURE)_TEST_SUITE\\(")
  list(TRANSFORM suites REPLACE "^[A-Z_]+\\(([A-Za-z0-9_]+).*" "\\1")
  foreach(suite IN LISTS suites)
    math(EXPR found "${found} + 1")
    if(NOT tests MATCHES "[.]${suite}\n")
      message(SEND_ERROR "${source}: CTest does not know the suite ${suite}")
    endif()
  endforeach()
endforeach()
if(found EQUAL 0)
  message(FATAL_ERROR "no suites found under ${SOURCE}/tests")
endif()
