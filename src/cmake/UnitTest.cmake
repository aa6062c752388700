# policycalc_test(NAME SOURCES... LIBS targets... [LABELS labels...] [PROPERTIES name value...]
#                 [FILE_SUITES suites...] [SERVER_SUITES suites...])
#
# Makes one Boost.Test executable for a module. CTest asks it for its suites whenever it starts
# (see TestSuites.cmake) and runs each as a test of its own, NAME.Suite, so that a failure names
# the suite and a new suite needs no new configuration. PROPERTIES are those of each suite.
# With FILE_SUITES, each suite but these runs a second time beside a PostgreSQL cluster, as
# postgresql.Suite: its stores are then made there. SERVER_SUITES run so together, as postgresql.NAME,
# where a cluster for each would take longer than the suites.
function(policycalc_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;LABELS;PROPERTIES;FILE_SUITES;SERVER_SUITES")
  get_filename_component(root "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../.." ABSOLUTE)
  add_executable(test_${name} ${arg_SOURCES} "${root}/tests/boost_main.cpp")
  target_include_directories(test_${name} PRIVATE "${root}/tests")
  target_compile_definitions(test_${name} PRIVATE
    POLICYCALC_SOURCE_DIR="${root}")
  target_link_libraries(test_${name} PRIVATE policycalc_warnings ${arg_LIBS} Boost::unit_test_framework)
  # g++ 12 also warns falsely inside Boost.Test's data test cases (GCC bug 105329).
  target_compile_options(test_${name} PRIVATE -Wno-array-bounds)
  target_precompile_headers(test_${name} PRIVATE <boost/test/unit_test.hpp> <boost/test/data/test_case.hpp>)
  # It defines BOOST_TEST_MODULE, which must come before Boost.Test's headers.
  set_source_files_properties("${root}/tests/boost_main.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()

  set(script "${CMAKE_CURRENT_BINARY_DIR}/test_${name}.cmake")
  file(GENERATE OUTPUT "${script}" CONTENT
    "set(module ${name})
set(program \"$<TARGET_FILE:test_${name}>\")
set(labels \"${arg_LABELS}\")
set(cmake \"${CMAKE_COMMAND}\")
set(properties \"${arg_PROPERTIES}\")
set(file_suites \"${arg_FILE_SUITES}\")
set(cluster \"${root}/tests/tools/cluster.sh\")
include(\"${root}/src/cmake/TestSuites.cmake\")
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${script}")

  if(arg_SERVER_SUITES)
    string(REPLACE ";" "," suites "${arg_SERVER_SUITES}")
    add_test(NAME postgresql.${name} COMMAND sh "${root}/tests/tools/cluster.sh"
      $<TARGET_FILE:test_${name}> --run_test=${suites})
    set_tests_properties(postgresql.${name} PROPERTIES LABELS postgresql TIMEOUT 1200 SKIP_RETURN_CODE 77)
  endif()
endfunction()
