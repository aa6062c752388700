# POLICYCALC_RECORDED: properties of a test that records what the service under test is asked and
# answers. contract.answers runs after all such tests and holds the record against the API documents.
set(POLICYCALC_RECORDED_ANSWERS "${PROJECT_BINARY_DIR}/tests/contract/recorded")
add_test(NAME contract.empty COMMAND ${CMAKE_COMMAND} -E rm -rf ${POLICYCALC_RECORDED_ANSWERS})
set_tests_properties(contract.empty PROPERTIES LABELS contract FIXTURES_SETUP contract_empty)
set(POLICYCALC_RECORDED
  FIXTURES_REQUIRED contract_empty
  FIXTURES_SETUP contract_recorded
  ENVIRONMENT TESTS_RECORD_ANSWERS=${POLICYCALC_RECORDED_ANSWERS})
