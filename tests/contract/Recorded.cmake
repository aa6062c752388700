# policycalc_recorded_tests()
#
# Call it after the tests of a folder are added. Each of them then records what the service under test
# is asked and answers, and contract.answers, which runs after all of them, holds it against the API
# documents.
set(POLICYCALC_RECORDED_ANSWERS "${PROJECT_BINARY_DIR}/tests/contract/recorded")
add_test(NAME contract.empty COMMAND ${CMAKE_COMMAND} -E rm -rf ${POLICYCALC_RECORDED_ANSWERS})
set_tests_properties(contract.empty PROPERTIES LABELS contract FIXTURES_SETUP contract_empty)

function(policycalc_recorded_tests)
  get_property(tests DIRECTORY PROPERTY TESTS)
  set_property(TEST ${tests} APPEND PROPERTY FIXTURES_REQUIRED contract_empty)
  set_property(TEST ${tests} APPEND PROPERTY FIXTURES_SETUP contract_recorded)
  set_property(TEST ${tests} APPEND PROPERTY ENVIRONMENT
    "POLICYCALC_RECORD_ANSWERS=${POLICYCALC_RECORDED_ANSWERS}")
endfunction()
