#!/bin/sh
# Checks the layout of every C++ file against .clang-format. $1: clang-format.
set -eu
find include src tests \( -name '*.h' -o -name '*.cpp' \) -not -path '*/node_modules/*' -print0 |
  xargs -0 "$1" --dry-run -Werror
