#!/usr/bin/env bash
# `cmake --install` puts everything in its place, and the program finds it there.
# $1: cmake, $2: the build tree.
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

fail() { echo "install: $*" >&2; exit 1; }
installed() { (cd / && env -i HOME="$prefix" "$prefix/bin/policycalc" "$@"); }
data=$prefix/share/policycalc

"$1" --install "$2" --prefix "$prefix" >/dev/null
for file in share/policycalc/policies/facts.json share/policycalc/webroot/index.html \
  share/man/man1/policycalc.1.gz share/bash-completion/completions/policycalc; do
  [ -s "$prefix/$file" ] || fail "$file is missing"
done
[ ! -e "$prefix/etc" ] || fail 'files of the package are in the prefix'

installed lint >/dev/null || fail 'the installed policies are not sound'
echo '{}' >"$data/policies/facts.json"
installed lint >/dev/null 2>&1 && fail 'lint does not read the installed policies'
rm "$data/webroot/operate.html"
said=$(installed doctor --port 0 2>/dev/null) && fail 'doctor does not look at the installed pages'
[[ $said == *"$data/webroot/operate.html is missing"* ]] || fail "doctor says: $said"

# The manual page has each command, and groff has nothing to complain about.
page=$prefix/policycalc.1
zcat "$prefix/share/man/man1/policycalc.1.gz" >"$page"
for command in $(installed --help | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p'); do
  grep -q "^.SS policycalc ${command//-/\\\\-}\( \|$\)" "$page" || fail "$page lacks $command"
done
if command -v groff >/dev/null; then
  complaints=$(groff -man -Tutf8 -ww "$page" 2>&1 >/dev/null)
  [ -z "$complaints" ] || fail "$complaints"
fi
