#!/bin/sh
# Every source of the program passes .clang-tidy. $1: clang-tidy, $2: the build folder.
set -eu
find src -name '*.cpp' -print0 | xargs -0 -n 4 -P 2 "$1" -p "$2" --quiet \
  --extra-arg=-Wno-unknown-warning-option
