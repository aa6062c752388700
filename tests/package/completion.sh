#!/usr/bin/env bash
# What the shell offers after some words. $1: the program.
set -euo pipefail
PATH=$(dirname "$1"):$PATH
source src/package/policycalc.bash
status=0

# $1: what is expected to be offered, in order; then the words, the last one being typed.
offers() {
  local expected=$1 offered
  shift
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _policycalc
  offered=$(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' ')
  [ "$offered" = "$expected" ] && return
  echo "completion: \`$*\` offers \`$offered\`, not \`$expected\`"
  status=1
}

offers 'backup' policycalc bac
offers 'staff' policycalc-service sta
offers 'add' policycalc staff a
offers 'reset reset-second-factor' policycalc staff reset
offers '--backup-days' policycalc serve --backup-d
offers '--brief' policycalc match --br
offers 'json text' policycalc match --format ''
offers 'publishable secret' policycalc api-key add --kind ''
offers 'false true' policycalc serve --cors ''
offers '' policycalc serve --port ''
offers 'README.md' policycalc match READM
offers 'README.md' policycalc serve --config READM
offers 'README.md' policycalc match --brief READM
exit "$status"
