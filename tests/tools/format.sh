#!/bin/sh
# Every C++ file is laid out as .clang-format says. $1: clang-format.
set -eu
find include src tests \( -name '*.h' -o -name '*.cpp' \) -not -path '*/node_modules/*' -print0 |
  xargs -0 "$1" --dry-run -Werror
