#!/bin/sh
# Writes the manual page from the help of the program. $1: the program.
set -eu
program=$1
awk_file=$(dirname "$0")/manual.awk

# The commands that the help in standard input lists.
commands() {
  awk '/^[A-Z]/ { listed = $0 == "Commands:" } listed && /^  [a-z]/ { print $1 }'
}

# $*: a command. Describes it, or each command that it holds.
describe() {
  help=$("$program" "$@" --help)
  held=$(echo "$help" | commands)
  if [ -z "$held" ]; then
    echo "$help" | awk -v part=command -f "$awk_file"
  else
    for command in $held; do describe "$@" "$command"; done
  fi
}

version=$("$program" --version)
"$program" --help | awk -v part=head -v version="$version" -f "$awk_file"
for command in $("$program" --help | commands); do describe "$command"; done
"$program" --help | awk -v part=foot -f "$awk_file"
