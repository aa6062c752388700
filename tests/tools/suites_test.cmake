# A suite that is added to a source runs after the next build, and one that is removed is gone, without
# another configuration. -D SOURCE=<the source tree> -D BINARY=<a folder for the build>.
cmake_minimum_required(VERSION 3.25)

function(write_suites)
  set(text "#include <boost/test/unit_test.hpp>\n")
  foreach(suite IN LISTS ARGN)
    string(APPEND text "BOOST_AUTO_TEST_SUITE(${suite})
BOOST_AUTO_TEST_CASE(holds, *boost::unit_test::description(\"a case of ${suite}\")) { BOOST_TEST(true); }
BOOST_AUTO_TEST_SUITE_END()
")
  endforeach()
  file(WRITE "${BINARY}/sample.cpp" "${text}")
endfunction()

function(expect)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BINARY}"
    OUTPUT_VARIABLE built ERROR_VARIABLE built RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "${built}")
  endif()
  execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${BINARY}" -V -L unit
    OUTPUT_VARIABLE ran ERROR_VARIABLE ran RESULT_VARIABLE failed)
  string(REGEX MATCHALL "sample\\.[A-Za-z_]+ \\.+ +Passed" passed "${ran}")
  list(TRANSFORM passed REPLACE "^sample\\.([A-Za-z_]+).*" "\\1")
  list(SORT passed)
  if(failed OR NOT passed STREQUAL "${ARGN}")
    message(FATAL_ERROR "expected the suites ${ARGN}, passed: ${passed}\n${ran}")
  endif()
endfunction()

file(REMOVE_RECURSE "${BINARY}")
write_suites(First Second)
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/suites" -B "${BINARY}" -G Ninja
  -D POLICYCALC=${SOURCE} -D CMAKE_BUILD_TYPE=Debug COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
expect("First;Second")
write_suites(First Second Third)
expect("First;Second;Third")
write_suites(Third)
expect("Third")

# What is not built fails and is not just left out.
file(GLOB program "${BINARY}/test_sample")
file(REMOVE "${program}")
execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${BINARY}"
  OUTPUT_VARIABLE ran ERROR_VARIABLE ran RESULT_VARIABLE failed)
if(NOT failed OR NOT ran MATCHES "sample\\.NOT_BUILT")
  message(FATAL_ERROR "a missing executable went unnoticed:\n${ran}")
endif()
