#!/bin/sh
# variables.sh: fails where a test or `.ci/run` makes or reads an environment variable named like a
# setting. The program reads every `POLICYCALC_*` as a setting and refuses to start on one it does not
# know, so a switch of the tests with that name stops each program that they start.
set -eu

found=$(grep -rnE '(getenv\("|export |\$\{?)POLICYCALC_[A-Z_]+' .ci/run tests --include='run' --include='*.sh' --include='*.cpp' || true)
if [ -n "$found" ]; then
  echo "$found"
  echo 'variables: name a switch of the tests TESTS_* or TESTED_*, not POLICYCALC_*'
  exit 1
fi
