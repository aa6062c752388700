#!/bin/sh
# Looks into the program for what src/cmake/Hardening.cmake asks for. $1: readelf, $2: the program.
set -eu
readelf=$1
program=$2
status=0

# $1: what, $2: the table of readelf, $3: what must be in it
needs() {
  "$readelf" --wide "$2" "$program" | grep -qE "$3" || { echo "hardening: $program: no $1"; status=1; }
}

needs 'position-independent code' --file-header 'Type: +DYN'
needs 'read-only relocations' --program-headers 'GNU_RELRO'
needs 'binding at start' --dynamic 'BIND_NOW|FLAGS_1.* NOW'
needs 'stack without code' --program-headers 'GNU_STACK.* RW +0x'
needs 'stack protector' --symbols '__stack_chk_fail'
needs 'fortified calls' --symbols '__(memcpy|memmove|read|recv|vsnprintf|snprintf|fread|poll)_chk'
exit "$status"
