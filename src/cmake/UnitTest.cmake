# policycalc_test(NAME SOURCES... LIBS targets... [LABELS labels...])
#
# One Boost.Test executable a module. Each suite found in its sources becomes a CTest case of
# its own, so that a failure names the suite; a suite that no longer exists cannot be registered.
function(policycalc_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;LABELS")
  add_executable(test_${name} ${arg_SOURCES} "${PROJECT_SOURCE_DIR}/tests/boost_main.cpp")
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(test_${name} PRIVATE
    POLICYCALC_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_${name} PRIVATE policycalc_warnings ${arg_LIBS} Boost::unit_test_framework)
  # g++ 12 warns falsely inside Boost.Test's data test cases too (GCC bug 105329).
  target_compile_options(test_${name} PRIVATE -Wno-array-bounds)
  target_precompile_headers(test_${name} PRIVATE <boost/test/unit_test.hpp> <boost/test/data/test_case.hpp>)
  # It defines BOOST_TEST_MODULE, which must come before Boost.Test's headers.
  set_source_files_properties("${PROJECT_SOURCE_DIR}/tests/boost_main.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  foreach(source IN LISTS arg_SOURCES)
    file(STRINGS "${source}" lines REGEX "^BOOST_AUTO_TEST_SUITE\\(|^BOOST_FIXTURE_TEST_SUITE\\(")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^[A-Z_]+\\(([A-Za-z0-9_]+).*" "\\1" suite "${line}")
      add_test(NAME ${name}.${suite} COMMAND test_${name} --run_test=${suite})
      set_tests_properties(${name}.${suite} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 300)
    endforeach()
  endforeach()
endfunction()
