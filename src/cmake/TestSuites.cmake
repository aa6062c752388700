# CTest includes this once for each test executable: it registers the suites that the executable
# holds now. A case outside all suites is registered by its own name. An executable that is not
# built, or that cannot list its suites, becomes a test that fails.
#
# In: module, program, labels, cmake, properties (more of each suite; may be empty), file_suites (if
# there are any, the others run beside a cluster, too), cluster (the script that starts one).
set(suites)
if(EXISTS "${program}")
  # The first level of the list is not indented; a star marks what runs by default.
  execute_process(COMMAND "${program}" --list_content
    RESULT_VARIABLE result OUTPUT_VARIABLE listed ERROR_VARIABLE listed)
  if(result EQUAL 0)
    string(REGEX MATCHALL "(^|\n)[A-Za-z_][A-Za-z0-9_]*\\*" suites "${listed}")
    list(TRANSFORM suites REPLACE "[\n*]" "")
  endif()
endif()

foreach(suite IN LISTS suites)
  add_test(${module}.${suite} "${program}" --run_test=${suite})
  # The limit ends what hangs; it is no measure of speed.
  set_tests_properties(${module}.${suite} PROPERTIES LABELS "${labels}" TIMEOUT 1200 ${properties})
  list(FIND file_suites ${suite} at)
  if(file_suites AND at EQUAL -1)
    add_test(postgresql.${suite} sh "${cluster}" "${program}" --run_test=${suite})
    set_tests_properties(postgresql.${suite} PROPERTIES LABELS postgresql TIMEOUT 1200
      SKIP_RETURN_CODE 77 ${properties})
  endif()
endforeach()
if(NOT suites)
  add_test(${module}.NOT_BUILT "${cmake}" -E false)
  set_tests_properties(${module}.NOT_BUILT PROPERTIES LABELS "${labels}")
endif()
